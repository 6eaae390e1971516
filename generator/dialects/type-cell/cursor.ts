/** Where a reader stands in a raw cell. Made for one cell, moved by its readers, and dropped with it. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** How many readers are inside one another; bounded, because a cell is input from outside. */
  depth: number;
  /** Inside emphasis, a code span or the text of a link: there an asterisk is no markup. */
  marked: boolean;
}

/** A cell nests about four deep; nobody writes more than this by hand. */
const deepest = 32;

/** A cursor at the start of a cell. */
export function cursorOf(text: string): Cursor {
  return { text, at: 0, depth: 0, marked: false };
}

/** Takes what a sticky pattern matches here, or nothing. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

/** Whether the text went on with the pattern; if so, it is taken. */
export function eat(cursor: Cursor, pattern: RegExp): boolean {
  return take(cursor, pattern) !== undefined;
}

/** Whether the text goes on with these characters. */
export function looksAt(cursor: Cursor, characters: string): boolean {
  return cursor.text.startsWith(characters, cursor.at);
}

/** Whether nothing but blanks is left. */
export function atEnd(cursor: Cursor): boolean {
  eat(cursor, /\s*/y);
  return cursor.at === cursor.text.length;
}

/** Runs a reader one level deeper; nothing is read beyond the deepest level. */
export function nested<T>(cursor: Cursor, read: (cursor: Cursor) => T | undefined): T | undefined {
  if (cursor.depth === deepest) return undefined;
  cursor.depth += 1;
  const found = read(cursor);
  cursor.depth -= 1;
  return found;
}

/** Runs a reader inside markup, where an asterisk belongs to the language. */
export function marked<T>(cursor: Cursor, read: (cursor: Cursor) => T | undefined): T | undefined {
  const outside = cursor.marked;
  cursor.marked = true;
  const found = read(cursor);
  cursor.marked = outside;
  return found;
}

/** One or more items with a separator between them. */
export function separated<T>(
  cursor: Cursor,
  item: (cursor: Cursor) => T | undefined,
  separator: RegExp,
): readonly T[] | undefined {
  const items: T[] = [];
  do {
    const next = item(cursor);
    if (next === undefined) return undefined;
    items.push(next);
  } while (eat(cursor, separator));
  return items;
}
