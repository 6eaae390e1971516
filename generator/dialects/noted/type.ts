import { type Cursor, cursorOf, eat, separated, take } from "../type-cell/cursor.ts";

/**
 * The types of the documentation that has notes in place of marks, in the words that people write: its generator prints
 * pages for some twenty languages, alike but for their words, so that the words are told apart here and not by language.
 * `**List[str]**` is `array<string>`, `[**List<Tag>**](Tag.md)` is `array<[Tag](Tag.md)>`.
 */
export function notedType(cell: string): string {
  const text = cell
    .trim()
    .replace(/^Pointer to /, "")
    .replace(/^Option<(.*)>$/, "$1")
    // The type of a file may stand there twice.
    .replace(/^\*\*([^*]+)\*\*(?:\*\*)?\1(?:\*\*)?$/, "**$1**")
    .trim();
  const [, linked = "", href = ""] = /^\[\*{0,2}(.+?)\*{0,2}\]\(([^()\s]*)\)$/.exec(text) ?? [];
  const inner = linked === "" ? (/^\[?\*\*(.+)\*\*\]?$/.exec(text)?.[1] ?? text) : linked;
  const reader: Reader = { ...cursorOf(inner.trim()), href: pageOf(href) };
  const read = listed(reader);
  return read === undefined || reader.at < reader.text.length ? text : read;
}

/**
 * A type whose texts or numbers are the values that are listed beside it: `array<string>` of `a` is `array<"a">`. A name
 * without a page is that of the values themselves.
 */
export function withValues(type: string, values: readonly string[]): string {
  const [word] =
    /\b(?:string|integer|number|any)\b/.exec(type) ?? (type.includes("](") ? [] : (/\p{Lu}\w*/u.exec(type) ?? []));
  if (word === undefined) return type;
  const isNumeric = word !== "string" && values.every((value) => /^-?\d+(?:\.\d+)?$/.test(value));
  const spelled = values.map((value) => (isNumeric ? value : JSON.stringify(value))).join(" | ");
  return type.replace(word, () => spelled);
}

interface Reader extends Cursor {
  /** The page that the innermost name is a link to; empty where there is none. */
  readonly href: string;
}

/** A link within the page leads to values, which the row has, and one without a name nowhere. */
function pageOf(href: string): string {
  return /[^/]\.mdx?$/i.test(href) ? href : "";
}

function alternatives(reader: Reader): string | undefined {
  return separated(reader, () => suffixed(reader), /\s*\|\s*/y)?.join(" | ");
}

/** What one language lists with commas: `int, none_type` is `integer | null`, and all types that it has are any. */
function listed(reader: Reader): string | undefined {
  const members = separated(reader, () => alternatives(reader), /\s*,\s*(?=[^\s)\]}])/y);
  if (members === undefined) return undefined;
  eat(reader, /,/y);
  return members.some((member) => member === mapOf("any")) && members.includes("string") ? "any" : members.join(" | ");
}

/** Nobody nests deeper. */
const deepest = 8;

function suffixed(reader: Reader): string | undefined {
  reader.depth += 1;
  let read = reader.depth > deepest ? undefined : primary(reader);
  reader.depth -= 1;
  while (read !== undefined) {
    if (eat(reader, /\[\]/y)) read = listOf(read);
    else if (!eat(reader, /\?/y)) return read;
  }
  return undefined;
}

function primary(reader: Reader): string | undefined {
  const literal = take(reader, /"[^"]*"|'[^']*'/y);
  if (literal !== undefined) return JSON.stringify(literal.slice(1, -1));
  if (eat(reader, /\*/y)) return suffixed(reader);
  if (eat(reader, /\[\]/y)) return wrapped(listOf, suffixed(reader));
  if (eat(reader, /map\[\w+\]/y)) return wrapped(mapOf, suffixed(reader));
  if (eat(reader, /\[\w+:\s*/y)) return closed(reader, alternatives(reader), /\]/y, mapOf);
  if (eat(reader, /\[/y)) return closed(reader, listed(reader), /\]/y, listOf);
  if (eat(reader, /\{\s*(?:\w+|\[\w+: \w+\]):\s*/y)) return closed(reader, alternatives(reader), /\s*;?\s*\}/y, mapOf);
  if (eat(reader, /interface\{\}/y)) return "any";
  if (eat(reader, /\(/y)) return closed(reader, listed(reader), /\)/y, same);
  return named(reader);
}

