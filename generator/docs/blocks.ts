import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Processor } from "unified";

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
export function blocksAndTables(this: Processor): undefined {
  const data = this.data();
  const disabled = { disable: { null: [...insideLines, "setextUnderline"] } };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable(), disabled];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
}
