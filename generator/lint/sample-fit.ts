import type { Model, ModelId, ObjectModel, Property, Type, UnionModel } from "../ir/index.ts";
import { norm } from "../link/words.ts";
import type { SamplePosition, SampleValue } from "./sample-value.ts";

/** Why a sample is no value of its type, and where. */
export interface SampleMisfit {
  readonly kind: "value" | "missing" | "unknown";
  /** `.choices[0].index`; empty for the whole sample. */
  readonly path: string;
  readonly at: SamplePosition;
  /** Of a value: what stands there. */
  readonly found: string;
  readonly expected: string;
}

type Models = ReadonlyMap<ModelId, Model>;

/**
 * Every place where a sample differs from a type as a compiler would see it: unlike the decoders, it refuses values that
 * an open enum does not list, and properties that the docs do not have. What only running tells is believed.
 */
export function sampleMisfits(models: Models, type: Type, value: SampleValue): readonly SampleMisfit[] {
  if (value.kind === "expression") return [];
  switch (type.kind) {
    case "string":
    case "date":
      return isText(value) ? [] : [wrong(value, "a string")];
    case "date-time":
      return dateMisfits(value);
    case "bytes":
      return isText(value) || value.kind === "file" ? [] : [wrong(value, "bytes or a string")];
    case "boolean":
      return isPlain(value, "boolean") ? [] : [wrong(value, "a boolean")];
    case "integer":
      return value.kind === "plain" && Number.isSafeInteger(value.value) ? [] : [wrong(value, "an integer")];
    case "number":
      return isPlain(value, "number") ? [] : [wrong(value, "a number")];
    case "decimal":
      return isPlain(value, "number") || isText(value) ? [] : [wrong(value, "a decimal number")];
    case "literal":
      return value.kind === "plain" && value.value === type.value ? [] : [wrong(value, JSON.stringify(type.value))];
    case "nullable":
      return isNull(value) ? [] : sampleMisfits(models, type.of, value);
    case "list":
      if (value.kind !== "list") return [wrong(value, "a list")];
      return value.items.flatMap((item, index) => under(`[${index}]`, sampleMisfits(models, type.item, item)));
    case "map":
      if (value.kind !== "object") return [wrong(value, "an object")];
      return value.entries.flatMap((entry) => under(`.${entry.key}`, sampleMisfits(models, type.value, entry.value)));
    case "union":
      return anyOf(models, type.members, value);
    case "reference":
      return modelMisfits(models, models.get(type.id), value);
    case "stream":
    case "unknown":
      return [];
  }
}

function modelMisfits(models: Models, model: Model | undefined, value: SampleValue): readonly SampleMisfit[] {
  if (model === undefined) return [];
  if (model.kind === "object") return objectMisfits(models, model, value);
  if (model.kind === "union") return unionMisfits(models, model, value);
  const isListed = value.kind === "plain" && model.values.some((one) => one.value === value.value);
  return isListed ? [] : [wrong(value, `one of the values of ${model.title}`)];
}

function objectMisfits(models: Models, model: ObjectModel, value: SampleValue): readonly SampleMisfit[] {
  if (value.kind !== "object") return [wrong(value, "an object")];
  const known = new Set<Property>();
  const own = value.entries.flatMap((entry) => {
    const property = propertyOf(model, entry.key);
    if (property === undefined) return unknownEntry(models, model, entry);
    known.add(property);
    return under(`.${entry.key}`, propertyMisfits(models, property, entry.value));
  });
  const missing = model.properties.filter((one) => one.presence.value === "required" && !known.has(one));
  // A spread may hold what is missing.
  if (!value.isWhole) return own;
  return [
    ...own,
    ...missing.map(
      ({ name }): SampleMisfit => ({
        kind: "missing",
        path: `.${name}`,
        at: value.at,
        found: "",
        expected: `it, as ${model.title} requires it`,
      }),
    ),
  ];
}

