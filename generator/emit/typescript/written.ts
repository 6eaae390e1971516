import { misfit } from "../../ir/conform.ts";
import type { Model, ModelId, Property, Type } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import { braces } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import { entryKey, isLarge, list, valueCode } from "./json-code.ts";
import type { ModelPlan, Plan } from "./plan.ts";

/** JSON that the docs show, as callers write it, and as it then stands on the wire. */
export interface Written {
  readonly code: Code;
  readonly wire: unknown;
}

/**
 * JSON that fits its type, with the names and values of TypeScript; undefined where it cannot be written so without doubt:
 * fields that the docs do not know, bytes, members of a union that are hard to tell apart.
 */
export function written(plan: Plan, type: Type, value: unknown): Written | undefined {
  const plain: Written = { code: valueCode(value), wire: value };
  switch (type.kind) {
    case "nullable":
      return value === null ? plain : written(plan, type.of, value);
    case "date-time": {
      const date = new Date(String(value));
      if (plan.options.dates === "string") return plain;
      // What the engine that runs the generator cannot read, another one may.
      return Number.isNaN(date.getTime())
        ? undefined
        : { code: code`new Date(${String(value)})`, wire: date.toISOString() };
    }
    case "list": {
      const items = Array.isArray(value) ? value.map((item) => written(plan, type.item, item)) : [undefined];
      const all = items.filter((item) => item !== undefined);
      if (all.length < items.length) return undefined;
      const wires = all.map((item) => item.wire);
      return {
        code: list(
          all.map((item) => item.code),
          wires.every(isLarge),
        ),
        wire: wires,
      };
    }
    case "map":
      return entries(value, (key, item) => {
        const found = written(plan, type.value, item);
        return found && { key: entryKey(key), name: key, ...found };
      });
    case "union":
      return member(plan, type.members, value);
    case "reference":
      return modelWritten(plan, type.id, value);
    case "bytes":
    case "stream":
      return undefined;
    default:
      return typeof value === "number" && !Number.isFinite(value) ? undefined : plain;
  }
}

function modelWritten(plan: Plan, id: ModelId, value: unknown): Written | undefined {
  const found = plan.models.get(id);
  if (found?.isJson !== true) return undefined;
  const { model } = found;
  if (model.kind === "enum") return { code: valueCode(value), wire: value };
  if (model.kind === "union") return unionWritten(plan, model, value);
  const properties = new Map(model.properties.map((property, index) => [property.wireName.value, index]));
  return entries(value, (key, item) => {
    const index = properties.get(key);
    const property = index === undefined ? undefined : model.properties[index];
    return index === undefined || property === undefined
      ? undefined
      : fieldWritten(plan, found, index, property, key, item);
  });
}

function fieldWritten(
  plan: Plan,
  owner: ModelPlan,
  index: number,
  property: Property,
  key: string,
  item: unknown,
): Entry | undefined {
  const name = keyOf(owner.properties[index] ?? property.name);
  // Where the docs leave null open, the type of a request has none.
  if (item === null)
    return property.nullable.value === "yes" ? { key: name, name: key, code: raw("null"), wire: null } : undefined;
  const found = written(plan, property.type.value, item);
  return found && { key: name, name: key, ...found };
}

function unionWritten(plan: Plan, model: Extract<Model, { kind: "union" }>, value: unknown): Written | undefined {
  const tag = model.tag.value;
  if (tag === null)
    return member(
      plan,
      model.members.map((one) => one.type),
      value,
    );
  const told = typeof value === "object" && value !== null && Object.hasOwn(value, tag) ? { ...value } : {};
  const [, found] = Object.entries(told).find(([key]) => key === tag) ?? [];
  const meant = model.members.find(({ tags }) => tags.some((one) => one === found));
  return meant && written(plan, meant.type, value);
}

/** The one member that a value fits. */
function member(plan: Plan, types: readonly Type[], value: unknown): Written | undefined {
  const fitting = types.filter((type) => misfit(plan.known, type, value) === undefined);
  const [only] = fitting;
  return only === undefined || fitting.length > 1 ? undefined : written(plan, only, value);
}

interface Entry extends Written {
  readonly key: Code;
  readonly name: string;
}

/** An object whose entries can all be written. */
function entries(value: unknown, write: (key: string, item: unknown) => Entry | undefined): Written | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const all = Object.entries(value).map(([key, item]) => write(key, item));
  const known = all.filter((one) => one !== undefined);
  if (known.length < all.length) return undefined;
  return {
    code: braces(known.map((one) => code`${one.key}: ${one.code}`)),
    wire: Object.fromEntries(known.map((one) => [one.name, one.wire])),
  };
}
