import { expect, test } from "vitest";
import type { Model, Property, Type } from "../../generator/ir/index.ts";
import { enumeration, fact, listOf, object, optional, property, reference, text, union } from "../emit/api.ts";
import { documentOf, line } from "./emitted.ts";

const integer: Type = { kind: "integer" };
const yes = { nullable: fact("yes" as const) };
const open = { ...optional, nullable: fact("unstated" as const) };

/** The schema of the only property of the only object. */
function propertyOf(type: Type, more: Partial<Property> = {}, unstatedNull: "exclude" | "include" = "exclude"): string {
  const models = [object("Port", [property("depth", type, more)]), enumeration("Flag", ["nl", "be"])];
  const { schemas } = documentOf({ models }, { unstatedNull }).components;
  return line((schemas["Port"] as { properties: Record<string, unknown> }).properties["depth"]);
}

const literal = (value: string | number): Type => ({ kind: "literal", value });

const types: readonly [Type, string][] = [
  [text, '{"type":"string"}'],
  [{ kind: "boolean" }, '{"type":"boolean"}'],
  [integer, '{"type":"integer"}'],
  [{ kind: "number" }, '{"type":"number"}'],
  [{ kind: "decimal" }, '{"type":["string","number"],"format":"decimal"}'],
  [{ kind: "date" }, '{"type":"string","format":"date"}'],
  [{ kind: "date-time" }, '{"type":"string","format":"date-time"}'],
  [{ kind: "bytes" }, '{"type":"string","format":"byte","contentEncoding":"base64"}'],
  [{ kind: "literal", value: "port" }, '{"type":"string","const":"port"}'],
  [{ kind: "literal", value: 3 }, '{"type":"integer","const":3}'],
  [{ kind: "literal", value: true }, '{"type":"boolean","const":true}'],
  [{ kind: "literal", value: null }, '{"type":"null"}'],
  [listOf(integer), '{"type":"array","items":{"type":"integer"}}'],
  [{ kind: "map", value: text }, '{"type":"object","additionalProperties":{"type":"string"}}'],
  [{ kind: "map", value: { kind: "unknown", reason: "any" } }, '{"type":"object","additionalProperties":true}'],
  [listOf({ kind: "nullable", of: text }), '{"type":"array","items":{"type":["string","null"]}}'],
  [reference("Flag"), '{"$ref":"#/components/schemas/Flag"}'],
  [
    { kind: "union", members: [text, reference("Flag")] },
    '{"anyOf":[{"type":"string"},{"$ref":"#/components/schemas/Flag"}]}',
  ],
  [{ kind: "union", members: [literal("a"), literal("b"), literal("a")] }, '{"type":"string","enum":["a","b"]}'],
  [{ kind: "union", members: [literal(1), literal(1.5)] }, '{"type":"number","enum":[1,1.5]}'],
  [
    { kind: "union", members: [literal("a"), integer, literal("b")] },
    '{"anyOf":[{"type":"string","enum":["a","b"]},{"type":"integer"}]}',
  ],
  [
    { kind: "union", members: [literal("a"), literal(1)] },
    '{"anyOf":[{"type":"string","const":"a"},{"type":"integer","const":1}]}',
  ],
  [{ kind: "unknown", reason: "any" }, "{}"],
];

test.each(types)("%j", (type, want) => expect(propertyOf(type)).toBe(want));

