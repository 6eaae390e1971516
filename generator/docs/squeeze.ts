import { cellsOf } from "./table.ts";

/** A run of lines that opens and closes its blocks by itself, as the parser is given it. */
export interface Piece {
  readonly text: string;
  /**
   * For each of its lines the index of the line in the source, and last that of the line behind the piece; lines left out
   * belong to the one before.
   */
  readonly origin: readonly number[];
}

/**
 * Reduces a text to what decides its block structure. Nearly all bytes of the documentation are table padding, prose and
 * code, and the parser's cost is per token; but whether a line is prose, a row or a heading is decided by how it begins.
 * So the words go, and what stands in fences, and plain lines or rows that surely continue the line above are left out.
 * The text is cut at the headings, which end every block above them. The readers take every text from the source's own
 * lines, so nothing is lost, and a position is the source's by construction.
 */
export function squeeze(lines: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let kept: string[] = [];
  let origin: number[] = [];
  let above: Line | null = null;
  let unsure: Unsure | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const fence = unsure === null ? openingFence(line) : null;
    const here: Line | null = fence === null ? classify(line, above, lines[index + 1] ?? "") : fenceLine;
    if (here === null) return shallow(lines);
    if (above !== null && continues(here, above)) continue;
    if (here.kind === "blank" && unsure === "to the blank line") unsure = null;
    if (here.kind === "structural" && fence === null) unsure = unsureBehind(line, unsure);
    if (here.kind === "heading" && unsure === null && kept.length > 0) {
      pieces.push({ text: kept.join("\n"), origin: [...origin, index] });
      kept = [];
      origin = [];
    }
    above = here;
    kept.push(here.text);
    origin.push(index);
    if (fence === null) continue;
    index = closingLine(lines, index, fence);
    if (index === lines.length) break;
    kept.push(fenceLine.text);
    origin.push(index);
  }
  pieces.push({ text: kept.join("\n"), origin: [...origin, lines.length] });
  return pieces;
}

/** The same lines, with nesting capped alone: what `squeeze` must agree with. */
export function shallow(lines: readonly string[]): readonly Piece[] {
  return [
    { text: lines.map(capped).join("\n"), origin: Array.from({ length: lines.length + 1 }, (_, index) => index) },
  ];
}

interface Line {
  /** A header is that of a table whose separator has as many cells. */
  readonly kind: "plain" | "row" | "blank" | "heading" | "header" | "structural";
  readonly indent: string;
  readonly text: string;
}

const fenceLine: Line = { kind: "structural", indent: "", text: "```" };
const blankLine: Line = { kind: "blank", indent: "", text: "" };
const flushRow: Line = { kind: "row", indent: "", text: "|x" };

