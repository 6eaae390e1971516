import { expect, test } from "vitest";
import { fact, jsonBody, object, operation, parameter, property, reference } from "./api.ts";
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
