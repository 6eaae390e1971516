import type { Block } from "./blocks.ts";
import { type Context, mark, placeOf } from "./context.ts";
import { type Document, firstColumn, lineAt } from "./document.ts";
import { isTooDeep } from "./nesting.ts";
import type { Section } from "./outline.ts";
import type { Fence } from "./page.ts";

/** A fence by its lines: the parser says where it stands, its text is read from the source. */
export interface SourceFence {
  /** The info string up to the first blank. */
  readonly language: string;
  /** The line of the opening marks. */
  readonly line: number;
  /** The lines inside, without the fence's own indentation. */
  readonly texts: readonly string[];
  /** Whether it ends before its page does. */
  readonly isClosed: boolean;
}

/** The fences of a section, in order; their keys are `<key>/sample/<n>`. */
export function fencesOf(context: Context, section: Section, key: string): readonly Fence[] {
  const found = section.children.flatMap((node) => fenceOf(context.document, node) ?? []);
  return found.map(({ language, line, texts }, index) => {
    const own = mark(context, `${key}/sample/${index + 1}`, line);
    const text = texts.join("\n");
    return { language, text: isTooDeep(context, text, "sample", own) ? "" : text, place: placeOf(context, own) };
  });
}

/** Reads a fence from the source; null for any other block, and for indented code, which is prose. */
export function fenceOf(document: Document, { type, from, to }: Block): SourceFence | null {
  const match = type === "code" ? /^( {0,3})(`{3,}|~{3,})\s*(\S*)/.exec(lineAt(document, from)) : null;
  if (match === null) return null;
  const [, indent = "", marks = "", language = ""] = match;
  const last = lineAt(document, to).trim();
  const isClosed = to > from && last.startsWith(marks) && last === marks.slice(0, 1).repeat(last.length);
  const inside = document.lines.slice(from, isClosed ? to - 1 : to);
  const texts = indent === "" ? inside : inside.map((text) => unindented(text, indent.length));
  return { language, line: from, texts, isClosed };
}

function unindented(text: string, indent: number): string {
  return text.slice(Math.min(indent, firstColumn(text) - 1));
}
