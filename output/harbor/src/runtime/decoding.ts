import { DecodeError } from "./errors.ts";
import type { DecodeOptions, Issue, IssueCode } from "./issue.ts";
import { type JsonObject, type JsonValue, setKey } from "./json.ts";
import { attachUnknownFields } from "./model.ts";

/** A step of the path to a value: a name on the wire, or an index. */
export type Key = string | number;

/** Reads one value inside a decoding; `key` is the step that led to it. */
export type Reader<T> = (input: unknown, at: Decoding, key: Key) => T;

/** Decodes one value with a reader: the body of every `decodeX`. */
export function decode<T>(model: string, read: Reader<T>, input: unknown, options?: DecodeOptions): T {
  const at = new Decoding(options);
  const value = read(input, at, model);
  if (at.issues.length > 0 && (options?.validate ?? "strict") === "strict") throw new DecodeError(at.issues);
  return value;
}

const none: readonly Issue[] = [];

/**
 * One run of a decoder: where it is, and what it found. Readers report and go on, so that all issues come at once and
 * the lenient mode can deliver the rest.
 */
export class Decoding {
  issues: readonly Issue[] = none;
  /** How many fields came that the documentation does not know; tells members of a union apart. */
  unknown = 0;
  readonly #options: DecodeOptions | undefined;
  #path: Key[] = [];
  #found: Issue[] | undefined;

  constructor(options?: DecodeOptions) {
    this.#options = options;
  }

  /** Enters an object, a list or a map. */
  enter(key: Key): void {
    this.#path.push(key);
  }

  leave(): void {
    this.#path.pop();
  }

  /**
   * Leaves an object, and keeps what its documentation does not know. `guesses` leads from the other spelling of a name
   * that the documentation leaves open to the decided one: where only the other came, the field is known.
   */
  close<T extends object>(
    model: T,
    input: JsonObject,
    fields: ReadonlySet<string>,
    guesses?: ReadonlyMap<string, string>,
  ): T {
    this.#path.pop();
    let unknown: JsonObject | undefined;
    for (const name in input) {
      if (fields.has(name) || isGuessed(input, name, guesses)) continue;
      unknown ??= {};
      setKey(unknown, name, input[name] as JsonValue);
      this.unknown += 1;
    }
    if (unknown !== undefined) attachUnknownFields(model, unknown);
    return model;
  }

  /** Reads the fields that the documentation knows by their type alone. */
  additional<T>(
    input: JsonObject,
    fields: ReadonlySet<string>,
    read: Reader<T>,
    guesses?: ReadonlyMap<string, string>,
  ): { [key: string]: T } {
    const additional: { [key: string]: T } = {};
    for (const name in input) {
      if (fields.has(name) || isGuessed(input, name, guesses)) continue;
      setKey(additional, name, read(input[name], this, name));
    }
    return additional;
  }

  /** A value under a name that the documentation leaves open, read under the other spelling where only that came. */
  guess(input: JsonObject, decided: string, other: string): unknown {
    const value = input[decided];
    if (value !== undefined || !Object.hasOwn(input, other)) return value;
    this.report("name-guess", decided, `the name ${decided}`, `the name ${other}`);
    return input[other];
  }

  /** Reports a value of another kind, and delivers it as it came. */
  mismatch<T>(input: unknown, key: Key, expected: string, code: IssueCode = "type"): T {
    this.report(input === undefined ? "missing" : code, key, expected, kindOf(input));
    return input as T;
  }

  report(code: IssueCode, key: Key, expected: string, received: string): void {
    this.#add({ path: [...this.#path, key].reduce<string>(step, ""), code, expected, received });
  }

  /** Reads without reporting, to see whether a member of a union fits. */
  attempt<T>(read: Reader<T>, input: unknown, key: Key): Attempt<T> {
    const trial = new Decoding({ validate: "lenient" });
    trial.#path = [...this.#path];
    const value = read(input, trial, key);
    return { value, issues: trial.issues, unknown: trial.unknown };
  }

  /** Takes what an attempt found as found here. */
  accept<T>(attempt: Attempt<T>): T {
    this.unknown += attempt.unknown;
    for (const issue of attempt.issues) this.#add(issue);
    return attempt.value;
  }

  #add(issue: Issue): void {
    if (this.#options?.validate === "off") return;
    this.#found ??= [];
    this.#found.push(issue);
    this.issues = this.#found;
    this.#options?.onIssue?.(issue);
  }
}

/** What reading a value as one member of a union gave. */
export interface Attempt<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
  readonly unknown: number;
}

function isGuessed(input: JsonObject, name: string, guesses: ReadonlyMap<string, string> | undefined): boolean {
  const decided = guesses?.get(name);
  return decided !== undefined && input[decided] === undefined;
}

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

function step(path: string, key: Key): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (path === "") return key;
  return identifier.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

function kindOf(input: unknown): string {
  if (input === null) return "null";
  if (input === undefined) return "nothing";
  if (Array.isArray(input)) return "an array";
  if (typeof input === "object") return "an object";
  return `a ${typeof input}`;
}
