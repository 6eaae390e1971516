import { type Decoding, decode, isList, isObject, type Key } from "./decode.ts";
import { StreamError } from "./errors.ts";
import type { DecodeOptions } from "./issue.ts";
import type { JsonObject } from "./json.ts";
import { attachUnknownFields, setKey, unknownFields } from "./model.ts";

/** Makes one object of its pieces; `key` is the step that leads to it. */
export type Join<Piece, Whole> = (pieces: readonly Piece[], at: Decoding, key: Key) => Whole;

/** Reads a stream to its end and joins its items: the body of every `collectX`. An end mark is no piece. */
export async function collect<Piece extends object, Whole>(
  model: string,
  stream: AsyncIterable<Piece | string>,
  join: Join<Piece, Whole>,
  options?: DecodeOptions,
): Promise<Whole> {
  const pieces: Piece[] = [];
  for await (const item of stream) if (isObject(item)) pieces.push(item as Piece);
  if (pieces.length === 0) throw new StreamError("unfinished", "The stream ended before its first piece");
  return decode(model, (_, at, key) => join(pieces, at, key), undefined, options);
}

/** The value that was sent last. Null and an empty text, with which some servers fill pieces, replace no other value. */
export function lastOf<Piece, Name extends keyof Piece>(pieces: readonly Piece[], name: Name): Piece[Name] | undefined {
  let found: Piece[Name] | undefined;
  for (const { [name]: value } of pieces) {
    const isEmpty = value === null || value === "";
    if (value !== undefined && (!isEmpty || (found ?? "") === "")) found = value ?? found ?? value;
  }
  return found;
}

/** One text of the pieces of a text. Of what is no text, the last value. */
export function textOf<Piece, Name extends keyof Piece>(pieces: readonly Piece[], name: Name): Piece[Name] | undefined {
  const sent = pieces.map((piece) => piece[name] ?? undefined).filter((value) => value !== undefined);
  const isText = sent.length > 0 && sent.every((value) => typeof value === "string");
  return isText ? (sent.join("") as Piece[Name]) : lastOf(pieces, name);
}

/** Content that is a text or a list: one text, or one list, in which `asItem` stands for the texts between its items. */
export function contentOf<Piece, Name extends keyof Piece>(
  pieces: readonly Piece[],
  name: Name,
  asItem: (text: string) => unknown,
): Piece[Name] | undefined {
  const sent = sentOf(pieces, name);
  if (!sent.some(Array.isArray)) return textOf(pieces, name);
  const items: unknown[] = [];
  let text = "";
  for (const value of [...sent, []]) {
    if (typeof value === "string") text += value;
    else if (isList(value)) {
      if (text !== "") items.push(asItem(text));
      text = "";
      for (const item of value) items.push(item);
    }
  }
  return items as Piece[Name];
}

/** One list of the pieces of a list, in the order in which they came. */
export function itemsOf<Piece, Name extends keyof Piece>(
  pieces: readonly Piece[],
  name: Name,
): Item<Piece[Name]>[] | Extract<Piece[Name], null> | undefined {
  const lists = sentOf(pieces, name).filter(isList);
  if (lists.length === 0) return nothing(pieces, name);
  const items: Item<Piece[Name]>[] = [];
  for (const list of lists) for (const item of list) items.push(item as Item<Piece[Name]>);
  return items;
}

type Item<T> = Extract<T, readonly unknown[]>[number];

/** One map of the pieces of a map; of two values of one key, the later one. */
export function entriesOf<Piece, Name extends keyof Piece>(
  pieces: readonly Piece[],
  name: Name,
): Piece[Name] | undefined {
  const maps = sentOf(pieces, name).filter(isObject);
  if (maps.length === 0) return nothing(pieces, name);
  const entries = {};
  for (const map of maps) for (const [key, value] of Object.entries(map)) setKey(entries, key, value);
  return entries as Piece[Name];
}

/** One object of the pieces of an object. */
export function objectOf<Piece, Name extends keyof Piece, Whole>(
  pieces: readonly Piece[],
  name: Name,
  join: Join<NonNullable<Piece[Name]>, Whole>,
  at: Decoding,
  key: Key,
): Whole | Extract<Piece[Name], null> | undefined {
  const sent = sentOf(pieces, name);
  const parts = sent.filter((part): part is NonNullable<Piece[Name]> => isObject(part));
  return parts.length > 0 ? join(parts, at, key) : nothing(pieces, name);
}

/**
 * One list of the pieces of its objects. Those of one index are pieces of one object, and objects stand in the order of
 * their indexes; what has no index is an object of its own, and comes behind.
 */
export function objectsOf<Piece, Name extends keyof Piece, Whole>(
  pieces: readonly Piece[],
  name: Name,
  index: keyof Item<Piece[Name]> | undefined,
  join: Join<Item<Piece[Name]>, Whole>,
  at: Decoding,
  key: Key,
): Whole[] | Extract<Piece[Name], null> | undefined {
  const parts = itemsOf(pieces, name);
  if (!Array.isArray(parts)) return parts;
  const indexed = new Map<number, Item<Piece[Name]>[]>();
  const others: Item<Piece[Name]>[][] = [];
  for (const part of parts.filter((one) => isObject(one))) {
    const place: unknown = index === undefined ? undefined : part[index];
    const group = typeof place === "number" ? indexed.get(place) : undefined;
    if (group !== undefined) group.push(part);
    else if (typeof place === "number") indexed.set(place, [part]);
    else others.push([part]);
  }
  const groups = [...indexed].sort(([one], [other]) => one - other).map(([, group]) => group);
  at.enter(key);
  const objects = [...groups, ...others].map((group, place) => join(group, at, place));
  at.leave();
  return objects;
}

/** A value that the whole cannot lack. */
export function required<T>(value: T | undefined, at: Decoding, key: Key): T {
  return value === undefined ? at.mismatch(value, key, "a value") : value;
}

/** Keeps what the documentation of the whole does not know: the further fields of its pieces, and `fields`. */
export function keep<T extends object>(whole: T, pieces: readonly object[], fields: JsonObject = {}): T {
  const all: JsonObject = {};
  for (const from of [...pieces.map(unknownFields), fields]) {
    for (const [name, value] of Object.entries(from)) setKey(all, name, value);
  }
  if (Object.keys(all).length > 0) attachUnknownFields(whole, all);
  return whole;
}

function sentOf<Piece>(pieces: readonly Piece[], name: keyof Piece): readonly unknown[] {
  return pieces.map((piece) => piece[name]);
}

/** Null where that was sent, and undefined where nothing was. */
function nothing<Piece, T>(pieces: readonly Piece[], name: keyof Piece): T | undefined {
  return pieces.some((piece) => piece[name] === null) ? (null as T) : undefined;
}
