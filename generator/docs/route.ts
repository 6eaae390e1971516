import type { Span } from "./blocks.ts";
import { type Document, lineAt } from "./document.ts";
import { headingText, isOfFormat, type Section } from "./outline.ts";
import type { UsageSnippet } from "./page.ts";
import { type Cell, tableOf } from "./table.ts";
import { undecorated } from "./text.ts";

/** Method and path of an operation, and the line that states them. */
export type StatedRoute = NonNullable<Section["route"]>;

/** Whether a page may be one of hand-written operations: most pages are told from these by their headings, or their words. */
export function mayStateRoutes(document: Document, sections: readonly Section[]): boolean {
  const isKnown = isOfFormat(sections) || sections.some(({ isWritten }) => isWritten === true);
  return !isKnown && document.lines.some((line) => methods.test(line));
}

const methods = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/;

/**
 * The line that states method and path, as people write it: the heading, or a line of its own, `` `GET /ships/{id}` ``,
 * `**GET** /ships/{id}`, `` **Endpoint**: `GET /ships/{id}` ``.
 */
export function routeLine(document: Document, section: Section): StatedRoute | undefined {
  if (section.route !== undefined) return section.route;
  // The section may have the name of its operation already.
  const headed = headingRoute(headingText(lineAt(document, section.from)) ?? "");
  if (headed !== undefined) {
    const { from } = section;
    return { line: from, span: { from, to: from }, snippet: headed.snippet };
  }
  for (const node of section.children) {
    const tabled = node.type === "table" ? tableRoute(document, node) : undefined;
    if (tabled !== undefined) return { line: node.from, span: node, snippet: tabled };
    const line = node.type === "code" ? node.from + 1 : node.from;
    // A fence may hold the line alone.
    if ((node.type !== "paragraph" || node.from !== node.to) && (node.type !== "code" || node.to !== line + 1))
      continue;
    const snippet = snippetIn(lineAt(document, line).trim().replace(label, ""));
    if (snippet !== undefined) return { line, span: { from: labelAbove(document, node.from), to: node.to }, snippet };
  }
  return undefined;
}

/** The route that a table states: in one row below `Method` and `Path`, or in a row of its own each. */
function tableRoute(document: Document, span: Span): UsageSnippet | undefined {
  const { header, rows } = tableOf(document, span);
  const named = (cell: Cell | undefined): string => undecorated(cell?.text ?? "", "*_`:").toLowerCase();
  const isRow = rows.length === 1 && header.some((cell) => named(cell) === "method");
  const pairs = isRow ? header.map((cell, at) => [cell, rows[0]?.[at]]) : header.length === 2 ? [header, ...rows] : [];
  const known = new Map(pairs.map(([name, value]) => [named(name), undecorated(value?.text ?? "")]));
  const path = ["path", "endpoint", "url", "route"].flatMap((name) => known.get(name) ?? [])[0] ?? "";
  const method = known.get("method") ?? known.get("http method");
  return snippetIn(method === undefined ? path : `${method.toUpperCase()} ${path}`);
}

/** The line of the heading or label above a line, or the line itself. */
function labelAbove(document: Document, line: number): number {
  let above = line - 1;
  while (above > 0 && lineAt(document, above).trim() === "") above -= 1;
  const text = lineAt(document, above);
  return isRouteLabel(headingText(text) ?? text) ? above : line;
}

/** Whether a heading or a label says that a route stands below it. */
export function isRouteLabel(text: string): boolean {
  return /^(?:(?:api )?endpoint|route|url|(?:http )?request|definition|syntax)$/i.test(
    undecorated(text, "*_`:").trim(),
  );
}

const label = /^[*_]{0,3}(?:endpoint|route|url|(?:http )?request)[*_]{0,3}:[*_]{0,3}\s+/i;

/**
 * The route that a heading states, and what the operation is called: `List ships (GET /ships)`. A heading of nothing but
 * the route gives no better name than its words.
 */
export function headingRoute(heading: string): { readonly name: string; readonly snippet: UsageSnippet } | undefined {
  if (heading.length > longestRoute) return undefined;
  const [, above = "", route = "", below = ""] = headingPattern.exec(heading) ?? [];
  const snippet = snippetIn(route);
  if (snippet === undefined) return undefined;
  const named = [above, below]
    .map((text) => text.replace(/^[\s:–—|-]+|[\s:–—|%(-]+$/g, ""))
    .find((text) => text !== "");
  return { name: named ?? nameOf(snippet), snippet };
}

/** A route, with a text before it or behind it that a mark divides from it. */
const headingPattern =
  /^((?:\S.*?)??(?:^|\s[-–—:|%]|:|\s\())\s*([*_`]*(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[*_`]*\s+[^\s)]*[^\s):])\)?((?:(?:\s+[-–—|]|\s*:\s).*)?)$/;

/** `GET /ships/{ship_id}/crew` is "get ships by ship_id crew". */
function nameOf({ method, path }: UsageSnippet): string {
  const segments = path.split("/").map((segment) => segment.replace(/^\{(.*)\}$/, "by $1"));
  return [method, ...segments.filter((segment) => segment !== "")].join(" ");
}

function snippetIn(text: string): UsageSnippet | undefined {
  const [, method = "", origin, path = ""] = text.length > longestRoute ? [] : (routePattern.exec(text) ?? []);
  if (method === "") return undefined;
  return {
    language: "",
    operationId: "",
    method: method.toLowerCase(),
    path: templateOf(path),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** No path is longer, and the patterns take the square of the length for some lines. */
const longestRoute = 500;

const routePattern =
  /^[*_`]*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[*_`]* [*_`]*(https?:\/\/[^\s`*/?]+)?(\/[^\s`*]*)[*_`]*$/;

/**
 * The path without a query, its variables in braces: people write `/ships/:id` and `/ships/<id>` as well, and `{id#ship}` to
 * link to what it is.
 */
function templateOf(path: string): string {
  const [plain = ""] = path.split("?", 1);
  return plain
    .replaceAll(/\{([^{}#]{1,100})#[^{}]{0,200}\}/g, "{$1}")
    .replaceAll(/(?<=\/)(?::([A-Za-z]\w*)|<([A-Za-z]\w*)>)/g, (_, colon, angle) => `{${colon ?? angle}}`);
}
