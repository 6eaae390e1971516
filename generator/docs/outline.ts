import type { VFile } from "vfile";
import type { Block, PageTree, Span } from "./blocks.ts";
import { type Document, documentOf, lineAt } from "./document.ts";
import type { RowLocation, UsageSnippet } from "./page.ts";

/** A heading and the blocks below it, up to the next heading of any depth. */
export interface Section extends Span {
  readonly type: "section";
  /** 0 for what stands above the first heading. */
  readonly depth: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** The raw Markdown of the heading. */
  readonly name: string;
  readonly children: readonly Block[];
  /** Where the parameters below the heading stand, where a hand-written one says so. */
  readonly location?: RowLocation;
  /** That the heading is not the page's own. */
  readonly isImplied?: true;
  /** The status of the answer that a heading of a hand-written operation is about. */
  readonly status?: string;
  /** How many characters of the line that opens it are a label; text of the section stands behind these. */
  readonly label?: number;
  /** Lines of the section that say nothing of the API. */
  readonly without?: readonly Span[];
  /** In docs that have notes in place of marks, the values of the types that stand below the section's table, by name. */
  readonly values?: ReadonlyMap<string, readonly string[]>;
  /** Method and path of the operation that the heading names, where a table above states them. */
  readonly route?: { readonly line: number; readonly span: Span; readonly snippet: UsageSnippet };
  /** What the docs say that is sent: the content types of the body, none where there is no body. */
  readonly sends?: { readonly types: readonly string[]; readonly line: number };
  /** The schemes that the docs say a call takes, none where it takes no credentials. */
  readonly takes?: { readonly schemes: readonly string[]; readonly line: number };
  /** That it names an operation of a page without a list of them. */
  readonly isWritten?: true;
  /** That a table lists the operation, and that nothing else of the page is about it. */
  readonly isMissing?: true;
  /** The heading of the group that such an operation stands in; empty for what belongs to no operation. */
  readonly group?: string;
}

/** The heading that holds the list of operations; a README without it is about the whole SDK. */
export function isOperationList(section: Section): boolean {
  return section.depth === 3 && section.name === "Available Operations";
}

/** Whether a heading is one of the format, below which a page lists what it is about. */
export function isListHeading({ depth, name }: Section): boolean {
  return depth === 2 && ["Fields", "Values", "Supported Types"].includes(name);
}

/** Whether a page has a heading below which the format lists what the page is about. */
export function isOfFormat(sections: readonly Section[]): boolean {
  return sections.some((section) => isOperationList(section) || isListHeading(section));
}

/** A section in two: what stands above one of its blocks, and a part of an operation that begins with it. */
export function splitAt(section: Section, at: number, name: string): readonly Section[] {
  const children = section.children.slice(at);
  const from = children[0]?.from ?? section.to + 1;
  const below: Section = { type: "section", depth: 3, name, from, to: section.to, children };
  return [{ ...section, to: from - 1, children: section.children.slice(0, at) }, below];
}

/** A plugin: makes the page a flat list of sections. Headings in lists, quotes and fences open none. */
export function findSections(): (tree: PageTree<Block>, file: VFile) => PageTree<Section> {
  return (tree, file) => ({ type: "root", children: sections(documentOf(file), tree.children) });
}

/** Joins each section to the one above unless it opens a new one: its heading becomes text. */
export function join(
  sections: readonly Section[],
  opens: (section: Section, above: Section) => boolean,
): readonly Section[] {
  const groups: [Section, ...Section[]][] = [];
  for (const section of sections) {
    const group = groups.at(-1);
    if (group === undefined || opens(section, group[0])) groups.push([section]);
    else group.push(section);
  }
  return groups.map(merge);
}

/** Several neighbours as one section. */
export function merge(sections: readonly [Section, ...Section[]]): Section {
  const [first] = sections;
  const to = sections.at(-1)?.to ?? first.to;
  const without = sections.flatMap((section) => section.without ?? []);
  const children = sections.flatMap((section) => section.children);
  return { ...first, to, children, ...(without.length === 0 ? {} : { without }) };
}

function sections(document: Document, nodes: readonly Block[]): Section[] {
  const starts = nodes.flatMap((node, index) => (node.type === "heading" ? [{ node, index }] : []));
  const first = starts[0];
  const above = nodes.slice(0, first?.index);
  const end = document.lines.length;
  const top = first === undefined ? end : first.node.from - 1;
  const head: Section = { type: "section", depth: 0, name: "", from: 1, to: top, children: above };
  const rest = starts.map(({ node, index }, n): Section => {
    const next = starts[n + 1];
    return {
      type: "section",
      depth: node.depth,
      name: headingText(lineAt(document, node.from)) ?? "",
      from: node.from,
      to: next === undefined ? end : next.node.from - 1,
      children: nodes.slice(index + 1, next?.index),
    };
  });
  return above.length > 0 || rest.length === 0 ? [head, ...rest] : rest;
}

/** The text of a heading; undefined for any other line. */
export function headingText(line: string): string | undefined {
  if (!/^\s*#/.test(line)) return undefined;
  const text = line.trim().replace(/^#+/, "").trim();
  const closing = /#+$/.exec(text)?.[0].length ?? 0;
  const open = text.slice(0, text.length - closing);
  return closing > 0 && (open === "" || /\s$/.test(open)) ? open.trimEnd() : text;
}
