/**
 * A piece of TypeScript, not laid out yet. It is made by the `code` tag and the functions of `layout.ts`, so text from
 * the docs becomes code only as a quoted literal or as a name that `identifier.ts` made.
 */
export interface Code {
  readonly code: Fragment;
}

/** A tree of text and of the places where lines may break. */
export type Fragment =
  | string
  | readonly Fragment[]
  | { readonly kind: "indent"; readonly of: Fragment }
  /** Stays on one line where it fits; else each of its own lines breaks. */
  | { readonly kind: "group"; readonly of: Fragment }
  /** Nothing, a blank, or a line that always breaks. */
  | { readonly kind: "line"; readonly flat: "" | " " | "never" }
  /** Text that stands only where the group around it is broken. */
  | { readonly kind: "broken"; readonly text: string };

/** What a hole of the `code` tag takes: code as it is; strings, numbers, booleans and null as literals. */
export type Hole = Code | string | number | boolean | null;

/** Builds code. A string in a hole is quoted; code is not. */
export function code(strings: TemplateStringsArray, ...holes: readonly Hole[]): Code {
  return {
    code: strings.flatMap((part, index) => (index === 0 ? [part] : [fragment(holes[index - 1] ?? null), part])),
  };
}

/** Joins pieces of code with a separator that is part of our own source. */
export function join(pieces: readonly Code[], separator: string): Code {
  return { code: pieces.flatMap((piece, index) => (index === 0 ? [piece.code] : [separator, piece.code])) };
}

/** Code that our own source spells out, or that a printer of this folder has made safe. */
export function raw(text: string): Code {
  return { code: text };
}

function fragment(hole: Hole): Fragment {
  return typeof hole === "object" && hole !== null ? hole.code : literal(hole);
}

/**
 * A literal. Strings come in the quotes that they hold less of, double ones if in doubt; whatever could end a line, hide
 * itself or turn the reading direction is escaped, so that what a reviewer sees is what the compiler reads.
 */
export function literal(value: string | number | boolean | null): string {
  if (typeof value !== "string") return String(value);
  // ts-morph takes a quote behind a backslash for an escaped one, and what follows for text.
  const quoted = escapeHidden(JSON.stringify(value)).replace(/\\\\"$/, '\\u005c"');
  if (value.split('"').length <= value.split("'").length) return quoted;
  return `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A template literal: texts, and the code in the holes between them. */
export function template(texts: readonly string[], holes: readonly Code[]): Code {
  const quoted = (text: string): string =>
    escapeHidden(JSON.stringify(text))
      .slice(1, -1)
      .replaceAll('\\"', '"')
      .replaceAll(/`|\$(?=\{)/g, "\\$&");
  const pieces = texts.flatMap((text, index): Fragment[] => {
    const hole = holes[index];
    return hole === undefined ? [quoted(text)] : [quoted(text), "${", hole.code, "}"];
  });
  return { code: ["`", ...pieces, "`"] };
}

/** Escapes, in the text of a literal or of JSON, what hides or reorders what a reader sees. */
export function escapeHidden(text: string): string {
  // Nearly all of a text is plain, what is hidden is slow to look for, and a copy of ten megabytes is slow to make.
  const isHidden = text.match(/[^\n -~]+/g)?.some((run) => run.search(hidden) >= 0) ?? false;
  const spell = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return isHidden ? text.replace(hidden, (char) => char.split("").map(spell).join("")) : text;
}

/** Controls, line separators, format characters and blank letters; not the selectors that give an emoji its colours. */
const hidden = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]|(?![\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu;

/** The same characters in prose, where they are spelled out as `U+202E`. */
export function spellHidden(text: string): string {
  const spell = (char: string): string => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return text.replace(controls, spell).replace(hidden, spell).toWellFormed();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const controls = /[\u0000-\u0008\u000b-\u001f]/gu;
