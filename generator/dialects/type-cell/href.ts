/** Where a link in a cell leads to. */
export type Target =
  /** No document: the text of the link is the whole type. */
  | { readonly kind: "none" }
  /** The language's own documentation. */
  | { readonly kind: "external" }
  /** `base` is the file with its folder, in lower case and without suffix: `types/date`. */
  | { readonly kind: "document"; readonly href: string; readonly base: string };

/** Tells a document from the language's own documentation and from the targets without a name (`../../models/.md`). */
export function targetOf(href: string): Target {
  const path = href.split("#", 1)[0] ?? "";
  const base = /([^/\\]*)\.mdx?$/i.exec(path)?.[1];
  if (base !== undefined && base !== "") {
    const [file = "", folder = ""] = path.toLowerCase().split("/").reverse();
    return { kind: "document", href, base: `${folder}/${file.replace(/\.mdx?$/, "")}` };
  }
  return base === undefined && /^[a-z][a-z\d+.-]*:/i.test(href) ? { kind: "external" } : { kind: "none" };
}
