/** Where a link in a cell leads to. */
export type Target =
  /** No document: the text of the link is the whole type. */
  | { readonly kind: "none" }
  /** The language's own documentation. */
  | { readonly kind: "external" }
  | { readonly kind: "document"; readonly href: string; readonly base: string };

/** Tells a document from the language's own documentation and from the targets without a name (`../../models/.md`). */
export function targetOf(href: string): Target {
  const path = href.split("#", 1)[0] ?? "";
  const base = /([^/\\]*)\.mdx?$/i.exec(path)?.[1];
  if (base !== undefined && base !== "") return { kind: "document", href, base: base.toLowerCase() };
  return base === undefined && /^[a-z][a-z\d+.-]*:/i.test(href) ? { kind: "external" } : { kind: "none" };
}
