import { atEnd, type Cursor, cursorOf, eat, looksAt, marked, nested, separated, take } from "./cursor.ts";
import { takeLiteral } from "./literal.ts";

/**
 * How a cell spells a type, before any language says what the words mean. Emphasis and code spans are gone: they carry
 * nothing but the look. Operators are applications too: `T[]` and `[]T` apply `[]`, `A | B` applies `|`, `*T` and `?T`
 * apply their sign, `@Nullable T` applies the annotation, `{ [k: string]: T }` applies `{}`, and `map[string]T` applies
 * `map` to both.
 */
export type Spelling =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "literal"; readonly value: string | number }
  | { readonly kind: "apply"; readonly head: string; readonly args: readonly Spelling[] }
  | { readonly kind: "link"; readonly of: Spelling; readonly href: string };

/** A name with its qualifiers: `models.Chat`, `Models::Shared::Chat`, `\Ns\Chat`, `models/errors/Chat`; or a type without one. */
const word = /interface\{\}|(?:\\|::)?[\p{L}_$][\p{L}\p{N}_$]*(?:(?:\.|::|\\|\/)[\p{L}_$][\p{L}\p{N}_$]*)*/uy;
const separator = /\s*,\s*/y;
const bar = /\s*\|\s*/y;
const indexer = /\\?\{\s*\[\s*\w+\s*:\s*\w+\s*\]\s*:/y;
/** A link's target, with one level of parentheses in it. */
const target = /\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)/y;

/** Reads a whole cell; nothing where a character is left over or missing. */
export function spellingOf(raw: string): Spelling | undefined {
  const cursor = cursorOf(raw);
  const spelling = alternatives(cursor);
  return spelling !== undefined && atEnd(cursor) ? spelling : undefined;
}

/** The languages that have no brackets of their own for a union list the members with bars. */
function alternatives(cursor: Cursor): Spelling | undefined {
  const members = separated(cursor, operand, bar);
  if (members === undefined) return undefined;
  return members.length === 1 ? members[0] : apply("|", members);
}

function operand(cursor: Cursor): Spelling | undefined {
  eat(cursor, /\s*/y);
  return nested(cursor, (inner) => suffixed(inner, primary(inner)));
}

/** `T[][]`, at most as deep as anything else may be. */
function suffixed(cursor: Cursor, of: Spelling | undefined): Spelling | undefined {
  if (of === undefined || !eat(cursor, /\[\]/y)) return of;
  return nested(cursor, (inner) => suffixed(inner, apply("[]", [of])));
}

function primary(cursor: Cursor): Spelling | undefined {
  if (looksAt(cursor, "*")) return cursor.marked ? prefixed(cursor, "*", /\*/y) : enclosed(cursor, /\*/y, /\*/y);
  if (looksAt(cursor, "`")) return enclosed(cursor, /`/y, /`/y);
  if (looksAt(cursor, "[]")) return prefixed(cursor, "[]", /\[\]/y);
  if (looksAt(cursor, "[")) return link(cursor);
  const annotation = take(cursor, /@\p{L}+(?=\s)/uy);
  if (annotation !== undefined) return argument(cursor, annotation);
  if (eat(cursor, /\?\s+(?:extends|super)\s+/y)) return operand(cursor);
  // An argument that may be anything: `HttpResponse<?>`.
  if (eat(cursor, /\?(?=\s*\\*[>,])/y)) return { kind: "word", text: "?" };
  if (looksAt(cursor, "?")) return prefixed(cursor, "?", /\?/y);
  if (eat(cursor, indexer)) return closed(alternatives(cursor), "{}", eat(cursor, /\s*;?\s*\\?\}/y));
  const value = takeLiteral(cursor);
  return value === undefined ? named(cursor) : { kind: "literal", value };
}

function prefixed(cursor: Cursor, head: string, sign: RegExp): Spelling | undefined {
  eat(cursor, sign);
  return argument(cursor, head);
}

function argument(cursor: Cursor, head: string): Spelling | undefined {
  const of = operand(cursor);
  return of && apply(head, [of]);
}

/** Emphasis or a code span: transparent. */
function enclosed(cursor: Cursor, open: RegExp, close: RegExp): Spelling | undefined {
  eat(cursor, open);
  const of = marked(cursor, alternatives);
  return eat(cursor, close) ? of : undefined;
}

function link(cursor: Cursor): Spelling | undefined {
  eat(cursor, /\[/y);
  const of = marked(cursor, alternatives);
  if (of === undefined) return undefined;
  // `AxiosResponse<any>` lost its argument in the docs of 2023, but not the closing bracket.
  eat(cursor, />(?=\]\([a-z]+:)/y);
  const rest = take(cursor, target);
  // A title behind the target is no part of it.
  return rest === undefined ? undefined : { kind: "link", of, href: rest.slice(2, -1).trim().split(/\s/, 1)[0] ?? "" };
}

function named(cursor: Cursor): Spelling | undefined {
  const text = take(cursor, word);
  if (text === undefined) return undefined;
  if (looksAt(cursor, "[") && !looksAt(cursor, "[]")) return applied(cursor, text, /\[/y, /\s*\]/y);
  // Some dialects escape the angle bracket once, and once more where it is nested.
  if (eat(cursor, /\s*\\*(?=<)/y)) return applied(cursor, text, /</y, /\s*\\*>/y);
  if (looksAt(cursor, "(")) return applied(cursor, text, /\(/y, /\s*\)/y);
  return { kind: "word", text };
}

function applied(cursor: Cursor, head: string, open: RegExp, close: RegExp): Spelling | undefined {
  eat(cursor, open);
  const args = separated(cursor, alternatives, separator);
  if (args === undefined || !eat(cursor, close)) return undefined;
  const value = head === "map" && args.length === 1 ? operand(cursor) : undefined;
  return apply(head, value === undefined ? args : [...args, value]);
}

function closed(of: Spelling | undefined, head: string, isClosed: boolean): Spelling | undefined {
  return of !== undefined && isClosed ? apply(head, [of]) : undefined;
}

function apply(head: string, args: readonly Spelling[]): Spelling {
  return { kind: "apply", head, args };
}
