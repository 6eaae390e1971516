/**
 * The namespace of a page, which the links to it repeat: the folder that it lies in, in lower case. Pages in the root of
 * the documentation have none.
 */
export function namespaceOf(path: string): string {
  const folder = path.split("/").at(-2)?.toLowerCase() ?? "";
  return folder === "docs" ? "" : folder;
}
