import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type Decoding,
  decode,
  integer,
  isObject,
  type Key,
  list,
  literal,
  string,
} from "../../templates/typescript/runtime/decode.ts";
import type { Issue } from "../../templates/typescript/runtime/issue.ts";
import type { JsonObject, JsonValue } from "../../templates/typescript/runtime/json.ts";
import type { UnknownMember, UnknownVariant } from "../../templates/typescript/runtime/model.ts";
import {
  anyOf,
  type Candidate,
  encodeAnyOf,
  isUnknownMember,
  unknownMember,
  unknownVariant,
} from "../../templates/typescript/runtime/union.ts";

interface Box {
  kind: "box";
  weight: number;
}

interface Tank {
  kind: "tank";
  volume: number;
}

interface Berth {
  berth: string;
  depth?: number;
}

function parseBox(input: unknown, at: Decoding, key: Key): Box {
  if (!isObject(input)) return at.mismatch(input, key, "an object");
  at.enter(key);
  const value: Box = {
    kind: literal(input["kind"], at, "kind", "box"),
    weight: integer(input["weight"], at, "weight"),
  };
  return at.close(value, input) ? value : at.keep(value, input, ["kind", "weight"]);
}

function parseTank(input: unknown, at: Decoding, key: Key): Tank {
  if (!isObject(input)) return at.mismatch(input, key, "an object");
  at.enter(key);
  const value: Tank = {
    kind: literal(input["kind"], at, "kind", "tank"),
    volume: integer(input["volume"], at, "volume"),
  };
  return at.close(value, input) ? value : at.keep(value, input, ["kind", "volume"]);
}

function parseBerth(input: unknown, at: Decoding, key: Key): Berth {
  if (!isObject(input)) return at.mismatch(input, key, "an object");
  at.enter(key);
  const value: Berth = { berth: string(input["berth"], at, "berth") };
  if (input["depth"] !== undefined) value.depth = integer(input["depth"], at, "depth");
  return at.close(value, input) ? value : at.keep(value, input, ["berth", "depth"]);
}

const encodeBerth = ({ berth, depth }: Berth): JsonValue => (depth === undefined ? { berth } : { berth, depth });

type Member = Box | Tank | Berth | string | string[];

const candidates: readonly Candidate<Member>[] = [
  {
    read: parseBox,
    encode: ({ kind, weight }: Box) => ({ kind, weight }),
    required: ["kind", "weight"],
    literals: { kind: "box" },
  },
  {
    read: parseTank,
    encode: ({ kind, volume }: Tank) => ({ kind, volume }),
    required: ["kind", "volume"],
    literals: { kind: "tank" },
  },
  { read: parseBerth, encode: encodeBerth, required: ["berth"] },
  { read: string, encode: (value: string) => value },
  {
    read: (input, at, key) => list(input, at, key, string),
    encode: (value: readonly string[]) => value.map((item) => item),
  },
];

function parse(input: unknown, at: Decoding, key: Key): Member | UnknownMember {
  return anyOf<Member>(input, at, key, candidates);
}

function read(input: unknown): { readonly value: unknown; readonly issues: readonly string[] } {
  const issues: string[] = [];
  const onIssue = ({ path, code }: Issue): void => void issues.push(`${path} ${code}`);
  const value = decode("M", parse, input, { validate: "lenient", onIssue });
  return { value: isObject(value) ? { ...Object.fromEntries(Object.entries(value)) } : value, issues };
}

const unknown = (value: unknown): unknown => ({ $unknown: true, value });

