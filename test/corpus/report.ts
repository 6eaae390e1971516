import { appendFileSync } from "node:fs";
import process from "node:process";

/** Adds to what `run.mjs` prints when the tests are over; nothing where something else started them. */
export function report(text: string): void {
  const file = process.env["DOCSDK_CORPUS_REPORT"];
  if (file !== undefined) appendFileSync(file, `${text}\n`);
}

/** Columns of equal width: the first to the left, the others to the right. */
export function aligned(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(String));
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => (row[at] ?? "").length)));
  return cells
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((row) => row.join("  ").trimEnd())
    .join("\n");
}

/** A heading with lines below it, the first of them where there are many; nothing where there are none. */
export function listed(heading: string, lines: readonly string[], most: number = 20): string {
  if (lines.length === 0) return "";
  const shown = lines.slice(0, most).map((line) => `  ${line}`);
  return [heading, ...shown, ...(lines.length > most ? [`  … and ${lines.length - most} more`] : [])].join("\n");
}

/** `98.4 %`; `n/a` of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "n/a" : `${((100 * part) / whole).toFixed(2)} %`;
}
