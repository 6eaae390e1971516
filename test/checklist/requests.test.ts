import { describe, expect, test } from "vitest";
import { type Docs, enumeration, model, type Row, type Section, sent } from "./docs.ts";
import { only, request } from "./only-operation.ts";

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
      "a wrapper whose body is called like its model, which is taken without some fields",
      {
        id: "loadShip",
        route: "PUT /ships/{id}",
        rows: whole("[operations.LoadShipRequest](../../models/operations/loadshiprequest.md)"),
      },
      {
        "docs/models/operations/loadshiprequest.md": model(
          "LoadShipRequest",
          ["id", "*string*"],
          ["ship", "[components.ShipInput](../../models/components/shipinput.md)"],
        ),
        "docs/models/components/shipinput.md": body.replace("ShipBody", "ShipInput"),
      },
      ["path id: string | null?", "body json components/shipinput"],
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

test("59 a call has what its path needs from the client, and its arguments by their types", () => {
  const { operation } = only(
    {
      id: "load",
      route: "GET /fleets/{fleetId}/ships",
      sample:
        'typescript\nconst harbour = new Harbour({\n  fleetId: "north",\n});\nconst result = await harbour.ships.load("zee", 5);',
      rows: [
        ["fleetId", "*string*", "–"],
        ["name", "*string*", "–"],
        ["isOld", "*boolean*", "–"],
        ["limit", "*number*", "–"],
      ],
    },
    {},
    "typescript",
  );
  expect(operation.sample?.value.parameters).toEqual([
    { name: "fleetId", in: "path", value: "north" },
    { name: "name", in: "query", value: "zee" },
    { name: "limit", in: "query", value: 5 },
  ]);
});