describe("a union that is told apart by shape", () => {
  test.each<[what: string, input: unknown, value: unknown, issues: readonly string[]]>([
    ["the member that fits", { kind: "tank", volume: 1 }, { kind: "tank", volume: 1 }, []],
    ["the member without a literal", { berth: "7" }, { berth: "7" }, []],
    ["text", "x", "x", []],
    ["a list", ["x"], ["x"], []],
    [
      "a known literal with a bad body is that member",
      { kind: "box", weight: "1" },
      { kind: "box", weight: "1" },
      ["M.weight type"],
    ],
    ["an unknown literal is a newer member", { kind: "crate", weight: 1 }, unknown({ kind: "crate", weight: 1 }), []],
    ["a lacking field is no member", { kind: "box" }, unknown({ kind: "box" }), []],
    ["a number is no member", 7, unknown(7), []],
    ["null is no member", null, unknown(null), []],
    ["a list of others is no member", [1], unknown([1]), []],
    ["nothing is an issue", undefined, unknown(undefined), ["M missing"]],
    [
      "of two that fit, the one with fewer unknown fields",
      { kind: "box", weight: 1, berth: "7", depth: 1, x: 1 },
      { kind: "box", weight: 1 },
      [],
    ],
    ["fewer issues win over fewer unknown fields", { kind: "box", weight: "1", berth: "7" }, { berth: "7" }, []],
    [
      "what every object inherits is no field",
      JSON.parse('{ "__proto__": { "berth": "7" } }'),
      unknown(JSON.parse('{ "__proto__": { "berth": "7" } }')),
      [],
    ],
  ])("%s", (_, input, value, issues) => {
    expect(read(input)).toEqual({ value, issues });
  });

  test("reports the issues of the best member alone, each once, at their place", () => {
    const issues: Issue[] = [];
    const both: readonly Candidate<Member>[] = [...candidates, { read: parseBox, encode: String, required: [] }];
    const nested = (input: unknown, at: Decoding, key: Key): unknown =>
      list(input, at, key, (item, at, key) => anyOf<Member>(item, at, key, both));
    decode("M", nested, [{ kind: "box", weight: null }], {
      validate: "lenient",
      onIssue: (issue) => issues.push(issue),
    });
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual(["M[0].weight type"]);
  });

  test("with validation off, picks the same member and reports nothing", () => {
    const value = decode("M", parse, { kind: "box", weight: "1" }, { validate: "off" });
    expect(value).toEqual({ kind: "box", weight: "1" });
  });

  test.each<[what: string, value: Member | UnknownMember, json: unknown]>([
    ["a member", { kind: "box", weight: 1 }, { kind: "box", weight: 1 }],
    ["another", { kind: "tank", volume: 1 }, { kind: "tank", volume: 1 }],
    ["the member that writes most of it", { berth: "7", depth: 2 }, { berth: "7", depth: 2 }],
    ["text", "x", "x"],
    ["a list", ["x"], ["x"]],
    ["an empty list", [], []],
    ["an unknown member, as its value", { $unknown: true, value: [1] }, [1]],
  ])("%s is written", (_, value, json) => {
    expect(encodeAnyOf<Member>(value, candidates)).toEqual(json);
  });

  test("a member that is written without its optional literal is found again", () => {
    const optionalKind: Candidate<unknown> = {
      read: (input, at, key) => {
        if (!isObject(input)) return at.mismatch(input, key, "an object");
        return { label: string(input["label"], at, "label") };
      },
      encode: ({ label }: { readonly label: string }) => ({ kind: undefined, label }),
      required: ["label"],
      literals: { kind: "crate" },
    };
    const written = encodeAnyOf<unknown>({ label: "a" }, [optionalKind]);
    expect(decode("M", (input, at, key) => anyOf(input, at, key, [optionalKind]), written)).toEqual({ label: "a" });
  });

  test("what no member can write throws", () => {
    expect(() => encodeAnyOf<Member>(null as never, candidates.slice(0, 1))).toThrow(TypeError);
  });
});

describe("a union without its documented members", () => {
  test.each<[input: unknown, issues: readonly string[]]>([
    [1, []],
    [null, []],
    [undefined, ["missing"]],
  ])("%j", (input, codes) => {
    const issues: string[] = [];
    const value = decode("M", unknownMember, input, { validate: "lenient", onIssue: ({ code }) => issues.push(code) });
    expect({ value, issues }).toEqual({ value: unknown(input), issues: codes });
  });

  test.each([
    [{ $unknown: true, value: 1 }, true],
    [{ $unknown: false, value: 1 }, false],
    [{}, false],
    [null, false],
    [[], false],
    ["x", false],
  ])("%j: %j", (value, isUnknown) => {
    expect(isUnknownMember(value)).toBe(isUnknown);
  });
});

describe("a tag that the documentation does not know", () => {
  test.each<[input: unknown, value: unknown, issues: readonly string[]]>([
    [{ kind: "new", x: 1 }, { type: "$unknown", value: { kind: "new", x: 1 } }, []],
    [{ x: 1 }, { type: "$unknown", value: { x: 1 } }, ["M.kind missing"]],
    [{ kind: 7 }, { type: "$unknown", value: { kind: 7 } }, ["M.kind type"]],
    [{ kind: null }, { type: "$unknown", value: { kind: null } }, ["M.kind type"]],
    ["new", "new", ["M type"]],
    [null, null, ["M type"]],
    [undefined, undefined, ["M missing"]],
  ])("%j", (input, value, want) => {
    const issues: string[] = [];
    const onIssue = ({ path, code }: Issue): void => void issues.push(`${path} ${code}`);
    const got = decode("M", (input, at, key) => unknownVariant(input, at, key, "type", "kind"), input, {
      validate: "lenient",
      onIssue,
    });
    expect({ value: got, issues }).toEqual({ value, issues: want });
  });
});

test("the unknown variant leaves a switch exact", () => {
  type Any = ({ type: "box" } & Box) | UnknownVariant<"type">;
  const weigh = (one: Any): number => {
    switch (one.type) {
      case "box":
        expectTypeOf(one.weight).toEqualTypeOf<number>();
        return one.weight;
      case "$unknown":
        expectTypeOf(one.value).toEqualTypeOf<JsonObject>();
        return 0;
      default:
        expectTypeOf(one).toEqualTypeOf<never>();
        return one;
    }
  };
  // @ts-expect-error no variant has this tag
  weigh({ type: "tank" });
  expect(weigh({ type: "box", kind: "box", weight: 2 })).toBe(2);
});
