import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import {
  answers,
  model,
  openapiOf,
  operationOf,
  type Row,
  resource,
  section,
  sent,
  table,
  understood,
} from "./docs.ts";
import { only, request, ships } from "./only-operation.ts";

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
    "* [~~list~~](#list) - List all :warning: **Deprecated** Use `get` instead.",
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

test("44 a line of its own may state method and path", () => {
  const from = understood({
    "docs/operations/ships.md":
      "# Ships\n\n## getShip\n\n`GET /ships/{id}`\n\n### Parameters\n\n| Parameter | Type | Required |\n| - | - | - |\n| id | string | Yes |\n\n### Response\n\n[Ship](../models/ship.md)\n",
    "docs/models/ship.md": "# Ship\n\n| Name | Type | Required |\n| - | - | - |\n| name | string | Yes |\n",
  });
  const operation = operationOf(from);
  expect(operation.route).toMatchObject({
    value: { method: "GET", path: "/ships/{id}" },
    because: [{ rule: "route/line", strength: "stated", places: ["docs/operations/ships.md#getShip:route"] }],
  });
  expect(operation.group).toEqual(["ships"]);
  expect(sent(operation)).toEqual(["path id: string | null?"]);
  expect(answers(operation)).toEqual(["json models/ship"]);
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
