import { misfit } from "../../ir/conform.ts";
import type { Json, ModelId, Property, Type } from "../../ir/index.ts";
import { filePart } from "../file-part.ts";
import { type Code, code, raw } from "../print/code.ts";
import { isIdentifier, isReserved } from "../print/identifier.ts";
import { array, braces, flat } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import { entryKey, isLarge, jsonCode, list } from "./json-code.ts";
import type { Plan } from "./plan.ts";
import { acceptsNull } from "./types.ts";

/** JSON as a caller writes it, and as it then stands on the wire. */
export interface Written {
  readonly code: Code;
  readonly wire: unknown;
  /** Whether all of it is there, and none of its types could be read as another. */
  readonly isExact: boolean;
}

/** A member of an object or of a request, with its names on both sides. */
export interface WrittenMember extends Written {
  readonly name: string;
  readonly wireName: string;
  readonly isRequired: boolean;
}

/** What stands for a file in the members of a form. */
export const fileWire: Readonly<Record<never, never>> = Object.freeze({});

/** JSON as a value of its type, in TypeScript; undefined where it does not fit, or has no literal. */
export function written(plan: Plan, type: Type, value: Json): Written | undefined {
  if (misfit(plan.known, type, value) !== undefined) return undefined;
  switch (type.kind) {
    case "date-time":
      return plan.options.dates === "Date" ? instant(String(value)) : plain(value);
    case "list":
      return isList(value) ? listWritten(value.map((item) => written(plan, type.item, item))) : undefined;
    case "map":
      return isObject(value) ? mapWritten(plan, type.value, value) : undefined;
    case "nullable":
      return value === null ? plain(value) : written(plan, type.of, value);
    case "union":
      return unionWritten(plan, type.members, value);
    case "reference":
      return modelWritten(plan, type.id, value);
    case "bytes":
      return bytesWritten(String(value));
    case "stream":
      return undefined;
    case "unknown":
      return plain(value);
    default:
      return typeof value === "object" ? undefined : plain(value);
  }
}

function plain(value: Json): Written {
  return { code: jsonCode(value, braces), wire: value, isExact: true };
}

/** What the engine that runs the generator cannot read, another one may. */
function instant(text: string): Written {
  const date = new Date(text);
  const isRead = !Number.isNaN(date.getTime());
  return { code: code`new Date(${text})`, wire: isRead ? date.toISOString() : text, isExact: isRead };
}

/** Bytes as numbers, where they are few; others have no literal that says anything. */
function bytesWritten(text: string): Written | undefined {
  if (!/^[A-Za-z\d+/]{0,16}={0,2}$/.test(text)) return undefined;
  const binary = atob(text);
  const bytes = Array.from(binary, (char) => char.charCodeAt(0));
  return { code: raw(`new Uint8Array([${bytes.join(", ")}])`), wire: btoa(binary), isExact: true };
}

function listWritten(items: readonly (Written | undefined)[]): Written | undefined {
  const known = items.filter((item) => item !== undefined);
  if (known.length < items.length) return undefined;
  const wire = known.map((item) => item.wire);
  const codes = known.map((item) => item.code);
  return { code: list(codes, wire.every(isLarge)), wire, isExact: known.every((item) => item.isExact) };
}

function mapWritten(plan: Plan, type: Type, value: { readonly [key: string]: Json }): Written | undefined {
  const entries = Object.entries(value).map(([key, item]) => ({ key, item: written(plan, type, item) }));
  const known = entries.flatMap(({ key, item }) => (item === undefined ? [] : [{ key, ...item }]));
  if (known.length < entries.length) return undefined;
  return {
    code: braces(known.map((item) => code`${entryKey(item.key)}: ${item.code}`)),
    wire: Object.fromEntries(known.map(({ key, wire }) => [key, wire])),
    isExact: known.every((item) => item.isExact),
  };
}

