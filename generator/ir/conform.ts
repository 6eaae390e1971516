import type { Model, ObjectModel, Property, UnionModel } from "./model.ts";
import type { ModelId, Type } from "./type.ts";

/** How a value differs from a type: where, and what was expected there. */
export interface Misfit {
  /** `.choices[0].index`; empty for the value itself. */
  readonly path: string;
  readonly expected: string;
}

type Models = ReadonlyMap<ModelId, Model>;

/**
 * Where parsed JSON does not fit a type, judged as the strict decoders judge it: open enums take any value of their kind,
 * an unknown tag is a newer member, unknown fields are allowed.
 */
export function misfit(models: Models, type: Type, value: unknown): Misfit | undefined {
  switch (type.kind) {
    case "string":
    case "date":
    case "date-time":
    case "bytes":
      return typeof value === "string" ? textMisfit(type.kind, value) : wrong("a string");
    case "boolean":
      return typeof value === "boolean" ? undefined : wrong("a boolean");
    case "integer":
      return Number.isSafeInteger(value) ? undefined : wrong("an integer");
    case "number":
      return typeof value === "number" ? undefined : wrong("a number");
    case "decimal":
      return typeof value === "number" || typeof value === "string" ? undefined : wrong("a decimal number");
    case "literal":
      return value === type.value ? undefined : wrong(JSON.stringify(type.value));
    case "nullable":
      return value === null ? undefined : misfit(models, type.of, value);
    case "list":
      return Array.isArray(value)
        ? first(value, (item, index) => under(`[${index}]`, misfit(models, type.item, item)))
        : wrong("a list");
    case "map":
      return isObject(value)
        ? first(Object.entries(value), ([key, item]) => under(`.${key}`, misfit(models, type.value, item)))
        : wrong("an object");
    case "union":
      return anyOf(models, type.members, value);
    case "reference":
      return modelMisfit(models, type.id, value);
    case "stream":
    case "unknown":
      return undefined;
  }
}

function modelMisfit(models: Models, id: ModelId, value: unknown): Misfit | undefined {
  const model = models.get(id);
  if (model === undefined) return undefined;
  if (model.kind === "object") return objectMisfit(models, model, value);
  if (model.kind === "union") return unionMisfit(models, model, value);
  const isText = model.values.some((one) => typeof one.value === "string");
  if (!model.open.value && !model.values.some((one) => one.value === value)) return wrong(`one of ${model.title}`);
  return typeof value === (isText ? "string" : "number") ? undefined : wrong(isText ? "a string" : "a number");
}

function objectMisfit(models: Models, model: ObjectModel, value: unknown): Misfit | undefined {
  if (!isObject(value)) return wrong("an object");
  return first(model.properties, (property) => {
    const { value: name } = property.wireName;
    const own = Object.hasOwn(value, name) ? value[name] : undefined;
    const isRequired = property.presence.value === "required";
    if (own === undefined) return isRequired ? under(`.${name}`, wrong("a value")) : undefined;
    const { value: nullable } = property.nullable;
    if (own === null && (nullable === "yes" || (nullable === "unstated" && !isRequired))) return undefined;
    return under(`.${name}`, misfit(models, property.type.value, own));
  });
}

function unionMisfit(models: Models, model: UnionModel, value: unknown): Misfit | undefined {
  const { value: tag } = model.tag;
  if (tag === null) {
    const members = model.members.map((member) => member.type);
    return untaggedMisfit(models, members, value);
  }
  if (!isObject(value)) return wrong("an object");
  const told = Object.hasOwn(value, tag) ? value[tag] : undefined;
  const member = model.members.find(({ tags }) => tags.some((one) => one === told));
  if (member !== undefined) return misfit(models, member.type, value);
  return typeof told === "string" ? undefined : under(`.${tag}`, wrong("a string"));
}

/** Members of distinct kinds of JSON are told apart by them: a value of a member's kind is that member's. */
function untaggedMisfit(models: Models, members: readonly Type[], value: unknown): Misfit | undefined {
  const kinds = members.map((member) => kindOf(models, member));
  const areDistinct = new Set(kinds).size === kinds.length && !kinds.includes(undefined);
  if (!areDistinct) return anyOf(models, members, value);
  const member = members[kinds.indexOf(kindOfValue(value))];
  return member === undefined ? undefined : misfit(models, member, value);
}

