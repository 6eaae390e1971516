import type { Block } from "./blocks.ts";
import { type Document, lineAt, lineNumbers } from "./document.ts";
import type { Section } from "./outline.ts";

/** What stands between `<!-- Start Title [tag] -->` and its end. */
export interface MarkedSection {
  readonly tag: string;
  readonly title: string;
  /** The line of the start comment. */
  readonly line: number;
  /** The blocks between the comments, but for the headings. */
  readonly content: Section;
  readonly headings: readonly Section[];
}

interface Comment {
  readonly kind: string;
  readonly tag: string;
  readonly title: string;
  readonly line: number;
}

/**
 * The marked sections of a README. One that is not ended goes on to the next, or to a heading beside its own. What a person
 * wrote, or took the marks from, has the sections that its headings tell.
 */
export function markedSections(document: Document, sections: readonly Section[]): readonly MarkedSection[] {
  const comments = sections.flatMap((section) => commentsOf(document, section));
  if (comments.length === 0) return headedSections(document, sections);
  const found = comments.flatMap((comment, index): MarkedSection[] => {
    if (comment.kind !== "Start") return [];
    const next = comments[index + 1];
    const end = next?.line ?? document.lines.length + 1;
    const beside = next?.kind === "End" ? end : (lineBeside(sections, comment.line) ?? end);
    return [emptySection(comment, comment.line, Math.min(end, beside) - 1)];
  });
  const known = new Set(found.map(({ tag }) => tag));
  const starts = found.map(({ line }) => line);
  const headed = writtenSections(document, sections, starts).filter(
    ({ tag, line }) => !known.has(tag) && !found.some(({ content }) => content.from <= line && line <= content.to),
  );
  const all = [...found, ...headed].sort((a, b) => a.line - b.line);
  return fill(all, sections);
}

/** The line of the heading beside the one that a section begins with. */
function lineBeside(sections: readonly Section[], start: number): number | undefined {
  const [own, ...others] = sections.filter(({ depth, from }) => depth > 0 && from > start);
  return others.find(({ depth }) => depth <= (own?.depth ?? 0))?.from;
}

function headedSections(document: Document, sections: readonly Section[]): readonly MarkedSection[] {
  const title = titleOf(document, sections);
  if (isAboutAll(title.name)) {
    const { name, line } = title;
    const section = emptySection({ tag: tagOf(name), title: name }, line, document.lines.length);
    return fill([{ ...section, line: Math.max(line, 1) }], sections);
  }
  return fill(writtenSections(document, sections, []), sections);
}

/** The sections whose headings tell what they are about, each up to the next one, or to a mark. */
function writtenSections(
  document: Document,
  sections: readonly Section[],
  marks: readonly number[],
): readonly MarkedSection[] {
  const tops = sections.filter(({ depth }) => depth === 1 || depth === 2);
  return tops.flatMap(({ name, depth, from }, index): MarkedSection[] => {
    const tag = tagOf(name);
    if (depth !== 2 || !written.has(tag)) return [];
    const next = [tops[index + 1]?.from ?? document.lines.length + 1, ...marks.filter((mark) => mark > from)];
    return [emptySection({ tag, title: name }, from, Math.min(...next) - 1)];
  });
}

function emptySection({ tag, title }: { tag: string; title: string }, line: number, to: number): MarkedSection {
  const content: Section = { type: "section", depth: 0, name: "", from: line + 1, to, children: [] };
  return { tag, title, line, content, headings: [] };
}

function titleOf(
  { frontTitle }: Document,
  sections: readonly Section[],
): { readonly name: string; readonly line: number } {
  const heading = sections.find(({ depth }) => depth > 0);
  if (frontTitle !== null) return { name: frontTitle, line: 0 };
  return heading?.depth === 1 ? { name: heading.name, line: heading.from } : { name: "", line: 0 };
}

/** The sections that are read where a person wrote them. */
const written: ReadonlySet<string> = new Set(["installation", "usage", "security", "server", "global-parameters"]);

/** Whether a title is that of a page which tells of the whole API what a section of a README does. */
export function isAboutAll(title: string): boolean {
  return ["security", "server"].includes(tagOf(title));
}

/** Whether a page has such comments. */
export function hasMarks(document: Document, sections: readonly Section[]): boolean {
  return sections.some((section) => commentsOf(document, section).length > 0);
}

/** The comments of 2023 have no tags, and one that a person keeps may lack its own; the title serves as well. */
const commentMark = /^\s*<!-- (Start|End) (.*?)(?: \[([\w-]+)\])? ?-->\s*$/;

function commentsOf(document: Document, section: Section): readonly Comment[] {
  return section.children.flatMap((node) => {
    if (node.type !== "html") return [];
    return lineNumbers(node).flatMap((line) => {
      const [, kind = "", title = "", tag] = commentMark.exec(lineAt(document, line)) ?? [];
      return kind === "" ? [] : [{ kind, title, tag: tag ?? tagOf(title), line }];
    });
  });
}

function tagOf(title: string): string {
  const slug = title.toLowerCase().replace(/\s+/g, "-");
  return tags.get(slug) ?? slug;
}

/** The tags of the titles that generators and people give their sections, where they are not the titles' slugs. */
const tags: ReadonlyMap<string, string> = new Map([
  ...["sdk-installation", "install", "installation-&-usage"].map((slug) => [slug, "installation"] as const),
  ...["sdk-example-usage", "example", "quick-start", "quickstart"].map((slug) => [slug, "usage"] as const),
  ...["authentication", "authorization", "documentation-for-authorization"].map((slug) => [slug, "security"] as const),
  ...["server-selection", "servers", "base-url", "base-urls", "environments"].map((slug) => [slug, "server"] as const),
  ...["sdk-available-operations", "available-resources-and-operations"].map((slug) => [slug, "operations"] as const),
  ["error-handling", "errors"],
  ["custom-http-client", "http-client"],
]);

/** Hands each block and heading to the marked section that it stands in; both lists are in the order of the page. */
function fill(found: readonly MarkedSection[], sections: readonly Section[]): readonly MarkedSection[] {
  const headings: Section[][] = found.map(() => []);
  const children: Block[][] = found.map(() => []);
  let at = 0;
  const indexOf = (line: number): number => {
    while ((found[at]?.content.to ?? line) < line) at += 1;
    return (found[at]?.content.from ?? line + 1) <= line ? at : -1;
  };
  for (const section of sections) {
    if (section.depth > 0) headings[indexOf(section.from)]?.push(section);
    for (const node of section.children) children[indexOf(node.from)]?.push(node);
  }
  return found.map((section, index) => ({
    ...section,
    content: { ...section.content, children: children[index] ?? [] },
    headings: headings[index] ?? [],
  }));
}
