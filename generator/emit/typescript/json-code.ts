import { type Code, code, raw } from "../print/code.ts";
import { isIdentifier } from "../print/identifier.ts";
import { array, arrayBlock, block } from "../print/layout.ts";

/** A value of JSON as a literal; `__proto__` in it stays a key. Each entry of an object has a line, unless told otherwise. */
export function jsonCode(value: unknown, object: (entries: readonly Code[]) => Code = block): Code {
  if (Array.isArray(value))
    return list(
      value.map((item) => jsonCode(item, object)),
      value.every(isLarge),
    );
  if (typeof value === "object" && value !== null)
    return object(Object.entries(value).map(([key, item]) => code`${entryKey(key)}: ${jsonCode(item, object)}`));
  const isScalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isScalar ? code`${value}` : raw("null");
}

/** Formatters give the items of a list of lists or objects a line each. */
export function list(items: readonly Code[], areLarge: boolean): Code {
  return items.length > 1 && areLarge ? arrayBlock(items) : array(items);
}

export function isLarge(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 1;
}

/** The key of a literal. A number needs no quotes. */
export function entryKey(key: string): Code {
  if (key === "__proto__") return code`[${key}]`;
  return isIdentifier(key) || /^(0|[1-9]\d*)$/.test(key) ? raw(key) : code`${key}`;
}
