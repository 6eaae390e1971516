import type { ModelId } from "../ir/index.ts";
import { norm } from "./words.ts";

/** Where a reference finds its document. */
export interface Catalog {
  /** By path in lower case, without extension; with the heading behind it where a page describes several things. */
  readonly byPath: ReadonlyMap<string, ModelId>;
  readonly byId: ReadonlyMap<string, ModelId>;
  readonly pages: ReadonlyMap<ModelId, string>;
  /** Those that have documents, in lower case. */
  readonly folders: ReadonlySet<string>;
  /** By normalised title and by normalised base name of the file. */
  readonly byName: ReadonlyMap<string, readonly ModelId[]>;
}

export interface CatalogEntry {
  readonly id: ModelId;
  readonly page: string;
  readonly title: string;
  /** That the page is that of another thing. */
  readonly isInner: boolean;
}

/** Indexes the documents by the three ways in which the docs refer to them. */
export function catalogOf(entries: readonly CatalogEntry[]): Catalog {
  const byName = new Map<string, ModelId[]>();
  for (const { id, page, title, isInner } of entries) {
    for (const name of new Set([norm(title), ...(isInner ? [] : [norm(baseName(page))])])) {
      byName.set(name, [...(byName.get(name) ?? []), id]);
    }
  }
  return {
    byPath: new Map(
      entries.map(({ page, title, id, isInner }) => [isInner ? innerKey(page, title) : pathKey(page), id]),
    ),
    byId: new Map(entries.map(({ id }) => [id, id])),
    pages: new Map(entries.map(({ id, page }) => [id, page])),
    folders: new Set(entries.map(({ page }) => folderOf(page.toLowerCase()))),
    byName,
  };
}

/** `<namespace>/<lower-case title>`. */
export function modelId(namespace: string, title: string): ModelId {
  return `${namespace}/${title.toLowerCase()}`;
}

/** How a reference was found: `elsewhere` when its link points to a document that is not there. */
export type Found = { readonly id: ModelId; readonly by: "link" | "name" | "elsewhere" };

/**
 * By link, then by namespace and name, then by a name that is unique in the docs. A link says most, but generators are
 * known to write a wrong folder; a bare name is most often a neighbour.
 */
export function find(
  catalog: Catalog,
  from: { readonly page: string; readonly namespace: string },
  reference: { readonly namespace: string; readonly name: string; readonly href?: string },
): Found | undefined {
  const href = documentHref(reference.href);
  const [, heading] = reference.href?.split("#") ?? [];
  if (href !== undefined) {
    const page = resolvePath(from.page, href);
    const inner = catalog.byPath.get(innerKey(page, heading ?? reference.name));
    const id = inner ?? catalog.byPath.get(pathKey(page));
    if (id !== undefined) return { id, by: "link" };
  }
  const by = href === undefined ? "name" : "elsewhere";
  const spaces = reference.namespace === "" ? [from.namespace, ""] : [reference.namespace];
  for (const namespace of spaces) {
    const id = catalog.byId.get(modelId(namespace, reference.name));
    if (id !== undefined) return { id, by };
  }
  const names = [reference.name, ...(href === undefined ? [] : [baseName(href)])];
  for (const name of names) {
    const ids = catalog.byName.get(norm(name)) ?? [];
    const [id] = ids;
    if (id !== undefined && ids.length === 1) return { id, by };
  }
  return undefined;
}

/** The target without its fragment; nothing for targets without a file name (`../../models/.md`) and for other sites. */
function documentHref(href: string | undefined): string | undefined {
  const target = href?.replace(/#.*$/, "");
  if (target === undefined || target === "" || /^[a-z]+:/i.test(target) || baseName(target) === "") return undefined;
  return target;
}

/** The path that an href on a page points to; steps above the root stay at the root. */
export function resolvePath(page: string, href: string): string {
  const start = href.startsWith("/") ? [] : page.split("/").slice(0, -1);
  const path = [...start];
  for (const part of href.split("/")) {
    if (part === "..") path.pop();
    else if (part !== "." && part !== "") path.push(part);
  }
  return path.join("/");
}

/** The href that leads from a page to another one. */
export function hrefTo(page: string, target: string): string {
  const [from, to] = [page.split("/").slice(0, -1), target.split("/")];
  const differs = from.findIndex((part, index) => part !== to[index]);
  const common = differs < 0 ? from.length : differs;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

/** What a path and the links to it have in common: docs of a site link to addresses, which have no extension. */
export function pathKey(path: string): string {
  return withoutExtension(path.toLowerCase());
}

/** What a heading of a page that describes several things and the links to it have in common. */
function innerKey(page: string, heading: string): string {
  return `${pathKey(page)}#${norm(heading)}`;
}

function withoutExtension(path: string): string {
  return path.replace(/\.mdx?$/, "");
}

export function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

function baseName(path: string): string {
  return withoutExtension(path.split("/").at(-1) ?? "");
}