/** A value as the first member that can be it; which one that is, another reader might tell otherwise. */
function unionWritten(plan: Plan, types: readonly Type[], value: Json): Written | undefined {
  const fitting = types.filter((type) => misfit(plan.known, type, value) === undefined);
  for (const type of fitting) {
    const found = written(plan, type, value);
    if (found !== undefined) return { ...found, isExact: found.isExact && fitting.length === 1 };
  }
  return undefined;
}

function modelWritten(plan: Plan, id: ModelId, value: Json): Written | undefined {
  const { model, isJson } = plan.models.get(id) ?? {};
  if (model === undefined || isJson !== true) return undefined;
  switch (model.kind) {
    case "object": {
      const members = isObject(value) ? membersWritten(plan, id, value) : undefined;
      return members && asObject(members, Object.keys(value ?? {}).length);
    }
    case "enum":
      return model.values.some((one) => one.value === value) ? plain(value) : undefined;
    case "union": {
      const { value: tag } = model.tag;
      const told = tag !== null && isObject(value) && Object.hasOwn(value, tag) ? value[tag] : undefined;
      const members = model.members.filter(({ tags }) => tag === null || tags.some((one) => one === told));
      return unionWritten(
        plan,
        members.map((member) => member.type),
        value,
      );
    }
  }
}

/**
 * The members of an object, in the order of the docs; undefined where one that is required has no literal. `file` is what
 * a caller writes for a file, in the members of a form.
 */
export function membersWritten(
  plan: Plan,
  id: ModelId,
  value: { readonly [key: string]: Json },
  file?: Code,
): readonly WrittenMember[] | undefined {
  const { model, properties, isRead } = plan.models.get(id) ?? {};
  if (model?.kind !== "object") return undefined;
  const members = model.properties.map((property, index) => {
    const wireName = property.wireName.value;
    const own = Object.hasOwn(value, wireName) ? value[wireName] : undefined;
    const found = own === undefined ? undefined : fileWritten(plan, property, file);
    return memberWritten(plan, property, properties?.[index] ?? property.name, own, isRead === true, found);
  });
  const isComplete = model.properties.every(({ presence }, index) => presence.value !== "required" || members[index]);
  return isComplete ? members.filter((member) => member !== undefined) : undefined;
}

function fileWritten(plan: Plan, { type }: Property, file: Code | undefined): Written | undefined {
  const part = file === undefined ? undefined : filePart(type.value, plan.known);
  if (file === undefined || part === undefined) return undefined;
  return part === "files"
    ? { code: array([file]), wire: [fileWire], isExact: true }
    : { code: file, wire: fileWire, isExact: true };
}

/** A member with a value; undefined where it has none, or one that cannot be written so. */
export function memberWritten(
  plan: Plan,
  property: Pick<Property, "type" | "nullable" | "presence" | "wireName">,
  name: string,
  value: Json | undefined,
  isRead: boolean,
  file?: Written,
): WrittenMember | undefined {
  if (value === undefined) return undefined;
  const isNull = value === null && acceptsNull(property, isRead);
  // Where the docs leave null open, a server may refuse it.
  const ofNull: Written = { ...plain(null), isExact: property.nullable.value === "yes" };
  const found = file ?? (isNull ? ofNull : written(plan, property.type.value, value));
  const isRequired = property.presence.value === "required";
  return found && { ...found, name, wireName: property.wireName.value, isRequired };
}

/** Members as one object, of which so many were wanted. */
export function asObject(members: readonly WrittenMember[], wanted: number = members.length): Written {
  return {
    code: braces(members.map(memberCode)),
    wire: Object.fromEntries(members.map(({ wireName, wire }) => [wireName, wire])),
    isExact: members.length === wanted && members.every(({ isExact }) => isExact),
  };
}

/** `name: value`. A variable with the member's name stands for both. */
export function memberCode({ name, code: value }: Pick<WrittenMember, "name" | "code">): Code {
  const isVariable = isIdentifier(name) && !isReserved(name) && flat(value) === name;
  return isVariable ? value : code`${keyOf(name)}: ${value}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** An object, and no list. */
export function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
