import { expect, test } from "vitest";
import type { Json, Operation } from "../../generator/ir/index.ts";
import {
  enumeration,
  fact,
  json,
  jsonBody,
  listOf,
  object,
  operation,
  optional,
  parameter,
  property,
  reference,
  stream,
  text,
  union,
} from "./api.ts";
import { emitted } from "./emitted.ts";

const models = [
  object("ShipReport", [property("name", text)]),
  enumeration("Kind", ["tug", "ferry"]),
  object("Crane", [property("type", { kind: "literal", value: "crane" }), property("loadTons", { kind: "number" })]),
  union("Gear", [{ type: reference("Crane"), tags: ["crane"] }, { type: text }]),
  object("Ask", [
    property("shipName", text),
    property("kind", reference("Kind"), optional),
    property("at", { kind: "date-time" }, optional),
    property("gear", listOf(reference("Gear")), optional),
    property("photo", { kind: "bytes" }, optional),
    property("labels", { kind: "map", value: text }, optional),
    property("stream", { kind: "boolean" }, optional),
  ]),
];
const report = json(reference("ShipReport"));
const events = stream(reference("ShipReport"));

/** The example in the comment of the method. */
function example(more: Partial<Operation>, sample?: { parameters?: Record<string, Json>; body?: Json }): string {
  const { parameters = {}, ...rest } = sample ?? {};
  const listed = Object.entries(parameters).map(([name, value]) => ({ name, in: "query", value }));
  const talk = operation("talk", "POST", "/ships", {
    replies: fact([report]),
    ...(sample === undefined ? {} : { sample: fact({ parameters: listed, ...rest }) }),
    ...more,
  });
  const comment = emitted("src/resources/vessels.ts", { models, operations: [talk] }).split("  /**\n")[1] ?? "";
  const lines = (comment.split("   */\n")[0] ?? "").split("\n").map((line) => line.replace(/^ {3}\* ?/, ""));
  return lines
    .slice(lines.indexOf("@example") + 1)
    .join("\n")
    .trimEnd();
}

const body = jsonBody(reference("Ask"));
const name = { ship_name: "Zee" };

test.each<[string, string, () => string]>([
  ["nothing to hand over", "const report = await client.vessels.talk();", () => example({})],
  ["nothing that comes back", "await client.vessels.talk();", () => example({ replies: fact([{ kind: "empty" }]) })],
  ["no sample", "", () => example({ body })],
  [
    "parameters, one without a value",
    'const report = await client.vessels.talk({ callSign: "a", limit: 5 });',
    () =>
      example(
        {
          parameters: [
            parameter("callSign", "query", text),
            parameter("limit", "query", { kind: "integer" }),
            parameter("page", "query", text, optional),
          ],
        },
        { parameters: { call_sign: "a", limit: 5 } },
      ),
  ],
  [
    "a required one without a value",
    "",
    () => example({ parameters: [parameter("limit", "query", { kind: "integer" })] }, {}),
  ],
  [
    "a value of another type",
    "",
    () => example({ parameters: [parameter("limit", "query", { kind: "integer" })] }, { parameters: { limit: "5" } }),
  ],
  [
    "a body of dates, enums, unions, bytes and maps",
    `const report = await client.vessels.talk({
  shipName: "Zee",
  kind: "tug",
  at: new Date("2024-02-29T12:30:00Z"),
  gear: [{ type: "crane", loadTons: 5 }, "rope"],
  photo: new Uint8Array([1, 2, 3]),
  labels: { "a b": "c" },
});`,
    () =>
      example(
        { body },
        {
          body: {
            ...name,
            kind: "tug",
            at: "2024-02-29T12:30:00Z",
            gear: [{ type: "crane", load_tons: 5 }, "rope"],
            photo: "AQID",
            labels: { "a b": "c" },
          },
        },
      ),
  ],
  [
    "more bytes than anyone reads",
    'const report = await client.vessels.talk({ shipName: "Zee" });',
    () => example({ body }, { body: { ...name, photo: "QUJD".repeat(8) } }),
  ],
  [
    "a list of objects, one a line",
    `const report = await client.vessels.talk({
  shipName: "Zee",
  gear: [
    { type: "crane", loadTons: 5 },
    { type: "crane", loadTons: 6 },
  ],
});`,
    () => example({ body }, { body: { ...name, gear: [5, 6].map((tons) => ({ type: "crane", load_tons: tons })) } }),
  ],
  [
    "a body that the sample leaves out",
    "const report = await client.vessels.talk();",
    () => example({ body: { ...body, presence: fact("optional") } }, {}),
  ],
  [
    "a value that the enum does not list",
    'const report = await client.vessels.talk({ shipName: "Zee" });',
    () => example({ body }, { body: { ...name, kind: "raft" } }),
  ],
  [
    "a body in a member",
    'const report = await client.vessels.talk({ ask: { shipName: "Zee" } });',
    () => example({ body: { ...body, as: ["ask"] } }, { body: name }),
  ],
  [
    "a stream, whose flag the function sets",
    'const events = await client.vessels.talk({ shipName: "Zee" });\nfor await (const event of events) console.log(event);',
    () => example({ body, replies: fact([events]) }, { body: { ...name, stream: true } }),
  ],
  [
    "a stream that the sample asks for",
    'const events = await client.vessels.talk({ shipName: "Zee", stream: true });\nfor await (const event of events) console.log(event);',
    () => example({ body, replies: fact([report, events]) }, { body: { ...name, stream: true } }),
  ],
  [
    "an answer of two",
    'const report = await client.vessels.talk({ shipName: "Zee" });',
    () => example({ body, replies: fact([report, events]) }, { body: name }),
  ],
  [
    "text that would end the comment",
    String.raw`const report = await client.vessels.talk({ shipName: "*\/ @x ` + String.raw`\u202e" });`,
    () => example({ body }, { body: { ship_name: "*/ @x \u202e" } }),
  ],
])("the example of %s", (_, want, given) => {
  expect(given()).toBe(want);
});

test("beyond 16 lines optional members are left out, the last first; beyond 40 there is no example", () => {
  const gear = (length: number): Json =>
    Array.from({ length }, () => ({ type: "crane", load_tons: 1_000_000_000_000_000 }));
  const short = example({ body }, { body: { ...name, kind: "tug", gear: gear(20), labels: { a: "b" } } });
  expect(short).toBe('const report = await client.vessels.talk({ shipName: "Zee", kind: "tug" });');
  const long = example({ body: jsonBody(listOf(reference("Gear")), { as: ["gear"] }) }, { body: gear(50) });
  expect(long).toBe("");
});
