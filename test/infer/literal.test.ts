import { describe, expect, test } from "vitest";
import { type Literal, readAssigned, readLiteral } from "../../generator/infer/samples/literal.ts";

/** A literal as nested arrays, which a table can show. */
function shape(literal: Literal): unknown {
  switch (literal.kind) {
    case "object":
      return Object.fromEntries(literal.entries.map(([key, value]) => [key, shape(value)]));
    case "list":
      return literal.items.map(shape);
    case "number":
      return literal.integer ? 1 : 1.5;
    case "string":
      return literal.value;
    case "null":
      return null;
    case "other":
      return "?";
  }
}

describe("a literal", () => {
  const cases: readonly [string, unknown][] = [
    ["12", 1],
    ["-12", 1],
    ["1_000", 1],
    ["12.0", 1.5],
    ["1e3", 1],
    ["1e-3", 1.5],
    ["12abc", "?"],
    ["2024-05-01", "?"],
    ["null", null],
    ["true", "?"],
    ['"a, b"', "a, b"],
    ["{ a: 1, 'b': [null, 2.5,], }", { a: 1, b: [null, 1.5] }],
    ['{"a": "{\\"b\\": 1}", "c": 2}', { a: '{\\"b\\": 1}', c: 1 }],
    ['{ at: new Date("2024-05-01, noon"), n: 3 }', { at: "?", n: 1 }],
    ['{ f: await openAsBlob("x"), n: 3 }', { f: "?", n: 1 }],
    ["{ // why\n a: 1 // because\n}", { a: 1 }],
    ["{ a: 1 + 2, b: 3 }", { a: "?", b: 1 }],
    ["{ a: [1, ", { a: [1] }],
    ["{ ] ) a: 1 }", { a: 1 }],
    ["{ ...rest, a: 1 }", { a: 1 }],
    ["", "?"],
  ];
  test.each(cases)("%s", (text, want) => expect(shape(readLiteral(text))).toEqual(want));
});

test.each([
  ['import { A } from "a";\n\nlet value: A = {\n  n: 1,\n};\n', { n: 1 }],
  ["const value: { [k: string]: any } = { n: 1 };", { n: 1 }],
  ["// No examples available for this model", undefined],
])("the assigned value of %j", (sample, want) => {
  const literal = readAssigned(sample);
  expect(literal && shape(literal)).toEqual(want);
});
