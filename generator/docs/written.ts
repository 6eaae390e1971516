import type { VFile } from "vfile";
import type { Block, PageTree } from "./blocks.ts";
import type { Bullet } from "./bullets.ts";
import { type Document, documentOf, trimmedLines } from "./document.ts";
import { fenceOf } from "./fences.ts";
import { withLabels } from "./labels.ts";
import { type Section, splitAt } from "./outline.ts";
import { partIn } from "./parts.ts";
import { headingRoute, isRouteLabel, mayStateRoutes, routeLine } from "./route.ts";
import { listsFields } from "./rows.ts";
import { tableOf } from "./table.ts";
import { plainName, undecorated } from "./text.ts";

/**
 * A plugin: gives the operations of a hand-written page the headings that the format has for them and for their parts. On a
 * page without a list of operations they are the headings of one depth below which stand a line with the route and a part of
 * an operation: of depth 2 or 3, or the title of a page of one operation.
 */
export function implyOperations(): (tree: PageTree<Section>, file: VFile) => PageTree<Section> {
  return (tree, file) => {
    const document = documentOf(file);
    if (!mayStateRoutes(document, tree.children)) return tree;
    if (!tree.children.some((section) => routeLine(document, section))) return tree;
    const sections = withLabels(document, tree.children);
    const found = ([1, 2, 3] as const).map((depth) => ({ depth, at: operationsAt(document, sections, depth) }));
    const { depth, at: operations } = found.find(({ at }) => at.size > 0) ?? { depth: 1, at: new Set() };
    if (operations.size === 0) return { ...tree, children: [...sections] };
    const made = variablesIn(document);
    let inside = false;
    let group: string | undefined;
    const children = sections.flatMap((section, at): readonly Section[] => {
      if (section.depth <= depth) {
        inside = operations.has(at);
        if (inside) return operationOf(document, section, { group, made });
        if (depth < 3 || section.depth < 2) return [section];
        if (section.depth === 2) group = plainName(section.name).name;
        return [{ ...section, group: "" }];
      }
      const part = inside ? partIn(section) : undefined;
      return [part === undefined ? section : { ...section, ...part, depth: 3 }];
    });
    return { ...tree, children: children.flatMap((section) => withSample(document, section)) };
  };
}

/** A part of an operation, and the sample that ends it without a heading of its own. */
function withSample(document: Document, section: Section): readonly Section[] {
  const isOperation = section.isWritten === true || ["Parameters", "Response", "Errors"].includes(section.name);
  const at = isOperation ? section.children.findIndex((block) => isSample(document, block)) : -1;
  if (at < 0 || !section.children.slice(at).every(({ type }) => type === "code")) return [section];
  return splitAt(section, at, "Example Usage");
}

function isSample(document: Document, block: Block): boolean {
  const { language = "" } = fenceOf(document, block) ?? {};
  return /^(?:typescript|tsx?|javascript|jsx?|python|py|go|java|csharp|cs|php|ruby|rb|bash|sh|shell|curl)$/i.test(
    language,
  );
}

/** The sections of one operation above its first part; a table of fields there needs no heading. */
function operationOf(
  document: Document,
  section: Section,
  { group, made }: { readonly group: string | undefined; readonly made: ReadonlySet<string> },
): readonly Section[] {
  const call = headingCall(section.name, made);
  const name = call?.method ?? headingRoute(section.name)?.name ?? section.name;
  const own = call?.path ?? group;
  const heading: Section = {
    ...section,
    name,
    depth: 2,
    isWritten: true,
    ...(own === undefined ? {} : { group: own }),
  };
  const at = section.children.findIndex((block) => block.type === "table" && listsFields(tableOf(document, block)));
  if (at < 0) return [heading];
  const above = section.children[at - 1];
  const lead = above?.type === "paragraph" ? trimmedLines(document, above).join(" ") : "";
  return splitAt(heading, at, /\b(?:returns?|response|answers?)\b/i.test(lead) ? "Response" : "Parameters");
}

/**
 * What a heading that spells a call says: `client.nests.list(limit)`, or `nests.list`, is `list` of `nests`. The client is
 * called so, or is what a sample on the page makes.
 */
function headingCall(
  heading: string,
  made: ReadonlySet<string>,
): { readonly method: string; readonly path?: string } | undefined {
  const text = undecorated(heading).trim();
  const [, called] = dottedName.exec(text) ?? spelledCall.exec(text) ?? [];
  if (called === undefined) return undefined;
  const names = called.split(".");
  const [first = ""] = names;
  const isClient = /^(?:client|sdk|api|self|this)$/i.test(first) || made.has(first);
  const path = names.slice(isClient && names.length > 1 ? 1 : 0, -1).join(".");
  return { method: names.at(-1) ?? "", ...(path === "" ? {} : { path }) };
}

const dottedName = /^([a-z][\w$]*(?:\.[a-z_$][\w$]*)+)$/;

/** A call with its arguments and perhaps what it returns. */
const spelledCall =
  /^([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*(?:(?::|[-=]>|→)\s*\S.*)?$/;

/** The variables that the samples of a page set. */
function variablesIn({ lines }: Document): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => /(?<![\w$.])([A-Za-z_$][\w$]*) = /.exec(line)?.[1] ?? []));
}

/**
 * The headings of a depth that name operations, by their index: a route stands above the first part. Where one does, those
 * beside it that state nothing but their route are operations, too.
 */
function operationsAt(document: Document, sections: readonly Section[], depth: 1 | 2 | 3): ReadonlySet<number> {
  const kinds = sections.map((section, at) =>
    section.depth === depth ? kindOf(document, sections, at) : ("none" as const),
  );
  const isCertain = kinds.includes("whole");
  return new Set(kinds.flatMap((kind, at) => (isCertain && kind !== "none" ? [at] : [])));
}

function kindOf(document: Document, sections: readonly Section[], at: number): "none" | "route" | "whole" {
  const heading = sections[at];
  if (heading === undefined) return "none";
  let hasRoute = routeLine(document, heading) !== undefined;
  const isListed = heading.children.some((block) => block.type === "table" && listsFields(tableOf(document, block)));
  if (hasRoute && heading.depth > 1 && isListed) return "whole";
  for (let below = at + 1; below < sections.length; below += 1) {
    const section = sections[below];
    if (section === undefined || section.depth <= heading.depth) break;
    const part = partIn(section);
    // Other headings with a route are operations themselves, and so may be those that stand deeper below a title.
    const isOwn = (heading.depth > 1 || section.depth === 2) && isRouteLabel(section.name);
    hasRoute ||= isOwn && routeLine(document, section) !== undefined;
    if (part !== undefined && part.name !== "Example Usage") return hasRoute ? "whole" : "none";
  }
  return hasRoute ? "route" : "none";
}

/** The operations of a page that has no list of them. */
export function writtenOperations(sections: readonly Section[]): readonly Bullet[] {
  return sections.flatMap((section) =>
    section.isWritten === true ? [{ ...plainName(section.name), summary: "", line: section.from }] : [],
  );
}
