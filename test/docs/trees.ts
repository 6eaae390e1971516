import type { Nodes, Root, RootContent } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { markdown } from "../../generator/docs/blocks.ts";
import { type Piece, squeeze } from "../../generator/docs/squeeze.ts";

/** A block and those in it, down to where text begins. Lines are those of the source, without blank ones at the end. */
export interface Tree {
  readonly type: Nodes["type"];
  readonly from: number;
  readonly to: number;
  readonly depth?: number;
  readonly ordered?: boolean;
  readonly children: readonly Tree[];
}

/** The tree of a text as `squeeze` gives it to the parser, its lines found back in the source. */
export function squeezedTree(lines: readonly string[]): readonly Tree[] {
  return folded(
    squeeze(lines).flatMap(({ text, origin }) =>
      markdown.parse(text).children.map((node) => treeOf(node, lines, origin)),
    ),
    lines,
  );
}

/** The tree of the whole text, as remark-parse with the GFM tables gives it. */
export function plainTree(lines: readonly string[]): readonly Tree[] {
  const origin = Array.from({ length: lines.length + 1 }, (_, index) => index);
  return folded(
    plain.parse(lines.join("\n")).children.map((node) => treeOf(node, lines, origin)),
    lines,
  );
}

/** The format has neither underlined headings nor definitions; to the readers they are text like any other. */
const plain: Processor<Root, undefined, undefined, undefined, undefined> = unified()
  .use(remarkParse)
  .use(function (this: Processor) {
    const data = this.data();
    data.micromarkExtensions = [gfmTable(), { disable: { null: ["definition", "setextUnderline"] } }];
    data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
  })
  .freeze();

function treeOf(node: RootContent, lines: readonly string[], origin: Piece["origin"]): Tree {
  const from = (origin[(node.position?.start.line ?? 1) - 1] ?? 0) + 1;
  let to = origin[node.position?.end.line ?? 1] ?? lines.length;
  while (to > from && /^[ \t]*$/.test(lines[to - 1] ?? "")) to -= 1;
  const holdsBlocks = node.type === "list" || node.type === "listItem" || node.type === "blockquote";
  return {
    type: node.type,
    from,
    to,
    ...(node.type === "heading" ? { depth: node.depth } : {}),
    ...(node.type === "list" ? { ordered: node.ordered === true } : {}),
    children: holdsBlocks
      ? folded(
          node.children.map((child) => treeOf(child, lines, origin)),
          lines,
        )
      : [],
  };
}

/** Code by indentation is prose to the readers; behind an empty quote the parser makes a block of each of its lines. */
function folded(trees: readonly Tree[], lines: readonly string[]): readonly Tree[] {
  const isIndented = ({ type, from }: Tree): boolean => type === "code" && !/[`~]{3}/.test(lines[from - 1] ?? "");
  const kept: Tree[] = [];
  for (const tree of trees) {
    const above = kept.at(-1);
    if (above !== undefined && isIndented(above) && isIndented(tree)) kept[kept.length - 1] = { ...above, to: tree.to };
    else kept.push(tree);
  }
  return kept;
}
