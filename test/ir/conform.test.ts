import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Misfit, misfit } from "../../generator/ir/conform.ts";
import type { Model, Nullable, Type } from "../../generator/ir/index.ts";
import { enumeration, fact, listOf, object, optional, property, reference, text, union } from "../emit/api.ts";
import { samplesOf } from "../packages/arbitrary.ts";
import { codecOf, runtimes } from "../packages/codecs.ts";
import { irOf } from "../packages/fixture.ts";
import { readModels } from "../packages/read-models.ts";

const models = new Map(
  [
    object("Port", [
      property("code", text),
      property("depth", { kind: "number" }, { ...optional, nullable: fact("unstated") }),
      property("name", text, { nullable: fact("yes") }),
      property("pier", text, optional),
    ]),
    object("Box", [property("type", { kind: "literal", value: "box" })]),
    object("Tank", [property("type", { kind: "literal", value: "tank" }), property("volume", { kind: "integer" })]),
    union(
      "Cargo",
      [
        { type: reference("Box"), tags: ["box"] },
        { type: reference("Tank"), tags: ["tank"] },
      ],
      { tag: fact<string | null>("type") },
    ),
    enumeration("Status", ["moored", "adrift"]),
    enumeration("Flag", ["nl", "de"], { open: fact(true) }),
    enumeration("Level", [1, 2]),
    enumeration("OpenLevel", [1, 2], { open: fact(true) }),
    union("Stop", [{ type: text }, { type: listOf(text) }]),
  ].map((model) => [model.id, model]),
);

const port = reference("Port");
const cargo = reference("Cargo");

/** A type that is no more than its kind. */
type Plain = "boolean" | "integer" | "number" | "decimal" | "date-time" | "date" | "bytes";

function kinds(kind: Plain): Type {
  return { kind };
}

describe("a value that fits", () => {
  test.each<[type: Type, value: unknown]>([
    [text, ""],
    [kinds("boolean"), false],
    [kinds("integer"), -(2 ** 53) + 1],
    [kinds("number"), 0.5],
    [kinds("decimal"), "0.50"],
    [kinds("decimal"), 1],
    [kinds("date-time"), "2024-02-29T12:30:00.5+01:00"],
    [kinds("date-time"), "2024-02-29 12:30:00z"],
    [kinds("date"), "2024-02-29"],
    [kinds("bytes"), ""],
    [kinds("bytes"), "AQ"],
    [kinds("bytes"), "_-8="],
    [kinds("bytes"), "AQID\nBA=="],
    [{ kind: "literal", value: "x" }, "x"],
    [{ kind: "literal", value: null }, null],
    [{ kind: "nullable", of: text }, null],
    [listOf(text), []],
    [{ kind: "map", value: kinds("integer") }, { a: 1 }],
    [{ kind: "unknown", reason: "any" }, null],
    [{ kind: "union", members: [text, kinds("integer")] }, 1],
    [{ kind: "union", members: [text, kinds("integer")] }, { of: "a newer kind" }],
    [port, { code: "a", name: null }],
    [port, { code: "a", name: "b", depth: null, unknown: 1 }],
    [cargo, { type: "box" }],
    [cargo, { type: "newer", volume: "?" }],
    [reference("Status"), "moored"],
    [reference("Flag"), "fr"],
    [reference("Level"), 2],
    [reference("OpenLevel"), 3],
    [reference("Stop"), ["x"]],
    [reference("Stop"), 7],
    [reference("Missing"), 7],
  ])("%j: %j", (type, value) => {
    expect(misfit(models, type, value)).toBeUndefined();
  });
});

