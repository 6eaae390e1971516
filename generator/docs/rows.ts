import { type Context, keyPart, mark, placeOf, report } from "./context.ts";
import { isTooDeep } from "./nesting.ts";
import type { Row, RowLocation } from "./page.ts";
import { locationIn } from "./parts.ts";
import type { Cell, SourceTable } from "./table.ts";
import { cellDescription, cellExamples, cellText, plainName, undecorated, unticked } from "./text.ts";

/** The columns that a table of fields or parameters must have, and this one lacks, as they are headed. */
export function missingColumns(table: SourceTable, first: "Field" | "Parameter"): readonly string[] {
  const columns = columnsOf(table);
  const needed = [["name", first] as const, ["type", "Type"] as const, ["required", "Required"] as const];
  return needed.filter(([column]) => !columns.includes(column)).map(([, heading]) => heading);
}

/**
 * Whether a table that no heading announces lists fields: it has a name, a type and a mark in each row, or a description in
 * place of the mark. Another generator has notes there.
 */
export function listsFields(table: SourceTable): boolean {
  const missing = missingColumns(table, "Field");
  const names = table.header.map(({ text }) => plainly(text));
  const isDescribed = names.some(isDescription) && !names.includes("notes");
  return missing.length === 0 || (missing.join() === "Required" && isDescribed);
}

/** Whether a column is called one of descriptions. */
export function isDescription(heading: string): boolean {
  return headings.description.test(plainly(heading));
}

/** The rows of a Fields or Parameters table; their keys are `<key>/<name>`, their cells' `<key>/<name>:<column>`. */
export function readRows(context: Context, table: SourceTable, key: string, location?: RowLocation): readonly Row[] {
  const read = columnsOf(table);
  reportColumns(context, table, read, key);
  const columns = {
    name: read.indexOf("name"),
    type: read.indexOf("type"),
    setter: read.indexOf("setter"),
    required: read.indexOf("required"),
    description: read.indexOf("description"),
    example: read.indexOf("example"),
    location: read.indexOf("location"),
    default: read.indexOf("default"),
    nullable: read.indexOf("nullable"),
    count: read.length,
  };
  const isBlankOptional = marksRequiredAlone(table, columns.required);
  const isMarkedByName = columns.required < 0 && table.rows.some((cells) => isOptionalName(cells[columns.name]));
  const marks = { isBlankOptional, isMarkedByName };
  const rows = table.rows.map((cells) => readRow(context, { ...columns, ...marks }, cells, key, location));
  reportDuplicates(
    context,
    rows.map(({ name, place }) => ({ name, place })),
  );
  return rows;
}

/** Reports the columns that hold text and are not read; `columns` has null for these. */
export function reportColumns(
  context: Context,
  table: SourceTable,
  columns: readonly unknown[],
  key: string,
  known: readonly string[] = ["Type", "Required", "Description", "Example"],
): void {
  for (const [index, cell] of table.header.entries()) {
    if (columns[index] !== null || table.rows.every((cells) => (cells[index]?.text ?? "") === "")) continue;
    const own = mark(context, `${key}:${keyPart(cell.text)}`, cell.line, cell.column);
    const found = cell.text === "" ? "column without a heading" : `column \`${cell.text.slice(0, 40)}\``;
    report(context, "docs/unread-column", `Unexpected ${found}, expected one of ${known.join(", ")}`, own);
  }
}

/** Reports the rows whose name an earlier row of the table has. */
export function reportDuplicates(
  context: Context,
  rows: readonly { readonly name: string; readonly place: string }[],
): void {
  const known = new Set<string>();
  for (const { name, place } of rows) {
    if (known.has(name) && name !== "") {
      const key = place.slice(context.document.path.length + 1);
      report(context, "docs/duplicate-row", `Unexpected second row of \`${name.slice(0, 60)}\`, expected one`, key);
    }
    known.add(name);
  }
}

type Column = (typeof knownColumns)[number] | null;
const knownColumns = [
  ...(["name", "type", "setter", "required", "description", "example", "location"] as const),
  ...(["default", "nullable"] as const),
] as const;

/** The index of each known column, -1 for those that a table lacks, and the number of all. */
interface Columns extends Readonly<Record<(typeof knownColumns)[number], number>> {
  readonly count: number;
  readonly isBlankOptional: boolean;
  /** That names end with `?` where the value may be missing. */
  readonly isMarkedByName: boolean;
}

/** What generators head their columns with, and what people do who write the tables by hand. */
const headings: Readonly<Record<(typeof knownColumns)[number], RegExp>> = {
  name: /^(?:(?:field|parameter|property|attribute|argument|key)(?: name)?|name)$/,
  type: /^(?:(?:data|getter) )?type$/,
  // What a builder takes: less exact than what a getter gives, which a column beside it has.
  setter: /^setter type$/,
  required: /^(?:required\??|mandatory)$/,
  description: /^(?:description|details|notes?|comments?|meaning)$/,
  example: /^(?:examples?|example values?|sample)$/,
  location: /^(?:in|location|located in|passed in)$/,
  default: /^defaults?(?: value)?$/,
  nullable: /^nullable\??$/,
};

function columnsOf(table: SourceTable): readonly Column[] {
  const read = table.header.map((cell) => {
    const text = plainly(cell.text);
    return knownColumns.find((column) => headings[column].test(text)) ?? null;
  });
  return read.map((column, index) => (read.indexOf(column) === index ? column : null));
}

