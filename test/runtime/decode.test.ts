import { describe, expect, expectTypeOf, test } from "vitest";
import {
  boolean,
  type Decoding,
  decimal,
  decode,
  freeObject,
  integer,
  isList,
  isObject,
  type Key,
  list,
  literal,
  map,
  nullable,
  number,
  oneOf,
  own,
  type Reader,
  string,
  unknown,
} from "../../templates/typescript/runtime/decode.ts";
import { DecodeError } from "../../templates/typescript/runtime/errors.ts";
import { additional, guess, knownFields } from "../../templates/typescript/runtime/further-fields.ts";
import type { DecodeOptions, Issue } from "../../templates/typescript/runtime/issue.ts";
import type { JsonObject } from "../../templates/typescript/runtime/json.ts";
import { unknownFields } from "../../templates/typescript/runtime/model.ts";

/** `path code: expected, received`. */
function spell({ path, code, expected, received }: Issue): string {
  return `${path} ${code}: ${expected}, ${received}`;
}

/** What reading gives in the lenient mode, and what it reports. */
function read<T>(reader: Reader<T>, input: unknown): { readonly value: T; readonly issues: readonly string[] } {
  const issues: string[] = [];
  const value = decode("M", reader, input, { validate: "lenient", onIssue: (issue) => issues.push(spell(issue)) });
  return { value, issues };
}

const red = (input: unknown, at: Decoding, key: Key): "red" => literal(input, at, key, "red");
const colour = (input: unknown, at: Decoding, key: Key): "red" | 7 => oneOf(input, at, key, ["red", 7] as const);
const maybe = (input: unknown, at: Decoding, key: Key): string | null => nullable(input, at, key, string);
const texts = (input: unknown, at: Decoding, key: Key): string[] => list(input, at, key, string);
const table = (input: unknown, at: Decoding, key: Key) => map(input, at, key, integer);

describe("a value of its kind is read as it is", () => {
  test.each<[reader: Reader<unknown>, input: unknown]>([
    [string, ""],
    [string, "ä\u0000"],
    [boolean, false],
    [number, -0.5],
    [integer, 0],
    [integer, -0],
    [integer, 2 ** 53 - 1],
    [integer, -(2 ** 53) + 1],
    [integer, 1e15],
    [decimal, 0.1],
    [decimal, "0.10"],
    [red, "red"],
    [colour, 7],
    [maybe, null],
    [maybe, "x"],
    [texts, []],
    [texts, ["a", "b"]],
    [table, {}],
    [table, { a: 1, "": 2 }],
    [unknown, null],
    [unknown, { a: [1] }],
  ])("%o of %j", (reader, input) => {
    expect(read(reader, input)).toEqual({ value: input, issues: [] });
  });
});

describe("a value of another kind is an issue, and is delivered as it came", () => {
  test.each<[reader: Reader<unknown>, input: unknown, issue: string]>([
    [string, 1, "M type: a string, a number"],
    [string, null, "M type: a string, null"],
    [string, undefined, "M missing: a string, nothing"],
    [boolean, "true", "M type: a boolean, a string"],
    [boolean, 0, "M type: a boolean, a number"],
    [number, "1", "M type: a number, a string"],
    [number, [], "M type: a number, an array"],
    [integer, 0.5, "M type: a safe integer, a number"],
    [integer, "1", "M type: a safe integer, a string"],
    [integer, 2 ** 53, "M range: a safe integer, a number"],
    [integer, -(2 ** 53), "M range: a safe integer, a number"],
    [integer, 1e300, "M range: a safe integer, a number"],
    [integer, undefined, "M missing: a safe integer, nothing"],
    [decimal, true, "M type: a decimal number, a boolean"],
    [red, "blue", 'M value: "red", a string'],
    [red, null, 'M value: "red", null'],
    [red, undefined, 'M missing: "red", nothing'],
    [colour, "7", 'M value: one of ["red",7], a string'],
    [colour, undefined, 'M missing: one of ["red",7], nothing'],
    [maybe, 1, "M type: a string, a number"],
    [maybe, undefined, "M missing: a string, nothing"],
    [texts, {}, "M type: an array, an object"],
    [texts, null, "M type: an array, null"],
    [table, [], "M type: an object, an array"],
    [table, null, "M type: an object, null"],
    [unknown, undefined, "M missing: a value, nothing"],
  ])("%o of %j: %s", (reader, input, issue) => {
    expect(read(reader, input)).toEqual({ value: input, issues: [issue] });
  });
});

