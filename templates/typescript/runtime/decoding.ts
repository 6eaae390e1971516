import { DecodeError } from "./errors.ts";
import type { DecodeOptions, Issue, IssueCode } from "./issue.ts";
import type { JsonObject, JsonValue } from "./json.ts";
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

/**
 * One run of a decoder: where it is, and what it found. Readers report and go on, so that all issues come at once and
 * the lenient mode can deliver the rest.
 */
export class Decoding {
  readonly issues: Issue[] = [];
  /** How many fields came that the documentation does not know; tells members of a union apart. */
  unknown = 0;
  readonly options: DecodeOptions | undefined;
  readonly path: Key[];

  constructor(options?: DecodeOptions, path: Key[] = []) {
    this.options = options;
    this.path = path;
  }

  /** Enters an object, a list or a map. */
  enter(key: Key): void {
    this.path.push(key);
  }

  leave(): void {
    this.path.pop();
  }

  /** Leaves an object, and keeps the fields that its documentation does not know. */
  close<T extends object>(model: T, input: JsonObject, fields: ReadonlySet<string>): T {
    this.path.pop();
    let unknown: [name: string, value: JsonValue][] | undefined;
    for (const name in input) {
      if (fields.has(name)) continue;
      unknown ??= [];
      unknown.push([name, input[name] as JsonValue]);
    }
    if (unknown) {
      this.unknown += unknown.length;
      attachUnknownFields(model, Object.fromEntries(unknown));
    }
    return model;
  }

  /** Reports a value of another kind, and delivers it as it came. */
  mismatch<T>(input: unknown, key: Key, expected: string, code: IssueCode = "type"): T {
    this.report(input === undefined ? "missing" : code, key, expected, kindOf(input));
    return input as T;
  }

  report(code: IssueCode, key: Key, expected: string, received: string): void {
    this.add({ path: [...this.path, key].reduce<string>(step, ""), code, expected, received });
  }

  add(issue: Issue): void {
    if (this.options?.validate === "off") return;
    this.issues.push(issue);
    this.options?.onIssue?.(issue);
  }
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