function readRow(context: Context, columns: Columns, cells: readonly Cell[], key: string, above?: RowLocation): Row {
  const cellOf = (index: number): Cell | undefined => (index < 0 ? undefined : cells[index]);
  const textOf = (index: number): string => cellText(cellOf(index)?.text ?? "", context.document.mdx);

  const { name: full, struck } = plainName(textOf(columns.name));
  const isOptional = columns.isMarkedByName && /\?`?$/.test(full);
  const name = isOptional ? unticked(full.replace(/\?(`?)$/, "$1")) : full;
  const shown = name.startsWith("$") ? name.slice(1) : name;
  const own = mark(context, `${key}/${keyPart(shown)}`, cells[0]?.line ?? 1, cells[0]?.column);
  for (const column of knownColumns) {
    const cell = cellOf(columns[column]);
    if (cell !== undefined) context.positions.set(`${own}:${column}`, { line: cell.line, column: cell.column });
  }

  checkCells(context, cells.length, columns.count, own);
  if (shown === "") report(context, "docs/unread-row", "Unexpected empty name, expected the name of a field", own);
  const described = cellDescription(textOf(columns.description));
  const { description, deprecated = struck ? "" : undefined } = described;
  const said = columns.required < 0 ? saidOf(textOf(columns.type), description) : undefined;
  const examples = cellExamples(textOf(columns.example));
  const location = locationIn(plainly(textOf(columns.location))) ?? above;
  const [otherwise] = columns.default < 0 ? [] : defaultsIn(textOf(columns.default));
  const nullable = columns.nullable < 0 ? undefined : markIn(textOf(columns.nullable));
  return {
    name: shown,
    type: said?.type ?? textOf(columns.type),
    // A path is incomplete without its variables.
    required:
      said === undefined
        ? readRequired(context, cellOf(columns.required), own, columns.isBlankOptional)
        : location === "path" || (columns.isMarkedByName ? !isOptional : said.required),
    description,
    examples: examples.filter((example) => !isTooDeep(context, example, "example", `${own}:example`)),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(location === undefined ? {} : { location }),
    ...(otherwise === undefined ? {} : { default: otherwise }),
    ...(nullable === undefined ? {} : { nullable }),
    ...(described.takesNull === undefined ? {} : { takesNull: described.takesNull }),
    place: placeOf(context, own),
  };
}

/** Reports a row that its header does not fit; it is read all the same, from the left. */
export function checkCells(context: Context, found: number, wanted: number, key: string): void {
  if (found === wanted) return;
  const reason = `Unexpected row of ${found} ${found === 1 ? "cell" : "cells"}, expected ${wanted} as in the header`;
  report(context, "docs/unread-row", reason, key);
}

/** The marks by name, and the characters that they name; MDX has no names for them. */
const requiredMarks = new Set([":heavy_check_mark:", "✔️", "✔", ":white_check_mark:", "✅"]);
const optionalMarks = new Set([":heavy_minus_sign:", "➖"]);

/** What people put in their place who write a table by hand. */
const requiredWords = new Set(["✓", "☑", "yes", "true", "required", "mandatory"]);
const optionalWords = new Set(["❌", ":x:", "✗", "✘", "-", "–", "—", "no", "false", "optional"]);

/** Whether a table marks only what is required: then an empty cell says that the value may be missing. */
function marksRequiredAlone(table: SourceTable, column: number): boolean {
  const marks = table.rows.map((cells) => cells[column]?.text ?? "").filter((text) => text !== "");
  return marks.length > 0 && marks.every((text) => requiredMarks.has(text) || requiredWords.has(plainly(text)));
}

/** A heading or a mark without emphasis. */
function plainly(text: string): string {
  return undecorated(text).toLowerCase();
}

/**
 * What the type or the description says in the place of a mark, where a table has no column of these: `string (optional)`,
 * "**Required.** The port."
 */
function saidOf(cell: string, description: string): { readonly type: string; readonly required: boolean | null } {
  const [suffix = "", typed] =
    /(?:\s*,)?\s*[*_]*\(?[*_]*(required|optional)[*_]*\)?[*_]*$/i.exec(cell.slice(-40)) ?? [];
  const [, told] = /^[*_([]*(required|optional)\b/i.exec(description) ?? [];
  const word = (typed ?? told)?.toLowerCase();
  return {
    type: suffix === "" || suffix === cell ? cell : cell.slice(0, -suffix.length),
    required: word === undefined ? null : word === "required",
  };
}

function defaultsIn(text: string): readonly string[] {
  return cellExamples(text).filter((one) => !isNone.test(one));
}

function isOptionalName(cell: Cell | undefined): boolean {
  return /\w\?`?$/.test(cell?.text ?? "");
}

/** What says in a column of defaults that there is none. */
const isNone = /^(?:null|none|undefined|nil|n\/a)$/i;

/** What a cell of yes or no says. */
function markIn(text: string): boolean | undefined {
  const word = plainly(text);
  if (requiredMarks.has(text) || requiredWords.has(word)) return true;
  return optionalMarks.has(text) || optionalWords.has(word) ? false : undefined;
}

function readRequired(context: Context, cell: Cell | undefined, key: string, isBlankOptional: boolean): boolean | null {
  if (cell === undefined) return null; // The row has too few cells, which is reported.
  if (requiredMarks.has(cell.text)) return true;
  if (optionalMarks.has(cell.text)) return false;
  const found = cell.text === "" ? "empty cell" : `\`${cell.text.slice(0, 40)}\``;
  const reason = `Unexpected ${found}, expected \`:heavy_check_mark:\` or \`:heavy_minus_sign:\``;
  const word = plainly(cell.text);
  const isRequired = requiredWords.has(word);
  if (isRequired || optionalWords.has(word) || (word === "" && isBlankOptional)) {
    const taken = isRequired ? "required" : "optional";
    report(context, "docs/other-mark", `${reason}; took ${taken}`, `${key}:required`);
    return isRequired;
  }
  report(context, "docs/unread-mark", reason, `${key}:required`);
  return null;
}
