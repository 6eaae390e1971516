import { type Cursor, cursorOf, take } from "./cursor.ts";

const quoted = /"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'/sy;
const numeric = /-?\d+(?:\.\d+)?(?![\w$])/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
  ["0", "\0"],
]);

/** Takes a quoted string or a number, as the languages of the docs spell them alike. */
export function takeLiteral(cursor: Cursor): string | number | undefined {
  const text = take(cursor, quoted);
  if (text !== undefined) return unquote(text);
  const digits = take(cursor, numeric);
  return digits === undefined ? undefined : Number(digits);
}

/** The value of a text that is one literal and nothing else. */
export function literalOf(text: string): string | number | undefined {
  const cursor = cursorOf(text.trim());
  const value = takeLiteral(cursor);
  return cursor.at === cursor.text.length ? value : undefined;
}

function unquote(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gis, (whole, braced, four, two, one) => {
      const digits: string | undefined = braced ?? four ?? two;
      if (digits === undefined) return escapes.get(one) ?? one;
      const point = Number.parseInt(digits, 16);
      return point > 0x10ffff ? whole : String.fromCodePoint(point);
    });
}
