import type { Model } from "./model.ts";
import type { ModelId, Type } from "./type.ts";

type Models = ReadonlyMap<ModelId, Model>;

/**
 * The JSON value of an example cell, as the type of its field reads it: the string of a string field stands without
 * quotes, everything else is JSON. Undefined where the cell is no JSON, as where the docs cut it off.
 */
export function exampleValue(models: Models, type: Type, example: string): unknown {
  if (example === "null" || example === "<nil>") return null;
  switch (type.kind) {
    case "string":
    case "bytes":
      return unquoted(example);
    case "date":
    case "date-time":
      return inRfc3339(type.kind, unquoted(example));
    case "literal":
      return typeof type.value === "string" ? unquoted(example) : parsedJson(example);
    case "nullable":
      return exampleValue(models, type.of, example);
    case "union":
    case "unknown":
    case "decimal":
      return parsedJson(example) ?? example;
    case "reference":
      return referenceExample(models.get(type.id), example);
    default:
      return parsedJson(example);
  }
}

function referenceExample(model: Model | undefined, example: string): unknown {
  if (model?.kind === "enum" && model.values.some((one) => typeof one.value === "string")) return unquoted(example);
  return model?.kind === "union" ? (parsedJson(example) ?? example) : parsedJson(example);
}

/** Where a contract in YAML has a date without quotes, docs have it as Go prints one: `2024-04-20 00:00:00 +0000 UTC`. */
function inRfc3339(kind: "date" | "date-time", text: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) \+0000 UTC$/.exec(text) ?? [];
  if (day === undefined) return text;
  return kind === "date" ? day : `${day}T${time}Z`;
}

/** Some docs quote the strings of their examples. */
function unquoted(example: string): string {
  const value = /^".*"$/s.test(example) ? parsedJson(example) : undefined;
  return typeof value === "string" ? value : example;
}

/** What a text is as JSON; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The smallest value of a type: required fields alone, the first member of a union, empty lists. Undefined where there
 * is none, as for a model that requires itself.
 */
export function smallestValue(models: Models, type: Type, above: readonly ModelId[] = []): unknown {
  switch (type.kind) {
    case "string":
      return "text";
    case "boolean":
      return true;
    case "integer":
    case "number":
    case "decimal":
      return 1;
    case "date-time":
      return "2024-02-29T12:30:00.000Z";
    case "date":
      return "2024-02-29";
    case "bytes":
      return "AQID";
    case "literal":
      return type.value;
    case "list":
      return [];
    case "map":
      return {};
    case "nullable":
      return null;
    case "union":
      return firstValue(models, type.members, above);
    case "reference":
      return above.includes(type.id) ? undefined : modelValue(models, type.id, [...above, type.id]);
    case "unknown":
      return { anything: true };
    case "stream":
      return undefined;
  }
}

function modelValue(models: Models, id: ModelId, above: readonly ModelId[]): unknown {
  const model = models.get(id);
  if (model === undefined) return undefined;
  if (model.kind === "enum") return model.values[0]?.value;
  if (model.kind === "union")
    return firstValue(
      models,
      model.members.map((member) => member.type),
      above,
    );
  const required = model.properties.filter((property) => property.presence.value === "required");
  const entries = required.map((property): [string, unknown] => [
    property.wireName.value,
    smallestValue(models, property.type.value, above),
  ]);
  return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
}

function firstValue(models: Models, types: readonly Type[], above: readonly ModelId[]): unknown {
  return types.map((type) => smallestValue(models, type, above)).find((value) => value !== undefined);
}
