import { misfit } from "../../ir/conform.ts";
import type { EnumModel, Json, Model, ModelId, ObjectModel, Type } from "../../ir/index.ts";
import { norm } from "../../link/words.ts";
import type { Shown } from "./expression.ts";

type Models = ReadonlyMap<ModelId, Model>;

/**
 * What a shown value is on the wire, read as a type; undefined where it does not fit. Properties that do not fit are left
 * out where they are optional, and so are those that no document has.
 */
export function wireValue(models: Models, type: Type, shown: Shown): Json | undefined {
  const value = convert(models, type, shown);
  return value === undefined || misfit(models, type, value) !== undefined ? undefined : value;
}

function convert(models: Models, type: Type, shown: Shown): Json | undefined {
  if (shown.kind === "unread") return undefined;
  switch (type.kind) {
    case "list":
      return shown.kind === "list" ? all(shown.items.map((item) => wireValue(models, type.item, item))) : undefined;
    case "map":
      return shown.kind === "object"
        ? whole(shown.entries.map(([key, value]) => [key, wireValue(models, type.value, value)]))
        : undefined;
    case "nullable":
      return shown.kind === "plain" && shown.value === null ? null : convert(models, type.of, shown);
    case "union":
      return firstFit(models, type.members, shown);
    case "reference":
      return ofModel(models, type.id, shown);
    case "unknown":
      return asShown(shown);
    case "date":
      // Languages with one class for dates print midnight.
      return shown.kind === "plain" && typeof shown.value === "string" ? shown.value.slice(0, 10) : undefined;
    case "bytes":
    case "stream":
      return undefined;
    default:
      return shown.kind === "plain" ? shown.value : undefined;
  }
}

function ofModel(models: Models, id: ModelId, shown: Shown): Json | undefined {
  const model = models.get(id);
  switch (model?.kind) {
    case "object":
      return shown.kind === "object" ? ofObject(models, model, shown) : undefined;
    case "enum":
      return ofEnum(model, shown);
    case "union":
      return firstFit(
        models,
        model.members.map((member) => member.type),
        shown,
      );
    default:
      return undefined;
  }
}

function ofObject(
  models: Models,
  model: ObjectModel,
  { entries }: Shown & { readonly kind: "object" },
): Json | undefined {
  const byKey = new Map(entries.map(([key, value]) => [norm(key), value]));
  const own = model.properties.flatMap((property): (readonly [string, Json | undefined])[] => {
    const shown = byKey.get(norm(property.name)) ?? byKey.get(norm(property.wireName.value));
    const isRequired = property.presence.value === "required";
    if (shown === undefined) {
      // Constants are set by constructors.
      const constant = isRequired ? constantOf(models, property.type.value) : undefined;
      return constant === undefined ? [] : [[property.wireName.value, constant]];
    }
    const isNull = shown.kind === "plain" && shown.value === null && property.nullable.value !== "no";
    const value = isNull ? null : wireValue(models, property.type.value, shown);
    return value === undefined && !isRequired ? [] : [[property.wireName.value, value]];
  });
  return whole(own);
}

function constantOf(models: Models, type: Type): Json | undefined {
  if (type.kind === "literal") return type.value;
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  return model?.kind === "enum" && model.values.length === 1 ? model.values[0]?.value : undefined;
}

/** The value itself, or the name that a language has for it: its last words are those of the value. */
function ofEnum({ values }: EnumModel, shown: Shown): Json | undefined {
  if (shown.kind === "plain") return values.find(({ value }) => value === shown.value)?.value;
  if (shown.kind !== "name") return undefined;
  const name = norm(shown.name);
  const named = values.filter(({ value }) => norm(String(value)) !== "" && name.endsWith(norm(String(value))));
  return named.sort((one, other) => String(other.value).length - String(one.value).length)[0]?.value;
}

/** Of the members that take the value, the one that keeps most of it. */
function firstFit(models: Models, types: readonly Type[], shown: Shown): Json | undefined {
  const fitting = types.map((type) => wireValue(models, type, shown)).filter((value) => value !== undefined);
  return fitting.reduce<Json | undefined>(
    (best, one) => (best === undefined || sizeOf(one) > sizeOf(best) ? one : best),
    undefined,
  );
}

function sizeOf(value: Json): number {
  return JSON.stringify(value).length;
}

/** A value that the docs do not describe, with the keys of the sample. */
function asShown(shown: Shown): Json | undefined {
  switch (shown.kind) {
    case "plain":
      return shown.value;
    case "list":
      return all(shown.items.map(asShown));
    case "object":
      return whole(shown.entries.map(([key, value]) => [key, asShown(value)]));
    default:
      return undefined;
  }
}

function all(items: readonly (Json | undefined)[]): Json | undefined {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}

function whole(entries: readonly (readonly [string, Json | undefined])[]): Json | undefined {
  const known = entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return known.length === entries.length ? Object.fromEntries(known) : undefined;
}
