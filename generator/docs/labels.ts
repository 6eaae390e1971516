import type { Block, Span } from "./blocks.ts";
import { type Document, lineAt, trimmedLines } from "./document.ts";
import type { Section } from "./outline.ts";
import { partOf } from "./parts.ts";

/**
 * The sections of a page of hand-written operations with those that labels open, which people set in place of headings where
 * they name a part of an operation: `**Query parameters**` on a line of its own, `**Response**: [Nest](nest.md)`.
 */
export function withLabels(document: Document, sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => divide(document, section));
}

/** A section up to its first label, and one for each label. */
function divide(document: Document, section: Section): readonly Section[] {
  const labels = section.children.flatMap((block, at) => {
    const label = block.type === "paragraph" ? labelOf(lineAt(document, block.from)) : undefined;
    return label === undefined ? [] : [{ block, at, ...label }];
  });
  const [first] = labels;
  if (first === undefined) return [section];
  const opened = labels.map(({ block, at, name, length, isWhole }, index): Section => {
    const next = labels[index + 1];
    const below = section.children.slice(at + 1, next?.at);
    const children = isWhole ? [...restOf(block), ...below] : [block, ...below];
    const to = next === undefined ? section.to : next.block.from - 1;
    return { type: "section", depth: 6, name, from: block.from, to, children, ...(isWhole ? {} : { label: length }) };
  });
  return [{ ...section, to: first.block.from - 1, children: section.children.slice(0, first.at) }, ...opened];
}

/** What stands below a label in its own paragraph. */
function restOf({ from, to }: Span): readonly Block[] {
  return from < to ? [{ type: "paragraph", from: from + 1, to }] : [];
}

/** The part that a line begins with the name of; `length` characters of it are the label. */
function labelOf(
  line: string,
): { readonly name: string; readonly length: number; readonly isWhole: boolean } | undefined {
  const [label = "", , bold] = /^ {0,3}(\*\*|__)([^*_]{1,60})\1\s*:?\s*/.exec(line) ?? [];
  const name = bold ?? /^ {0,3}([A-Za-z][A-Za-z ]{1,60}):\s*$/.exec(line)?.[1];
  if (name === undefined || partOf(name) === undefined) return undefined;
  return { name, length: label.length, isWhole: bold === undefined || line.length === label.length };
}

/** The text of a paragraph of a section, without the label that it begins with. */
export function paragraphText(document: Document, section: Section, span: Span): string {
  const [first = "", ...more] = trimmedLines(document, span);
  const isLabelled = section.label !== undefined && span.from === section.from;
  return [isLabelled ? lineAt(document, span.from).slice(section.label).trim() : first, ...more].join(" ");
}
