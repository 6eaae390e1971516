import { type Plugin, type Processor, unified } from "unified";
import { implyMethods } from "./api-class.ts";
import { type Block, blockReader, type PageTree } from "./blocks.ts";
import { compilePage } from "./compile.ts";
import { documentOf } from "./document.ts";
import { implyHeadings } from "./implied.ts";
import { findLayout } from "./layout.ts";
import { findSections, type Section } from "./outline.ts";
import type { Page } from "./page.ts";
import { type Piece, squeeze } from "./squeeze.ts";
import { implyOperations } from "./written.ts";

declare module "unified" {
  interface CompileResultMap {
    Page: Page;
  }
}

export type Reader = Processor<PageTree<Block>, PageTree<Block>, PageTree<Section>, PageTree<Section>, Page>;

/**
 * Makes the reader of a folder: Markdown to blocks, sections, those that another generator's or a hand-written page implies,
 * the page's layout, and what the page says. `prepare` is what the parser is given of a page, and changes no page.
 */
export function createReader(prepare: (lines: readonly string[]) => readonly Piece[] = squeeze): Reader {
  return unified()
    .use(parseBlocks, prepare)
    .use(findSections)
    .use(implyMethods)
    .use(implyOperations)
    .use(implyHeadings)
    .use(findLayout)
    .use(compilePage)
    .freeze();
}

/** A plugin: the parser of blocks. */
const parseBlocks: Plugin<[(lines: readonly string[]) => readonly Piece[]], string, PageTree<Block>> = function (
  prepare,
) {
  const read = blockReader();
  this.parser = (_, file): PageTree<Block> => ({ type: "root", children: [...read(prepare(documentOf(file).lines))] });
};
