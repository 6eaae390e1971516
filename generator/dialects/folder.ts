import type { Page, Row } from "../docs/page.ts";
import type { Folder } from "./dialect.ts";

/** The rows of all tables of a page that have a type cell. */
export function rowsOf(page: Page): readonly Row[] {
  if (page.kind === "model") return page.rows;
  if (page.kind === "models") return page.models.flatMap((model) => (model.kind === "model" ? model.rows : []));
  return page.kind === "operations" ? page.operations.flatMap((operation) => operation.parameters) : [];
}

/** What a folder spells, for the rules that hold in one folder and not in another. */
export function folderOf(pages: readonly Page[]): Folder {
  const operations = pages.flatMap((page) => (page.kind === "operations" ? page.operations : []));
  return {
    cells: pages.flatMap((page) => rowsOf(page).map((row) => row.type)),
    statuses: operations.flatMap((operation) => operation.errors.map((error) => error.status)),
  };
}
