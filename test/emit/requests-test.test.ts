import { expect, test } from "vitest";
import {
  fact,
  jsonBody,
  listOf,
  object,
  operation,
  optional,
  parameter,
  property,
  reference,
  stream,
  union,
} from "./api.ts";
import { emitted } from "./emitted.ts";

const text = { kind: "string" } as const;

test.each([
  { examples: ["244660000"], want: 'path: "/vessels/244660000"' },
  { examples: ["a b/(c)"], want: 'path: "/vessels/a%20b%2F%28c%29"' },
  // Half of a surrogate pair is no text that an address can hold, and dots would lead elsewhere: no request is made up.
  { examples: ["\ud800"], want: undefined },
  { examples: [".."], want: undefined },
])("the package's own test of a path with $examples", ({ examples, want }) => {
  const operations = [
    operation("find", "GET", "/vessels/{mmsi}", { parameters: [parameter("mmsi", "path", text, { examples })] }),
  ];
  const file = emitted("test/requests.test.mjs", { operations });
  expect(/path: ".*"/.exec(file)?.[0]).toBe(want);
});

const integer = { kind: "integer" } as const;

test.each([
  // A value that reads as its field's name is no variable of that name.
  { name: "42", type: integer, examples: ["42"], want: '{ "42": 42 }' },
  { name: "true", type: { kind: "boolean" } as const, examples: ["true"], want: "{ true: true }" },
  { name: "{}", type: { kind: "map", value: text } as const, examples: ["{}"], want: '{ "{}": {} }' },
  { name: '"x"', type: text, examples: ["x"], want: '{ \'"x"\': "x" }' },
])("the request of a field $name with $examples", ({ name, type, examples, want }) => {
  const properties = [property(name, type, { wireName: fact(name), examples })];
  const operations = [operation("mark", "POST", "/marks", { body: jsonBody(reference("Mark")) })];
  const file = emitted(
    "test/requests.test.mjs",
    { models: [object("Mark", properties)], operations },
    { fields: "wire" },
  );
  expect(/request: (.*),\n/.exec(file)?.[1]).toBe(want);
});

const models = [
  object("Crane", [property("type", { kind: "literal", value: "crane" }, optional), property("name", text, optional)]),
  union("Gear", [{ type: reference("Crane"), tags: ["crane"] }], { tag: fact<string | null>("type") }),
  object("Watch", [property("gear", listOf(reference("Gear"))), property("stream", { kind: "boolean" })]),
];
const watch = operation("watch", "POST", "/watch", {
  body: jsonBody(reference("Watch")),
  replies: fact([stream(reference("Crane"))]),
});
const held = { ...watch, body: jsonBody(reference("Watch"), { as: ["watch"] }) };

// What has a tag is told by it. The function sets the flag, unless the type of a member that holds it asks for it.
test.each([
  { given: "a body that is the request", one: watch, want: '{ gear: [{ type: "crane" }] }' },
  { given: "a body in a member", one: held, want: '{ watch: { gear: [{ type: "crane" }], stream: true } }' },
])("the package's own test of $given", ({ one, want }) => {
  const file = emitted("test/requests.test.mjs", { models, operations: [one] });
  expect(/request: (.*),/.exec(file)?.[1]).toBe(want);
  const [, body = ""] = file.split("body: ");
  expect(body.replaceAll(/,?\s+(?=[\]}])|\s+/g, "")).toMatch(/^\{gear:\[\{type:"crane"\}\],stream:true\}/);
});

test("the package's own test of a form tells no order of its fields, which the docs do not", () => {
  const properties = [property("port", text, optional), property("berth", text)].map((one) => ({
    ...one,
    examples: ["x"],
  }));
  const body = jsonBody(reference("Call"), { encoding: fact("form") });
  const operations = [operation("call", "POST", "/calls", { body })];
  const file = emitted("test/requests.test.mjs", { models: [object("Call", properties)], operations });
  expect(/body: (\[[\s\S]*?\]),\n {2}\}/.exec(file)?.[1]?.replaceAll(/,?\s+(?=\])|\s+/g, "")).toBe(
    '[["berth","x"],["port","x"]]',
  );
  expect(file).toContain("pairs.sort()");
});