describe("a container reports each of its items, and delivers the rest", () => {
  test("a list", () => {
    expect(read(texts, ["a", 1, null])).toEqual({
      value: ["a", 1, null],
      issues: ["M[1] type: a string, a number", "M[2] type: a string, null"],
    });
  });

  test("a map, whatever its keys are", () => {
    const input = JSON.parse(
      '{ "a": "x", "b-c": "x", "__proto__": "x", "": "x", "1": "x", "é": "x", "-": "x", "\\"": "x" }',
    );
    const { value, issues } = read(table, input);
    expect(issues.map((issue) => issue.split(" ")[0])).toEqual([
      "M.1",
      "M.a",
      'M["b-c"]',
      "M.__proto__",
      'M[""]',
      'M["é"]',
      'M["-"]',
      'M["\\""]',
    ]);
    expect(value).toEqual(input);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test("a list of lists of maps", () => {
    const nested: Reader<unknown> = (input, at, key) =>
      list(input, at, key, (item, at, key) => list(item, at, key, (item, at, key) => map(item, at, key, maybe)));
    expect(read(nested, [[{ a: null }, { a: 1, b: {} }], 7]).issues).toEqual([
      "M[0][1].a type: a string, a number",
      "M[0][1].b type: a string, an object",
      "M[1] type: an array, a number",
    ]);
  });

  test("a list of a hundred thousand items", () => {
    const input = Array.from({ length: 100_000 }, (_, index) => (index === 99_999 ? null : index));
    const { value, issues } = read((input, at, key) => list(input, at, key, integer), input);
    expect(value).toEqual(input);
    expect(issues).toEqual(["M[99999] type: a safe integer, null"]);
  });
});

describe("the modes", () => {
  const bad = ["a", 1, 2];
  const run = (options?: DecodeOptions): { readonly got: unknown; readonly reported: readonly string[] } => {
    const reported: string[] = [];
    const onIssue = (issue: Issue): void => void reported.push(issue.path);
    try {
      return { got: decode("M", texts, bad, { ...options, onIssue }), reported };
    } catch (error) {
      return { got: error, reported };
    }
  };

  test.each<[DecodeOptions | undefined]>([[undefined], [{}], [{ validate: "strict" }], [{ validate: undefined }]])(
    "%j is strict: all issues in one error, each reported once",
    (options) => {
      const { got, reported } = run(options);
      expect(got).toBeInstanceOf(DecodeError);
      expect(got).toMatchObject({ issues: [{ path: "M[1]" }, { path: "M[2]" }] });
      expect(reported).toEqual(["M[1]", "M[2]"]);
    },
  );

  test("lenient: delivered and reported", () => {
    expect(run({ validate: "lenient" })).toEqual({ got: bad, reported: ["M[1]", "M[2]"] });
  });

  test("off: delivered", () => {
    expect(run({ validate: "off" })).toEqual({ got: bad, reported: [] });
  });

  test("an issue holds no value of the payload", () => {
    const secret = "a-secret";
    const error = failure(() => decode("M", red, secret));
    expect(JSON.stringify(error) + String(error)).not.toContain(secret);
  });

  test("without issues, nothing is thrown or reported", () => {
    expect(decode("M", texts, ["a"])).toEqual(["a"]);
  });
});

interface Port {
  code: string;
  berthCount?: number;
}

const portFields: readonly string[] = ["code", "berth_count"];
const portGuesses: ReadonlyMap<string, string> = new Map([["berthCount", "berth_count"]]);

/** As emitted for a model of which one name rests on style alone. */
function parsePort(input: unknown, at: Decoding, key: Key): Port {
  if (!isObject(input)) return at.mismatch(input, key, "an object");
  at.enter(key);
  const value: Port = { code: string(input["code"], at, "code") };
  const berthCountInput = guess(input, at, "berth_count", "berthCount");
  if (berthCountInput !== undefined) value.berthCount = integer(berthCountInput, at, "berth_count");
  return at.close(value, input) ? value : at.keep(value, input, knownFields(input, portFields, portGuesses));
}

const guessed = "M.berth_count name-guess: the name berth_count, the name berthCount";

describe("a name that the documentation leaves open", () => {
  test.each<[input: JsonObject, value: Port, unknown: JsonObject, issues: readonly string[]]>([
    [{ code: "a" }, { code: "a" }, {}, []],
    [{ code: "a", berth_count: 1 }, { code: "a", berthCount: 1 }, {}, []],
    [{ code: "a", berthCount: 2 }, { code: "a", berthCount: 2 }, {}, [guessed]],
    [{ code: "a", berth_count: 1, berthCount: 2 }, { code: "a", berthCount: 1 }, { berthCount: 2 }, []],
    [
      { code: "a", berthCount: "2" },
      { code: "a", berthCount: "2" as never },
      {},
      [guessed, "M.berth_count type: a safe integer, a string"],
    ],
    [
      { code: "a", berth_count: null, berthCount: 2 },
      { code: "a", berthCount: null as never },
      { berthCount: 2 },
      ["M.berth_count type: a safe integer, null"],
    ],
  ])("%j", (input, value, unknown, issues) => {
    const got = read(parsePort, input);
    expect({ ...got, value: plain(got.value) }).toEqual({ value, issues });
    expect(unknownFields(got.value)).toEqual(unknown);
  });
});

test("an object without documented fields is read as it came", () => {
  const input = { a: { b: [1] }, c: null };
  expect(read(freeObject, input)).toEqual({ value: input, issues: [] });
  expect(read(freeObject, [])).toEqual({ value: [], issues: ["M type: an object, an array"] });
  expect(read(freeObject, undefined)).toEqual({ value: undefined, issues: ["M missing: an object, nothing"] });
});

describe("fields that the documentation does not know", () => {
  test("are kept, whatever their names are", () => {
    const input = JSON.parse('{ "code": "a", "x": { "y": [1] }, "__proto__": 1, "constructor": 2, "": null }');
    const { value, issues } = read(parsePort, input);
    expect(issues).toEqual([]);
    expect(plain(value)).toEqual({ code: "a" });
    expect(unknownFields(value)).toEqual(
      JSON.parse('{ "x": { "y": [1] }, "__proto__": 1, "constructor": 2, "": null }'),
    );
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test.each<[input: JsonObject, unknown: JsonObject, issues: readonly string[]]>([
    [{ x: 1 }, { x: 1 }, ["M.code missing: a string, nothing"]],
    [{ x: 1, berth_count: 2 }, { x: 1 }, ["M.code missing: a string, nothing"]],
    [{ x: 1, berthCount: 2 }, { x: 1 }, ["M.code missing: a string, nothing", guessed]],
    [{ code: "a", x: 1, berth_count: 2 }, { x: 1 }, []],
  ])("are kept in place of fields that are missing: %j", (input, unknown, issues) => {
    const got = read(parsePort, input);
    expect(got.issues).toEqual(issues);
    expect(unknownFields(got.value)).toEqual(unknown);
    for (const validate of ["lenient", "off"] as const) {
      expect(unknownFields(decode("M", parsePort, input, { validate }))).toEqual(unknown);
    }
  });

  test("are read by their type where it is known", () => {
    const parse: Reader<{ [key: string]: number }> = (input, at, key) => {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value = additional(input, at, knownFields(input, portFields, portGuesses), integer);
      at.leave();
      return value;
    };
    const input = JSON.parse('{ "code": "a", "berthCount": 1, "x": 1, "y": "1", "__proto__": 2 }');
    const { value, issues } = read(parse, input);
    expect(value).toEqual(JSON.parse('{ "x": 1, "y": "1", "__proto__": 2 }'));
    expect(issues).toEqual(["M.y type: a safe integer, a string"]);
  });
});

test("a field that every object inherits is read only where it is there", () => {
  expect(own({}, "constructor")).toBeUndefined();
  expect(own({ constructor: "x" }, "constructor")).toBe("x");
});

test("an object and a list are told apart", () => {
  const values = [{}, [], null, "", 1, undefined, new Date(0)];
  expect(values.map(isObject)).toEqual([true, false, false, false, false, false, true]);
  expect(values.map(isList)).toEqual([false, true, false, false, false, false, false]);
});

test("readers have the types of what they read", () => {
  expectTypeOf(decode("M", texts, [])).toEqualTypeOf<string[]>();
  expectTypeOf(decode("M", colour, 7)).toEqualTypeOf<"red" | 7>();
  expectTypeOf(decode("M", string<"a" | "b">, "a")).toEqualTypeOf<"a" | "b">();
  // @ts-expect-error a reader of numbers reads no text
  const wrong: Reader<string> = number;
  // @ts-expect-error there are three modes
  const mode: DecodeOptions = { validate: "loose" };
  expect([wrong, mode]).toHaveLength(2);
});

/** A model without what it keeps beside its documented fields. */
function plain(model: object): object {
  return Object.fromEntries(Object.entries(model));
}

function failure(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
