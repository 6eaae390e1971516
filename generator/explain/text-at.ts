import type { Position } from "../docs/page.ts";
import type { Place } from "../ir/index.ts";

/** A line of the docs that supports a claim. */
export interface Passage extends Position {
  /** On one line; never empty, unless the document is. */
  readonly text: string;
  /** Where in the text the first of the terms stands; 0 where none of them is spelled as it is asked for. */
  readonly focus: number;
}

/**
 * What stands at a place. A place in a table is a cell or a row; any other is the beginning of a section or of a sample,
 * and what supports the claim is its first line that has one of the terms.
 */
export function passageAt(lines: readonly string[], at: Position, place: Place, terms: readonly string[]): Passage {
  const line = lineOf(lines, at.line);
  if (line.trimStart().startsWith("|")) {
    return { line: at.line, column: at.column, ...focused(cellAt(line, at.column, place), terms) };
  }
  const fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
  const below = fence === undefined ? section(lines, at.line) : sample(lines, at.line, fence);
  const best = terms
    .map(letters)
    .filter((term) => term.length > 1)
    .map((term) => below.find((number) => letters(lineOf(lines, number)).includes(term)))
    .find((number) => number !== undefined);
  const found = best ?? (fence === undefined ? at.line : (below[0] ?? at.line));
  const text = lineOf(lines, found);
  const column = found === at.line ? at.column : text.search(/\S/) + 1;
  return { line: found, column, ...focused(oneLine(text), terms) };
}

/** Long lines are cut around what they are quoted for. */
function focused(text: string, terms: readonly string[]): Pick<Passage, "text" | "focus"> {
  const found = terms.map((term) => text.indexOf(term)).find((at) => at >= 0);
  return { text, focus: found ?? 0 };
}

/** The cell of a place that names a column, else the whole row; an empty cell says nothing without its row. */
function cellAt(line: string, column: number, place: Place): string {
  const cell = /^(?:\\.|[^|\\])*/.exec(line.slice(column - 1))?.[0] ?? "";
  const isCell = /:(?:name|type|required|description|example)$/.test(place);
  const row = line.replace(/^\s*\|/, "").replace(/\|\s*$/, "");
  return isCell && cell.trim() !== "" ? oneLine(cell) : oneLine(row);
}

/** The lines of a sample that are not empty. */
function sample(lines: readonly string[], opening: number, fence: string): readonly number[] {
  const numbers: number[] = [];
  for (let number = opening + 1; number <= lines.length; number += 1) {
    const line = lineOf(lines, number);
    if (line.trim().startsWith(fence)) break;
    if (line.trim() !== "") numbers.push(number);
  }
  return numbers;
}

/** The line itself, and those below it up to the next heading. */
function section(lines: readonly string[], start: number): readonly number[] {
  const numbers = [start];
  let open = false;
  for (let number = start + 1; number <= lines.length; number += 1) {
    const line = lineOf(lines, number);
    if (/^\s*(?:`{3}|~{3})/.test(line)) open = !open;
    if (!open && /^#{1,6}\s/.test(line)) break;
    numbers.push(number);
  }
  return numbers;
}

function lineOf(lines: readonly string[], number: number): string {
  return lines[number - 1] ?? "";
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}[\]]/gu, "");
}
