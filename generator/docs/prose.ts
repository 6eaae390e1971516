import type { Span } from "./blocks.ts";
import { type Context, mark } from "./context.ts";
import { lineAt } from "./document.ts";
import type { Section } from "./outline.ts";
import { unescapeBraces } from "./text.ts";

/** A description and the note of deprecation that stands in or below it. */
export interface Described {
  readonly description: string;
  readonly deprecated?: string;
}

/** The line of a section's heading. */
export function headingOf(section: Section): Span {
  return { from: section.from, to: section.depth === 0 ? section.from - 1 : section.from };
}

/** The lines of a section without the spans given, as they stand, blank lines around them removed. */
export function proseOf(context: Context, section: Section, without: readonly Span[]): readonly Line[] {
  const { document } = context;
  const left = linesOf([...without, ...(section.without ?? [])]);
  const code = linesOf(section.children.filter((node) => node.type === "code"));
  const lines: Line[] = [];
  for (let line = section.from; line <= section.to; line += 1) {
    if (left.has(line)) continue;
    const text = lineAt(document, line);
    lines.push({ line, text: document.mdx && !code.has(line) ? unescapeBraces(text) : text });
  }
  const first = lines.findIndex(({ text }) => text.trim() !== "");
  const last = lines.findLastIndex(({ text }) => text.trim() !== "");
  return first < 0 ? [] : lines.slice(first, last + 1);
}

export interface Line {
  readonly line: number;
  readonly text: string;
}

export function textOf(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .join("\n")
    .trimEnd();
}

/** Reads a description; `struck` is a name that is struck through, which is a deprecation without words. */
export function describe(
  context: Context,
  section: Section,
  without: readonly Span[],
  names: { readonly key: string | null; readonly struck: boolean },
): Described {
  const note = deprecationNote(context, section);
  const prose = proseOf(context, section, note === null ? without : [...without, note.span]);
  const first = prose[0];
  if (names.key !== null && first !== undefined) mark(context, names.key, first.line);
  const deprecated = note?.text ?? (names.struck ? "" : undefined);
  return { description: textOf(prose), ...(deprecated === undefined ? {} : { deprecated }) };
}

const noteMark = /^ {0,3}>\s*:warning:\s*\*\*\s*DEPRECATED\s*\*\*\s*:?/i;

/** Deprecated pages and operations carry a quote: `> :warning: **DEPRECATED**: text`. */
function deprecationNote(context: Context, section: Section): { text: string; span: Span } | null {
  const { document } = context;
  for (const node of section.children) {
    if (node.type !== "blockquote") continue;
    const { from, to } = node;
    const opening = noteMark.exec(lineAt(document, from));
    if (opening === null) continue;
    const texts = [lineAt(document, from).slice(opening[0].length)];
    let last = from;
    // A line that lacks its mark is the description's, although Markdown would let the quote go on.
    while (
      last < to &&
      lineAt(document, last + 1)
        .trimStart()
        .startsWith(">")
    ) {
      last += 1;
      texts.push(lineAt(document, last).trimStart().slice(1));
    }
    return {
      text: texts
        .map((text) => text.trim())
        .join("\n")
        .trim(),
      span: { from, to: last },
    };
  }
  return null;
}

function linesOf(spans: readonly Span[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { from, to } of spans) {
    for (let line = from; line <= to; line += 1) lines.add(line);
  }
  return lines;
}
