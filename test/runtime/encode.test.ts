import { describe, expect, test } from "vitest";
import { addFields, encodeFreeObject, encodeMap, encodeUnknown } from "../../templates/typescript/runtime/encode.ts";
import type { JsonObject } from "../../templates/typescript/runtime/json.ts";
import { withUnknown, withUnknownFields } from "../../templates/typescript/runtime/model.ts";

/** As the wire carries it: with what `JSON.parse` makes of any name. */
function parsed(text: string): JsonObject {
  return JSON.parse(text);
}

describe("unknown fields are written back", () => {
  test.each<[json: string, unknown: string, want: string]>([
    ['{"a":1}', "{}", '{"a":1}'],
    ['{"a":1}', '{"b":2}', '{"a":1,"b":2}'],
    ['{"a":1}', '{"a":2}', '{"a":1}'],
    ['{"a":null}', '{"a":2}', '{"a":null}'],
    ["{}", '{"__proto__":{"x":1}}', '{"__proto__":{"x":1}}'],
    ['{"__proto__":1}', '{"__proto__":2}', '{"__proto__":1}'],
    ["{}", '{"constructor":1,"toString":null,"":[]}', '{"constructor":1,"toString":null,"":[]}'],
  ])("%s and %s: %s", (json, unknown, want) => {
    const model = withUnknownFields({}, parsed(unknown));
    const got = withUnknown(model, parsed(json));
    expect(JSON.stringify(got)).toBe(want);
    expect(Object.getPrototypeOf(got)).toBe(Object.prototype);
  });

  test("in place of a documented one that is absent", () => {
    const model = withUnknownFields({}, { a: 2, b: 3 });
    expect(withUnknown(model, { a: undefined, b: 1 })).toEqual({ a: 2, b: 1 });
  });

  test("none, of a model that has none", () => {
    expect(withUnknown({ b: 2 }, { a: 1 })).toEqual({ a: 1 });
  });
});

describe("further fields of a known type", () => {
  test.each<[json: string, fields: string, want: string]>([
    ['{"a":1}', '{"b":2,"__proto__":3}', '{"a":1,"b":2,"__proto__":3}'],
    ['{"a":1}', '{"a":2}', '{"a":1}'],
    ['{"a":1}', "null", '{"a":1}'],
  ])("%s and %s: %s", (json, fields, want) => {
    const got = parsed(json);
    addFields(got, JSON.parse(fields));
    expect(JSON.stringify(got)).toBe(want);
  });
});

test("a map is written value by value, whatever its names are", () => {
  const entries = JSON.parse('{"a":1,"__proto__":2}');
  expect(JSON.stringify(encodeMap<number>(entries, (value) => value + 1))).toBe('{"a":2,"__proto__":3}');
});

test("an object without documented fields is written with all that it has", () => {
  const value = withUnknownFields(parsed('{"a":{"b":[1]},"__proto__":2}'), { a: 0, c: 3 });
  const got = encodeFreeObject(value);
  expect(JSON.stringify(got)).toBe('{"a":{"b":[1]},"__proto__":2,"c":3}');
  expect(Object.getPrototypeOf(got)).toBe(Object.prototype);
});

test("what the documentation does not describe is passed on", () => {
  const value = { a: [1, null] };
  expect(encodeUnknown(value)).toBe(value);
});
