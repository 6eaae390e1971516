import type { Root, RootContent } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import type { Section } from "./outline.ts";
import type { Piece } from "./squeeze.ts";

/** A run of lines, one-based, both ends included; empty where `to` is before `from`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A block at the top of a page. What stands in it is read from its lines, so that of its tree there are items alone. */
export type Block = HeadingBlock | ListBlock | PlainBlock;

interface HeadingBlock extends Span {
  readonly type: "heading";
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
}

interface ListBlock extends Span {
  readonly type: "list";
  readonly items: readonly Span[];
}

interface PlainBlock extends Span {
  readonly type: Exclude<RootContent["type"], "heading" | "list">;
}

/** The tree of a page: its blocks in order, and when these are grouped, its sections. */
export interface PageTree<Child extends Block | Section> {
  readonly type: "root";
  readonly children: Child[];
}

/**
 * Makes a reader of blocks that parses each distinct piece once: stripped of their words, the parts of a folder's pages
 * are some ten alike. What it remembers are lines of the piece; no tree is shared, so none can be changed for another.
 */
export function blockReader(): (pieces: readonly Piece[]) => readonly Block[] {
  const known = new Map<string, readonly Block[]>();
  return (pieces) =>
    pieces.flatMap(({ text, origin }) => {
      const blocks = known.get(text) ?? markdown.parse(text).children.map(blockOf);
      known.set(text, blocks);
      return blocks.map((block) => inSource(block, origin));
    });
}

/** A block of a piece, by the lines of the piece. */
function blockOf(node: RootContent): Block {
  const { type } = node;
  if (type === "heading") return { type, depth: node.depth, ...linesOf(node) };
  return type === "list" ? { type, items: node.children.map(linesOf), ...linesOf(node) } : { type, ...linesOf(node) };
}

function linesOf({ position }: Pick<RootContent, "position">): Span {
  return { from: position?.start.line ?? 1, to: position?.end.line ?? 1 };
}

function inSource(block: Block, origin: readonly number[]): Block {
  const { from, to } = spanIn(origin, block);
  if (block.type === "heading") return { type: block.type, depth: block.depth, from, to };
  if (block.type === "list") {
    return { type: block.type, items: block.items.map((item) => spanIn(origin, item)), from, to };
  }
  return { type: block.type, from, to };
}

/** The lines that were left out behind a line are its own. */
function spanIn(origin: readonly number[], { from, to }: Span): Span {
  return { from: (origin[from - 1] ?? 0) + 1, to: origin[to] ?? 0 };
}

const insideLines = [
  "attention",
  "autolink",
  "characterEscape",
  "characterReference",
  "codeText",
  "definition",
  "hardBreakEscape",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
];

/**
 * A plugin: parses tables, and none of the rest of GFM, which takes text out of cells. Nothing inside a line is parsed
 * either, since every text is taken verbatim from the source; an underlined line is no heading, as the format has `#`
 * headings alone.
 */
function blocksAndTables(this: Processor): undefined {
  const data = this.data();
  const disabled = { disable: { null: [...insideLines, "setextUnderline"] } };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable(), disabled];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
}

/** Markdown to its blocks. */
export const markdown: Processor<Root, undefined, undefined, undefined, undefined> = unified()
  .use(remarkParse)
  .use(blocksAndTables)
  .freeze();