/** A value that no member can be is a newer one's. An object with all that a member requires is that member's. */
function anyOf(models: Models, members: readonly Type[], value: unknown): Misfit | undefined {
  const found = members.filter((member) => mayBe(models, member, value)).map((member) => misfit(models, member, value));
  return found.includes(undefined) ? undefined : found[0];
}

function mayBe(models: Models, type: Type, value: unknown): boolean {
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  if (type.kind === "map") return isObject(value);
  if (model?.kind !== "object") return misfit(models, type, value) === undefined;
  return isObject(value) && model.properties.every((property) => hasShape(models, property, value));
}

/** Whether a required field is there, and a literal is none of another member's. */
function hasShape(models: Models, property: Property, value: Readonly<Record<string, unknown>>): boolean {
  const { value: name } = property.wireName;
  if (!Object.hasOwn(value, name)) return property.presence.value === "optional";
  const only = onlyValue(models, property.type.value);
  return only === undefined || value[name] === only;
}

function onlyValue(models: Models, type: Type): string | number | boolean | undefined {
  if (type.kind === "literal") return type.value ?? undefined;
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  return model?.kind === "enum" && model.values.length === 1 ? model.values[0]?.value : undefined;
}

type Kind = "string" | "boolean" | "number" | "list" | "object";

function kindOfValue(value: unknown): Kind | undefined {
  if (Array.isArray(value)) return "list";
  if (isObject(value)) return "object";
  const kind = typeof value;
  return kind === "string" || kind === "number" || kind === "boolean" ? kind : undefined;
}

/** The kind of JSON that all values of a type are of. */
function kindOf(models: Models, type: Type): Kind | undefined {
  switch (type.kind) {
    case "string":
    case "date":
    case "date-time":
    case "bytes":
      return "string";
    case "integer":
    case "number":
      return "number";
    case "boolean":
    case "list":
      return type.kind;
    case "map":
      return "object";
    case "literal":
      return typeof type.value === "string" ? "string" : undefined;
    case "reference": {
      const model = models.get(type.id);
      if (model?.kind === "enum")
        return model.values.some((one) => typeof one.value === "string") ? "string" : "number";
      return model?.kind === "object" ? "object" : undefined;
    }
    default:
      return undefined;
  }
}

function textMisfit(kind: "string" | "date" | "date-time" | "bytes", value: string): Misfit | undefined {
  if (kind === "date-time") return isInstant(value) ? undefined : wrong("an RFC 3339 date-time");
  if (kind === "date") return /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value) ? undefined : wrong("a date");
  if (kind === "bytes") return isBase64(value) ? undefined : wrong("base64");
  return undefined;
}

function isInstant(value: string): boolean {
  const form = /^(.{10})[Tt ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;
  const [, day = ""] = form.exec(value) ?? [];
  return /^\d{4}-\d\d-\d\d$/.test(day) && isDay(day);
}

/** Whether the calendar has a day: `Date` takes the 30th of February for the 1st of March. */
function isDay(text: string): boolean {
  return new Date(text).getUTCDate() === Number(text.slice(8));
}

/** In either alphabet, with or without padding; lines may break. */
function isBase64(value: string): boolean {
  const text = value.replaceAll(/[\t\n\f\r ]/g, "");
  const data = text.length % 4 === 0 ? text.replace(/={1,2}$/, "") : text;
  return data.length % 4 !== 1 && /^[\w+/-]*$/.test(data);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(expected: string): Misfit {
  return { path: "", expected };
}

function under(step: string, found: Misfit | undefined): Misfit | undefined {
  return found === undefined ? undefined : { path: `${step}${found.path}`, expected: found.expected };
}

function first<T>(items: readonly T[], judge: (item: T, index: number) => Misfit | undefined): Misfit | undefined {
  for (const [index, item] of items.entries()) {
    const found = judge(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
