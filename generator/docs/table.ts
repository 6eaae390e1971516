import type { Span } from "./blocks.ts";
import { type Document, lineAt } from "./document.ts";

/** A cell's raw source text without outer blanks, and where it begins. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  /** Of the first character that is not blank; of the cell's own begin where all are. */
  readonly column: number;
}

/** A table by its lines: the parser says where it stands, its cells are read from the source. */
export interface SourceTable {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly line: number;
}

/** Reads the cells of a table from the source. */
export function tableOf(document: Document, { from, to }: Span): SourceTable {
  let header = from;
  // Only one that was put together has rows above its header.
  while (header < to && !/^[\s|:-]+$/.test(lineAt(document, header + 1))) header += 1;
  const rows: (readonly Cell[])[] = [];
  for (let line = from; line <= to; line += 1) {
    const row = lineAt(document, line);
    // The separator row below the header says nothing that is used.
    if (line !== header && line !== header + 1 && row.trim() !== "") rows.push(cellsOf(row, line));
  }
  return { header: cellsOf(lineAt(document, header), header), rows, line: header };
}

/** Splits a row at its pipes. As in GFM a pipe behind a backslash is text, even in a code span, and the outer ones may lack. */
export function cellsOf(row: string, line: number): readonly Cell[] {
  const cells: Cell[] = [];
  let begin = row.length - row.trimStart().length;
  if (row[begin] === "|") begin += 1;
  for (let at = row.indexOf("|", begin); at >= 0; at = row.indexOf("|", at + 1)) {
    if (isEscaped(row, at)) continue;
    cells.push(cell(row, begin, at, line));
    begin = at + 1;
  }
  if (row.slice(begin).trim() !== "") cells.push(cell(row, begin, row.length, line));
  return cells;
}

function isEscaped(row: string, at: number): boolean {
  let first = at;
  while (row[first - 1] === "\\") first -= 1;
  return (at - first) % 2 === 1;
}

function cell(row: string, begin: number, end: number, line: number): Cell {
  const text = row.slice(begin, end).trim();
  return { text, line, column: (text === "" ? begin : row.indexOf(text, begin)) + 1 };
}
