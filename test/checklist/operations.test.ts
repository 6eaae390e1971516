import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import {
  answers,
  type Docs,
  enumeration,
  model,
  modelOf,
  openapiOf,
  operationOf,
  partsOf,
  type Row,
  resource,
  type Section,
  section,
  sent,
  table,
  understood,
} from "./docs.ts";

const ships = "docs/sdks/ships/README.md";

/** The only operation of a page. */
function only(of: Section, docs: Docs = {}, dialect: DialectName = "python") {
  const from = understood({ [ships]: resource("Ships", { load: section(of) }), ...docs }, { dialect });
  return {
    operation: operationOf(from),
    from,
    found: from.found.filter((each) => !each.startsWith("infer/missing-server")),
  };
}

const request = "The request object to use for the request.";

describe("41 operations are the bullets", () => {
  const page = [
    "# Ships",
    "",
    "## Overview",
    "",
    "Ships of the harbour.",
    "",
    "# Usage guidelines",
    "",
    "Be kind.",
    "",
    "```python",
    "# no heading",
    "```",
    "",
    "### Available Operations",
    "",
    "* [list](#list) - List all",
    "* [get](#get)",
    "",
    "## list",
    "",
    "Lists them.",
    "",
    "## Sorting the ships",
    "",
    "By name.",
    "",
    "### Parameters of sorting",
    "",
    "| Name | Type |",
    "| --- | --- |",
    "| a | b |",
    "",
    "#### More",
    "",
    "### Example Usage",
    "",
    '<!-- UsageSnippet language="python" operationID="listShips" method="get" path="/ships" -->',
    "```python",
    "## get",
    "# comment",
    "```",
    "",
    "### Response",
    "",
    "**[List[str]](../../models/.md)**",
    "",
    "## get",
    "",
    "### Example Usage",
    "",
    '<!-- UsageSnippet language="python" operationID="getShip" method="get" path="/ships/{id}" -->',
    "```python",
    "```",
  ].join("\n");

  test("41 other headings are text of the description that they stand in", () => {
    const from = understood({ [ships]: page }, { dialect: "python" });
    expect(from.api.operations.map(({ id }) => id)).toEqual(["listShips", "getShip"]);
    const list = operationOf(from, "listShips");
    expect(list.description).toMatch(/^Lists them\.\n\n## Sorting the ships\n\nBy name\.\n\n### Parameters of sorting/);
    expect(answers(list)).toEqual(["json string[]"]);
    expect(sent(operationOf(from, "getShip"))).toEqual(["path id: string"]);
  });
});

test("42 names that are struck, summaries, descriptions, notes", () => {
  const text = [
    "# ~~Ships~~",
    "",
    "> :warning: **DEPRECATED**: Use fleets.",
    "",
    "## Overview",
    "",
    "### Available Operations",
    "",
    "* [~~list~~](#list) - List all :warning: **Deprecated**",
    "* [get](#get) - One - or none",
    "",
    "## ~~list~~",
    "",
    "Lists them.",
    "",
    "Twice.",
    "",
    "> :warning: **DEPRECATED**: This will be removed in a future release, please migrate away from it as soon as possible.",
    "",
    "### Example Usage",
    "",
    '<!-- UsageSnippet language="python" operationID="list" method="get" path="/ships" -->',
    "```python",
    "```",
    "",
    "## get",
    "",
    "### Example Usage",
    "",
    '<!-- UsageSnippet language="python" operationID="get" method="get" path="/ship" -->',
    "```python",
    "```",
  ].join("\n");
  const from = understood({ [ships]: text }, { dialect: "python" });
  expect(operationOf(from, "list")).toMatchObject({
    summary: "List all",
    description: "Lists them.\n\nTwice.",
    deprecated: expect.stringMatching(/^This will be removed/),
  });
  expect(operationOf(from, "get")).toMatchObject({ summary: "One - or none", description: "" });
  expect(openapiOf({ [ships]: text }, { dialect: "python" })).toMatchObject({
    paths: { "/ships": { get: { deprecated: true, summary: "List all" } } },
  });
});

describe("43 the comment above a sample", () => {
  test.each<readonly [string, string, string]>([
    ["get /ships", "GET", "/ships"],
    ["post /ships/{shipId}/crew/{crew_id}", "POST", "/ships/{shipId}/crew/{crew_id}"],
    ["put /ships/{id}#idOrName", "PUT", "/ships/{id}"],
    ["post /v1beta/ships/{ship}:loadCargo", "POST", "/v1beta/ships/{ship}:loadCargo"],
    ["post /ships:load", "POST", "/ships:load"],
    ["head /v8/cargo/{hash}", "HEAD", "/v8/cargo/{hash}"],
    ["patch /ships/{id}.json", "PATCH", "/ships/{id}.json"],
    ["delete /", "DELETE", "/"],
    ["get /ships/{ship-id}", "GET", "/ships/{ship-id}"],
    ["get /ships/{id}/{name}.{ext}", "GET", "/ships/{id}/{name}.{ext}"],
  ])("43 %s", (route, method, path) => {
    const { operation } = only({ route });
    expect(operation.route?.value).toEqual({ method, path });
    const variables = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => `path ${name}: string`);
    expect(sent(operation)).toEqual(variables);
    const { paths } = openapiOf({ [ships]: resource("Ships", { load: section({ route }) }) }, { dialect: "python" });
    expect(Object.keys(Object(paths))).toEqual([path]);
  });

  test("43 two operations on one path, told apart by a fragment, are two", () => {
    const docs = {
      [ships]: resource("Ships", {
        load: section({
          id: "ship_load_v1",
          route: "POST /ships/load",
          rows: [["name", "*str*"]],
          response: "[models.Ship](../../models/ship.md)",
        }),
        load_stream: section({
          id: "ship_load_stream_v1",
          route: "POST /ships/load#stream",
          rows: [["name", "*str*"]],
          response:
            "[Union[eventstreaming.EventStream[models.ShipEvent], eventstreaming.EventStreamAsync[models.ShipEvent]]](../../models/.md)",
        }),
      }),
      "docs/models/ship.md": model("Ship", ["name", "*str*"]),
      "docs/models/shipevent.md": model(
        "ShipEvent",
        ["id", "*Optional[str]*", "–"],
        ["event", "*str*"],
        ["data", "[models.Ship](../models/ship.md)"],
      ),
    };
    const from = understood(docs);
    expect(from.api.operations.map(({ id, route }) => [id, route?.value.path])).toEqual([
      ["ship_load_v1", "/ships/load"],
      ["ship_load_stream_v1", "/ships/load"],
    ]);
    expect(from.api.operations.map((one) => answers(one))).toEqual([["json models/ship"], ["sse models/ship"]]);
    const text = JSON.stringify(openapiOf(docs));
    expect(text).toContain("ship_load_v1");
    expect(text).toContain("ship_load_stream_v1");
  });

  test.each(["crew_portal:berths:assign_berth", "ships.load", "getShips-v2", "_loadShips"])(
    "43 the operation id %s",
    (id) => {
      const { operation } = only({ id, route: "POST /ships" });
      expect(operation.id).toBe(id);
      const { paths } = openapiOf(
        { [ships]: resource("Ships", { load: section({ id, route: "POST /ships" }) }) },
        { dialect: "python" },
      );
      expect(paths).toMatchObject({ "/ships": { post: { operationId: id } } });
    },
  );
});

