import { Decoding, isObject, type Key, type Reader, string } from "./decode.ts";
import type { Issue } from "./issue.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import type { UnknownMember, UnknownVariant } from "./model.ts";

/** Delivers an object whose tag the documentation does not know; what has no tag at all is an issue. */
export function unknownVariant<Tag extends string>(
  input: unknown,
  at: Decoding,
  key: Key,
  tag: Tag,
  wireTag: string,
): UnknownVariant<Tag> {
  if (!isObject(input)) return at.mismatch(input, key, "an object");
  at.enter(key);
  string(input[wireTag], at, wireTag);
  at.leave();
  return { [tag]: "$unknown", value: input } as UnknownVariant<Tag>;
}

/** Delivers a value that is of no documented member's kind. */
export function unknownMember(input: unknown, at: Decoding, key: Key): UnknownMember {
  if (input === undefined) at.mismatch(input, key, "a value");
  return { $unknown: true, value: input as JsonValue };
}

/** A member of a union that is told apart by shape. */
export interface Candidate<T> {
  readonly read: Reader<T>;
  readonly encode: (value: never) => JsonValue;
  /** The names on the wire without which a value is not this member; absent for a member that is no object. */
  readonly required?: readonly string[];
  /** The fields whose one documented value tells the member from others, by their names on the wire. */
  readonly literals?: { readonly [name: string]: string | number | boolean };
}

/**
 * Reads a value as the member that it fits best: no issues, then the fewest unknown fields, then the documented order.
 * An object that has the required fields of a member, and no other value in place of its literals, is that member, with
 * its issues; one that is so of none is newer than the documentation.
 */
export function anyOf<T>(
  input: unknown,
  at: Decoding,
  key: Key,
  candidates: readonly Candidate<T>[],
): T | UnknownMember {
  let best: Attempt<T> | undefined;
  for (const candidate of candidates) {
    const isModel = candidate.required !== undefined;
    if (isModel && !(isObject(input) && hasShape(input, candidate))) continue;
    const trial = attempt(candidate.read, input, key, at.path.slice(0, at.depth));
    if (!isModel && trial.issues.length > 0) continue;
    if (best === undefined || isBetter(trial, best)) best = trial;
  }
  if (best === undefined) return unknownMember(input, at, key);
  at.unknown += best.unknown;
  for (const issue of best.issues) at.add(issue);
  return best.value;
}

/** What reading a value as one member of a union gave. */
interface Attempt<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
  readonly unknown: number;
}

/** Reads without reporting. */
function attempt<T>(read: Reader<T>, input: unknown, key: Key, path: Key[]): Attempt<T> {
  const trial = new Decoding({ validate: "lenient" }, path);
  const value = read(input, trial, key);
  return { value, issues: trial.issues, unknown: trial.unknown };
}

function hasShape(input: JsonObject, { required = [], literals = {} }: Candidate<unknown>): boolean {
  return (
    required.every((name) => Object.hasOwn(input, name)) &&
    Object.entries(literals).every(
      ([name, value]) => !Object.hasOwn(input, name) || [value, undefined].includes(input[name] as typeof value),
    )
  );
}

function isBetter<T>(one: Attempt<T>, other: Attempt<T>): boolean {
  return (
    one.issues.length - other.issues.length < 0 ||
    (one.issues.length === other.issues.length && one.unknown < other.unknown)
  );
}

/**
 * Writes a value of a union that is told apart by shape: as the member that reads it back with the fewest issues, then
 * the one that writes most of it, since an encoder leaves out what its model does not have.
 */
export function encodeAnyOf<T>(value: T | UnknownMember, candidates: readonly Candidate<T>[]): JsonValue {
  if (isUnknownMember(value)) return value.value;
  let best: { readonly json: JsonValue; readonly issues: number; readonly size: number } | undefined;
  for (const { read, encode } of candidates) {
    const json = attemptEncode(encode, value);
    if (json === undefined) continue;
    const issues = attempt(read, json, "", []).issues.length;
    const size = JSON.stringify(json).length;
    if (best === undefined || issues < best.issues || (issues === best.issues && size > best.size))
      best = { json, issues, size };
  }
  if (best === undefined) throw new TypeError("The value is none of the union's documented members.");
  return best.json;
}

/** Whether a value of an untagged union is none of the documented members. */
export function isUnknownMember(value: unknown): value is UnknownMember {
  return isObject(value) && value.$unknown === true;
}

/** A value of another member may lack what this one's encoder touches; such a member does not fit. */
function attemptEncode(encode: (value: never) => JsonValue, value: unknown): JsonValue | undefined {
  try {
    return encode(value as never);
  } catch {
    return undefined;
  }
}
