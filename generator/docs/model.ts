import { type Context, keyPart, mark, report } from "./context.ts";
import { listedRows } from "./field-list.ts";
import { readNotedRows } from "./noted-rows.ts";
import type { Section } from "./outline.ts";
import type { ModelPage, Row } from "./page.ts";
import { missingColumns, readRows } from "./rows.ts";
import { partsOf, readSchema, reportEmpty, reportSection, reportUnread } from "./schema.ts";
import { type SourceTable, tableOf } from "./table.ts";

/** Reads a page whose `## Fields` is a table; a table without rows is a model without fields. */
export function readModel(context: Context, sections: readonly Section[]): ModelPage {
  const parts = partsOf(sections);
  const schema = readSchema(context, sections);
  const rows = parts
    .filter((part) => part.depth === 2 && part.name === "Fields")
    .flatMap((part) => readTables(context, part, "fields"));
  reportUnread(context, parts, "Fields");
  return { kind: "model", path: context.document.path, ...schema, positions: context.positions, rows };
}

/** Whether a section has a table of fields. */
export function hasFields({ document }: Context, section: Section): boolean {
  return section.children.some(
    (node) => node.type === "table" && isReadable(missingColumns(tableOf(document, node), "Field")),
  );
}

/** Without marks all that a table lists may be missing; without names or types it lists nothing. */
function isReadable(missing: readonly string[]): boolean {
  return missing.every((column) => column === "Required");
}

/** The rows of a section whose content is a table of fields or parameters. */
export function readTables(context: Context, section: Section, key: string): readonly Row[] {
  const { document } = context;
  const tables = section.children.flatMap((node) => (node.type === "table" ? [tableOf(document, node)] : []));
  if (section.values !== undefined) return tables.flatMap((table) => readNotedRows(context, table, key, section));
  const first = section.name === "Fields" ? "Field" : "Parameter";
  const lacking = (table: SourceTable): readonly string[] => missingColumns(table, first);
  const read = tables.filter((table) => isReadable(lacking(table)));
  const [odd] = tables;
  const lists = section.children.flatMap((node) => (node.type === "list" ? [node.items] : []));
  const listed = odd === undefined ? lists.map((items) => listedRows(context, items, key, section.location)) : [];
  if (listed.length > 0 && listed.every((rows) => rows !== undefined)) return listed.flat();
  if (odd === undefined) {
    reportEmpty(context, section, "its table", "a name, a type and a mark in each row");
  } else if (read.length === 0) {
    reportMissing(context, section, odd, lacking(odd));
  } else if (read.length < section.children.length) {
    reportSection(context, section, `text beside the table of \`${section.name}\``, "the table alone");
  }
  return read.flatMap((table) => {
    const rows = readRows(context, table, key, section.location);
    if (lacking(table).length > 0 && rows.some(({ required }) => required === null))
      reportMissing(context, section, table, lacking(table));
    return rows;
  });
}

function reportMissing(context: Context, section: Section, table: SourceTable, missing: readonly string[]): void {
  const key = mark(context, `section/${keyPart(section.name)}`, table.line, table.header[0]?.column);
  const reason = `Unexpected table without ${columns(missing)}, expected a name, a type and a mark in each row`;
  report(context, "docs/missing-column", reason, key);
}

function columns(names: readonly string[]): string {
  return `the ${names.length === 1 ? "column" : "columns"} ${names.map((name) => `\`${name}\``).join(" and ")}`;
}
