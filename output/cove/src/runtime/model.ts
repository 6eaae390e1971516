import type { JsonObject, JsonValue } from "./json.ts";

declare const brand: unique symbol;

/**
 * A value that the documentation does not list, as a newer server may send it. A typo in a request is still a compile
 * error; a caller who means it writes `unrecognized("value")`.
 */
export type Unrecognized<T extends string | number = string> = T & { readonly [brand]: "unrecognized" };

/** Marks a value as deliberately outside the documented ones. */
export function unrecognized<T extends string | number>(value: T): Unrecognized<T> {
  return value as Unrecognized<T>;
}

/** A member of a tagged union that the documentation does not know. The literal tag keeps narrowing by `switch` exact. */
export type UnknownVariant<Tag extends string> = { [key in Tag]: "$unknown" } & { value: JsonObject };

/** A value of an untagged union that is none of the documented members. */
export interface UnknownMember {
  $unknown: true;
  value: JsonValue;
}

/** The key under which a model keeps the fields that its documentation does not know. */
const fieldsKey: unique symbol = Symbol("unknown");

/**
 * The fields of a model that the documentation does not know, by their names on the wire. They are written back when the
 * model is encoded; a copy made with spread syntax keeps them.
 */
export function unknownFields(model: object): Readonly<JsonObject> {
  return (model as { [fieldsKey]?: JsonObject })[fieldsKey] ?? {};
}

/** A copy of a model that also sends these fields, by their names on the wire; documented fields win. */
export function withUnknownFields<T extends object>(model: T, fields: Readonly<JsonObject>): T {
  return { ...model, [fieldsKey]: fields };
}

/** Attaches unknown fields to a model that is being read. */
export function attachUnknownFields(model: object, fields: JsonObject): void {
  (model as { [fieldsKey]?: JsonObject })[fieldsKey] = fields;
}

/** The JSON of a model, with the fields that it keeps beside its documented ones; documented ones win. */
export function withUnknown(model: object, json: JsonObject): JsonObject {
  const fields = (model as { [fieldsKey]?: JsonObject })[fieldsKey];
  let all = json;
  // Copies of both would take six times as long.
  for (const name in fields) {
    const isGiven = Object.hasOwn(json, name) && json[name] !== undefined;
    if (!isGiven) all = withKey(all, name, fields[name]);
  }
  return all;
}

/** An object with one more key, mostly the same object. An assignment would take `__proto__` for the prototype. */
export function withKey(target: JsonObject, key: string, value: JsonObject[string]): JsonObject {
  if (key === "__proto__") return { ...target, [key]: value };
  target[key] = value;
  return target;
}

/** Sets a key that may be `__proto__`, which plain assignment would take for the prototype. */
export function setKey<T>(target: { [key: string]: T }, key: string, value: T): void {
  if (key === "__proto__")
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else target[key] = value;
}
