import { misfit } from "../../ir/conform.ts";
import type { Json, ModelId, Property, Type } from "../../ir/index.ts";
import { type Code, code } from "../print/code.ts";
import { array, braces } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import type { Plan } from "./plan.ts";
import { acceptsNull } from "./types.ts";

/** One member of an object literal. */
export interface MemberCode {
  readonly name: string;
  readonly code: Code;
  readonly isRequired: boolean;
}

/** A value on the wire as a caller writes it; undefined where it does not fit, or has no literal. */
export function valueCode(plan: Plan, type: Type, value: Json): Code | undefined {
  if (misfit(plan.known, type, value) !== undefined) return undefined;
  switch (type.kind) {
    case "date-time":
      return plan.options.dates === "Date" ? code`new Date(${String(value)})` : code`${String(value)}`;
    case "list":
      return isList(value) ? listCode(value.map((item) => valueCode(plan, type.item, item))) : undefined;
    case "map":
      return isObject(value) ? mapCode(value, (item) => valueCode(plan, type.value, item)) : undefined;
    case "nullable":
      return value === null ? code`${null}` : valueCode(plan, type.of, value);
    case "union":
      return firstCode(plan, type.members, value);
    case "reference":
      return modelCode(plan, type.id, value);
    case "unknown":
      return jsonCode(value);
    case "bytes":
    case "stream":
      return undefined;
    default:
      return typeof value === "object" ? undefined : code`${value}`;
  }
}

function modelCode(plan: Plan, id: ModelId, value: Json): Code | undefined {
  const model = plan.known.get(id);
  switch (model?.kind) {
    case "object": {
      const members = isObject(value) ? objectMembers(plan, id, value) : undefined;
      return members && braces(members.map((member) => member.code));
    }
    case "enum": {
      const known = model.values.find((one) => one.value === value);
      return known && code`${known.value}`;
    }
    case "union": {
      const { value: tag } = model.tag;
      const told = tag !== null && isObject(value) ? value[tag] : undefined;
      const members = model.members.filter(({ tags }) => tag === null || tags.some((one) => one === told));
      return firstCode(
        plan,
        members.map((member) => member.type),
        value,
      );
    }
    default:
      return undefined;
  }
}

/** The members of an object, in the order of the docs; undefined where one that is required has no literal. */
export function objectMembers(
  plan: Plan,
  id: ModelId,
  value: { readonly [key: string]: Json },
): MemberCode[] | undefined {
  const planned = plan.models.get(id);
  if (planned?.model.kind !== "object") return undefined;
  const members = planned.model.properties.map((property, index) => ({
    name: planned.properties[index] ?? "",
    isRequired: property.presence.value === "required",
    code: memberCode(plan, property, planned.properties[index] ?? "", own(value, property), planned.isRead),
  }));
  if (members.some((member) => member.isRequired && member.code === undefined)) return undefined;
  return members.flatMap((member) => (member.code === undefined ? [] : [{ ...member, code: member.code }]));
}

/** `name: value`; undefined where the value cannot be written so. */
export function memberCode(
  plan: Plan,
  property: Pick<Property, "type" | "nullable" | "presence">,
  name: string,
  value: Json | undefined,
  isRead: boolean,
): Code | undefined {
  if (value === undefined) return undefined;
  const isNull = value === null && acceptsNull(property, isRead);
  const written = isNull ? code`${null}` : valueCode(plan, property.type.value, value);
  return written && code`${keyOf(name)}: ${written}`;
}

function own(value: { readonly [key: string]: Json }, { wireName }: Property): Json | undefined {
  return Object.hasOwn(value, wireName.value) ? value[wireName.value] : undefined;
}

function firstCode(plan: Plan, types: readonly Type[], value: Json): Code | undefined {
  for (const type of types) {
    const written = valueCode(plan, type, value);
    if (written !== undefined) return written;
  }
  return undefined;
}

function jsonCode(value: Json): Code | undefined {
  if (isList(value)) return listCode(value.map(jsonCode));
  return isObject(value) ? mapCode(value, jsonCode) : code`${value}`;
}

function listCode(items: readonly (Code | undefined)[]): Code | undefined {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? array(known) : undefined;
}

function mapCode(value: { readonly [key: string]: Json }, write: (item: Json) => Code | undefined): Code | undefined {
  const entries = Object.entries(value).map(([key, item]) => {
    const written = write(item);
    return written && code`${keyOf(key)}: ${written}`;
  });
  const known = entries.filter((entry) => entry !== undefined);
  return known.length === entries.length ? braces(known) : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** An object, and no list. */
export function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
