import type { Bullet } from "./bullets.ts";
import { type Document, lineAt } from "./document.ts";
import type { Section } from "./outline.ts";
import type { UsageSnippet } from "./page.ts";
import { plainName } from "./text.ts";

/** A line of its own that states method and path, as people write it: `` `GET /ships/{id}` ``, `**GET** /ships/{id}`. */
export function routeLine(
  document: Document,
  section: Section,
): { readonly line: number; readonly snippet: UsageSnippet } | undefined {
  for (const node of section.children) {
    if (node.type !== "paragraph" || node.from !== node.to) continue;
    const text = lineAt(document, node.from).trim();
    const [, method, path] =
      /^[*_`]*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[*_`]* [*_`]*(\/[^\s`*]*)[*_`]*$/.exec(text) ?? [];
    if (method !== undefined && path !== undefined)
      return { line: node.from, snippet: { language: "", operationId: "", method: method.toLowerCase(), path } };
  }
  return undefined;
}

/**
 * The operations of a page that has no list of them: its headings of depth 2 below which stand a line with the route and,
 * as in every page of the format, `### Response`. Other generators call that section otherwise.
 */
export function writtenOperations(document: Document, sections: readonly Section[]): readonly Bullet[] {
  return sections.flatMap((section, index) => {
    if (section.depth !== 2 || routeLine(document, section) === undefined) return [];
    const below = sections.slice(index + 1);
    const end = below.findIndex(({ depth }) => depth <= 2);
    const parts = end < 0 ? below : below.slice(0, end);
    const isOperation = parts.some(({ depth, name }) => depth === 3 && name === "Response");
    return isOperation ? [{ ...plainName(section.name), summary: "", line: section.from }] : [];
  });
}
