import { type Context, keyPart, mark, placeOf, report } from "./context.ts";
import type { Row } from "./page.ts";
import type { Cell, SourceTable } from "./table.ts";
import { cellDescription, cellExamples, cellText, plainName } from "./text.ts";

/** Whether a table is one of fields or parameters: it has a name, a type and a mark in each row. */
export function isRowTable(table: SourceTable): boolean {
  return (["name", "type", "required"] as const).every((column) => columnsOf(table).includes(column));
}

/** The rows of a Fields or Parameters table; their keys are `<key>/<name>`, their cells' `<key>/<name>:<column>`. */
export function readRows(context: Context, table: SourceTable, key: string): readonly Row[] {
  const columns = columnsOf(table);
  return table.rows.map((cells) => readRow(context, columns, cells, key));
}

type Column = (typeof knownColumns)[number] | null;
const knownColumns = ["name", "type", "required", "description", "example"] as const;

function columnsOf(table: SourceTable): readonly Column[] {
  return table.header.map((cell) => {
    const text = cell.text.toLowerCase();
    return text === "field" || text === "parameter" ? "name" : (knownColumns.find((column) => column === text) ?? null);
  });
}

function readRow(context: Context, columns: readonly Column[], cells: readonly Cell[], key: string): Row {
  const { mdx } = context.document;
  const cellOf = (column: Column): Cell | undefined => cells[columns.indexOf(column)];
  const textOf = (column: Column): string => cellText(cellOf(column)?.text ?? "", mdx);

  const { name, struck } = plainName(textOf("name"));
  const shown = name.startsWith("$") ? name.slice(1) : name;
  const first = cells[0];
  const own = mark(context, `${key}/${keyPart(shown)}`, first?.line ?? 1, first?.column);
  for (const column of knownColumns) {
    const cell = cellOf(column);
    if (cell !== undefined) context.positions.set(`${own}:${column}`, { line: cell.line, column: cell.column });
  }

  checkCells(context, cells.length, columns.length, own);
  if (shown === "") report(context, "docs/unread-row", "Unexpected empty name, expected the name of a field", own);
  const { description, deprecated = struck ? "" : undefined } = cellDescription(textOf("description"));
  return {
    name: shown,
    type: textOf("type"),
    required: readRequired(context, cellOf("required"), own),
    description,
    examples: cellExamples(textOf("example")),
    ...(deprecated === undefined ? {} : { deprecated }),
    place: placeOf(context, own),
  };
}

/** Reports a row that its header does not fit; it is read all the same, from the left. */
export function checkCells(context: Context, found: number, wanted: number, key: string): void {
  if (found === wanted) return;
  const reason = `Unexpected row of ${found} ${found === 1 ? "cell" : "cells"}, expected ${wanted} as in the header`;
  report(context, "docs/unread-row", reason, key);
}

function readRequired(context: Context, cell: Cell | undefined, key: string): boolean | null {
  if (cell?.text === ":heavy_check_mark:") return true;
  if (cell?.text === ":heavy_minus_sign:") return false;
  if (cell === undefined) return null; // The row has too few cells, which is reported.
  const found = cell.text === "" ? "empty cell" : `\`${cell.text.slice(0, 40)}\``;
  const reason = `Unexpected ${found}, expected \`:heavy_check_mark:\` or \`:heavy_minus_sign:\``;
  report(context, "docs/unread-row", reason, `${key}:required`);
  return null;
}