function named(reader: Reader): string | undefined {
  const name = take(reader, /[\\\p{L}_$][\p{L}\p{N}_$.:\\]*/uy);
  if (name === undefined) return undefined;
  const last = name.slice(name.search(/[^.:\\]*$/));
  const form = forms.get(last.toLowerCase());
  const open = take(reader, /[<[(](?!\])/y);
  if (open === undefined) return form === undefined ? wordOf(name, last, reader.href) : form("any");
  const args = separated(reader, () => alternatives(reader), /\s*,\s*/y);
  if (args === undefined) return undefined;
  // PHP has one name for both.
  const of = args.length > 1 && form === listOf ? mapOf : form;
  // `DateTime<Utc>`
  const word = words.get(last.toLowerCase());
  const whole = of ?? (word === undefined ? undefined : () => word);
  return whole === undefined ? undefined : closed(reader, args.at(-1), /[>\])]/y, whole);
}

function closed(
  reader: Reader,
  of: string | undefined,
  close: RegExp,
  form: (of: string) => string,
): string | undefined {
  return of === undefined || !eat(reader, close) ? undefined : form(of);
}

function wrapped(form: (of: string) => string, of: string | undefined): string | undefined {
  return of === undefined ? undefined : form(of);
}

/** Go's types for null have the name of the type in theirs. */
function wordOf(name: string, last: string, href: string): string {
  const [, base = ""] = /^Nullable(\p{Lu}.*)$/u.exec(last) ?? [];
  // Of a day in some languages, of an instant in others.
  const word = last === "Date" ? last : (words.get(name.toLowerCase()) ?? words.get(last.toLowerCase()));
  // A model may be called like a file or a date: where the page of the link is there, the link counts. Its empty fragment says
  // that the page may lack, as it does for the classes of a language.
  if (word !== undefined) return href === "" || plainest.has(word) ? word : `[${word}](${href}#)`;
  const isNull = base !== "" && (words.has(base.toLowerCase()) || new RegExp(`(?:^|/)${base}\\.mdx?$`).test(href));
  if (isNull) return `${wordOf(base, base, href)} | null`;
  return href === "" ? last : `[${last}](${href})`;
}

const listOf = (of: string): string => `array<${of}>`;
const mapOf = (of: string): string => `map<string, ${of}>`;
const same = (of: string): string => of;

const forms: ReadonlyMap<string, (of: string) => string> = new Map([
  ...["list", "array", "set", "vec", "collection", "arraylist", "mutablelist", "mutableset"].map(
    (name) => [name, listOf] as const,
  ),
  ...["map", "dict", "dictionary", "hash", "hashmap", "record", "mutablemap", "hashtable"].map(
    (name) => [name, mapOf] as const,
  ),
  ...["option", "optional", "box"].map((name) => [name, same] as const),
]);

/** What the languages call the types that need no page, and the word that people write. */
const words: ReadonlyMap<string, string> = new Map([
  ...["string", "str", "strictstr", "char", "uuid", "guid", "uri", "url"].map((name) => [name, "string"] as const),
  ...["integer", "int", "strictint", "int32", "int64", "long", "short"].map((name) => [name, "integer"] as const),
  ...["biginteger", "bigint", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"].map(
    (name) => [name, "integer"] as const,
  ),
  ...[
    "number",
    "num",
    "float",
    "double",
    "strictfloat",
    "float32",
    "float64",
    "f32",
    "f64",
    "decimal",
    "bigdecimal",
  ].map((name) => [name, "number"] as const),
  ...["boolean", "bool", "strictbool"].map((name) => [name, "boolean"] as const),
  ...["datetime", "offsetdatetime", "zoneddatetime", "localdatetime", "instant", "time", "timestamp"].map(
    (name) => [name, "datetime"] as const,
  ),
  ...["date", "localdate", "dateonly", "strictdate"].map((name) => [name, "date"] as const),
  ...["file", "bytearray", "bytes", "blob", "stream", "fileparameter", "splfileobject", "inputstream", "tempfile"].map(
    (name) => [name, "file"] as const,
  ),
  ...["requestfile", "httpfile", "os.file", "strictbytes", "multipartfile", "pathbuf"].map(
    (name) => [name, "file"] as const,
  ),
  ...[
    "object",
    "any",
    "anytype",
    "mixed",
    "unknown",
    "oas_any_type_not_mapped",
    "jsonelement",
    "anycodable",
    "jsonvalue",
    "serde_json::value",
  ].map((name) => [name, "any"] as const),
  ...["none", "none_type", "nil", "null"].map((name) => [name, "null"] as const),
  ...["void", "unit"].map((name) => [name, "void"] as const),
]);

/** Whether a link of a type leads to the page that a generator supposes a type of the language to have: `str.md`. */
export function isTypeWord(name: string): boolean {
  return words.has(name.toLowerCase());
}

/** What no model is called. */
const plainest: ReadonlySet<string> = new Set(["string", "integer", "number", "boolean", "any", "null", "void"]);
