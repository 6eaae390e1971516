import type { Inspected } from "../../generator/commands/inspect.ts";
import type { Place } from "../../generator/ir/index.ts";
import type { SourcePosition } from "../../generator/toolchain.ts";

// What stands in the docs, read by means of its own: the checks would prove nothing if they asked the readers that they
// are about. Only where a place stands is taken from the generator.

/** What stands at a place. */
export interface Spot extends SourcePosition {
  /** The line itself. */
  readonly text: string;
  /** The cells of a row by the headings of their columns in lower case, `parameter` as `field`; null outside of tables. */
  readonly cells: ReadonlyMap<string, string> | null;
  /** The cell that a place with a column names, else the whole line. */
  readonly cell: string;
  /** The line and those below it, up to the next heading that is not deeper; of a fence, what is in it. */
  readonly section: string;
}

export type SpotOf = (place: Place) => Spot | undefined;

/** The lines of a source by its path. */
export type LinesOf = (path: string) => readonly string[];

/** Looks places up; undefined where a place is on no line of the docs. */
export function spotsOf(read: Pick<Inspected, "positionOf" | "sources">): SpotOf {
  const lines = linesIn(read);
  const known = new Map<Place, Spot | undefined>();
  return (place) => {
    if (!known.has(place)) known.set(place, look(place, read.positionOf(place), lines));
    return known.get(place);
  };
}

export function linesIn({ sources }: Pick<Inspected, "sources">): LinesOf {
  const known = new Map(sources.map(({ path, text }) => [path, text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)]));
  return (path) => known.get(path) ?? [];
}

function look(place: Place, at: SourcePosition | undefined, linesOf: LinesOf): Spot | undefined {
  if (at === undefined) return undefined;
  const lines = linesOf(at.path);
  const text = lines[at.line - 1];
  if (text === undefined || at.column < 1 || at.column > text.length + 1) return undefined;
  const cells = cellsAt(lines, at.line);
  const column = /:(name|type|required|description|example)$/.exec(place)?.[1];
  const cell = column === undefined || cells === null ? text : cells.get(column === "name" ? "field" : column);
  return {
    ...at,
    text,
    cells,
    cell: cell ?? "",
    // Few of the checks look further than the line.
    get section() {
      return sectionAt(lines, at.line);
    },
  };
}

/** The cells of a row; a pipe counts unless it is escaped. */
export function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

const separator = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/;

function cellsAt(lines: readonly string[], number: number): ReadonlyMap<string, string> | null {
  if (!(lines[number - 1] ?? "").trimStart().startsWith("|")) return null;
  let rule = number - 1;
  while (rule > 0 && !separator.test(lines[rule - 1] ?? "")) rule -= 1;
  if (rule < 2) return null;
  const header = cellsOf(lines[rule - 2] ?? "").map((name) => name.toLowerCase().replace(/^parameter$/, "field"));
  const cells = cellsOf(lines[number - 1] ?? "");
  return new Map(header.map((name, index) => [name, cells[index] ?? ""]));
}

function sectionAt(lines: readonly string[], number: number): string {
  const first = lines[number - 1] ?? "";
  const fence = /^\s*(`{3,}|~{3,})/.exec(first)?.[1];
  const depth = /^(#+)\s/.exec(first)?.[1]?.length;
  // Below a page's title all other headings are deeper: its own text ends at the first of them.
  const deepest = depth === undefined || depth === 1 ? 6 : depth;
  const found: string[] = [first];
  let open = false;
  for (const line of lines.slice(number)) {
    if (fence !== undefined && line.trim().startsWith(fence)) break;
    if (/^\s*(?:`{3}|~{3})/.test(line)) open = !open;
    const heading = /^(#{1,6})\s/.exec(line)?.[1]?.length;
    if (fence === undefined && !open && heading !== undefined && heading <= deepest) break;
    found.push(line);
  }
  return found.join("\n");
}

/** How many rows of fields the docs have: below a header that begins with Field or Parameter and has a type. */
export function rowsIn(lines: readonly string[]): number {
  let rows = 0;
  let isFields = false;
  for (const [index, line] of lines.entries()) {
    if (!line.trimStart().startsWith("|")) isFields = false;
    else if (separator.test(line))
      isFields = /^\|\s*(?:Field|Parameter)\s*\|\s*Type\s*\|\s*Required\s*\|/.test(lines[index - 1] ?? "");
    else if (isFields) rows += 1;
  }
  return rows;
}

/** A name without case and separators. */
export function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
