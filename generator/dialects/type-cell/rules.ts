import type { NeutralType } from "../sighting.ts";

/** What a language's words and brackets mean: the data that a dialect hands to the reader of type cells. */
export interface TypeRules {
  /** Words that are types by themselves. Any other is the name of a document. */
  readonly words: ReadonlyMap<string, NeutralType>;
  /** Words that mean something else where they link to the language's own documentation. */
  readonly external: ReadonlyMap<string, NeutralType>;
  /** Utility documents, by `folder/file` in lower case without suffix: whatever links there is no model of the API. */
  readonly utilities: ReadonlyMap<string, NeutralType>;
  /** Generic types and operators by their head; nothing where the arguments do not fit. */
  readonly forms: ReadonlyMap<string, (args: readonly NeutralType[]) => NeutralType | undefined>;
  /** The heads that list the members of a union. */
  readonly unions: ReadonlySet<string>;
  /**
   * The heads that say "or nothing". Around a whole cell they are reported by name, because what they say of a field
   * differs by language; around an item of a list or a map they say null.
   */
  readonly wrappers: ReadonlySet<string>;
  /** The members of a union around a whole cell that say the same as a wrapper; inside, they are its null. */
  readonly absent: ReadonlySet<string>;
}

/** A type cell, taken apart. */
export interface Cell {
  /** Without the wrappers around the whole. */
  readonly type: NeutralType;
  /** The heads of these wrappers, outermost first. */
  readonly wrappers: readonly string[];
}

/** A word's type of a kind that needs nothing more, for tables. */
export function plain(kind: PlainKind): NeutralType {
  return { kind };
}

type PlainKind = Exclude<
  NeutralType["kind"],
  "literal" | "list" | "map" | "nullable" | "union" | "stream" | "name" | "unread"
>;

/** The `byte` of `byte[]`. By itself it is no type of any document. */
export const octet: NeutralType = { kind: "unread", raw: "byte" };

/** `T[]` and `[]T` in languages in which a list of octets is bytes. */
export function listOrBytes(args: readonly NeutralType[]): NeutralType | undefined {
  return args[0] === octet ? plain("bytes") : list(args);
}

/** `List<T>`; a bare `List` is a list of anything. */
export function list(args: readonly NeutralType[]): NeutralType | undefined {
  return args.length === 1 && args[0] ? { kind: "list", item: args[0] } : undefined;
}

/** `Map<K, V>`: keys are strings on the wire, whatever the language makes of them. */
export function mapOfSecond(args: readonly NeutralType[]): NeutralType | undefined {
  return args.length === 2 && args[1] ? { kind: "map", value: args[1] } : undefined;
}

/** `EventStream<T>`, or a generator whose other arguments tell nothing. */
export function eventStream(args: readonly NeutralType[]): NeutralType | undefined {
  return args[0] && { kind: "stream", framing: "sse", item: args[0] };
}

/** `JsonLStream<T>`. */
export function jsonLines(args: readonly NeutralType[]): NeutralType | undefined {
  return args[0] && { kind: "stream", framing: "json-lines", item: args[0] };
}

/** A type around another that adds nothing: a promise. */
export function transparent(args: readonly NeutralType[]): NeutralType | undefined {
  return args[0];
}
