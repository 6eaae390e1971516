import type { VFile } from "vfile";
import type { Block, PageTree } from "./blocks.ts";
import { type Document, documentOf, lineAt } from "./document.ts";
import { describesItsFile } from "./layout.ts";
import { leadingLink } from "./links.ts";
import type { Section } from "./outline.ts";
import { listsFields } from "./rows.ts";
import { type Cell, type SourceTable, tableOf } from "./table.ts";

/**
 * A plugin: gives the one table of a hand-written page the heading that the format has for it, where its columns tell that
 * it lists fields or values; without a table, its one list of values in code, or of links to the members of a union. A page
 * with several of these, or with a heading of the format, stays as it is; so do those of another generator, whose tables
 * have notes in place of marks.
 */
export function implyHeadings(): (tree: PageTree<Section>, file: VFile) => PageTree<Section> {
  return (tree, file) => {
    const sections = tree.children;
    const document = documentOf(file);
    if (sections.some(isRead) || !describesItsFile(document, sections)) return tree;
    const all = sections.flatMap((section) =>
      section.children.flatMap((block, at) => {
        const name = headingOf(document, block);
        return name === undefined ? [] : [{ section, at, name, block }];
      }),
    );
    const tables = all.filter(({ block }) => block.type === "table");
    const found = tables.length > 0 ? tables : all;
    const [only] = found;
    if (only === undefined || found.length > 1 || only.section.depth > 2) return tree;
    const { section, at, name, block } = only;
    const below: Section = { ...section, depth: 2, name, from: block.from, children: section.children.slice(at) };
    const above: Section = { ...section, to: block.from - 1, children: section.children.slice(0, at) };
    // A heading of its own says no more than the implied one.
    const isOwn = section.depth === 2 && at === 0;
    const implied = name === "Supported Types" ? membersOf(document, below) : [below];
    return {
      ...tree,
      children: sections.flatMap((one) => (one !== section ? [one] : isOwn ? implied : [above, ...implied])),
    };
  };
}

/** The headings of the members, and what stands behind them as text of the description. */
function membersOf(document: Document, section: Section): readonly Section[] {
  const [block] = section.children;
  const items = block?.type === "list" ? block.items : [];
  const listed = items.map(({ from, to }) => ({ text: itemText(document, from), from, to }));
  const tabled = block?.type === "table" ? (linkedCells(tableOf(document, block)) ?? []) : [];
  const rows = tabled.map(({ text, line }) => ({ text, from: line, to: line }));
  const members = [...listed, ...rows].map(({ text, from, to }): Section => {
    const name = text.slice(0, text.length - (leadingLink(text)?.rest ?? "").length);
    return { type: "section", depth: 3, name, from, to, children: [] };
  });
  return [{ ...section, children: [] }, ...members];
}

/** The cells of the one column that links to a page of a model in each row, as where a value beside it tells them apart. */
function linkedCells({ header, rows }: SourceTable): readonly Cell[] | undefined {
  const columns = header
    .map((_, index) => rows.flatMap((cells) => cells[index] ?? []))
    .filter((cells) => cells.length === rows.length && cells.every(({ text }) => isModel(text, true)));
  return rows.length > 1 && columns.length === 1 ? columns[0] : undefined;
}

/** Whether a text begins with a link to a page, or is one. */
function isModel(text: string, isWhole = false): boolean {
  const link = leadingLink(text);
  return link !== null && /^[^:#]+\.mdx?(?:#|$)/.test(link.href) && (!isWhole || link.rest === "");
}

function isRead({ depth, name, isWritten }: Section): boolean {
  return isWritten === true || (depth === 2 && ["Fields", "Values", "Supported Types"].includes(name));
}

function headingOf(document: Document, block: Block): "Fields" | "Values" | "Supported Types" | undefined {
  if (block.type === "list") {
    const items = block.items.map(({ from }) => itemText(document, from));
    if (items.every((text) => /^`[^`]+`(?!\s*\()/.test(text) && !text.includes("]("))) return "Values";
    return items.length > 1 && items.every((text) => isModel(text)) ? "Supported Types" : undefined;
  }
  if (block.type !== "table") return undefined;
  const read = tableOf(document, block);
  if (listsFields(read)) return "Fields";
  if (linkedCells(read) !== undefined) return "Supported Types";
  return read.header[0]?.text.toLowerCase() === "value" ? "Values" : undefined;
}

function itemText(document: Document, line: number): string {
  return lineAt(document, line)
    .trim()
    .replace(/^(?:[-*+]|\d+[.)])\s+/, "");
}