test.each<readonly [string, readonly Row[], readonly string[]]>([
  ["list", [["page_size", "*Optional[int]*", "–"]], ["query page_size?: integer"]],
  ["create", [["request", "[models.Ship](../../models/ship.md)", "✓", request]], ["body json models/ship"]],
  [
    "create",
    [
      ["name", "*str*"],
      ["flag", "*str*"],
    ],
    ["body json models/ship"],
  ],
  ["get", [["name", "*str*"]], ["query name: string"]],
])("44 %s without method and path has no route, and is read all the same", (name, rows, want) => {
  const from = understood({
    [ships]: resource("Ships", {
      [name]: section({
        sample: "python\nwith Harbour() as harbour:\n    harbour.ships.list()",
        rows,
        response: "[models.Ship](../../models/ship.md)",
      }),
    }),
    "docs/models/ship.md": model("Ship", ["name", "*str*"], ["flag", "*str*"]),
  });
  const operation = operationOf(from);
  expect(operation.route).toBeNull();
  expect(sent(operation)).toEqual(want);
  expect(answers(operation)).toEqual(["json models/ship"]);
  expect(from.found).toEqual([`infer/missing-route ${ships}#${name}`, "infer/missing-server null"]);
});

test("45 several named examples are one operation", () => {
  const example = (name: string, path: string) =>
    [
      `### Example Usage: ${name}`,
      "",
      `<!-- UsageSnippet language="typescript" operationID="list-ships" method="get" path="${path}" example="${name}" -->`,
      "```typescript",
      'import { Client } from "harbour";',
      "",
      "const client = new Client();",
      "",
      "async function run() {",
      "  const result = await client.fleet.ships.list({});",
      "}",
      "```",
      "",
      "### Standalone function",
      "",
      "The standalone function version of this method:",
      "",
      "```typescript",
      "const res = await shipsList(client, {});",
      "```",
      "### React hooks and utilities",
      "",
      "This method can be used in React components.",
      "",
      "```tsx",
      "useShips();",
      "```",
    ].join("\n");
  const text = [
    "Lists them.",
    "",
    ...["list-200-1", "list-200-2", "list-200-3"].map((name) => example(name, "/ships")),
    "### Parameters",
    "",
    table("Parameter", [["from", "*string*", "–"]]),
    "",
    "### Response",
    "",
    "**Promise\\<[components.Ship](../../models/components/ship.md)\\>**",
    "",
    "### Errors",
    "",
    "| Error Type | Status Code | Content Type |",
    "| --- | --- | --- |",
    "| errors.Sunk | 400, 404 | application/hal+json |",
    "| errors.APIError | 4XX, 5XX | \\*/\\* |",
  ].join("\n");
  const from = understood({
    [ships]: resource("Ships", { list: text }),
    "docs/models/components/ship.md": model("Ship"),
    "docs/models/errors/sunk.md": model("Sunk", ["message", "*string*"]),
  });
  const operation = operationOf(from);
  expect(from.api.operations).toHaveLength(1);
  expect(operation.group).toEqual(["fleet", "ships"]);
  expect(operation.description).toBe("Lists them.");
  expect(sent(operation)).toEqual(["query from?: string | null?"]);
  expect(operation.errors.map(({ status, contentType }) => [status, contentType])).toEqual([
    ["400", "application/hal+json"],
    ["404", "application/hal+json"],
  ]);
  expect(from.found).toEqual(["infer/missing-server null"]);
});

describe("46 the SDK's own parameters", () => {
  const own: readonly (readonly [DialectName, readonly Row[]])[] = [
    [
      "typescript",
      [
        ["request", "[operations.LoadRequest](../../models/operations/loadrequest.md)", "✓", request],
        ["options", "RequestOptions", "–", "Used to set various options for making HTTP requests."],
        [
          "options.fetchOptions",
          "[RequestInit](https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options)",
          "–",
          "Options that are passed to the underlying HTTP request. This can be used to inject extra headers for examples. All `Request` options, except `method` and `body`, are allowed.",
        ],
        [
          "options.retries",
          "[RetryConfig](../../lib/utils/retryconfig.md)",
          "–",
          "Enables retrying HTTP requests under certain failure conditions.",
        ],
        ["options.serverURL", "*string*", "–", "An optional server URL to use."],
      ],
    ],
    [
      "python",
      [
        [
          "retries",
          "[Optional[utils.RetryConfig]](../../models/utils/retryconfig.md)",
          "–",
          "Configuration to override the default retry behavior of the client.",
        ],
        ["server_url", "*Optional[str]*", "–", "An optional server URL to use.", "http://localhost:8080"],
      ],
    ],
    [
      "go",
      [
        ["ctx", "[context.Context](https://pkg.go.dev/context#Context)", "✓", "The context to use for the request."],
        ["opts", "[][operations.Option](../../models/operations/option.md)", "–", "The options for this request."],
      ],
    ],
    [
      "php",
      [
        ["$request", "[Operations\\LoadRequest](../../Models/Operations/LoadRequest.md)", "✓", request],
        ["$serverURL", "*string*", "–", "An optional server URL to use.", "http://localhost:8080"],
      ],
    ],
    [
      "java",
      [
        ["request", "[LoadRequest](../../models/operations/LoadRequest.md)", "✓", request],
        ["serverURL", "*String*", "–", "An optional server URL to use."],
      ],
    ],
    [
      "ruby",
      [
        ["request", "[Models::Operations::LoadRequest](../../models/operations/loadrequest.md)", "✓", request],
        ["server_url", "*String*", "–", "An optional server URL to use."],
      ],
    ],
    [
      "csharp",
      [
        ["request", "[LoadRequest](../../Models/Operations/LoadRequest.md)", "✓", request],
        ["serverUrl", "*string*", "–", "An optional server URL to use."],
      ],
    ],
  ];
  test.each(own)("46 %s", (dialect, rows) => {
    const text: Partial<Record<DialectName, string>> = { java: "*String*", python: "*str*", ruby: "*::String*" };
    const path =
      dialect === "php" || dialect === "csharp"
        ? "docs/Models/Operations/LoadRequest.md"
        : `docs/models/operations/${dialect === "java" ? "LoadRequest" : "loadrequest"}.md`;
    const docs = { [path]: model("LoadRequest", ["id", text[dialect] ?? "*string*"]) };
    const { operation, found } = only({ id: "load", route: "GET /ships/{id}", rows }, docs, dialect);
    const isWhole = rows.some(([, , , description]) => description === request);
    expect(operation.parameters.map(({ name }) => name)).toEqual(["id"]);
    expect(operation.body).toBeNull();
    expect(found).toEqual(isWhole ? [] : [`infer/missing-parameter ${ships}#load`]);
  });

  test("46 a user's parameter may have the name of one", () => {
    const { operation } = only({
      route: "GET /ships",
      rows: [
        ["request", "*str*", "✓", "The request to look for."],
        ["options", "*Optional[str]*", "–", "Options of the ship."],
        ["server_url", "*Optional[str]*", "–", "Where it lies."],
      ],
    });
    expect(operation.parameters.map(({ name }) => name)).toEqual(["request", "options", "server_url"]);
  });
});

