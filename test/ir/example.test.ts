import { describe, expect, test } from "vitest";
import { misfit } from "../../generator/ir/conform.ts";
import { exampleValue, smallestValue } from "../../generator/ir/example.ts";
import type { Type } from "../../generator/ir/index.ts";
import { enumeration, fact, listOf, object, optional, property, reference, text, union } from "../emit/api.ts";
import { apis, irOf } from "../packages/fixture.ts";

const models = new Map(
  [
    object("Port", [
      property("code", text),
      property("kind", { kind: "literal", value: "port" }),
      property("open", { kind: "boolean" }),
      property("pier", text, optional),
      property("name", text, { nullable: fact("yes") }),
    ]),
    object("Loop", [property("next", reference("Loop"))]),
    object("Chain", [property("next", reference("Chain"), optional)]),
    enumeration("Status", ["moored", "adrift"]),
    enumeration("Level", [1, 2]),
    union("Stop", [{ type: reference("Loop") }, { type: listOf(text) }]),
  ].map((model) => [model.id, model]),
);

const integer: Type = { kind: "integer" };

describe("the value of an example cell", () => {
  test.each<[type: Type, cell: string, value: unknown]>([
    [text, "a text", "a text"],
    [text, '"quoted"', "quoted"],
    [text, '"a" or "b"', '"a" or "b"'],
    [text, "12", "12"],
    [{ kind: "date-time" }, "2024-04-20 01:02:03.5 +0000 UTC", "2024-04-20T01:02:03.5Z"],
    [{ kind: "date" }, "2024-04-20 00:00:00 +0000 UTC", "2024-04-20"],
    [text, "2024-04-20 00:00:00 +0000 UTC", "2024-04-20 00:00:00 +0000 UTC"],
    [text, "null", null],
    [text, "<nil>", null],
    [text, '"null"', "null"],
    [{ kind: "date" }, "2024-02-29", "2024-02-29"],
    [{ kind: "date-time" }, '"2024-02-29T12:30:00Z"', "2024-02-29T12:30:00Z"],
    [integer, "12", 12],
    [integer, "twelve", undefined],
    [{ kind: "boolean" }, "true", true],
    [{ kind: "decimal" }, "0.10", 0.1],
    [{ kind: "decimal" }, "EUR", "EUR"],
    [{ kind: "literal", value: "port" }, "port", "port"],
    [{ kind: "literal", value: 1 }, "1", 1],
    [{ kind: "nullable", of: integer }, "1", 1],
    [listOf(text), '["a",<br/>"b"]', undefined],
    [listOf(text), '[\n"a",\n"b"\n]', ["a", "b"]],
    [{ kind: "map", value: integer }, '{"__proto__": 1}', JSON.parse('{"__proto__": 1}')],
    [{ kind: "union", members: [text, integer] }, "12", 12],
    [{ kind: "union", members: [text, integer] }, "a text", "a text"],
    [{ kind: "unknown", reason: "any" }, "a text", "a text"],
    [reference("Status"), "moored", "moored"],
    [reference("Level"), "2", 2],
    [reference("Port"), '{"code":', undefined],
    [reference("Port"), '{"code": "a"}', { code: "a" }],
    [reference("Stop"), "a text", "a text"],
    [reference("Missing"), "{}", {}],
  ])("%j: %j is %j", (type, cell, value) => {
    expect(exampleValue(models, type, cell)).toEqual(value);
  });
});

describe("the smallest value", () => {
  test.each<[type: Type, value: unknown]>([
    [text, "text"],
    [integer, 1],
    [{ kind: "literal", value: null }, null],
    [{ kind: "nullable", of: reference("Loop") }, null],
    [listOf(reference("Loop")), []],
    [reference("Port"), { code: "text", kind: "port", open: true, name: "text" }],
    [reference("Chain"), {}],
    [reference("Loop"), undefined],
    [reference("Stop"), []],
    [reference("Status"), "moored"],
    [reference("Missing"), undefined],
    [{ kind: "stream", framing: "sse", item: text }, undefined],
  ])("of %j is %j", (type, value) => {
    expect(smallestValue(models, type)).toEqual(value);
  });

  test.each(apis)("of each model of %s fits the model", (api) => {
    const known = new Map(irOf(api).models.map((model) => [model.id, model]));
    const bad = [...known.keys()].flatMap((id) => {
      const value = smallestValue(known, { kind: "reference", id });
      const found = value === undefined ? undefined : misfit(known, { kind: "reference", id }, value);
      return found === undefined ? [] : [{ id, found }];
    });
    expect(bad).toEqual([]);
  });
});
