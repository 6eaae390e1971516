import type { VFile } from "vfile";
import type { Block, PageTree } from "./blocks.ts";
import { type Document, documentOf } from "./document.ts";
import { describesItsFile } from "./layout.ts";
import type { Section } from "./outline.ts";
import { missingColumns } from "./rows.ts";
import { tableOf } from "./table.ts";

/**
 * A plugin: gives the one table of a hand-written page the heading that the format has for it, where its columns tell that
 * it lists fields or values. A page with several such tables, or with a heading of the format, stays as it is; so do those
 * of another generator, whose tables have no column of marks.
 */
export function implyHeadings(): (tree: PageTree<Section>, file: VFile) => PageTree<Section> {
  return (tree, file) => {
    const sections = tree.children;
    const document = documentOf(file);
    if (sections.some(listsParts) || !describesItsFile(document, sections)) return tree;
    const found = sections.flatMap((section) =>
      section.children.flatMap((table, at) => {
        const name = table.type === "table" ? headingOf(document, table) : undefined;
        return name === undefined ? [] : [{ section, at, name, from: table.from }];
      }),
    );
    const [only] = found;
    if (only === undefined || found.length > 1 || only.section.depth > 2) return tree;
    const { section, at, name, from } = only;
    const below: Section = { ...section, depth: 2, name, from, children: section.children.slice(at) };
    const above: Section = { ...section, to: from - 1, children: section.children.slice(0, at) };
    // A heading of its own says no more than the implied one.
    const isOwn = section.depth === 2 && at === 0;
    return {
      ...tree,
      children: sections.flatMap((one) => (one !== section ? [one] : isOwn ? [below] : [above, below])),
    };
  };
}

function listsParts({ depth, name }: Section): boolean {
  return depth === 2 && ["Fields", "Values", "Supported Types"].includes(name);
}

function headingOf(document: Document, table: Block): "Fields" | "Values" | undefined {
  const read = tableOf(document, table);
  if (missingColumns(read, "Field").length === 0) return "Fields";
  return read.header[0]?.text.toLowerCase() === "value" ? "Values" : undefined;
}
