import { diagnostic } from "../../diagnostics.ts";
import type { EnumPage, Fence, ValueRow } from "../../docs/page.ts";
import type { Claim } from "../../ir/index.ts";
import type { EnumSighting, EnumValueSighting } from "../sighting.ts";
import { literalOf } from "../type-cell/literal.ts";
import { type Context, unexpected } from "./context.ts";
import { schemaOf } from "./schema.ts";

/** The last member of an open enum, which stands for all others: `Unrecognized<string>`. */
const unrecognized = /\bUnrecognized(?:<(\w+)>|(Str|Int)\b)/;

/** A page with Values. */
export function enumSighting(page: EnumPage, context: Context): EnumSighting {
  const rows = page.values.filter((row) => !isUnrecognized(row));
  const texts = rows.map(textOf);
  const numeric = texts.every(isInteger) ? !hasStrings(page) : areDecimals(texts, page);
  const open = openness(page);
  // People list words where a language quotes them.
  const areBare = rows.every((row) => row.form === "literal" && literalOf(textOf(row)) === undefined);
  // They may quote them in a table, too, where no language does.
  const isQuoted = rows.length > 0 && rows.every((row) => row.form === "table" && isString(textOf(row)));
  const form = isQuoted ? "literal" : "table";
  return {
    kind: "enum",
    ...schemaOf(page, context),
    values: rows.map((row) => enumValue(isQuoted || areBare ? { ...row, form } : row, numeric, context)),
    ...(open === undefined ? {} : { open }),
  };
}

/** A table does not quote its values: whether they are numbers shows in all of them together. */
function enumValue(row: ValueRow, numeric: boolean, { dialect, report }: Context): EnumValueSighting {
  const text = textOf(row);
  const { description, place } = row;
  if (row.form === "table") return { value: numeric ? Number(text) : text, description, place };
  const value = literalOf(text);
  if (value === undefined) {
    report(diagnostic("dialect/unread-type", unexpected(text, `a literal of the ${dialect.name} dialect`), place));
  }
  return { value: value ?? text, description, place };
}

function isString(text: string): boolean {
  return typeof literalOf(text) === "string";
}

function textOf(row: ValueRow): string {
  return /^`(.*)`$/s.exec(row.raw.trim())?.[1] ?? row.raw.trim();
}

function isInteger(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)$/.test(text) && Math.abs(Number(text)) <= Number.MAX_SAFE_INTEGER;
}

/** What has a decimal point is most often a version, and text: `1.0`. It is a number where the page's sample has it bare. */
function areDecimals(texts: readonly string[], { samples }: EnumPage): boolean {
  const isBare = (text: string): boolean =>
    samples.some((sample) => new RegExp(`[=(:][ \\t]*${text.replace(".", "\\.")}(?![\\w.])`).test(sample.text));
  return texts.every((text) => /^-?\d+(?:\.\d+)?$/.test(text)) && texts.some(isBare);
}

function isUnrecognized(row: ValueRow): boolean {
  const text = textOf(row);
  return unrecognized.exec(text)?.[0] === text;
}

/** Digits may be text: then the page's sample quotes them, or says that whatever else comes is a string. */
function hasStrings(page: EnumPage): boolean {
  const texts = textsOf(page);
  if (texts.some((text) => /^str(?:ing)?$/i.test(baseOf(text)))) return true;
  const quoted = new Set(page.values.flatMap((row) => [`"${textOf(row)}"`, `'${textOf(row)}'`]));
  return page.samples.some((sample) => sample.text.match(/"-?[\d.]+"|'-?[\d.]+'/g)?.some((text) => quoted.has(text)));
}

function baseOf(text: string): string {
  const found = unrecognized.exec(text);
  return found?.[1] ?? found?.[2] ?? "";
}

function textsOf(page: EnumPage): readonly string[] {
  return [page.note, ...page.values.map((row) => row.raw), ...page.samples.map((sample) => sample.text)];
}

/** The note before the values, the member for all others, or the comment in a sample says that an enum is open. */
function openness(page: EnumPage): Claim<boolean> | undefined {
  const rule = "enum/open";
  const row = page.values.find(isUnrecognized);
  if (/\bopen enum\b/i.test(page.note)) {
    const why = "A note says that the enum is open.";
    return { value: true, rule, strength: "stated", places: [`${page.path}#note`], why };
  }
  if (row !== undefined) {
    const why = "The values end with one for all that is not listed.";
    return { value: true, rule, strength: "stated", places: [row.place], why };
  }
  const sample = page.samples.find(isOpenSample);
  return sample && { value: true, rule, strength: "shown", places: [sample.place], why: "The sample says so." };
}

/** Each language has a sentence of its own, and all begin alike. */
function isOpenSample(sample: Fence): boolean {
  return /(?:\/\/|#)\s*Open enum\b/i.test(sample.text);
}
