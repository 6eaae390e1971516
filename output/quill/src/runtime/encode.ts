import type { JsonObject, JsonValue } from "./json.ts";
import { setKey, withUnknown } from "./model.ts";

/** Writes each value of a map. */
export function encodeMap<T>(entries: { readonly [key: string]: T }, encode: (value: T) => JsonValue): JsonObject {
  const json: JsonObject = {};
  for (const [name, value] of Object.entries(entries)) setKey(json, name, encode(value));
  return json;
}

/** Passes on what the documentation does not describe: whatever `JSON.stringify` can write. */
export function encodeUnknown(value: unknown): JsonValue {
  return value as JsonValue;
}

/** Writes an object of which the documentation names no field: all that it has. */
export function encodeFreeObject(value: { readonly [key: string]: unknown }): JsonObject {
  return withUnknown(value, value as JsonObject);
}

/** Adds further fields to an object; documented ones win. */
export function addFields(json: JsonObject, fields: JsonValue): void {
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (!Object.hasOwn(json, name) || json[name] === undefined) setKey(json, name, value);
  }
}
