import type { Root } from "mdast";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { blocksAndTables } from "./blocks.ts";
import { compilePage } from "./compile.ts";
import { findLayout } from "./layout.ts";
import { findSections } from "./outline.ts";
import type { Page } from "./page.ts";

declare module "unified" {
  interface CompileResultMap {
    Page: Page;
  }
}

/** Markdown to `Page`: blocks, sections, the page's layout, and what the page says. */
export const reader: Processor<Root, Root, Root, Root, Page> = unified()
  .use(remarkParse)
  .use(blocksAndTables)
  .use(findSections)
  .use(findLayout)
  .use(compilePage)
  .freeze();
