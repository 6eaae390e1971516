import type { VFile } from "vfile";
import type { PageTree } from "./blocks.ts";
import { type Document, documentOf } from "./document.ts";
import { describesItsFile } from "./layout.ts";
import { isListHeading, type Section } from "./outline.ts";
import { membersIn, shapeOf } from "./shape.ts";
import { undecorated } from "./text.ts";

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
    if (
      sections.some((section) => section.isWritten === true || isListHeading(section)) ||
      !describesItsFile(document, sections)
    )
      return tree;
    const all = sections.flatMap((section) =>
      section.children.flatMap((block, at) => {
        const name = shapeOf(document, section, block);
        return name === undefined ? [] : [{ section, at, name, block }];
      }),
    );
    const ranks = (["table", "list", "paragraph"] as const).map((type) =>
      all.filter(({ block }) => block.type === type),
    );
    const found = ranks.find(({ length }) => length > 0) ?? [];
    const [only] = found;
    if (only === undefined || found.length > 1 || !mayHold(only.section)) return tree;
    const { section, at, name, block } = only;
    const children = section.children.slice(at);
    const below: Section = { ...section, depth: 2, name, from: block.from, children, isImplied: true };
    const above: Section = { ...section, to: block.from - 1, children: section.children.slice(0, at) };
    // A heading of its own says no more than the implied one.
    const isOwn = section.depth > 1 && at === 0;
    const implied = name === "Supported Types" ? membersOf(document, below) : [below];
    return {
      ...tree,
      children: sections.flatMap((one) => (one !== section ? [one] : isOwn ? implied : [above, ...implied])),
    };
  };
}

/** Whether a section is the page's own: a deeper one is where it is called after what it lists. */
function mayHold({ depth, name }: Section): boolean {
  const called = undecorated(name, "*_`:").trim();
  return depth < 3 || /^(?:fields|properties|attributes|members|schema|values|variants|types)$/i.test(called);
}

/** The headings of the members; what stands beside them is not read. */
function membersOf(document: Document, section: Section): readonly Section[] {
  const [block] = section.children;
  const members = membersIn(document, block).map(({ text: name, line }): Section => {
    return { type: "section", depth: 3, name, from: line, to: line, children: [] };
  });
  return [{ ...section, children: [] }, ...members];
}
