import type { Decoding, Reader } from "./decode.ts";
import type { JsonObject } from "./json.ts";
import { setKey } from "./model.ts";

/** Reads the fields that the documentation knows by their type alone. */
export function additional<T>(
  input: JsonObject,
  at: Decoding,
  fields: readonly string[],
  read: Reader<T>,
): { [key: string]: T } {
  const further: { [key: string]: T } = {};
  for (const name in input) if (!fields.includes(name)) setKey(further, name, read(input[name], at, name));
  return further;
}

/** A value under a name that the documentation leaves open, read under the other spelling where only that came. */
export function guess(input: JsonObject, at: Decoding, decided: string, other: string): unknown {
  const value = input[decided];
  if (value !== undefined || !Object.hasOwn(input, other)) return value;
  return at.mismatch(input[other], decided, `the name ${decided}`, "name-guess", `the name ${other}`);
}

/**
 * The fields of an object that are known. `guesses` leads from the other spelling of a name that the documentation leaves
 * open to the decided one: where only the other came, it is known too.
 */
export function knownFields(
  input: JsonObject,
  fields: readonly string[],
  guesses: ReadonlyMap<string, string>,
): readonly string[] {
  let known = fields;
  for (const [other, decided] of guesses) {
    if (input[decided] !== undefined || input[other] === undefined) continue;
    known = [...known, other];
  }
  return known;
}
