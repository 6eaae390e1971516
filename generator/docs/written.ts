import type { VFile } from "vfile";
import type { PageTree, Span } from "./blocks.ts";
import type { Bullet } from "./bullets.ts";
import { type Document, documentOf, lineAt } from "./document.ts";
import { isOperationList, type Section } from "./outline.ts";
import type { UsageSnippet } from "./page.ts";
import { partOf } from "./parts.ts";
import { plainName } from "./text.ts";

/** A line of its own that states method and path, as people write it: `` `GET /ships/{id}` ``, `**GET** /ships/{id}`. */
export function routeLine(
  document: Document,
  section: Section,
): { readonly line: number; readonly span: Span; readonly snippet: UsageSnippet } | undefined {
  for (const node of section.children) {
    const line = node.type === "code" ? node.from + 1 : node.from;
    // A fence may hold the line alone.
    if ((node.type !== "paragraph" || node.from !== node.to) && (node.type !== "code" || node.to !== line + 1))
      continue;
    const text = lineAt(document, line).trim();
    const [, method = "", origin, path = ""] = text.length > longestRoute ? [] : (routePattern.exec(text) ?? []);
    if (method === "") continue;
    const route = { method: method.toLowerCase(), path: templateOf(path), ...(origin === undefined ? {} : { origin }) };
    return { line, span: node, snippet: { language: "", operationId: "", ...route } };
  }
  return undefined;
}

/** No path is longer, and the pattern takes the square of the length for some lines. */
const longestRoute = 500;

const routePattern =
  /^[*_`]*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[*_`]* [*_`]*(https?:\/\/[^\s`*/?]+)?(\/[^\s`*]*)[*_`]*$/;

/** The path without a query, its variables in braces: people write `/ships/:id` and `/ships/<id>` as well. */
function templateOf(path: string): string {
  const [plain = ""] = path.split("?", 1);
  return plain.replaceAll(/(?<=\/)(?::([A-Za-z]\w*)|<([A-Za-z]\w*)>)/g, (_, colon, angle) => `{${colon ?? angle}}`);
}

/**
 * A plugin: gives the operations of a hand-written page the headings that the format has for them and for their parts. On a
 * page without a list of operations they are the headings of depth 2, or the title of a page of one operation, below which
 * stand a line with the route and a part of an operation.
 */
export function implyOperations(): (tree: PageTree<Section>, file: VFile) => PageTree<Section> {
  return (tree, file) => {
    const document = documentOf(file);
    const sections = tree.children;
    if (sections.some(isOperationList)) return tree;
    const isPageOfOne = sections.some((section, at) => section.depth === 1 && isOperation(document, sections, at));
    const depth = isPageOfOne ? 1 : 2;
    let inside = false;
    const children = sections.map((section, at): Section => {
      if (section.depth <= depth) {
        inside = section.depth === depth && isOperation(document, sections, at);
        return inside ? { ...section, depth: 2, isWritten: true } : section;
      }
      const part = inside ? partOf(section.name) : undefined;
      return part === undefined ? section : { ...section, ...part, depth: 3 };
    });
    return { ...tree, children };
  };
}

/** Whether a heading names an operation: a route stands above its first part. */
function isOperation(document: Document, sections: readonly Section[], at: number): boolean {
  const heading = sections[at];
  let hasRoute = heading !== undefined && routeLine(document, heading) !== undefined;
  for (let below = at + 1; below < sections.length; below += 1) {
    const section = sections[below];
    if (section === undefined || heading === undefined || section.depth <= heading.depth) return false;
    const part = partOf(section.name);
    if (part !== undefined && part.name !== "Example Usage") return hasRoute;
    // Below a title stand the headings of other operations.
    hasRoute ||= heading.depth === 2 && routeLine(document, section) !== undefined;
  }
  return false;
}

/** The operations of a page that has no list of them. */
export function writtenOperations(sections: readonly Section[]): readonly Bullet[] {
  return sections.flatMap((section) =>
    section.isWritten === true ? [{ ...plainName(section.name), summary: "", line: section.from }] : [],
  );
}
