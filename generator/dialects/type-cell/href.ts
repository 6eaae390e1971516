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
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return { kind: "external" };
  const [file = "", folder = ""] = (href.split("#", 1)[0] ?? "").toLowerCase().split(/[/\\]/).reverse();
  const base = file.replace(/\.mdx?$/, "");
  // Docs of a site link to its pages, whose addresses have no extension.
  const isNamed = base !== "" && base !== ".." && (base !== file || !file.includes("."));
  return isNamed ? { kind: "document", href, base: `${folder}/${base}` } : { kind: "none" };
}
