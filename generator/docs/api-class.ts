import type { VFile } from "vfile";
import type { Block, PageTree } from "./blocks.ts";
import { type Document, documentOf, lineAt, trimmedLines } from "./document.ts";
import { leadingLink } from "./links.ts";
import { lastName, notedModel } from "./noted-model.ts";
import { isOfFormat, type Section } from "./outline.ts";
import { tableOf } from "./table.ts";
import { undecorated, unescaped } from "./text.ts";
import { withHeadings } from "./unheaded.ts";

/**
 * A plugin: gives the pages of the generator that has notes in place of marks the headings of the format. It writes a page
 * for each class of an API, with a table of its methods (`Method | HTTP request | Description`) and a heading for each of
 * them, and a page for each type.
 */
export function implyMethods(): (tree: PageTree<Section>, file: VFile) => PageTree<Section> {
  return (tree, file) => {
    // Most pages are told from these by their headings.
    if (isOfFormat(tree.children)) return tree;
    const document = documentOf(file);
    const routes = routesOf(document, tree.children);
    const methods = routes.size > 0 ? methodsIn(document, tree.children, routes) : [];
    const isClass = methods.some(({ isWritten }) => isWritten);
    const found = isClass ? [...methods, ...missing(methods, routes)] : notedModel(document, tree.children);
    if (found === undefined) return tree;
    file.data.isNoted = true;
    return { ...tree, children: [...found] };
  };
}

/** The methods of the table that no heading is of. */
function missing(sections: readonly Section[], routes: Routes): readonly Section[] {
  const found = new Set(sections.map(({ name }) => name));
  return [...routes]
    .filter(([name]) => !found.has(name))
    .map(([name, { line }]): Section => {
      const own = { depth: 2, name, from: line, to: line, children: [] } as const;
      return { type: "section", ...own, isWritten: true, isMissing: true };
    });
}

type Routes = ReadonlyMap<string, NonNullable<Section["route"]>>;

/** The routes of the methods that a table lists, by their names. */
function routesOf(document: Document, sections: readonly Section[]): Routes {
  // The table stands above all methods.
  const tables = sections.slice(0, 2).flatMap(({ children }) => children.filter(({ type }) => type === "table"));
  const entries = tables.flatMap((block) => {
    if (!/^\|? *Method *\| *HTTP request *\|/i.test(lineAt(document, block.from))) return [];
    return tableOf(document, block).rows.flatMap(([method, request]) => {
      const name = methodName(leadingLink(method?.text ?? "")?.text ?? "");
      const [, verb = "", path = ""] = /^\**([A-Za-z]+)\** +(\S+)$/.exec(unescaped(request?.text ?? "")) ?? [];
      const line = method?.line ?? block.from;
      const [plain = ""] = path.split("?", 1);
      const snippet = { language: "", operationId: "", method: verb.toLowerCase(), path: rooted(plain) };
      return name === "" || verb === "" ? [] : [[name, { line, span: { from: line, to: line }, snippet }] as const];
    });
  });
  const routes = new Map(entries);
  // The same call, which gives the answer with its headers.
  return new Map(
    entries.filter(
      ([name]) => !routes.has(name.replace(/(?:WithHttpInfo|_with_http_info)$/, "")) || !/info$/i.test(name),
    ),
  );
}

function rooted(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}

/** The methods by their headings, or on a page without these by their examples. */
function methodsIn(document: Document, sections: readonly Section[], routes: Routes): readonly Section[] {
  const methods = methodsOf(document, sections, routes);
  if (methods.some(({ isWritten }) => isWritten)) return methods;
  return methodsOf(document, withHeadings(document, sections, new Set(routes.keys())), routes);
}

function methodsOf(document: Document, sections: readonly Section[], routes: Routes): readonly Section[] {
  const titleAt = sections.findIndex(({ depth }) => depth === 1);
  const group = groupOf(sections[titleAt]?.name ?? "");
  let route: NonNullable<Section["route"]> | undefined;
  return sections.flatMap((section, at): readonly Section[] => {
    const name = methodName(section.name);
    if (at === titleAt) {
      const own = cleaned(
        document,
        without(section, ({ type }) => type === "table"),
      );
      // It tells of a server, and is no description.
      const addresses = own.children.filter(({ from }) => /^All URIs are relative to /.test(lineAt(document, from)));
      return [{ ...own, name: group, without: [...(own.without ?? []), ...addresses] }];
    }
    const own = cleaned(document, section);
    if (section.depth > 0 && section.depth < 3) {
      route = routes.get(name);
      if (route === undefined) return [];
      const to = sections.findIndex(({ depth }, other) => other > at && depth < 3);
      const below = sections.slice(at + 1, to < 0 ? undefined : to);
      const said = { ...contentTypes(document, below), ...authorization(document, below) };
      return [{ ...withoutCall(document, own), name, depth: 2, isWritten: true, group, route, ...said }];
    }
    return route === undefined ? (section.depth === 0 ? [section] : []) : partsOf(document, own);
  });
}

