import { describe, expect, test } from "vitest";
import { type Docs, model, openapiOf, operationOf, type Row, resource, section, sent, understood } from "./docs.ts";
import { only, request, ships } from "./only-operation.ts";

describe("47 a document of the operation's name in a folder without namespaces", () => {
  const load = section({
    id: "loadShip",
    route: "POST /ships",
    rows: [["request", "[models.LoadShipRequest](../../models/loadshiprequest.md)", "✓", request]],
  });
  const get = (name: string) =>
    section({
      id: name,
      route: `GET /${name}/{id}`,
      rows: [["request", `[models.${name}Request](../../models/${name.toLowerCase()}request.md)`, "✓", request]],
    });
  const wrapper = (name: string) =>
    model(name, ["id", "*string*"], ["teamId", "*string*", "–"], ["slug", "*string*", "–"]);
  const docs = {
    "docs/models/getshiprequest.md": wrapper("GetShipRequest"),
    "docs/models/getportrequest.md": wrapper("GetPortRequest"),
  };
  const others = { getShip: get("GetShip"), getPort: get("GetPort") };

  test.each<readonly [string, readonly Row[], readonly string[]]>([
    [
      "lists parameters where others have all of them as such",
      [
        ["slug", "*string*", "–"],
        ["teamId", "*string*", "–"],
      ],
      ["query slug?: string | null?", "query teamId?: string | null?"],
    ],
    [
      "is the body where it has something of its own",
      [
        ["slug", "*string*", "–"],
        ["name", "*string*"],
      ],
      ["body json models/loadshiprequest"],
    ],
    [
      "is the body where others have all of it in their path",
      [["id", "*string*"]],
      ["body json models/loadshiprequest"],
    ],
  ])("47 it %s", (_, rows, want) => {
    const from = understood(
      {
        [ships]: resource("Ships", { load, ...others }),
        ...docs,
        "docs/models/loadshiprequest.md": model("LoadShipRequest", ...rows),
      },
      { dialect: "typescript" },
    );
    expect(sent(operationOf(from, "loadShip"))).toEqual(want);
  });
});

describe("47 rows for the fields of a body, but for its constants", () => {
  const rows: readonly Row[] = [
    ["model", "*str*"],
    ["file", "[Optional[models.File]](../../models/file.md)", "–"],
    ["options", "[OptionalNullable[models.Options]](../../models/options.md)", "–"],
  ];
  const own = rows.map(([name, type, mark = "✓"]): Row => [name, type.replace("../../models", "../models"), mark]);
  const docs: Docs = {
    "docs/models/load.md": model(
      "Load",
      ...own,
      ["stream", "*Optional[Literal[False]]*", "–"],
      ["protocol", '*Literal["sea"]*'],
    ),
    "docs/models/loadstream.md": model("LoadStream", ...own, ["stream", "*Optional[Literal[True]]*", "–"]),
    "docs/models/options.md": model("Options"),
    "docs/models/file.md": model(
      "File",
      ["file_name", "*str*"],
      ["content", "*Union[bytes, IO[bytes], io.BufferedReader]*"],
      ["content_type", "*Optional[str]*", "–"],
    ),
    "docs/models/shipevent.md": model("ShipEvent", ["event", "*str*"], ["data", "*str*"]),
  };
  const stream =
    "[Union[eventstreaming.EventStream[models.ShipEvent], eventstreaming.EventStreamAsync[models.ShipEvent]]](../../models/.md)";

  test("47 the constant of a stream tells two bodies of the same rows apart", () => {
    const from = understood({
      ...docs,
      [ships]: resource("Ships", {
        load: section({
          id: "load",
          route: "POST /ships",
          rows,
          response: "[models.Options](../../models/options.md)",
        }),
        stream: section({ id: "load_stream", route: "POST /ships#stream", rows, response: stream }),
      }),
    });
    expect(from.api.operations.map((one) => sent(one))).toEqual([
      ["body multipart models/load"],
      ["body multipart models/loadstream"],
    ]);
  });

  test("47 of two bodies of the same rows that one is taken that is called like the operation", () => {
    const cargo = ["names", "List[*str*]"] as const;
    const from = understood({
      "docs/models/fleetloadrequest.md": model("FleetLoadRequest", cargo),
      "docs/models/fleetunloadrequest.md": model("FleetUnloadRequest", cargo),
      [ships]: resource("Ships", {
        load: section({ id: "bulk_load_fleet_v1_put", route: "PUT /fleet/load", rows: [cargo] }),
        unload: section({ id: "bulk_unload_fleet_v1_put", route: "PUT /fleet/unload", rows: [cargo] }),
      }),
    });
    expect(from.api.operations.map((one) => sent(one))).toEqual([
      ["body json models/fleetloadrequest"],
      ["body json models/fleetunloadrequest"],
    ]);
  });

  test("47 a file is no body of its own beside other rows", () => {
    const { "docs/models/load.md": _, "docs/models/loadstream.md": __, ...rest } = docs;
    const { operation } = only({ route: "POST /ships", rows: rows.slice(0, 2) }, rest);
    expect(sent(operation)).toEqual(["query model: string", "query file?: models/file"]);
  });
});

