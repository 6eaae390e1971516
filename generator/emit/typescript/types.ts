import type { ModelId, Presence, Property, Type } from "../../ir/index.ts";
import { type Code, code, join, raw } from "../print/code.ts";
import type { Imports } from "../print/imports.ts";
import { type Plan, planOf } from "./plan.ts";

/** The file at hand: what it imports, and which plan it belongs to. */
export interface Scope {
  readonly plan: Plan;
  readonly imports: Imports;
  /** From the file's folder to `src/`: `..`. */
  readonly root: string;
  /** The file that is printed, `models/chat-completion`, so that it does not import itself. */
  readonly file: string;
}

/** A name of the runtime. */
export function runtimeValue(scope: Scope, module: string, name: string): Code {
  return scope.imports.value(`${scope.root}/runtime/${module}.ts`, name);
}

export function runtimeType(scope: Scope, module: string, name: string): Code {
  return scope.imports.type(`${scope.root}/runtime/${module}.ts`, name);
}

/** The module that declares a model, seen from the file at hand; undefined where it is that file. */
function moduleOf(scope: Scope, id: ModelId): string | undefined {
  const file = `models/${planOf(scope.plan, planOf(scope.plan, id).host).file}`;
  if (file === scope.file) return undefined;
  return scope.file.startsWith("models/") ? `./${file.slice("models/".length)}.ts` : `${scope.root}/${file}.ts`;
}

/** The type of a model. */
export function modelType(scope: Scope, id: ModelId, alias?: string): Code {
  const { type } = planOf(scope.plan, id);
  const module = moduleOf(scope, id);
  return module === undefined ? raw(type) : scope.imports.type(module, type, alias);
}

/** One of a model's functions: `decodeX`, `encodeX`, `formX`, `parseX`, `readX`, or the values of an enum. */
export function modelFunction(
  scope: Scope,
  id: ModelId,
  prefix: "decode" | "encode" | "form" | "parse" | "read",
): Code {
  const { type } = planOf(scope.plan, id);
  return modelValue(scope, id, `${prefix}${type}`);
}

export function modelValue(scope: Scope, id: ModelId, name: string): Code {
  const module = moduleOf(scope, id);
  return module === undefined ? raw(name) : scope.imports.value(module, name);
}

/** A type as TypeScript writes it. */
export function typeCode(scope: Scope, type: Type): Code {
  switch (type.kind) {
    case "string":
    case "boolean":
      return raw(type.kind);
    case "integer":
    case "number":
      return raw("number");
    case "date-time":
      return raw(scope.plan.options.dates === "Date" ? "Date" : "string");
    case "date":
      return raw("string");
    case "decimal":
      return raw("string | number");
    case "bytes":
      return raw("Uint8Array");
    case "literal":
      return code`${type.value}`;
    case "list":
      return code`readonly ${operand(scope, type.item)}[]`;
    case "map":
      return code`{ readonly [key: string]: ${typeCode(scope, type.value)} }`;
    case "nullable":
      return code`${typeCode(scope, type.of)} | null`;
    case "union":
      return join(
        [...type.members.map((member) => typeCode(scope, member)), runtimeType(scope, "model", "UnknownMember")],
        " | ",
      );
    case "stream":
      return code`${runtimeType(scope, "event-stream", "EventStream")}<${typeCode(scope, type.item)}>`;
    case "reference":
      return modelType(scope, type.id);
    case "unknown":
      return raw("unknown");
  }
}

/** In front of `[]`, whatever has an operator of its own needs parentheses. */
function operand(scope: Scope, type: Type): Code {
  const printed = typeCode(scope, type);
  const isAtom = !["list", "nullable", "union", "decimal"].includes(type.kind);
  return isAtom ? printed : code`(${printed})`;
}

/** A property's type with null and undefined, as its presence and the direction of its model make it. */
export function propertyType(
  scope: Scope,
  property: Pick<Property, "type" | "nullable" | "presence">,
  isRead: boolean,
): Code {
  const type = typeCode(scope, property.type.value);
  const isUnknown = property.type.value.kind === "unknown";
  const withNull = acceptsNull(property, isRead) && !isUnknown ? code`${type} | null` : type;
  return property.presence.value === "optional" && !isUnknown ? code`${withNull} | undefined` : withNull;
}

/**
 * Whether a property may be null: where the docs say so; and where they cannot say, for an optional property of a model
 * that is read, since such servers often write null for absent.
 */
export function acceptsNull(
  property: { readonly nullable: Property["nullable"]; readonly presence: { readonly value: Presence } },
  isRead: boolean,
): boolean {
  const { value } = property.nullable;
  return value === "yes" || (value === "unstated" && property.presence.value === "optional" && isRead);
}
