import { describe, expect, test } from "vitest";
import {
  answers,
  enumeration,
  model,
  modelOf,
  openapiOf,
  operationOf,
  type Row,
  resource,
  section,
  sent,
  understood,
} from "./docs.ts";
import { only, request, ships } from "./only-operation.ts";

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

  test.each<[name: string, events: readonly (readonly [enumeration: string, data: string])[], want: unknown]>([
    [
      "each has one of its own",
      [
        ["arrived", "[models.Ship](../models/ship.md)"],
        ["gone", "[models.Port](../models/port.md)"],
      ],
      [
        { name: "arrived", item: { kind: "reference", id: "models/ship" } },
        { name: "gone", item: { kind: "reference", id: "models/port" } },
      ],
    ],
    [
      "two have one",
      [
        ["arrived", "[models.Ship](../models/ship.md)"],
        ["arrived", "[models.Port](../models/port.md)"],
      ],
      undefined,
    ],
    [
      "one has none",
      [
        ["arrived", "[models.Ship](../models/ship.md)"],
        ["", "[models.Port](../models/port.md)"],
      ],
      undefined,
    ],
    [
      "all hold the same",
      [
        ["arrived", "[models.Ship](../models/ship.md)"],
        ["gone", "[models.Ship](../models/ship.md)"],
      ],
      undefined,
    ],
  ])("54 events are told apart by their names where %s", (_, events, want) => {
    const titles = events.map((_, index) => `Event${index + 1}`);
    const files = events.flatMap(([name, data], index) => [
      [
        `docs/models/event${index + 1}.md`,
        model(
          `Event${index + 1}`,
          ...(name === "" ? [] : [["event", `[models.Name${index + 1}](../models/name${index + 1}.md)`] as const]),
          ["data", data],
          ["retry", "*Optional[int]*", "–"],
        ),
      ],
      [`docs/models/name${index + 1}.md`, enumeration(`Name${index + 1}`, [name.toUpperCase(), name])],
    ]);
    const { operation } = only(
      { route: "POST /ships", response: stream },
      {
        ...Object.fromEntries(files),
        "docs/models/shipevent.md": `# ShipEvent\n\n\n## Supported Types\n\n${titles.map((title) => `### \`models.${title}\`\n\n\`\`\`python\nvalue: models.${title} = /* values here */\n\`\`\`\n`).join("\n")}`,
        "docs/models/ship.md": model("Ship"),
        "docs/models/port.md": model("Port"),
      },
    );
    expect(operation.replies.value.map((body) => (body.kind === "stream" ? body.events : body))).toEqual([want]);
  });

  test.each([
    ["the events, where there are several", ["Arrived", "Gone"], { $ref: "#/components/schemas/ShipEvent" }],
    ["the data of the only one", ["Arrived"], { $ref: "#/components/schemas/Ship" }],
  ])("54 openapi.json has %s", (_, titles, schema) => {
    const docs = {
      [ships]: resource("Ships", { watch: section({ id: "watch", route: "GET /ships", response: stream }) }),
      ...Object.fromEntries(
        titles.map((title) => [
          `docs/models/${title.toLowerCase()}.md`,
          model(title, ["event", `*Literal["${title.toLowerCase()}"]*`], ["data", "[models.Ship](../models/ship.md)"]),
        ]),
      ),
      "docs/models/shipevent.md": `# ShipEvent\n\n\n## Supported Types\n\n${titles.map((title) => `### \`models.${title}\`\n\n\`\`\`python\nvalue: models.${title} = /* values here */\n\`\`\`\n`).join("\n")}`,
      "docs/models/ship.md": model("Ship"),
    };
    expect(openapiOf(docs, { dialect: "python" })).toMatchObject({
      paths: { "/ships": { get: { responses: { "2XX": { content: { "text/event-stream": { schema } } } } } } },
    });
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
  expect(operation.pagination.value).toEqual({
    kind: "cursor",
    parameter: "cursor",
    in: "query",
    first: null,
    size: "limit",
    next: ["nextCursor"],
    items: ["items"],
  });
});