describe("48 where parameters stand", () => {
  test("48 path, header and query", () => {
    const rows: readonly Row[] = [
      ["ship_id", "*str*"],
      ["id_path_parameter", "*str*"],
      ["x_harbour_team", "*Optional[str]*", "–"],
      ["idempotency_key", "*Optional[str]*", "–"],
      ["harbour_api_key", "*Optional[str]*", "–"],
      ["if_none_match", "*Optional[str]*", "–"],
      ["last_event_id", "*Optional[str]*", "–"],
      ["page_size", "*Optional[int]*", "–"],
    ];
    const { operation } = only({ route: "GET /ships/{shipId}/crew/{id}", rows });
    expect(sent(operation)).toEqual([
      "path shipId: string",
      "path id: string",
      "header x-harbour-team?: string",
      "header idempotency-key?: string",
      "header harbour-api-key?: string",
      "header if-none-match?: string",
      // In the style of the path, as there is nothing else.
      "query lastEventId?: string",
      "query pageSize?: integer",
    ]);
  });

  test("48 what the README lists as global, and what nearly all operations may take from the client, is a header", () => {
    const get = (id: string) =>
      section({
        id,
        route: `GET /${id}`,
        sample: `python\nwith Harbour(\n    harbour_account="a",\n) as harbour:\n    harbour.${id}()\n`,
        rows: [
          ["harbour_account", "*Optional[str]*", "–"],
          ["fleet", "*Optional[str]*", "–"],
        ],
      });
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`get${index}`, get(`get${index}`)]));
    const readme =
      "# Harbour\n\n<!-- Start Global Parameters [global-parameters] -->\n## Global Parameters\n\n### Available Globals\n\n| Name | Type | Description |\n| --- | --- | --- |\n| harbour_account | str | The account. |\n<!-- End Global Parameters [global-parameters] -->\n";
    const few = understood({ [ships]: resource("Ships", { get0: get("get0") }), "README.md": readme });
    expect(sent(operationOf(few))).toEqual(["header harbour-account?: string", "query fleet?: string"]);
    const all = understood({ [ships]: resource("Ships", many) });
    expect(sent(operationOf(all))).toEqual(["header harbour-account?: string", "query fleet?: string"]);
  });

  test("48 the list of an operation's globals is no schema", () => {
    const docs = {
      [ships]: resource("Ships", {
        list: section({ id: "list_ships", route: "GET /ships", rows: [["fleet", "*string*", "–"]] }),
      }),
      "docs/models/operations/listshipsglobals.md": model("ListShipsGlobals", ["fleet", "*string*", "–"]),
    };
    expect(openapiOf(docs, { dialect: "typescript" }).components).toEqual({});
  });
});