describe("a value that does not fit", () => {
  test.each<[type: Type, value: unknown, path: string, expected: string]>([
    [text, 1, "", "a string"],
    [text, null, "", "a string"],
    [kinds("boolean"), "true", "", "a boolean"],
    [kinds("integer"), 0.5, "", "an integer"],
    [kinds("integer"), 2 ** 53, "", "an integer"],
    [kinds("decimal"), true, "", "a decimal number"],
    [kinds("date-time"), "2024-02-29T12:30:00", "", "an RFC 3339 date-time"],
    [kinds("date-time"), "2024-02-30T12:30:00Z", "", "an RFC 3339 date-time"],
    [kinds("date-time"), "2024-02-29T24:00:00Z", "", "an RFC 3339 date-time"],
    [kinds("date"), "2024-02-30", "", "a date"],
    [kinds("date"), "2024-2-3", "", "a date"],
    [kinds("bytes"), "A", "", "base64"],
    [kinds("bytes"), "A===", "", "base64"],
    [{ kind: "literal", value: "x" }, "y", "", '"x"'],
    [{ kind: "nullable", of: text }, 1, "", "a string"],
    [listOf(text), ["a", 1], "[1]", "a string"],
    [listOf(text), {}, "", "a list"],
    [{ kind: "map", value: kinds("integer") }, { a: "1" }, ".a", "an integer"],
    [{ kind: "map", value: text }, [], "", "an object"],
    [port, [], "", "an object"],
    [port, { name: "b" }, ".code", "a value"],
    [port, { code: "a" }, ".name", "a value"],
    [port, { code: null, name: "b" }, ".code", "a string"],
    [port, { code: "a", name: "b", pier: null }, ".pier", "a string"],
    [listOf(port), [{ code: "a", name: 1 }], "[0].name", "a string"],
    [cargo, { type: "tank", volume: "1" }, ".volume", "an integer"],
    [cargo, { volume: 1 }, ".type", "a string"],
    [cargo, "box", "", "an object"],
    [reference("Status"), "beached", "", "one of Status"],
    [reference("Flag"), 1, "", "a string"],
    [reference("OpenLevel"), "1", "", "a number"],
  ])("%j: %j", (type, value, path, expected) => {
    expect(misfit(models, type, value)).toEqual<Misfit>({ path, expected });
  });
});

/** JSON like a valid one, with something else in a place or two. */
function nearly(value: unknown): fc.Arbitrary<unknown> {
  const other = fc.constantFrom<unknown>(
    null,
    "",
    "text",
    0,
    0.5,
    2 ** 53,
    true,
    [],
    {},
    [null],
    { type: "text" },
    "2024-02-30",
  );
  if (Array.isArray(value))
    return fc.oneof({ weight: 6, arbitrary: fc.tuple(...value.map(nearly)) }, { weight: 1, arbitrary: other });
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, item]) =>
      fc.oneof(
        { weight: 12, arbitrary: nearly(item).map((changed) => [[key, changed]]) },
        { weight: 1, arbitrary: fc.constant([]) },
      ),
    );
    const changed = fc.tuple(...entries).map((all) => Object.fromEntries(all.flat()));
    return fc.oneof({ weight: 12, arbitrary: changed }, { weight: 1, arbitrary: other });
  }
  return fc.oneof({ weight: 12, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
}

function withoutOpenNull(model: Model): Model {
  if (model.kind !== "object") return model;
  const properties = model.properties.map((each) =>
    each.nullable.value === "unstated" ? { ...each, nullable: fact<Nullable>("no") } : each,
  );
  return { ...model, properties };
}

describe("judges as the emitted strict decoder does", () => {
  const api = irOf("tern");
  const read = readModels(api);
  // Of a null that the docs leave open, the decoder of a model that is only sent knows nothing.
  const known = new Map(api.models.map((model) => [model.id, read.has(model.id) ? model : withoutOpenNull(model)]));
  const samples = samplesOf(api, runtimes.tern.withUnknownFields);
  const decodable = api.models.flatMap((model) => {
    const codec = codecOf("tern", model);
    return codec === undefined ? [] : [{ title: model.title, id: model.id, codec }];
  });

  test.each(decodable)("$title", ({ id, codec }) => {
    const values = samples(id).chain(({ wire }) => nearly(JSON.parse(JSON.stringify(wire))));
    fc.assert(
      fc.property(values, (value) => {
        const paths: string[] = [];
        codec.decode(value, { validate: "lenient", onIssue: ({ path }) => paths.push(path) });
        const found = misfit(known, { kind: "reference", id }, value);
        expect(found === undefined ? [] : [found]).toHaveLength(Math.min(paths.length, 1));
      }),
    );
  });
});
