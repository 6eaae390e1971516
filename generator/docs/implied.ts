import type { VFile } from "vfile";
import type { Block, PageTree } from "./blocks.ts";
import { type Document, documentOf, lineAt } from "./document.ts";
import { describesItsFile } from "./layout.ts";
import { leadingLink } from "./links.ts";
import type { Section } from "./outline.ts";
import { listsFields } from "./rows.ts";
import { tableOf } from "./table.ts";

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
  const [list] = section.children;
  const items = list?.type === "list" ? list.items : [];
  const members = items.map(({ from, to }): Section => {
    const text = itemText(document, from);
    const name = text.slice(0, text.length - (leadingLink(text)?.rest ?? "").length);
    return { type: "section", depth: 3, name, from, to, children: [] };
  });
  return [{ ...section, children: [] }, ...members];
}

function isRead({ depth, name, isWritten }: Section): boolean {
  return isWritten === true || (depth === 2 && ["Fields", "Values", "Supported Types"].includes(name));
}

function headingOf(document: Document, block: Block): "Fields" | "Values" | "Supported Types" | undefined {
  if (block.type === "list") {
    const items = block.items.map(({ from }) => itemText(document, from));
    if (items.every((text) => /^`[^`]+`(?!\s*\()/.test(text) && !text.includes("]("))) return "Values";
    const isModel = (text: string): boolean => /^[^:#]+\.mdx?(?:#|$)/.test(leadingLink(text)?.href ?? "");
    return items.length > 1 && items.every(isModel) ? "Supported Types" : undefined;
  }
  if (block.type !== "table") return undefined;
  const read = tableOf(document, block);
  if (listsFields(read)) return "Fields";
  return read.header[0]?.text.toLowerCase() === "value" ? "Values" : undefined;
}

function itemText(document: Document, line: number): string {
  return lineAt(document, line)
    .trim()
    .replace(/^(?:[-*+]|\d+[.)])\s+/, "");
}
