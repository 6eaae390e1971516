import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { NeutralType } from "../dialects/sighting.ts";
import type { Place } from "../ir/index.ts";
import { type Catalog, find, folderOf, hrefTo, resolvePath } from "./catalog.ts";
import type { LinkedType } from "./draft.ts";

/** A type with its references resolved, and what was wrong with them. */
export interface Resolved {
  readonly type: LinkedType;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a resolver needs to know of the page that refers. */
export interface From {
  readonly catalog: Catalog;
  readonly page: string;
  readonly namespace: string;
}

/** Resolves each name of a type that stands at `place`. */
export function resolveType(type: NeutralType, place: Place, from: From): Resolved {
  switch (type.kind) {
    case "name":
      return resolveName(type, place, from);
    case "union":
      return resolveUnion(type, place, from);
    case "list":
      return within(resolveType(type.item, place, from), (item) => ({ kind: "list", item }));
    case "map":
      return within(resolveType(type.value, place, from), (value) => ({ kind: "map", value }));
    case "nullable":
      return within(resolveType(type.of, place, from), (of) => ({ kind: "nullable", of }));
    case "stream":
      return within(resolveType(type.item, place, from), (item) => ({ kind: "stream", framing: type.framing, item }));
    default:
      return { type, diagnostics: [] };
  }
}

function within(inner: Resolved, wrap: (type: LinkedType) => LinkedType): Resolved {
  return { type: wrap(inner.type), diagnostics: inner.diagnostics };
}

type Name = Extract<NeutralType, { readonly kind: "name" }>;

function resolveName(type: Name, place: Place, from: From): Resolved {
  const found = find(from.catalog, from, type);
  if (found === undefined) {
    // A plain word means itself where no document has its name, and where its link says that there may be none.
    if (type.otherwise !== undefined && (type.href === undefined || type.href.endsWith("#")))
      return resolveType(type.otherwise, place, from);
    const called = type.namespace === "" ? type.name : `${type.namespace}.${type.name}`;
    const message = `Unexpected reference to \`${called}\`, expected a document of that title`;
    return {
      type:
        type.otherwise === undefined
          ? { kind: "missing", name: type.name }
          : resolveType(type.otherwise, place, from).type,
      diagnostics: [diagnostic("link/missing-reference", message, place)],
    };
  }
  return { type: { kind: "reference", id: found.id }, diagnostics: misplaced(found, type.href, place, from) };
}

function misplaced(
  found: ReturnType<typeof find>,
  href: string | undefined,
  place: Place,
  { catalog, page }: From,
): readonly Diagnostic[] {
  if (found?.by !== "elsewhere") return [];
  const there = catalog.pages.get(found.id) ?? "";
  const folder = folderOf(resolvePath(page, href ?? ""));
  if (!catalog.folders.has(folder.toLowerCase())) {
    const message = `Unexpected links into \`${folder}\`, which has no documents, expected ones into \`${folderOf(there)}\``;
    return [diagnostic("link/missing-folder", message, place)];
  }
  const target = hrefTo(page, there);
  const message = `Unexpected link to \`${href}\`, expected one to \`${target}\``;
  return [diagnostic("link/wrong-folder", message, place)];
}

/** The document that the text of a link does not name, because it lists the members instead. */
export function findUnion(href: string, from: From): ReturnType<typeof find> {
  const name = (href.split("/").at(-1) ?? "").replace(/\.mdx?(#.*)?$/, "");
  return name === "" ? undefined : find(from.catalog, from, { namespace: "", name, href });
}

type UnionType = Extract<NeutralType, { readonly kind: "union" }>;

/** The linked document is the union; where it is not there, the cell still names the members. */
function resolveUnion(type: UnionType, place: Place, from: From): Resolved {
  if (type.href !== undefined) {
    const found = findUnion(type.href, from);
    if (found !== undefined) {
      return { type: { kind: "reference", id: found.id }, diagnostics: misplaced(found, type.href, place, from) };
    }
  }
  const members = type.members.map((member) => resolveType(member, place, from));
  return {
    type: { kind: "union", members: members.map((member) => member.type) },
    diagnostics: members.flatMap((member) => member.diagnostics),
  };
}
