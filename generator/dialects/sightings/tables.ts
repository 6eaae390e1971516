import type { Table } from "../../docs/page.ts";

/** The raw cell below a header; empty where the table has no such column. */
export function cellAt(table: Table, row: Table["rows"][number], column: string): string {
  const at = table.header.findIndex((cell) => cell.trim().toLowerCase() === column);
  return row.cells[at]?.trim() ?? "";
}

/** The items of a cell that are joined by line breaks, without back-ticks and the dashes of a list. */
export function textsOf(cell: string): readonly string[] {
  return cell
    .split(/<br\s*\/?>/i)
    .map((item) => item.trim().replace(/^-\s+/, "").replaceAll("`", "").trim())
    .filter((item) => item !== "");
}

/** A text without the quotes around it. */
export function unquoted(text: string): string {
  return /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
}
