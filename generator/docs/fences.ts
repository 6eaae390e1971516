import type { Block, Span } from "./blocks.ts";
import { type Context, mark, placeOf } from "./context.ts";
import { type Document, firstColumn, lineAt } from "./document.ts";
import type { Section } from "./outline.ts";
import type { Fence } from "./page.ts";

/** The fences of a section, in order; their keys are `<key>/sample/<n>`. Indented code is prose. */
export function fencesOf(context: Context, section: Section, key: string): readonly Fence[] {
  return fenceNodes(context.document, section).map((node, index) => {
    const own = mark(context, `${key}/sample/${index + 1}`, node.from);
    const language = /[^\s]*/.exec(opening(context.document, node).info)?.[0] ?? "";
    return { language, text: fenceLines(context.document, node).texts.join("\n"), place: placeOf(context, own) };
  });
}

export function fenceNodes(document: Document, section: Section): readonly Block[] {
  return section.children.filter((node) => node.type === "code").filter((node) => isFence(document, node));
}

/** The lines inside a fence, without its indentation; `from` is the line of the first. */
export function fenceLines(
  document: Document,
  node: Span,
): { readonly from: number; readonly texts: readonly string[] } {
  const { from, to } = node;
  const { indent } = opening(document, node);
  const texts: string[] = [];
  for (let line = from + 1; line <= (isClosed(document, node) ? to - 1 : to); line += 1) {
    const text = lineAt(document, line);
    texts.push(text.slice(Math.min(indent, firstColumn(text) - 1)));
  }
  return { from: from + 1, texts };
}

/** Whether a fence ends before its page does. */
export function isClosed(document: Document, node: Span): boolean {
  const { from, to } = node;
  const last = lineAt(document, to).trim();
  const { marks } = opening(document, node);
  return to > from && last.length >= marks.length && last === marks.slice(0, 1).repeat(last.length);
}

export function isFence(document: Document, node: Span): boolean {
  return opening(document, node).marks !== "";
}

function opening(document: Document, node: Span): { indent: number; marks: string; info: string } {
  const match = /^( {0,3})(`{3,}|~{3,})(.*)$/.exec(lineAt(document, node.from));
  return { indent: match?.[1]?.length ?? 0, marks: match?.[2] ?? "", info: match?.[3]?.trim() ?? "" };
}
