import type { Decoding, Key, Reader } from "./decoding.ts";
import { type JsonObject, setKey } from "./json.ts";

export { type Decoding, decode, type Key, type Reader } from "./decoding.ts";

/** Whether a value is an object of JSON: no array, no null. */
export function isObject(input: unknown): input is JsonObject {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

/** Whether a value is an array; keeps the type of a readonly one. */
export function isList(input: unknown): input is readonly unknown[] {
  return Array.isArray(input);
}

/** Reads any string; `T` narrows it where the documentation lists values, since a newer server may send others. */
export function string<T extends string = string>(input: unknown, at: Decoding, key: Key): T {
  return typeof input === "string" ? (input as T) : at.mismatch(input, key, "a string");
}

export function boolean(input: unknown, at: Decoding, key: Key): boolean {
  return typeof input === "boolean" ? input : at.mismatch(input, key, "a boolean");
}

export function number<T extends number = number>(input: unknown, at: Decoding, key: Key): T {
  return typeof input === "number" ? (input as T) : at.mismatch(input, key, "a number");
}

/** Reads an integer that a JavaScript number holds exactly: within ±(2^53 - 1). */
export function integer<T extends number = number>(input: unknown, at: Decoding, key: Key): T {
  if (Number.isSafeInteger(input)) return input as T;
  return Number.isInteger(input)
    ? at.mismatch(input, key, "an integer within ±(2^53 - 1)", "range")
    : at.mismatch(input, key, "an integer");
}

/** Reads a decimal number, which the wire carries as a string or as a number; it stays as it came. */
export function decimal(input: unknown, at: Decoding, key: Key): string | number {
  return typeof input === "string" || typeof input === "number" ? input : at.mismatch(input, key, "a decimal number");
}

/** Reads the one value that the documentation allows. */
export function literal<T extends string | number | boolean | null>(
  input: unknown,
  at: Decoding,
  key: Key,
  value: T,
): T {
  return input === value ? value : at.mismatch(input, key, JSON.stringify(value), "value");
}

/** Reads one of a closed set of values. */
export function oneOf<T extends string | number>(input: unknown, at: Decoding, key: Key, values: readonly T[]): T {
  const value = values.find((one) => one === input);
  return value ?? at.mismatch(input, key, `one of ${JSON.stringify(values)}`, "value");
}

/** Delivers what the documentation does not describe, as it came. */
export function unknown(input: unknown, at: Decoding, key: Key): unknown {
  return input === undefined ? at.mismatch(input, key, "a value") : input;
}

/** Reads a value that may be null. */
export function nullable<T>(input: unknown, at: Decoding, key: Key, read: Reader<T>): T | null {
  return input === null ? null : read(input, at, key);
}

export function list<T>(input: unknown, at: Decoding, key: Key, read: Reader<T>): T[] {
  if (!Array.isArray(input)) return at.mismatch(input, key, "an array");
  at.enter(key);
  const length = input.length;
  const items: T[] = [];
  for (let index = 0; index < length; index += 1) items.push(read(input[index], at, index));
  at.leave();
  return items;
}

export function map<T>(input: unknown, at: Decoding, key: Key, read: Reader<T>): { [key: string]: T } {
  if (!isObject(input)) return at.mismatch(input, key, "an object");
  at.enter(key);
  const entries: { [key: string]: T } = {};
  for (const name of Object.keys(input)) setKey(entries, name, read(input[name], at, name));
  at.leave();
  return entries;
}

/** A field whose name every object inherits, such as `constructor`: read only where the object has it itself. */
export function own(input: JsonObject, name: string): unknown {
  return Object.hasOwn(input, name) ? input[name] : undefined;
}