describe("47 the shapes of a request", () => {
  const body = model("ShipBody", ["name", "*string*"], ["flag", "*string*", "–"]);
  const whole = (type: string): readonly Row[] => [["request", type, "✓", request]];
  const cases: readonly (readonly [string, Section, Docs, readonly string[]])[] = [
    [
      "a wrapper with a path variable, a query parameter and a body",
      {
        id: "load-ship",
        route: "POST /ships/{shipId}",
        rows: whole("[operations.LoadShipRequest](../../models/operations/loadshiprequest.md)"),
      },
      {
        "docs/models/operations/loadshiprequest.md": model(
          "LoadShipRequest",
          ["shipId", "*string*"],
          ["dryRun", "*boolean*", "–"],
          ["requestBody", "[operations.LoadShipRequestBody](../../models/operations/loadshiprequestbody.md)", "–"],
        ),
        "docs/models/operations/loadshiprequestbody.md": body.replace("ShipBody", "LoadShipRequestBody"),
      },
      ["path shipId: string | null?", "query dryRun?: boolean | null?", "body json operations/loadshiprequestbody"],
    ],
    [
      "a wrapper whose body is called like its model",
      {
        id: "loadShip",
        route: "PUT /ships/{id}",
        rows: whole("[operations.LoadShipRequest](../../models/operations/loadshiprequest.md)"),
      },
      {
        "docs/models/operations/loadshiprequest.md": model(
          "LoadShipRequest",
          ["id", "*string*"],
          ["shipBody", "[components.ShipBody](../../models/components/shipbody.md)"],
        ),
        "docs/models/components/shipbody.md": body,
      },
      ["path id: string | null?", "body json components/shipbody"],
    ],
    [
      "the body itself",
      {
        id: "loadShip",
        route: "POST /ships",
        rows: whole("[operations.LoadShipRequestBody](../../models/operations/loadshiprequestbody.md)"),
      },
      { "docs/models/operations/loadshiprequestbody.md": body.replace("ShipBody", "LoadShipRequestBody") },
      ["body json operations/loadshiprequestbody"],
    ],
    [
      "a component",
      {
        id: "loadShip",
        route: "POST /ships",
        rows: whole("[components.ShipBody](../../models/components/shipbody.md)"),
      },
      { "docs/models/components/shipbody.md": body },
      ["body json components/shipbody"],
    ],
    [
      "a list",
      { id: "loadShips", route: "POST /ships", rows: whole("[components.ShipBody[]](../../models/.md)") },
      { "docs/models/components/shipbody.md": body },
      ["body json components/shipbody[]"],
    ],
    [
      "a union",
      { id: "loadShips", route: "POST /ships", rows: whole("[components.Cargo](../../models/components/cargo.md)") },
      {
        "docs/models/components/shipbody.md": body,
        "docs/models/components/cargo.md":
          "# Cargo\n\n\n## Supported Types\n\n### `components.ShipBody`\n\n### `string`\n",
      },
      ["body json components/cargo"],
    ],
    [
      "a map",
      {
        id: "loadShips",
        route: "POST /ships",
        rows: whole("[{ [k: string]: components.ShipBody }](../../models/.md)"),
      },
      { "docs/models/components/shipbody.md": body },
      ["body json {components/shipbody}"],
    ],
    [
      "bytes",
      { id: "loadShips", route: "POST /ships", rows: whole("[ReadableStream<Uint8Array>](../../models/.md)") },
      {},
      ["body bytes bytes"],
    ],
    [
      "rows for the fields of a wrapper",
      {
        id: "loadShip",
        route: "POST /ships/{id}",
        rows: [
          ["id", "*string*"],
          ["requestBody", "[operations.LoadShipRequestBody](../../models/operations/loadshiprequestbody.md)", "–"],
        ],
      },
      { "docs/models/operations/loadshiprequestbody.md": body.replace("ShipBody", "LoadShipRequestBody") },
      ["path id: string | null?", "body json operations/loadshiprequestbody"],
    ],
    [
      "rows for the fields of the body, beside parameters that a wrapper lists",
      {
        id: "loadShip",
        route: "POST /ships/{id}",
        rows: [
          ["id", "*string*"],
          ["name", "*string*"],
          ["xHarbourTeam", "*string*", "–"],
          ["flag", "*string*", "–"],
        ],
      },
      {
        "docs/models/operations/loadshiprequest.md": model(
          "LoadShipRequest",
          ["id", "*string*"],
          ["xHarbourTeam", "*string*", "–"],
          ["shipBody", "[components.ShipBody](../../models/components/shipbody.md)"],
        ),
        "docs/models/components/shipbody.md": body,
      },
      ["path id: string | null?", "header x-harbour-team?: string | null?", "body json components/shipbody"],
    ],
    [
      "rows for the fields of the body alone",
      {
        id: "loadShip",
        route: "POST /ships",
        rows: [
          ["name", "*string*"],
          ["flag", "*string*", "–"],
        ],
      },
      { "docs/models/components/shipbody.md": body },
      ["body json components/shipbody"],
    ],
    [
      "a wrapper for a method without a body",
      {
        id: "listShips",
        route: "GET /ships",
        rows: whole("[operations.ListShipsRequest](../../models/operations/listshipsrequest.md)"),
      },
      {
        "docs/models/operations/listshipsrequest.md": model(
          "ListShipsRequest",
          ["flag", "[operations.Flag](../../models/operations/flag.md)", "–"],
          ["names", "*string*[]", "–"],
        ),
        "docs/models/operations/flag.md": enumeration("Flag", ["A", "a"], ["B", "b"]),
      },
      ["query flag?: operations/flag | null?", "query names?: string[] | null?"],
    ],
    [
      "a DELETE with a body",
      {
        id: "deleteShips",
        route: "DELETE /ships",
        rows: whole("[operations.DeleteShipsRequest](../../models/operations/deleteshipsrequest.md)"),
      },
      {
        "docs/models/operations/deleteshipsrequest.md": model(
          "DeleteShipsRequest",
          ["dryRun", "*boolean*", "–"],
          [
            "requestBody",
            "[operations.DeleteShipsRequestBody](../../models/operations/deleteshipsrequestbody.md)",
            "–",
          ],
        ),
        "docs/models/operations/deleteshipsrequestbody.md": body.replace("ShipBody", "DeleteShipsRequestBody"),
      },
      ["query dryRun?: boolean | null?", "body json operations/deleteshipsrequestbody"],
    ],
    [
      "a DELETE that hands over a body alone",
      {
        id: "deleteShips",
        route: "DELETE /ships",
        rows: whole("[operations.DeleteShipsRequestBody](../../models/operations/deleteshipsrequestbody.md)"),
      },
      { "docs/models/operations/deleteshipsrequestbody.md": body.replace("ShipBody", "DeleteShipsRequestBody") },
      ["body json operations/deleteshipsrequestbody"],
    ],
    [
      "a DELETE whose body is called like its model",
      {
        id: "deleteShips",
        route: "DELETE /ships/{id}",
        rows: whole("[operations.DeleteShipsRequest](../../models/operations/deleteshipsrequest.md)"),
      },
      {
        "docs/models/operations/deleteshipsrequest.md": model(
          "DeleteShipsRequest",
          ["id", "*string*"],
          ["shipBody", "[components.ShipBody](../../models/components/shipbody.md)"],
        ),
        "docs/models/components/shipbody.md": body,
      },
      ["path id: string | null?", "body json components/shipbody"],
    ],
    [
      "a DELETE that hands over a component",
      {
        id: "deleteShips",
        route: "DELETE /ships",
        rows: whole("[components.ShipBody](../../models/components/shipbody.md)"),
      },
      { "docs/models/components/shipbody.md": body },
      ["body json components/shipbody"],
    ],
    [
      "a DELETE with parameters alone, in a flat folder",
      {
        id: "deleteShips",
        route: "DELETE /ships",
        rows: whole("[models.DeleteShipsRequest](../../models/deleteshipsrequest.md)"),
      },
      { "docs/models/deleteshipsrequest.md": model("DeleteShipsRequest", ["teamId", "*string*", "–"]) },
      ["query teamId?: string | null?"],
    ],
    [
      "a GET with an object in its query",
      {
        id: "listShips",
        route: "GET /ships",
        rows: whole("[operations.ListShipsRequest](../../models/operations/listshipsrequest.md)"),
      },
      {
        "docs/models/operations/listshipsrequest.md": model("ListShipsRequest", [
          "shipBody",
          "[components.ShipBody](../../models/components/shipbody.md)",
          "–",
        ]),
        "docs/models/components/shipbody.md": body,
      },
      ["query shipBody?: components/shipbody | null?"],
    ],
    [
      "a flat folder, where a body too is called after its operation",
      {
        id: "loadShip",
        route: "POST /ships",
        rows: whole("[models.LoadShipRequest](../../models/loadshiprequest.md)"),
      },
      { "docs/models/loadshiprequest.md": body.replace("ShipBody", "LoadShipRequest") },
      ["body json models/loadshiprequest"],
    ],
    [
      "a flat folder with a wrapper",
      {
        id: "loadShip",
        route: "POST /ships",
        rows: whole("[models.LoadShipRequest](../../models/loadshiprequest.md)"),
      },
      {
        "docs/models/loadshiprequest.md": model(
          "LoadShipRequest",
          ["idempotencyKey", "*string*", "–"],
          ["shipBody", "[models.ShipBody](../models/shipbody.md)", "–"],
        ),
        "docs/models/shipbody.md": body,
      },
      ["header idempotency-key?: string | null?", "body json models/shipbody"],
    ],
  ];
  test.each(cases)("47 %s", (_, of, docs, want) => {
    const { operation, found } = only(of, docs, "typescript");
    expect(sent(operation)).toEqual(want);
    expect(found).toEqual([]);
  });
});

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

  test("48 what the README lists as global, and what nearly all operations may take, is a header", () => {
    const get = (id: string) =>
      section({
        id,
        route: `GET /${id}`,
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
    expect(sent(operationOf(all))).toEqual(["header harbour-account?: string", "header fleet?: string"]);
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

describe("49 what the response line says", () => {
  const ship = "docs/models/components/ship.md";
  const cases: readonly (readonly [DialectName, string | undefined, string])[] = [
    ["typescript", "Promise\\<[components.Ship](../../models/components/ship.md)\\>", "json components/ship"],
    ["typescript", "Promise<[components.Ship](../../models/components/ship.md)>", "json components/ship"],
    ["typescript", "Promise\\<void\\>", "empty"],
    ["typescript", "Promise\\<[any](../../models/.md)\\>", "json unknown (any)"],
    ["typescript", "Promise\\<[components.Ship[]](../../models/.md)\\>", "json components/ship[]"],
    ["typescript", "Promise\\<[EventStream<components.Ship>](../../models/.md)\\>", "sse components/ship"],
    ["typescript", "Promise\\<[JsonLStream<components.Ship>](../../models/.md)\\>", "json-lines components/ship"],
    ["typescript", "Promise\\<[ReadableStream<Uint8Array>](../../models/.md)\\>", "bytes"],
    ["typescript", "Promise\\<[string](../../models/.md)\\>", "text"],
    ["typescript", "Promise\\<[{ [k: string]: components.Ship }](../../models/.md)\\>", "json {components/ship}"],
    [
      "typescript",
      "Promise\\<[{ [k: string]: Array<components.Ship> }](../../models/.md)\\>",
      "json {components/ship[]}",
    ],
    ["typescript", "Promise\\<[number](../../models/.md)\\>", "json number"],
    ["python", "[components.Ship](../../models/components/ship.md)", "json components/ship"],
    ["python", "[Optional[components.Ship]](../../models/components/ship.md)", "json components/ship"],
    ["python", "[List[components.Ship]](../../models/.md)", "json components/ship[]"],
    ["python", "[Any](../../models/.md)", "json unknown (any)"],
    [
      "python",
      "[Union[eventstreaming.EventStream[components.Ship], eventstreaming.EventStreamAsync[components.Ship]]](../../models/.md)",
      "sse components/ship",
    ],
    ["python", "List[components.Ship]", "json components/ship[]"],
    ["python", "str", "text"],
    ["python", "Union[components.Ship, components.Boat]", "json components/ship | components/boat"],
    ["python", "httpx.Response", "bytes"],
    ["python", "[httpx.Response](../../models/.md)", "bytes"],
    ["python", "Dict[str, components.Ship]", "json {components/ship}"],
    ["python", undefined, "empty"],
    ["go", "[*components.Ship](../../models/components/ship.md), error", "json components/ship"],
    ["go", "[[]components.Ship](../../.md), error", "json components/ship[]"],
    ["go", "[map[string]any](../../.md), error", "json {unknown (any)}"],
    ["go", "[*string](../../.md), error", "text"],
    ["go", "[io.ReadCloser](../../.md), error", "bytes"],
    ["go", "error", "empty"],
    ["java", "[Ship](../../models/components/Ship.md)", "json components/ship"],
    ["csharp", "[Ship](../../Models/Components/Ship.md)", "json components/ship"],
    ["csharp", "[List<Ship>](../../Models/.md)", "json components/ship[]"],
    ["csharp", "[Dictionary<string, object>](../../Models/.md)", "json {unknown (any)}"],
    ["csharp", "[byte[]](../../Models/.md)", "bytes"],
    ["csharp", undefined, "empty"],
    ["php", "[?Components\\Ship](../../Models/Components/Ship.md)", "json components/ship"],
    ["ruby", "[T.nilable(Models::Components::Ship)](../../models/components/ship.md)", "json components/ship"],
    [
      "ruby",
      "[Crystalline::Nilable.new(Models::Components::Ship)](../../models/components/ship.md)",
      "json components/ship",
    ],
    ["ruby", "[Models::Components::Ship](../../models/components/ship.md)", "json components/ship"],
  ];
  test.each(cases)("49 %s: %s", (dialect, response, want) => {
    const path =
      dialect === "java"
        ? "docs/models/components/Ship.md"
        : ["csharp", "php"].includes(dialect)
          ? "docs/Models/Components/Ship.md"
          : ship;
    const docs = { [path]: model("Ship"), "docs/models/components/boat.md": model("Boat") };
    const { operation, found } = only(
      { route: "POST /ships", ...(response === undefined ? {} : { response }) },
      docs,
      dialect,
    );
    expect(answers(operation)).toEqual([want]);
    expect(found).toEqual([]);
  });
});

describe("50 envelopes and other wrappers", () => {
  const http = {
    java: [
      ["contentType", "*String*", "✓", "HTTP response content type for this operation"],
      ["statusCode", "*int*", "✓", "HTTP response status code for this operation"],
      [
        "rawResponse",
        "[HttpResponse\\<InputStream>](https://docs.oracle.com/en/java/javase/11/docs/api/java.net.http/java/net/http/HttpResponse.html)",
        "✓",
        "Raw HTTP response; suitable for custom response parsing",
      ],
    ],
    php: [
      ["contentType", "*string*", "✓", "HTTP response content type for this operation"],
      ["statusCode", "*int*", "✓", "HTTP response status code for this operation"],
      [
        "rawResponse",
        "[\\Psr\\Http\\Message\\ResponseInterface](https://www.php-fig.org/psr/psr-7/#33-psrhttpmessageresponseinterface)",
        "✓",
        "Raw HTTP response; suitable for custom response parsing",
      ],
    ],
    ruby: [
      ["content_type", "*::String*", "✓", "HTTP response content type for this operation"],
      ["status_code", "*::Integer*", "✓", "HTTP response status code for this operation"],
      [
        "raw_response",
        "[Faraday::Response](https://www.rubydoc.info/gems/faraday/Faraday/Response)",
        "✓",
        "Raw HTTP response; suitable for custom response parsing",
      ],
    ],
    csharp: [
      ["ContentType", "*string*", "–", "HTTP response content type for this operation"],
      ["StatusCode", "*int*", "✓", "HTTP response status code for this operation"],
      [
        "RawResponse",
        "[HttpResponseMessage](https://learn.microsoft.com/en-us/dotnet/api/system.net.http.httpresponsemessage?view=net-5.0)",
        "✓",
        "Raw HTTP response; suitable for custom response parsing",
      ],
    ],
    python: [
      ["content_type", "*str*", "✓", "HTTP response content type for this operation"],
      ["status_code", "*int*", "✓", "HTTP response status code for this operation"],
      [
        "raw_response",
        "[httpx.Response](https://www.python-httpx.org/api/#response)",
        "✓",
        "Raw HTTP response; suitable for custom response parsing",
      ],
    ],
    typescript: [],
    go: [],
  } as const satisfies Record<DialectName, readonly Row[]>;
  const link: Readonly<Record<string, string>> = {
    java: "[Optional\\<Ship>](../../models/components/Ship.md)",
    php: "[?Components\\Ship](../../Models/Components/Ship.md)",
    ruby: "[T.nilable(Models::Components::Ship)](../../models/components/ship.md)",
    csharp: "[Ship](../../Models/Components/Ship.md)",
    python: "[Optional[components.Ship]](../../models/components/ship.md)",
  };
  test.each(["java", "php", "ruby", "csharp", "python"] as const)(
    "50 %s: an envelope of one body, or of none",
    (dialect) => {
      const isUpper = dialect === "php" || dialect === "csharp";
      const folder = isUpper ? "docs/Models" : "docs/models";
      const file = (namespace: string, title: string) =>
        `${folder}/${isUpper ? namespace : namespace.toLowerCase()}/${isUpper || dialect === "java" ? title : title.toLowerCase()}.md`;
      const line = (title: string): string => {
        const href = `../../${folder.slice(5)}/${isUpper ? "Operations" : "operations"}/${isUpper || dialect === "java" ? title : title.toLowerCase()}.md`;
        return (
          {
            php: `[?Operations\\${title}](${href})`,
            ruby: `[T.nilable(Models::Operations::${title})](${href})`,
            python: `[operations.${title}](${href})`,
          }[dialect as "php"] ?? `[${title}](${href})`
        );
      };
      const docs = {
        [file("Operations", "LoadResponse")]: model("LoadResponse", ...http[dialect], [
          "ship",
          link[dialect] ?? "",
          "–",
        ]),
        [file("Operations", "SinkResponse")]: model("SinkResponse", ...http[dialect]),
        [file("Components", "Ship")]: model("Ship"),
        [ships]: resource("Ships", {
          load: section({ id: "load", route: "POST /ships", response: line("LoadResponse") }),
          sink: section({ id: "sink", route: "DELETE /ships", response: line("SinkResponse") }),
        }),
      };
      const from = understood(docs, { dialect });
      expect(from.api.operations.map((one) => answers(one))).toEqual([["json components/ship"], ["empty"]]);
      expect(from.found).toEqual(["infer/missing-server null"]);
      expect(Object.keys(Object(Object(openapiOf(docs, { dialect }).components).schemas))).toEqual(["Ship"]);
    },
  );

  test("50 a raw response is in the envelopes of 2023 without descriptions", () => {
    const docs = {
      "docs/models/operations/loadresponse.md": model(
        "LoadResponse",
        ["content_type", "*str*"],
        ["ship", "[Optional[shared.Ship]](../../models/shared/ship.md)", "–"],
        ["raw_response", "[requests.Response](https://requests.readthedocs.io/en/latest/api/#requests.Response)", "–"],
        ["status_code", "*int*"],
      ),
      "docs/models/shared/ship.md": model("Ship"),
    };
    const { operation } = only(
      { id: "load", response: "[operations.LoadResponse](../../models/operations/loadresponse.md)" },
      docs,
    );
    expect(answers(operation)).toEqual(["json shared/ship"]);
  });

  test("50 C# keeps the metadata in one field", () => {
    const docs = {
      "docs/Models/Operations/LoadResponse.md": model(
        "LoadResponse",
        ["HttpMeta", "[HTTPMetadata](../../Models/Components/HTTPMetadata.md)"],
        ["Ship", "[Ship](../../Models/Components/Ship.md)", "–"],
      ),
      "docs/Models/Operations/SinkResponse.md": model("SinkResponse", [
        "HttpMeta",
        "[Models.Components.HTTPMetadata](../../Models/Components/HTTPMetadata.md)",
      ]),
      "docs/Models/Components/HTTPMetadata.md": model(
        "HTTPMetadata",
        [
          "Response",
          "[HttpResponseMessage](https://learn.microsoft.com/en-us/dotnet/api/system.net.http.httpresponsemessage?view=net-5.0)",
        ],
        ["Request", "*HttpRequestMessage*"],
      ),
      "docs/Models/Components/Ship.md": model("Ship"),
      [ships]: resource("Ships", {
        LoadAsync: section({
          id: "Load",
          route: "POST /ships",
          response: "[LoadResponse](../../Models/Operations/LoadResponse.md)",
        }),
        Sink: section({
          id: "Sink",
          route: "DELETE /ships",
          response: "[SinkResponse](../../Models/Operations/SinkResponse.md)",
        }),
      }),
    };
    const from = understood(docs, { dialect: "csharp" });
    expect(from.api.operations.map((one) => answers(one))).toEqual([["json components/ship"], ["empty"]]);
    expect(Object.keys(Object(Object(openapiOf(docs, { dialect: "csharp" }).components).schemas))).toEqual(["Ship"]);
  });

  const wrapped: readonly (readonly [string, readonly Row[], string])[] = [
    [
      "headers and result",
      [
        ["headers", "Record<string, *string*[]>"],
        ["result", "[components.Ship](../../models/components/ship.md)"],
      ],
      "json components/ship",
    ],
    ["headers alone", [["headers", "Record<string, *string*[]>"]], "empty"],
    ["result alone", [["result", "[components.Ship](../../models/components/ship.md)"]], "json components/ship"],
    ["result of several", [["result", "*operations.LoadShipResponseBody*"]], "json operations/loadshipresponsebody"],
    ["status code alone", [["statusCode", "*number*"]], "empty"],
    [
      "a payload",
      [
        ["result", "*string*"],
        ["next", "*string*", "–"],
      ],
      "json operations/loadshipresponse",
    ],
    [
      "a payload with headers",
      [
        ["headers", "Record<string, *string*>"],
        ["name", "*string*"],
      ],
      "json operations/loadshipresponse",
    ],
  ];
  test.each(wrapped)("50 TypeScript: %s", (_, rows, want) => {
    const docs = {
      "docs/models/operations/loadshipresponse.md": model("LoadShipResponse", ...rows),
      "docs/models/operations/loadshipresponsebody.md":
        "# LoadShipResponseBody\n\n\n## Supported Types\n\n### `components.Ship`\n\n### `string`\n",
      "docs/models/components/ship.md": model("Ship"),
    };
    const { operation } = only(
      {
        id: "load-ship",
        route: "POST /ships",
        response: "Promise\\<[operations.LoadShipResponse](../../models/operations/loadshipresponse.md)\\>",
      },
      docs,
      "typescript",
    );
    expect(answers(operation)).toEqual([want]);
  });

  test("50 a payload of one `result` that is not called after its operation is JSON", () => {
    const docs = { "docs/models/components/updatereport.md": model("UpdateReport", ["result", "*string*"]) };
    const { operation } = only(
      {
        id: "load",
        route: "POST /ships",
        response: "Promise\\<[components.UpdateReport](../../models/components/updatereport.md)\\>",
      },
      docs,
      "typescript",
    );
    expect(answers(operation)).toEqual(["json components/updatereport"]);
  });

  test("50 several bodies in one envelope are several answers", () => {
    const docs = {
      "docs/models/operations/loadresponse.md": model(
        "LoadResponse",
        ...http.python,
        ["headers", "Dict[str, List[*str*]]"],
        ["two_hundred_application_json_ship", "[Optional[components.Ship]](../../models/components/ship.md)", "–"],
        ["two_hundred_text_plain_res", "*Optional[str]*", "–"],
        ["response_stream", "[httpx.Response](https://www.python-httpx.org/api/#response)", "–"],
      ),
      "docs/models/components/ship.md": model("Ship"),
    };
    const { operation } = only(
      {
        id: "load",
        route: "POST /ships",
        response: "[operations.LoadResponse](../../models/operations/loadresponse.md)",
      },
      docs,
    );
    expect(answers(operation)).toEqual(["json components/ship", "text", "bytes"]);
  });
});

describe("51 errors", () => {
  const spelled: readonly (readonly [DialectName, string, string, string])[] = [
    ["typescript", "errors.Sunk", "docs/models/errors/sunk.md", "errors.SDKError"],
    ["python", "models.Sunk", "docs/models/sunk.md", "models.SDKError"],
    ["python", "errors.Sunk", "docs/errors/sunk.md", "errors.SDKDefaultError"],
    ["go", "sdkerrors.Sunk", "docs/models/sdkerrors/sunk.md", "sdkerrors.SDKError"],
    ["go", "apierrors.Sunk", "docs/models/apierrors/sunk.md", "apierrors.APIError"],
    ["java", "models/errors/Sunk", "docs/models/errors/Sunk.md", "models/errors/SDKException"],
    [
      "csharp",
      "Harbour.Sdk.Models.Errors.Sunk",
      "docs/Models/Errors/Sunk.md",
      "Harbour.Sdk.Models.Errors.SDKException",
    ],
    ["php", "Errors\\Sunk", "docs/Models/Errors/Sunk.md", "errors\\SDKException"],
    ["php", "Errors\\Sunk", "docs/Errors/Sunk.md", "Errors\\APIException"],
    ["ruby", "Models::Errors::Sunk", "docs/models/errors/sunk.md", "Errors::APIError"],
  ];
  test.each(spelled)("51 %s: %s", (dialect, type, path, fallback) => {
    const text: Partial<Record<DialectName, string>> = {
      go: "`string`",
      java: "*String*",
      ruby: "*::String*",
      python: "*str*",
    };
    const { operation, found } = only(
      {
        route: "POST /ships",
        errors: [
          [type, "400, 401, 422", "application/json"],
          [type, "5XX", "application/json"],
          [fallback, "4XX, 5XX", "\\*/\\*"],
        ],
      },
      { [path]: model("Sunk", ["message", text[dialect] ?? "*string*"]) },
      dialect,
    );
    expect(operation.errors.map(({ status, title, type: { kind } }) => [status, title, kind])).toEqual(
      ["400", "401", "422", "5XX"].map((status) => [status, "Sunk", "reference"]),
    );
    expect(found).toEqual([]);
  });

  test("51 the column of old, ranges of old, and a fallback for one range", () => {
    const text = `Does it.\n\n### Example Usage\n\n\`\`\`python\n\`\`\`\n\n### Response\n\n**[models.Ship](../../models/ship.md)**\n### Errors\n\n| Error Object | Status Code | Content Type |\n| --- | --- | --- |\n| errors.Sunk | 404,410 | application/json |\n| errors.SDKError | 4x-5xx | */* |\n`;
    const from = understood({
      [ships]: resource("Ships", { load: text }),
      "docs/models/errors/sunk.md": model("Sunk", ["message", "*str*"]),
      "docs/models/ship.md": model("Ship"),
    });
    expect(operationOf(from).errors.map(({ status, title }) => [status, title])).toEqual([
      ["404", "Sunk"],
      ["410", "Sunk"],
    ]);
    expect(answers(operationOf(from))).toEqual(["json models/ship"]);
    for (const status of ["4XX", "5XX", "4XX, 5XX"]) {
      const { operation, found } = only({ route: "POST /ships", errors: [["errors.SDKError", status, "\\*/\\*"]] });
      expect(operation.errors).toEqual([]);
      expect(found).toEqual([]);
    }
  });

  test("51 an error class that carries the raw response is read without it", () => {
    const { from } = only(
      { route: "POST /ships", errors: [["errors.Sunk", "400", "application/json"]] },
      {
        "docs/models/errors/sunk.md": model(
          "Sunk",
          [
            "raw_response",
            "[Optional[httpx.Response]](https://www.python-httpx.org/api/#response)",
            "–",
            "Raw HTTP response; suitable for custom response parsing",
          ],
          ["message", "*str*"],
        ),
      },
    );
    expect(partsOf(from, "errors/sunk")).toEqual(["message: string"]);
  });
});

test("52 no errors, no parameters, no response", () => {
  const { operation, found } = only({ route: "POST /ships" });
  expect([sent(operation), answers(operation), operation.errors]).toEqual([[], ["empty"], []]);
  expect(found).toEqual([]);
  const bare = understood({
    [ships]:
      "# ships\n\n### Available Operations\n\n* [load](#load)\n\n## load\n\n### Response\n\n**[models.Ship](../../models/ship.md)**\n",
    "docs/models/ship.md": model("Ship"),
  });
  expect(answers(operationOf(bare))).toEqual(["json models/ship"]);
});

describe("53 credentials and servers of one operation", () => {
  const readme =
    "# Harbour\n\n<!-- Start Authentication [security] -->\n## Authentication\n\n| Name | Type | Scheme |\n| --- | --- | --- |\n| `bearer_auth` | http | HTTP Bearer |\n<!-- End Authentication [security] -->\n";
  const sampleWith =
    'python\nwith Harbour(\n    bearer_auth="<YOUR_BEARER_TOKEN_HERE>",\n) as harbour:\n    harbour.ships.load()';
  const sampleWithout = "python\nwith Harbour() as harbour:\n    harbour.ships.load()";
  const security: readonly Row[] = [
    [
      "security",
      "[models.LoadSecurity](../../models/loadsecurity.md)",
      "✓",
      "The security requirements to use for the request.",
    ],
  ];
  const flattened: readonly Row[] = [["security", "[models.LoadSecurity](../../models/loadsecurity.md)", "✓"]];
  test.each<readonly [string, Section, boolean]>([
    ["with a token", { sample: sampleWith }, true],
    ["without", { sample: sampleWithout }, false],
    ["with a row", { sample: sampleWithout, rows: security }, true],
    ["with a row without a description", { sample: sampleWithout, rows: flattened }, true],
  ])("53 an operation %s", (_, of, want) => {
    const { operation, from } = only(
      { route: "POST /ships", ...of },
      { "README.md": readme, "docs/models/loadsecurity.md": model("LoadSecurity", ["token", "*Optional[str]*", "–"]) },
    );
    expect(operation.secured.value).toBe(want);
    expect(sent(operation)).toEqual([]);
    const schemas = Object.keys(
      Object(
        Object(
          openapiOf({
            [ships]: resource("Ships", { load: section({ route: "POST /ships", ...of }) }),
            "README.md": readme,
            "docs/models/loadsecurity.md": model("LoadSecurity", ["token", "*Optional[str]*", "–"]),
          }).components,
        ).schemas ?? {},
      ),
    );
    expect(schemas).toEqual([]);
    expect(from.api.security.value).toHaveLength(1);
  });

  test("53 a row for a server is no parameter, and its example no server", () => {
    const { operation, from } = only({
      route: "GET /ships",
      rows: [["server_url", "*Optional[str]*", "–", "An optional server URL to use.", "http://localhost:8080"]],
    });
    expect(sent(operation)).toEqual([]);
    expect(from.api.servers.value).toEqual([]);
  });
});

describe("54 streams", () => {
  const stream =
    "[Union[eventstreaming.EventStream[models.ShipEvent], eventstreaming.EventStreamAsync[models.ShipEvent]]](../../models/.md)";
  const events: readonly (readonly [string, readonly Row[], string])[] = [
    [
      "an event with all its fields",
      [
        ["id", "*Optional[str]*", "–"],
        ["event", "*Optional[str]*", "–"],
        ["data", "[models.Ship](../models/ship.md)"],
        ["retry", "*Optional[int]*", "–"],
      ],
      "sse models/ship",
    ],
    ["an event of data alone", [["data", "[Optional[models.Ship]](../models/ship.md)", "–"]], "sse models/ship"],
    [
      "a flat item",
      [
        ["id", "*str*"],
        ["object", "*str*"],
        ["choices", "List[*str*]"],
      ],
      "sse models/shipevent",
    ],
    [
      "an event of text",
      [
        ["event", "*str*"],
        ["data", "*str*"],
      ],
      "sse string",
    ],
  ];
  test.each(events)("54 %s", (_, rows, want) => {
    const { operation, found } = only(
      { route: "POST /ships", response: stream },
      { "docs/models/shipevent.md": model("ShipEvent", ...rows), "docs/models/ship.md": model("Ship") },
    );
    expect(answers(operation)).toEqual([want]);
    expect(found).toEqual([]);
  });

  test("54 the mark at the end: a typed one is an item, one in prose is none", () => {
    const typed = only(
      { id: "load", response: "[operations.LoadResponse](../../models/operations/loadresponse.md)" },
      {
        "docs/models/operations/loadresponse.md": model(
          "LoadResponse",
          ["content_type", "*str*"],
          ["status_code", "*int*"],
          ["raw_response", "[requests.Response](https://requests.readthedocs.io/en/latest/api/#requests.Response)"],
          ["body", "*bytes*"],
          [
            "load_result",
            "List[[Union[shared.ShipEvent, shared.SentinelEvent]](../../models/shared/loadresult.md)]",
            "–",
          ],
        ),
        "docs/models/shared/loadresult.md":
          "# LoadResult\n\n\n## Supported Types\n\n### ShipEvent\n\n```python\nloadResult: shared.ShipEvent = /* values here */\n```\n\n### SentinelEvent\n\n```python\nloadResult: shared.SentinelEvent = /* values here */\n```\n",
        "docs/models/shared/shipevent.md": model("ShipEvent", ["data", "[shared.Ship](../../models/shared/ship.md)"]),
        "docs/models/shared/sentinelevent.md": model("SentinelEvent", [
          "data",
          "[shared.Data](../../models/shared/data.md)",
        ]),
        "docs/models/shared/data.md": enumeration("Data", ["DONE", "[DONE]"]),
        "docs/models/shared/ship.md": model("Ship"),
      },
    );
    expect(answers(typed.operation)).toEqual(["bytes", 'sse shared/ship | "[DONE]" until [DONE]']);
    const told = only(
      { description: "Ends with `data: [DONE]`.", route: "POST /ships", response: stream },
      {
        "docs/models/shipevent.md": model("ShipEvent", ["data", "[models.Ship](../models/ship.md)"]),
        "docs/models/ship.md": model("Ship"),
      },
    );
    expect(answers(told.operation)).toEqual(["sse models/ship until [DONE]"]);
  });

  test("54 JSON Lines are a stream of their own framing", () => {
    const docs = {
      [ships]: resource("Ships", {
        log: section({
          id: "log",
          route: "GET /ships/log",
          response: "Promise\\<[JsonLStream<models.Line>](../../models/.md)\\>",
        }),
      }),
      "docs/models/line.md": model("Line", ["data", "*string*"]),
    };
    const from = understood(docs, { dialect: "typescript" });
    expect(answers(operationOf(from))).toEqual(["json-lines models/line"]);
    expect(modelOf(from, "models/line")).toMatchObject({ role: { value: "data" } });
    expect(openapiOf(docs, { dialect: "typescript" })).toMatchObject({
      paths: {
        "/ships/log": {
          get: {
            responses: {
              "2XX": { content: { "application/jsonl": { schema: { $ref: "#/components/schemas/Line" } } } },
            },
          },
        },
      },
    });
  });

  test("54 a pair on one path: one operation whose answer is either", () => {
    const docs = {
      [ships]: resource("Ships", {
        load: section({
          id: "load",
          route: "POST /ships",
          rows: [["request", "[components.LoadBody](../../models/components/loadbody.md)", "✓", request]],
          response: "Promise\\<[operations.LoadResponse](../../models/operations/loadresponse.md)\\>",
        }),
      }),
      "docs/models/operations/loadresponse.md":
        "# LoadResponse\n\n\n## Supported Types\n\n### `components.Ship`\n\n```typescript\nconst value: components.Ship = {};\n```\n\n### `EventStream<components.ShipEvent>`\n\n",
      "docs/models/components/loadbody.md": model("LoadBody", ["stream", "*boolean*", "–"]),
      "docs/models/components/ship.md": model("Ship", ["name", "*string*"]),
      "docs/models/components/shipevent.md": model("ShipEvent", [
        "data",
        "[components.Ship](../../models/components/ship.md)",
      ]),
    };
    const from = understood(docs);
    expect(answers(operationOf(from))).toEqual(["json components/ship", "sse components/ship"]);
    expect(openapiOf(docs)).toMatchObject({
      paths: {
        "/ships": { post: { responses: { "2XX": { content: { "application/json": {}, "text/event-stream": {} } } } } },
      },
    });
  });
});

test("55 pages: the answer is the page, whatever the wrapper, and its parameters are in the query", () => {
  const docs = {
    "docs/models/operations/listshipsresponse.md": model("ListShipsResponse", [
      "result",
      "[components.ShipPage](../../models/components/shippage.md)",
    ]),
    "docs/models/components/shippage.md": model(
      "ShipPage",
      ["items", "[components.Ship](../../models/components/ship.md)[]"],
      ["nextCursor", "*string*", "–"],
    ),
    "docs/models/components/ship.md": model("Ship"),
  };
  const sample =
    "typescript\nconst harbour = new Harbour();\n\nasync function run() {\n  const result = await harbour.ships.load({});\n\n  for await (const page of result) {\n    console.log(page);\n  }\n}";
  const { operation } = only(
    {
      id: "listShips",
      route: "GET /ships",
      sample,
      rows: [
        ["cursor", "*string*", "–"],
        ["limit", "*number*", "–"],
      ],
      response: "Promise\\<[operations.ListShipsResponse](../../models/operations/listshipsresponse.md)\\>",
    },
    docs,
    "typescript",
  );
  expect(answers(operation)).toEqual(["json components/shippage"]);
  expect(sent(operation)).toEqual(["query cursor?: string | null?", "query limit?: number | null?"]);
});

describe("56 how a body is written", () => {
  const file =
    "[File](https://developer.mozilla.org/en-US/docs/Web/API/File) \\| [Blob](https://developer.mozilla.org/en-US/docs/Web/API/Blob) \\| [components.ShipFile](../../models/components/shipfile.md)";
  const whole = (type: string): readonly Row[] => [["request", type, "✓", request]];
  const cases: readonly (readonly [string, DialectName, Section, Docs, string])[] = [
    [
      "a file of TypeScript",
      "typescript",
      { rows: whole("[components.Load](../../models/components/load.md)") },
      {
        "docs/models/components/load.md": model("Load", ["name", "*string*"], ["file", file]),
        "docs/models/components/shipfile.md": model(
          "ShipFile",
          ["fileName", "*string*"],
          ["content", "*ReadableStream<Uint8Array>*"],
        ),
      },
      "multipart",
    ],
    [
      "several files",
      "typescript",
      { rows: whole("[components.Load](../../models/components/load.md)") },
      {
        "docs/models/components/load.md": model("Load", [
          "files",
          "[components.ShipFile](../../models/components/shipfile.md)[]",
        ]),
        "docs/models/components/shipfile.md": model("ShipFile", ["fileName", "*string*"], ["content", "*Uint8Array*"]),
      },
      "multipart",
    ],
    [
      "a file of Python",
      "python",
      { rows: whole("[models.Load](../../models/load.md)") },
      {
        "docs/models/load.md": model("Load", ["file", "[Optional[models.ShipFile]](../models/shipfile.md)", "–"]),
        "docs/models/shipfile.md": model(
          "ShipFile",
          ["file_name", "*str*"],
          ["content", "*Union[bytes, IO[bytes], io.BufferedReader]*"],
          ["content_type", "*Optional[str]*", "–"],
        ),
      },
      "multipart",
    ],
    // Languages without a word for bytes have text or anything for the content.
    [
      "a file whose content is text",
      "php",
      { rows: whole("[Components\\Load](../../Models/Components/Load.md)") },
      {
        "docs/Models/Components/Load.md": model("Load", [
          "file",
          "[?Components\\ShipFile](../../Models/Components/ShipFile.md)",
          "–",
        ]),
        "docs/Models/Components/ShipFile.md": model("ShipFile", ["fileName", "*string*"], ["content", "*string*"]),
      },
      "multipart",
    ],
    [
      "a file whose content is anything",
      "go",
      { rows: whole("[components.Load](../../models/components/load.md)") },
      {
        "docs/models/components/load.md": model("Load", [
          "File",
          "[components.ShipFile](../../models/components/shipfile.md)",
          "✓",
        ]),
        "docs/models/components/shipfile.md": model("ShipFile", ["FileName", "`string`"], ["Content", "`any`"]),
      },
      "multipart",
    ],
    [
      "a file of Ruby",
      "ruby",
      { rows: whole("[Models::Components::Load](../../models/components/load.md)") },
      {
        "docs/models/components/load.md": model("Load", [
          "file",
          "[Models::Components::ShipFile](../../models/components/shipfile.md)",
          "✓",
        ]),
        "docs/models/components/shipfile.md": model("ShipFile", ["file_name", "*::String*"], ["content", "*::String*"]),
      },
      "multipart",
    ],
    [
      "a file of C#",
      "csharp",
      { rows: whole("[Load](../../Models/Components/Load.md)") },
      {
        "docs/Models/Components/Load.md": model("Load", [
          "File",
          "[ShipFile](../../Models/Components/ShipFile.md)",
          "✓",
        ]),
        "docs/Models/Components/ShipFile.md": model("ShipFile", ["FileName", "*string*"], ["Content", "*byte[]*"]),
      },
      "multipart",
    ],
    [
      "a file of Java",
      "java",
      { rows: whole("[Load](../../models/components/Load.md)") },
      {
        "docs/models/components/Load.md": model("Load", [
          "file",
          "[ShipFile](../../models/components/ShipFile.md)",
          "✓",
        ]),
        "docs/models/components/ShipFile.md": model("ShipFile", ["fileName", "*String*"], ["content", "*byte[]*"]),
      },
      "multipart",
    ],
    [
      "a file of 2023, with a field called after the part",
      "python",
      { rows: whole("[shared.Load](../../models/shared/load.md)") },
      {
        "docs/models/shared/load.md": model(
          "Load",
          ["image", "[shared.LoadImage](../../models/shared/loadimage.md)"],
          ["old", "list[*str*]", "–"],
        ),
        "docs/models/shared/loadimage.md": model("LoadImage", ["content", "*bytes*"], ["image", "*str*"]),
      },
      "multipart",
    ],
    [
      "bytes of JSON",
      "python",
      { rows: whole("[models.Load](../../models/load.md)") },
      { "docs/models/load.md": model("Load", ["name", "*str*"], ["photo", "*bytes*"]) },
      "json",
    ],
    [
      "a body of bytes",
      "python",
      { rows: whole("[Union[bytes, IO[bytes], io.BufferedReader]](../../models/.md)") },
      {},
      "bytes",
    ],
    ["a body of bytes in Java", "java", { rows: whole("[byte[]](../../models//.md)") }, {}, "bytes"],
    [
      "a body in a wrapper",
      "typescript",
      { id: "load", rows: whole("[operations.LoadRequest](../../models/operations/loadrequest.md)") },
      {
        "docs/models/operations/loadrequest.md": model(
          "LoadRequest",
          ["fleet", "*string*"],
          ["requestBody", "*ReadableStream<Uint8Array>*"],
        ),
      },
      "bytes",
    ],
    [
      "JSON",
      "python",
      { rows: whole("[models.Load](../../models/load.md)") },
      { "docs/models/load.md": model("Load", ["name", "*str*"]) },
      "json",
    ],
    [
      "a model of a file's name and text",
      "python",
      { rows: whole("[models.Load](../../models/load.md)") },
      {
        "docs/models/load.md": model("Load", ["source", "[models.Source](../models/source.md)"]),
        "docs/models/source.md": model("Source", ["file_name", "*str*"], ["content", "*str*"]),
      },
      "json",
    ],
  ];
  test.each(cases)("56 %s in %s", (_, dialect, of, docs, want) => {
    const { operation } = only({ id: "load", route: "POST /ships", ...of }, docs, dialect);
    expect(operation.body?.encoding.value).toBe(want);
    const all = { [ships]: resource("Ships", { load: section({ id: "load", route: "POST /ships", ...of }) }), ...docs };
    const content =
      { multipart: "multipart/form-data", bytes: "application/octet-stream", json: "application/json" }[want] ?? "";
    expect(openapiOf(all, { dialect })).toMatchObject({
      paths: { "/ships": { post: { requestBody: { content: { [content]: {} } } } } },
    });
  });
});
