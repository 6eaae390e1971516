/** The text of a cell: pipes are escaped in tables, and braces in MDX. */
export function cellText(raw: string, mdx: boolean): string {
  const text = raw.replaceAll("\\|", "|");
  return mdx ? unescapeBraces(text) : text;
}

/** In MDX a bare brace begins an expression, so the braces of text are escaped. */
export function unescapeBraces(text: string): string {
  return text.replace(/\\([{}])/g, "$1");
}

/** Cells hold one line, so their line breaks are written `<br/>`. */
export function withNewlines(text: string): string {
  return text.includes("<") ? text.replace(/<br ?\/?>/gi, "\n") : text;
}

/** A name without what decorates it: strike-through means deprecated, back-ticks are a code span. */
export function plainName(raw: string): { readonly name: string; readonly struck: boolean } {
  const text = raw.trim();
  const struck = text.length >= 4 && text.startsWith("~~") && text.endsWith("~~");
  return { name: unticked(struck ? text.slice(2, -2) : text), struck };
}

/** The text of a code span; any other text as it is. */
export function unticked(raw: string): string {
  const text = raw.trim();
  const ticks = /^`+/.exec(text)?.[0].length ?? 0;
  if (ticks === 0 || text.length < 2 * ticks || !text.endsWith("`".repeat(ticks))) return text;
  return text.slice(ticks, text.length - ticks).trim();
}

/**
 * The name of the type that a title is about: people add what kind of type it is, as in `Nest (enum)` and `The Nest object`.
 */
export function typeTitle(title: string): string {
  const [, plain = title] =
    /^(?:the )?(\S+?) ?(?:\((?:enum|model|object|union|type|schema|error)\)|(?<= )(?:enum|model|object|union|type|schema))$/i.exec(
      title,
    ) ?? [];
  return unticked(plain);
}

/** File names are titles in lower case, without separators, and with a trailing `_` where they are reserved words. */
export function folded(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The text of a bullet without its mark. */
export function unbulleted(text: string): string {
  return text.replace(/^(?:[-*+]|\d+[.)])\s+/, "");
}

/** A text without the quotes around it. */
export function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}

/** A text without the marks of emphasis and code at its ends. */
export function undecorated(text: string, marks = "*_`"): string {
  let [from, to] = [0, text.length];
  while (from < to && marks.includes(text[from] ?? "")) from += 1;
  while (to > from && marks.includes(text[to - 1] ?? "")) to -= 1;
  return text.slice(from, to);
}

/** What a cell says of a field beside its description. */
export interface CellDescription {
  readonly description: string;
  readonly deprecated?: string;
  /** Whether a sentence says how null is sent. */
  readonly takesNull?: true;
}

/** The deprecation note in front of a description; in tables the emoji is spelled with blanks, and people leave it out. */
export function cellDescription(text: string): CellDescription {
  const whole = withNewlines(text).trim();
  const full = whole.replace(triState, "").trimEnd();
  const takesNull = full === whole ? {} : { takesNull: true as const };
  const mark = /^(?:: ?warning: ?)?(?:\*\* ?DEPRECATED ?[:.]?\*\*|_DEPRECATED_)[:.]?/i.exec(full);
  if (mark === null) return { description: stated(full), ...takesNull };
  const noted = full.slice(mark[0].length).trim();
  const end = noted.indexOf("\n");
  if (end < 0) return { description: "", deprecated: noted, ...takesNull };
  return { description: stated(noted.slice(end).trim()), deprecated: noted.slice(0, end).trim(), ...takesNull };
}

/** What a generator adds to the description of a field that may be left out and may be null. */
const triState = /(?:^|\n)Supports tri-state: [^\n]*\bnull\.$/;

/**
 * Each example of a cell; several have marks with a number or the name of the example, each on a line of its own, or are a
 * code span each. What a printer made of an object is none, and a dash says that there is none.
 */
export function cellExamples(text: string): readonly string[] {
  const full = withNewlines(text).trim();
  const isMarked = full.startsWith("**") && (full.match(exampleMark)?.length ?? 0) > 1;
  const parts = isMarked ? full.split(exampleMark).slice(1) : (spans(full) ?? [full]);
  return parts.map((part) => part.trim()).filter((part) => !["", "[object Object]", "-", "–", "—"].includes(part));
}

const exampleMark = /^\*\*[^\n*][^\n]*?:\*\*(?: |$)/gm;

/** The code spans of a text that is made of nothing else: `` `a`, `b` or `c` ``. */
function spans(text: string): readonly string[] | undefined {
  if (text.startsWith("``")) return [unticked(text)];
  const parts = text.split("`");
  const isBetween = (part: string): boolean => /^\s*(?:[,/]|or|and)?\s*$/.test(part);
  const isCode =
    parts.length > 1 && parts.length % 2 === 1 && parts.every((part, at) => at % 2 === 1 || isBetween(part));
  // The quotes of a language are its own; those of JSON are read with the type.
  return isCode ? parts.filter((_, at) => at % 2 === 1).map((part) => part.replace(/^'([^']*)'$/, "$1")) : undefined;
}

/** `N/A` stands where the author wrote nothing. */
function stated(description: string): string {
  return description === "N/A" ? "" : description;
}

/** A text without the character references that one generator writes in cells. */
export function unescaped(text: string): string {
  return text.replace(/\\?&(?:#(\d{1,6})|#x([\da-f]{1,5})|(lt|gt|quot|amp|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return characters[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point < 0x11_0000 ? String.fromCodePoint(point) : whole;
  });
}

const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&", apos: "'" };
