import { DecodeError } from "./errors.ts";
import type { DecodeOptions, Issue, IssueCode } from "./issue.ts";
import type { JsonObject } from "./json.ts";
import { attachUnknownFields, setKey, withKey } from "./model.ts";

/** A step of the path to a value: a name on the wire, or an index. */
export type Key = string | number;

/** Reads one value inside a decoding; `key` is the step that led to it. */
export type Reader<T> = (input: unknown, at: Decoding, key: Key) => T;

/** Decodes one value with a reader: the body of every `decodeX`. */
export function decode<T>(model: string, read: Reader<T>, input: unknown, options?: DecodeOptions): T {
  const at = new Decoding(options);
  const value = read(input, at, model);
  if (at.issues[0] && at.validate === "strict") throw new DecodeError(at.issues);
  return value;
}

/**
 * One run of a decoder: where it is, and what it found. Readers report and go on, so that all issues come at once and
 * the lenient mode can deliver the rest.
 */
export class Decoding {
  readonly issues: Issue[] = [];
  /** How many fields came that the documentation does not know; tells members of a union apart. */
  unknown = 0;
  /** Whether a required value was absent. */
  missing = false;
  declare readonly validate: DecodeOptions["validate"];
  declare readonly onIssue: DecodeOptions["onIssue"];
  /** The steps to where it is; what lies beyond `depth` is left over, since removing it would cost more. */
  declare readonly path: Key[];
  declare depth: number;

  constructor({ validate = "strict", onIssue }: DecodeOptions = {}, path: Key[] = []) {
    this.validate = validate;
    this.onIssue = onIssue;
    this.path = path;
    this.depth = path.length;
  }

  /** Enters an object, a list or a map. */
  enter(key: Key): void {
    this.path[this.depth++] = key;
  }

  leave(): void {
    this.depth--;
  }

  /** Leaves an object. Whether its model holds all that came: else there may be fields to keep. */
  close(model: object, input: JsonObject): boolean {
    this.depth--;
    // As many properties as fields: none of these is unknown. A property without a field would hide one.
    return !this.missing && count(model) === count(input);
  }

  /** Keeps the fields of an object that its documentation does not know. */
  keep<T extends object>(model: T, input: JsonObject, known: readonly string[]): T {
    let fields: JsonObject | undefined;
    for (const name in input) {
      if (known.includes(name)) continue;
      this.unknown++;
      fields = withKey(fields ?? {}, name, input[name]);
    }
    if (fields) attachUnknownFields(model, fields);
    return model;
  }

  /** Reports a value of another kind, and delivers it as it came. */
  mismatch<T>(
    input: unknown,
    key: Key,
    expected: string,
    code: IssueCode = "type",
    received: string = kindOf(input),
  ): T {
    this.missing ||= input === undefined;
    this.add({
      path: [...this.path.slice(0, this.depth), key].reduce(step) as string,
      code: input === undefined ? "missing" : code,
      expected,
      received,
    });
    return input as T;
  }

  add(issue: Issue): void {
    this.issues.push(issue);
    if (this.validate !== "off") this.onIssue?.(issue);
  }
}

/** How many keys there are. A list of them would take longer than all else that a small object needs. */
function count(object: object): number {
  let keys = 0;
  for (const _ in object) keys++;
  return keys;
}

function step(path: Key, key: Key): string {
  return `${path}[${JSON.stringify(key)}]`.replace(/\["(\w+)"]$/, ".$1");
}

function kindOf(input: unknown): string {
  if (input === undefined) return "nothing";
  if (isList(input)) return "an array";
  return isObject(input) ? "an object" : input === null ? "null" : `a ${typeof input}`;
}

/** Whether a value is an object of JSON: no array, no null. */
export function isObject(input: unknown): input is JsonObject {
  return !!input && typeof input === "object" && !Array.isArray(input);
}

/** Whether a value is an array; keeps the type of a readonly one. */
export function isList(input: unknown): input is readonly unknown[] {
  return Array.isArray(input);
}

/** Reads an object of which the documentation names no field: as it came, with all fields counted as unknown. */
export function freeObject(input: unknown, at: Decoding, key: Key): { readonly [key: string]: unknown } {
  if (!isObject(input)) return at.mismatch(input, key, "an object");
  at.unknown += count(input);
  return input;
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
  return at.mismatch(input, key, "a safe integer", Number.isInteger(input) ? "range" : "type");
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
  return values.includes(input as T)
    ? (input as T)
    : at.mismatch(input, key, `one of ${JSON.stringify(values)}`, "value");
}

/** Delivers what the documentation does not describe, as it came. */
export function unknown(input: unknown, at: Decoding, key: Key): unknown {
  return input === undefined ? at.mismatch(input, key, "a value") : input;
}

/** Reads a value that may be null; `further` is what its reader takes besides. */
export function nullable<T>(input: unknown, at: Decoding, key: Key, read: Reader<T>): T | null;
export function nullable<T, Further>(
  input: unknown,
  at: Decoding,
  key: Key,
  read: (input: unknown, at: Decoding, key: Key, further: Further) => T,
  further: Further,
): T | null;
export function nullable<T, Further>(
  input: unknown,
  at: Decoding,
  key: Key,
  read: (input: unknown, at: Decoding, key: Key, further: Further) => T,
  further?: Further,
): T | null {
  return input === null ? null : read(input, at, key, further as Further);
}

export function list<T>(input: unknown, at: Decoding, key: Key, read: Reader<T>): T[] {
  if (!isList(input)) return at.mismatch(input, key, "an array");
  at.enter(key);
  const items = input.map((item, index) => read(item, at, index));
  at.leave();
  return items;
}

export function map<T>(input: unknown, at: Decoding, key: Key, read: Reader<T>): { [key: string]: T } {
  if (!isObject(input)) return at.mismatch(input, key, "an object");
  at.enter(key);
  const entries: { [key: string]: T } = {};
  for (const name in input) setKey(entries, name, read(input[name], at, name));
  at.leave();
  return entries;
}

/** A field whose name every object inherits, such as `constructor`: read only where the object has it itself. */
export function own(input: JsonObject, name: string): unknown {
  return Object.hasOwn(input, name) ? input[name] : undefined;
}