const values: readonly [string, string, string][] = [
  ["null of a scalar", propertyOf(text, yes), '{"type":["string","null"]}'],
  [
    "null of a constant",
    propertyOf({ kind: "literal", value: "a" }, yes),
    '{"type":["string","null"],"enum":["a",null]}',
  ],
  [
    "null of a model",
    propertyOf(reference("Flag"), yes),
    '{"anyOf":[{"$ref":"#/components/schemas/Flag"},{"type":"null"}]}',
  ],
  [
    "null of a union",
    propertyOf({ kind: "union", members: [text, listOf(text)] }, yes),
    '{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}},{"type":"null"}]}',
  ],
  [
    "null of constants",
    propertyOf({ kind: "union", members: [literal("a"), literal("b")] }, yes),
    '{"type":["string","null"],"enum":["a","b",null]}',
  ],
  ["null of any value", propertyOf({ kind: "unknown", reason: "any" }, yes), "{}"],
  ["an unstated null", propertyOf(text, open), '{"type":"string"}'],
  ["an unstated null on request", propertyOf(text, open, "include"), '{"type":["string","null"]}'],
  [
    "an unstated null of a required value",
    propertyOf(text, { nullable: fact("unstated") }, "include"),
    '{"type":"string"}',
  ],
  [
    "prose and deprecation beside a reference",
    propertyOf(reference("Flag"), { description: "Of the state.", deprecated: "Use `state`." }),
    '{"$ref":"#/components/schemas/Flag","description":"Of the state.\\n\\nDeprecated: Use `state`.","deprecated":true}',
  ],
  ["examples", propertyOf(integer, { examples: ["3", "4"] }), '{"type":"integer","examples":[3,4]}'],
  ["an example that does not fit", propertyOf(integer, { examples: ["deep"] }), '{"type":"integer"}'],
  ["a string without quotes", propertyOf(text, { examples: ["12"] }), '{"type":"string","examples":["12"]}'],
];

test.each(values)("%s", (_name, have, want) => expect(have).toBe(want));

const boxed = [
  object("Box", [property("type", { kind: "literal", value: "box" })]),
  object("Tank", [property("type", reference("Kind"))]),
  enumeration("Kind", ["tank", "bulk"]),
];
const tagged = [
  { type: reference("Box"), tags: ["box"] },
  { type: reference("Tank"), tags: ["tank", "bulk"] },
];
const both = '[{"$ref":"#/components/schemas/Box"},{"$ref":"#/components/schemas/Tank"}]';

/** The schema of the first model. */
const models: readonly [string, readonly Model[], string][] = [
  ["an object without properties", [object("Port", [])], '{"type":"object"}'],
  [
    "an object by its wire names",
    [object("Port", [property("callSign", text), property("maxDraft", integer, optional)], { description: "A port." })],
    '{"description":"A port.","type":"object","properties":{"call_sign":{"type":"string"},"max_draft":{"type":"integer"}},"required":["call_sign"]}',
  ],
  [
    "an object with more than is documented",
    [object("Port", [property("name", text, optional)], { additional: integer, deprecated: "" })],
    '{"type":"object","properties":{"name":{"type":"string"}},"additionalProperties":{"type":"integer"},"deprecated":true}',
  ],
  ["an enum", [enumeration("Flag", ["nl", "be"], { open: fact(true) })], '{"type":"string","enum":["nl","be"]}'],
  ["an enum of integers", [enumeration("Flag", [1, 2])], '{"type":"integer","enum":[1,2]}'],
  ["an enum of one value", [enumeration("Flag", ["nl"])], '{"type":"string","const":"nl"}'],
  [
    "an enum whose values are explained",
    [
      enumeration("Flag", [], {
        values: [
          { value: "nl", description: "Dutch." },
          { value: "be", description: "" },
        ],
      }),
    ],
    '{"description":"- `nl`: Dutch.","type":"string","enum":["nl","be"]}',
  ],
  [
    "a union with a tag",
    [union("Cargo", tagged, { tag: fact<string | null>("type") }), ...boxed],
    `{"oneOf":${both},"discriminator":{"propertyName":"type","mapping":{"box":"#/components/schemas/Box","tank":"#/components/schemas/Tank","bulk":"#/components/schemas/Tank"}}}`,
  ],
  ["a union without a tag", [union("Cargo", tagged), ...boxed], `{"anyOf":${both}}`],
  [
    "a tagged union with a member that is no object",
    [union("Cargo", [...tagged, { type: text }], { tag: fact<string | null>("type") }), ...boxed],
    `{"anyOf":${both.slice(0, -1)},{"type":"string"}]}`,
  ],
];

test.each(models)("%s", (_name, given, want) => {
  const { schemas } = documentOf({ models: given }).components;
  expect(line(schemas[given[0]?.title ?? ""])).toBe(want);
});

test("evidence is written on request", () => {
  const given = { models: [enumeration("Flag", ["nl", "be"])] };
  expect(line(documentOf(given, { evidence: true }).components.schemas["Flag"])).toBe(
    '{"type":"string","enum":["nl","be"],"x-evidence":{"open":{"because":[{"value":"false","rule":"test/stated","strength":"stated","places":["page#row"],"why":""}],"against":[]}}}',
  );
});