/** TypeScript docs show the property that holds undocumented ones under a name of its own. */
function unknownEntry(
  models: Models,
  model: ObjectModel,
  { key, at, value }: Extract<SampleValue, { readonly kind: "object" }>["entries"][number],
): readonly SampleMisfit[] {
  const { additional } = model;
  if (additional === undefined) {
    return [{ kind: "unknown", path: `.${key}`, at, found: "", expected: `one of the properties of ${model.title}` }];
  }
  const type: Type = norm(key) === "additionalproperties" ? { kind: "map", value: additional } : additional;
  return under(`.${key}`, sampleMisfits(models, type, value));
}

function propertyMisfits(models: Models, property: Property, value: SampleValue): readonly SampleMisfit[] {
  const isRequired = property.presence.value === "required";
  const { value: nullable } = property.nullable;
  if (value.kind === "nothing" && !isRequired) return [];
  if (isNull(value) && (nullable === "yes" || (nullable === "unstated" && !isRequired))) return [];
  return sampleMisfits(models, property.type.value, value);
}

/** Samples are written in the names of their language, which differ from the decided ones in case and separators alone. */
function propertyOf(model: ObjectModel, key: string): Property | undefined {
  const exact = model.properties.find(({ name }) => name === key);
  return exact ?? model.properties.find(({ name, wireName }) => norm(name) === norm(key) || wireName.value === key);
}

function unionMisfits(models: Models, model: UnionModel, value: SampleValue): readonly SampleMisfit[] {
  const types = model.members.map(({ type }) => type);
  const { value: tag } = model.tag;
  if (tag === null || value.kind !== "object") return anyOf(models, types, value);
  const told = value.entries.find(({ key }) => norm(key) === norm(tag))?.value;
  const member = model.members.find(({ tags }) => told?.kind === "plain" && tags.some((one) => one === told.value));
  return member === undefined ? anyOf(models, types, value) : sampleMisfits(models, member.type, value);
}

/** Where no member fits, the one that was nearest says why: the one with the fewest misfits, the deepest first. */
function anyOf(models: Models, members: readonly Type[], value: SampleValue): readonly SampleMisfit[] {
  const tries = members.map((member) => sampleMisfits(models, member, value));
  if (tries.length === 0 || tries.some((found) => found.length === 0)) return [];
  const [nearest = []] = tries
    .filter((found) => found.every(({ path }) => path !== ""))
    .toSorted((one, other) => one.length - other.length);
  return nearest.length > 0 ? nearest : [wrong(value, "a member of the union")];
}

function dateMisfits(value: SampleValue): readonly SampleMisfit[] {
  const text = value.kind === "date" ? value.text : value.kind === "plain" ? value.value : undefined;
  if (value.kind === "date" && text === null) return [];
  const isDate = typeof text === "string" && !Number.isNaN(Date.parse(text));
  return isDate ? [] : [wrong(value, "a date")];
}

function isText(value: SampleValue): boolean {
  return isPlain(value, "string");
}

function isPlain(value: SampleValue, kind: "string" | "number" | "boolean"): boolean {
  return value.kind === "plain" && typeof value.value === kind;
}

function isNull(value: SampleValue): boolean {
  return value.kind === "plain" && value.value === null;
}

function wrong(value: SampleValue, expected: string): SampleMisfit {
  return { kind: "value", path: "", at: value.at, found: spelled(value), expected };
}

function spelled(value: SampleValue): string {
  switch (value.kind) {
    case "object":
      return "an object";
    case "list":
      return "a list";
    case "plain":
      return `\`${shortened(JSON.stringify(value.value))}\``;
    case "date":
      return value.text === null ? "a date" : `\`new Date(${shortened(JSON.stringify(value.text))})\``;
    case "file":
      return "a file";
    case "nothing":
      return "`undefined`";
    case "expression":
      return "an expression";
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function under(step: string, found: readonly SampleMisfit[]): readonly SampleMisfit[] {
  return found.map((misfit) => ({ ...misfit, path: `${step}${misfit.path}` }));
}