/** A line that begins so opens or closes no block: Markdown's block marks are all other characters. */
const plain = /^([ \t]*)(?:\*{1,2}|`{1,2}|_{1,2})?[\p{L}"'(){}[\]$@/.,;!?%&^]/u;
const heading = /^( {0,3})#{1,6}[ \t]+(?=[^ \t])/;
const mark = /^(?:[ \t]*[-*+][ \t]+(?=[\p{L}["]|`[^`])|> (?=:?\p{L}))/u;
const comment = /^( {0,3})<!--[^>]*-->[ \t]*$/;

/** What a line is; null for raw HTML, of which no line tells where it ends. */
function classify(line: string, above: Line | null, below: string): Line | null {
  if (line === "") return blankLine;
  if (line.startsWith("|") || /^ {0,3}\|/.test(line)) return row(line, above, below);
  if (!/[^ \t]/.test(line)) return blankLine;
  if (opensRawHtml(line)) return null;
  const title = heading.exec(line);
  if (title !== null) return { kind: title[1] === "" ? "heading" : "structural", indent: "", text: `${title[0]}x` };
  // A header row may lack its outer pipes, and of one cell all pipes.
  if (line.includes("|") || separator.test(below)) return { kind: "structural", indent: "", text: capped(line) };
  const indent = plain.exec(line)?.[1];
  if (indent !== undefined) return { kind: "plain", indent, text: `${indent.slice(0, indentLimit)}x` };
  const opening = mark.exec(line)?.[0];
  if (opening !== undefined) return { kind: "structural", indent: "", text: capped(`${opening}x`) };
  return { kind: "structural", indent: "", text: capped(line.replace(comment, "$1<!-- -->")) };
}

/** Only of the header and the separator the number of cells counts, and only where the two differ. */
function row(line: string, above: Line | null, below: string): Line {
  const indent = line.slice(0, line.indexOf("|"));
  if (separator.test(line)) {
    return { kind: "structural", indent, text: above?.kind === "header" ? `${indent}|-` : line };
  }
  if (separator.test(below)) {
    return fits(line, below)
      ? { kind: "header", indent, text: `${indent}|x` }
      : { kind: "structural", indent, text: line };
  }
  return indent === "" ? flushRow : { kind: "row", indent, text: `${indent}|x` };
}

const separator = /^[ \t]*[|:-][|:\- \t]*$/;
const strictRow = /^ {0,3}\|.*[^\\]\|[ \t]*$/;
const strictSeparator = /^ {0,3}\|(?:[ \t]*-+[ \t]*\|)+[ \t]*$/;

function fits(header: string, line: string): boolean {
  if (!strictRow.test(header) || !strictSeparator.test(line)) return false;
  return cellsOf(header, 0).length === cellsOf(line, 0).length;
}

function continues(here: Line, above: Line): boolean {
  if (here.kind !== above.kind || !repeatable.includes(here.kind)) return false;
  // A line indented less may leave a list or an indented block; one as deep as code may leave a table.
  return here.indent.startsWith(above.indent) && (isDeep(above.indent) || !isDeep(here.indent));
}

const repeatable: readonly Line["kind"][] = ["plain", "row", "blank"];

function isDeep(indent: string): boolean {
  return indent.length > 3 || indent.includes("\t");
}

/** The marks of a fence that surely opens: one without indentation stands in no list and no quote. */
function openingFence(line: string): string | null {
  if (!line.startsWith("```") && !line.startsWith("~~~")) return null;
  const marks = /^(?:`+|~+)/.exec(line)?.[0] ?? "";
  return marks.startsWith("`") && line.includes("`", marks.length) ? null : marks;
}

/** The index of the line that closes a fence; behind the last where none does. */
function closingLine(lines: readonly string[], opening: number, fence: string): number {
  for (let index = opening + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const start = line.indexOf(fence);
    if (start >= 0 && start <= 3 && /^ {0,3}(?:`+|~+)[ \t]*$/.test(line)) return index;
  }
  return lines.length;
}

/** How far lines that look like headings and fences may be text. */
type Unsure = "to the blank line" | "to the end";

/** HTML ends at a blank line. A fence that is indented may be that of a list, one in HTML none: where it ends is open. */
function unsureBehind(line: string, before: Unsure | null): Unsure | null {
  if (/^ {0,3}(?:```|~~~)/.test(line)) return "to the end";
  return before ?? (/^ {0,3}</.test(line) && !comment.test(line) ? "to the blank line" : null);
}

/** Comments, declarations and `<pre>` run up to a mark that may stand anywhere in a line. */
function opensRawHtml(line: string): boolean {
  return rawHtml.test(line) && !comment.test(line);
}

const rawHtml = /^(?:[ \t>*+-]|\d{1,9}[.)])*<(?:[!?]|(?:pre|script|style|textarea)(?:[\s>]|$))/i;

const indentLimit = 64;
const nested = /^\s*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){32}/;

/** Only blocks at the top are read, and the parser's time grows with the square of the depth: deep nesting is cut. */
function capped(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const cut = indent > indentLimit ? line.slice(indent - indentLimit) : line;
  const marks = nested.exec(cut)?.[0];
  return marks === undefined ? cut : `${marks}x`;
}