/** `**add_ship**`, `` `addShip()` `` */
function methodName(heading: string): string {
  return undecorated(heading).replace(/\(\)$/, "").replaceAll("\\_", "_");
}

/** `harbor.ShipsApi` is `Ships`. */
function groupOf(title: string): string {
  return lastName(title).replace(/(?<=.)_?Api$/i, "");
}

/** A section without the blocks that say nothing of the API. */
function without(section: Section, isLeft: (block: Block, at: number) => boolean): Section {
  const left = section.children.filter(isLeft);
  const children = section.children.filter((block) => !left.includes(block));
  return left.length === 0 ? section : { ...section, children, without: [...(section.without ?? []), ...left] };
}

/** Without anchors, and the links that lead back. */
function cleaned(document: Document, section: Section): Section {
  return without(section, ({ type, from }) => type === "html" || /^\[\[Back to /.test(lineAt(document, from)));
}

/** What stands below a method's heading without the lines that show how it is called; a summary may follow on the next line. */
function withoutCall(document: Document, section: Section): Section {
  const [first] = section.children;
  if (first?.type === "code") return without(section, (block) => block === first);
  if (first?.type !== "blockquote" || /:warning:/.test(lineAt(document, first.from))) return section;
  let { to } = first;
  while (!/^\s*>/.test(lineAt(document, to))) to -= 1;
  return { ...section, without: [...(section.without ?? []), { from: first.from, to }] };
}

function partsOf(document: Document, section: Section): readonly Section[] {
  if (section.depth > 3) return [];
  const name = parts.find(([heading]) => heading.test(section.name))?.[1];
  if (name === undefined) return [];
  if (name === "Response") return [{ ...section, name }];
  const type = name === "Example Usage" ? "code" : "table";
  const kept = withAllRows(document, section.children).filter((block) => block.type === type);
  const isPath = /^path /i.test(section.name);
  if (kept.length === 0) return [];
  return [{ ...section, name, children: kept, values: new Map(), ...(isPath ? { location: "path" as const } : {}) }];
}

/**
 * Tables with the rows that stand beside them. One language leaves the line of a row blank where the row is in the other one of
 * its two tables; another has the header above the last row, and all others above the header.
 */
function withAllRows(document: Document, blocks: readonly Block[]): readonly Block[] {
  const isRows = (block: Block | undefined): block is Block =>
    block?.type === "paragraph" && trimmedLines(document, block).every((line) => /^\|? *\*\*.+\*\* *\|/.test(line));
  const all: Block[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (last?.type === "table" && isRows(block)) all[all.length - 1] = { ...last, to: block.to };
    else if (block.type === "table" && isRows(last)) all[all.length - 1] = { ...block, from: last.from };
    else all.push(block);
  }
  return all;
}

const parts: readonly (readonly [heading: RegExp, name: string])[] = [
  [/^(?:(?:path|other) )?parameters$/i, "Parameters"],
  [/^return type$/i, "Response"],
  [/^HTTP response details$/i, "Errors"],
  [/^examples?$/i, "Example Usage"],
];

/** What the headers of a request say of its body: `**Content-Type**: application/json`, or `Not defined`. */
function contentTypes(document: Document, sections: readonly Section[]): Pick<Section, "sends"> {
  const headers = sections.find(({ name }) => /^HTTP request headers$/i.test(name));
  const items = headers?.children.flatMap((block) => (block.type === "list" ? block.items : [])) ?? [];
  for (const { from: line } of items) {
    const [, text] = /\*\*Content-Type\*\*: (.*)$/.exec(lineAt(document, line)) ?? [];
    if (text !== undefined) return { sends: { types: text.match(/[\w.+*-]+\/[\w.+*-]+/g) ?? [], line } };
  }
  return {};
}

/**
 * The schemes that a call takes, by the headings that they link to, or by what is configured (`Configure bearerAuth:`); none
 * where it says so.
 */
function authorization(document: Document, sections: readonly Section[]): Pick<Section, "takes"> {
  const blocks = sections.find(({ name }) => /^Authorization$/i.test(name))?.children ?? [];
  const [first] = blocks;
  if (first === undefined) return {};
  const text = blocks.flatMap((block) => (block.type === "code" ? [] : trimmedLines(document, block))).join("\n");
  const linked = [...text.matchAll(/\]\([^()#\s]*#([^()\s]+)\)/g)].map(([, name = ""]) => name);
  const set = [...text.matchAll(/^Configure (.+?)(?: (?:statically|dynamically))?:$/gm)].map(([, name = ""]) => name);
  const schemes = [...new Set([...linked, ...set])];
  const isStated = schemes.length > 0 || /^No authorization required/i.test(text);
  return isStated ? { takes: { schemes, line: first.from } } : {};
}
