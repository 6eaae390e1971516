import type { Span } from "./blocks.ts";
import { type Context, keyPart, mark, placeOf } from "./context.ts";
import { trimmedLines } from "./document.ts";
import type { Row, RowLocation } from "./page.ts";
import { unbulleted } from "./text.ts";

/**
 * The fields that a person lists in bullets: `` - `limit` (integer, optional): How many. ``. Undefined where an item has no
 * name or no type.
 */
export function listedRows(
  context: Context,
  items: readonly Span[],
  key: string,
  location?: RowLocation,
): readonly Row[] | undefined {
  const found = items.map((item) => ({ item, field: fieldIn(trimmedLines(context.document, item).join(" ")) }));
  if (found.some(({ field }) => field === undefined)) return undefined;
  return found.flatMap(({ item, field }) => {
    if (field === undefined) return [];
    const own = mark(context, `${key}/${keyPart(field.name)}`, item.from);
    for (const column of ["name", "type", "required", "description"])
      context.positions.set(`${own}:${column}`, context.positions.get(own) ?? { line: item.from, column: 1 });
    const { name, type, required, description } = field;
    const told = location === undefined ? {} : { location };
    return [{ name, type, required, description, examples: [], ...told, place: placeOf(context, own) }];
  });
}

interface ListedField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean | null;
  readonly description: string;
}

function fieldIn(item: string): ListedField | undefined {
  const text = unbulleted(item);
  const [whole = "", marked, colon, inside] =
    /^(?:\*\*|__)?`?([\w.$-]+(?:\[\])?)(?:\?|(:)\s*([^`]+))?`?(?:\*\*|__)?\s*/.exec(text) ?? [];
  if (marked === undefined || !/^[*_`]/.test(text)) return undefined;
  const rest = text.slice(whole.length);
  const end = rest.startsWith("(") ? closing(rest) : -1;
  const parts = partsOf(end < 0 ? "" : rest.slice(1, end));
  const words = parts.filter((part) => /^[*_]*(?:required|optional)[*_]*$/i.test(part));
  const types = parts.filter((part) => !words.includes(part) && !/^default\b/i.test(part));
  const type = colon === undefined ? types.join(", ") : (inside ?? "");
  if (type === "") return undefined;
  const description = rest
    .slice(end + 1)
    .replace(/^\s*[:–—-]\s*/, "")
    .trim();
  const [said = ""] = words.length > 0 ? words : (/^[*_([]*(?:required|optional)\b/i.exec(description) ?? []);
  const required = said === "" ? null : /required/i.test(said);
  return { name: marked, type, required, description };
}

/** Where the bracket that begins a text closes. */
function closing(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Divides at the commas outside of brackets and code. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let [from, depth, isCode] = [0, 0, false];
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    if (character === "`") isCode = !isCode;
    else if (character !== undefined && "([{<".includes(character)) depth += 1;
    else if (character !== undefined && ")]}>".includes(character)) depth -= 1;
    if (character !== undefined && (character !== "," || depth > 0 || isCode)) continue;
    parts.push(text.slice(from, at).trim());
    from = at + 1;
  }
  return parts.filter((part) => part !== "");
}
