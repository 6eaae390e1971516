import { misfit } from "../../ir/conform.ts";
import { exampleValue } from "../../ir/example.ts";
import type { ModelId, ObjectModel, Property, Type } from "../../ir/index.ts";
import { filePart } from "../file-part.ts";
import { type Code, code, raw } from "../print/code.ts";
import { isIdentifier, isReserved } from "../print/identifier.ts";
import { array, braces, flat } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import type { ModelPlan, Plan } from "./plan.ts";
import { written } from "./written.ts";

/** A value for a request, as a caller writes it and as the wire carries it. */
export interface Sample {
  readonly code: Code;
  /** Parsed JSON. */
  readonly wire: unknown;
  /** What the docs give no example of, as callers reach it: `messages[0].content`. Its values are placeholders. */
  readonly guessed: readonly string[];
}

/** Where a sample stands, and what it may hold. */
export interface SampleAt {
  readonly plan: Plan;
  /** How callers reach the value: `messages[0].content`. */
  readonly name: string;
  /** Which optional members are there: none, or those that the docs give an example of. */
  readonly optional: "left out" | "documented";
  /** The models around the value. */
  readonly above: readonly ModelId[];
  /** What a caller writes for a file; undefined outside of forms. */
  readonly file?: Code;
}

/** What stands for a file in the members of a form. */
export const fileWire: Readonly<Record<never, never>> = Object.freeze({});

/** A property by a documented example that fits, else by a value made up from its type. */
export function propertySample(at: SampleAt, property: Pick<Property, "type" | "examples">): Sample | undefined {
  return documentedSample(at, property) ?? typeSample(at, property.type.value);
}

/** A property by its documented example; undefined where the docs have none that its type can have. */
export function documentedSample(
  { plan }: SampleAt,
  { type: { value: type }, examples }: Pick<Property, "type" | "examples">,
): Sample | undefined {
  for (const example of examples) {
    const value = exampleValue(plan.known, type, example);
    if (value === undefined || value === null || misfit(plan.known, type, value) !== undefined) continue;
    const found = written(plan, type, value);
    if (found !== undefined) return { ...found, guessed: [] };
  }
  return undefined;
}

/** The smallest value of a type that says something: a list has one item, a union is its first member. */
export function typeSample(at: SampleAt, type: Type): Sample | undefined {
  const { plan, name } = at;
  const guess = (wire: string | number | boolean, text: Code = code`${wire}`): Sample => ({
    code: text,
    wire,
    guessed: [name],
  });
  switch (type.kind) {
    case "string":
    case "unknown":
      return guess(`<${name.replace(/^.*\.|\[\d+\]/g, "")}>`);
    case "boolean":
      return guess(true);
    case "integer":
    case "number":
    case "decimal":
      return guess(1);
    case "date":
      return guess("2024-02-29");
    case "date-time": {
      const text = "2024-02-29T12:30:00.000Z";
      return guess(text, plan.options.dates === "Date" ? code`new Date(${text})` : code`${text}`);
    }
    case "bytes":
      return guess("AQID", raw("new Uint8Array([1, 2, 3])"));
    case "literal":
      return { code: code`${type.value}`, wire: type.value, guessed: [] };
    case "list":
      return listSample(at, type.item);
    case "map":
      return { code: raw("{}"), wire: {}, guessed: [] };
    case "nullable":
      return typeSample(at, type.of) ?? { code: raw("null"), wire: null, guessed: [] };
    case "union":
      return firstSample(at, type.members);
    case "reference":
      return modelSample(at, type.id);
    case "stream":
      return undefined;
  }
}

/** A list in a list that holds itself is empty. */
function listSample(at: SampleAt, item: Type): Sample {
  const only = typeSample({ ...at, name: `${at.name}[0]` }, item);
  return only === undefined
    ? { code: raw("[]"), wire: [], guessed: [] }
    : { code: array([only.code]), wire: [only.wire], guessed: only.guessed };
}

function firstSample(at: SampleAt, types: readonly Type[]): Sample | undefined {
  for (const type of types) {
    const found = typeSample(at, type);
    if (found !== undefined) return found;
  }
  return undefined;
}

function modelSample(at: SampleAt, id: ModelId): Sample | undefined {
  const found = at.plan.models.get(id);
  if (found === undefined || !found.isJson || at.above.includes(id)) return undefined;
  const { model } = found;
  const { file: _, ...outside } = at;
  const inside = { ...outside, above: [...at.above, id] };
  if (model.kind === "object") return objectSample(inside, found, model);
  if (model.kind === "enum") {
    const value = model.values[0]?.value;
    return value === undefined ? undefined : { code: code`${value}`, wire: value, guessed: [] };
  }
  return firstSample(
    inside,
    model.members.map((member) => member.type),
  );
}

function objectSample(at: SampleAt, plan: ModelPlan, model: ObjectModel): Sample | undefined {
  const members = memberSamples(at, plan, model);
  return members && asObject(members);
}

/** A member of an object or of a request, with its names on both sides. */
export interface MemberSample extends Sample {
  readonly name: string;
  readonly wireName: string;
}

/**
 * The members that an object needs, and those that the docs show; undefined where a needed one has no value. `fixed` are
 * flags whose value is known, by their names.
 */
export function memberSamples(
  at: SampleAt,
  plan: ModelPlan,
  { properties }: ObjectModel,
  fixed: ReadonlyMap<string, boolean> = new Map(),
): readonly MemberSample[] | undefined {
  const samples = properties.map((property, index) => {
    const name = plan.properties[index] ?? property.name;
    const named = { name, wireName: property.wireName.value };
    const value = fixed.get(name);
    if (value === false && property.presence.value === "optional") return undefined;
    if (value !== undefined) return { ...named, code: code`${value}`, wire: value, guessed: [] };
    const here = { ...at, name: at.name === "" ? name : `${at.name}.${name}` };
    const found = fileSample(here, property) ?? optionalSample(here, property);
    return found && { ...named, ...found };
  });
  const isComplete = properties.every(({ presence }, index) => presence.value === "optional" || samples[index]);
  return isComplete ? samples.filter((one) => one !== undefined) : undefined;
}

/** A form without its files shows little, so that these are there also where they may be left out. */
function fileSample({ plan, file }: SampleAt, { type }: Property): Sample | undefined {
  const part = file === undefined ? undefined : filePart(type.value, plan.known);
  if (file === undefined || part === undefined) return undefined;
  return part === "files"
    ? { code: array([file]), wire: [fileWire], guessed: [] }
    : { code: file, wire: fileWire, guessed: [] };
}

/** A sample of a property or a parameter, as far as its presence asks for one. */
export function optionalSample(
  at: SampleAt,
  property: Pick<Property, "type" | "examples" | "presence">,
): Sample | undefined {
  if (property.presence.value === "required") return propertySample(at, property);
  return at.optional === "documented" ? documentedSample(at, property) : undefined;
}

/** Members as one object. */
export function asObject(members: readonly MemberSample[]): Sample {
  return {
    code: braces(members.map(memberCode)),
    wire: Object.fromEntries(members.map((one) => [one.wireName, one.wire])),
    guessed: members.flatMap((one) => one.guessed),
  };
}

/** A variable with the member's name stands for both. */
function memberCode({ name, code: value }: MemberSample): Code {
  const isVariable = isIdentifier(name) && !isReserved(name) && flat(value) === name;
  return isVariable ? value : code`${keyOf(name)}: ${value}`;
}
