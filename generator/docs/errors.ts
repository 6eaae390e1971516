import { type Context, mark, placeOf, report } from "./context.ts";
import type { Section } from "./outline.ts";
import type { ErrorRow } from "./page.ts";
import { checkCells } from "./rows.ts";
import { reportEmpty, reportSection } from "./schema.ts";
import { tableOf } from "./table.ts";
import { cellText } from "./text.ts";

/** Reads the table of an operation's errors: class, statuses or ranges of them, content type. */
export function readErrors(context: Context, section: Section, key: string): readonly ErrorRow[] {
  const { document } = context;
  const tables = section.children.flatMap((node) => (node.type === "table" ? [tableOf(document, node)] : []));
  if (tables.length === 0) reportEmpty(context, section, "its table", "a class and a status in each row");
  else if (tables.length < section.children.length)
    reportSection(context, section, "text beside the table of `Errors`", "the table alone");
  const rows = tables.flatMap((table) => table.rows.map((cells) => ({ cells, wanted: table.header.length })));
  return rows.map(({ cells, wanted }, index) => {
    const text = (column: number): string => cellText(cells[column]?.text ?? "", document.mdx).replaceAll("\\*", "*");
    const own = mark(context, `${key}/${index + 1}`, cells[0]?.line ?? section.from, cells[0]?.column);
    checkCells(context, cells.length, wanted, own);
    const status = cells[1];
    if (status !== undefined && !/\d(?:\d\d|xx?)|default/i.test(status.text)) {
      const at = mark(context, `${own}:status`, status.line, status.column);
      const found = status.text === "" ? "empty cell" : `\`${status.text.slice(0, 40)}\``;
      report(context, "docs/unread-status", `Unexpected ${found}, expected statuses, or ranges of them`, at);
    }
    return { type: text(0), status: text(1), contentType: text(2), place: placeOf(context, own) };
  });
}
