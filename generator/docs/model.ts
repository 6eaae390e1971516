import type { Context } from "./context.ts";
import type { Section } from "./outline.ts";
import type { ModelPage, Row } from "./page.ts";
import { isRowTable, readRows } from "./rows.ts";
import { partsOf, readSchema, reportSection, reportUnread } from "./schema.ts";
import { tableOf } from "./table.ts";

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

/** The rows of a section whose content is a table of fields or parameters. */
export function readTables(context: Context, section: Section, key: string): readonly Row[] {
  const { document } = context;
  const tables = section.children.flatMap((node) => (node.type === "table" ? [tableOf(document, node)] : []));
  const read = tables.filter(isRowTable);
  if (read.length === 0) {
    reportSection(
      context,
      section,
      `section \`${section.name}\` without its table`,
      "a name, a type and a mark in each row",
    );
  } else if (read.length < section.children.length) {
    reportSection(context, section, `text beside the table of \`${section.name}\``, "the table alone");
  }
  return read.flatMap((table) => readRows(context, table, key));
}
