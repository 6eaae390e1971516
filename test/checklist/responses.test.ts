import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import {
  answers,
  model,
  openapiOf,
  operationOf,
  partsOf,
  type Row,
  resource,
  type Section,
  section,
  sent,
  understood,
} from "./docs.ts";
import { only, ships } from "./only-operation.ts";

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
