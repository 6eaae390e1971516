import { spellHidden } from "./code.ts";

const width = 118;

export interface Doc {
  /** Markdown from the docs, and sentences of ours; empty lines separate paragraphs. */
  readonly text: string;
  readonly tags?: readonly DocTag[];
}

export interface DocTag {
  readonly tag: "deprecated" | "example" | "throws" | "default";
  readonly text: string;
  /** Whether the text is code, which begins on a line of its own. */
  readonly isCode?: true;
}

/** A doc comment, without indentation; empty where there is nothing to say. */
export function docComment(doc: Doc, indentation = 0): string {
  const lines = docLines(doc, width - 3 - indentation);
  if (lines.length === 0) return "";
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && only.length <= width - 5 - indentation) return `/** ${only} */`;
  return ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"].join("\n");
}

/** The lines of a doc comment at an indentation, each behind its blanks but the first. */
export function indentedComment(doc: Doc, indentation: number): string {
  return docComment(doc, indentation).replaceAll("\n", `\n${" ".repeat(indentation)}`);
}

/** The body of a doc comment as ts-morph takes it; undefined where there is nothing to say. */
export function docText(doc: Doc, indentation = 0): string | undefined {
  const lines = docLines(doc, width - 3 - indentation);
  const [only] = lines;
  if (only === undefined) return undefined;
  return lines.length === 1 && only.length <= width - 5 - indentation ? only : `\n${lines.join("\n")}`;
}

function docLines(doc: Doc, columns: number): string[] {
  const prose = wrap(trimBlank(safe(doc.text).split("\n")).map(escapeTag), columns);
  const tags = (doc.tags ?? []).flatMap((tag) => tagLines(tag, columns));
  return prose.length > 0 && tags.length > 0 ? [...prose, "", ...tags] : [...prose, ...tags];
}

function tagLines({ tag, text, isCode }: DocTag, columns: number): string[] {
  const lines = trimBlank(safe(text).split("\n"));
  if (tag === "example" && (lines.length > 1 || isCode === true)) return [`@${tag}`, ...lines.map(escapeTag)];
  const [first = "", ...rest] = lines.map((line, index) => (index === 0 ? line : escapeTag(line)));
  const all = [`@${tag} ${first}`.trimEnd(), ...rest];
  return tag === "example" ? all : wrap(all, columns);
}

/** Nothing in it may end the comment, start one, or hide. */
function safe(text: string): string {
  return spellHidden(text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n"))
    .replaceAll("\t", "  ")
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*");
}

/** An `@` that begins a line of prose would be read as a tag. */
function escapeTag(line: string): string {
  return line.replace(/^(\s*)@/, "$1\\@");
}

function trimBlank(lines: readonly string[]): string[] {
  const trimmed = lines.map((line) => line.trimEnd());
  const first = trimmed.findIndex((line) => line !== "");
  const last = trimmed.findLastIndex((line) => line !== "");
  return first === -1
    ? []
    : trimmed.slice(first, last + 1).filter((line, index, all) => line !== "" || all[index - 1] !== "");
}

/** Breaks long lines of prose at blanks; fenced code, tables and indented lines stay as they are. */
function wrap(lines: readonly string[], columns: number): string[] {
  let fenced = false;
  return lines.flatMap((line) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (fenced || line.length <= columns || /^(\s|\||#)/.test(line)) return [line];
    return wrapLine(line, columns).map((piece, index) => (index === 0 ? piece : escapeTag(piece)));
  });
}

function wrapLine(line: string, columns: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const word of line.split(" ")) {
    if (piece !== "" && piece.length + 1 + word.length > columns) {
      pieces.push(piece);
      piece = word;
    } else piece = piece === "" ? word : `${piece} ${word}`;
  }
  return [...pieces, piece];
}
