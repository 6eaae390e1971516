import { type Context, keyPart, mark, placeOf, report } from "./context.ts";
import { notesIn, withoutValues } from "./notes.ts";
import type { Section } from "./outline.ts";
import type { Row, RowLocation } from "./page.ts";
import { checkCells, reportDuplicates } from "./rows.ts";
import type { Cell, SourceTable } from "./table.ts";
import { cellDescription, cellText, folded, plainName, undecorated, unescaped } from "./text.ts";

/** Whether a table has notes beside its descriptions, in place of marks: `Name | Type | Description | Notes`. */
export function hasNotes(table: SourceTable): boolean {
  const columns = columnsOf(table);
  return columns.name >= 0 && columns.type >= 0 && columns.description >= 0 && columns.notes >= 0;
}

/** The rows of such a table; `values` are those of types that the page lists below it. */
export function readNotedRows(
  context: Context,
  table: SourceTable,
  key: string,
  { location, values = new Map() }: Pick<Section, "location" | "values">,
): readonly Row[] {
  const columns = columnsOf(table);
  const rows = table.rows.map((cells) => readRow(context, { ...columns, values, location }, cells, key));
  reportDuplicates(
    context,
    rows.map(({ name, place }) => ({ name, place })),
  );
  return rows;
}

const headings = ["name", "type", "description", "required", "notes"] as const;

/** The index of each column, -1 where a table lacks it, and the number of all. */
type Columns = Readonly<Record<(typeof headings)[number] | "count", number>>;

function columnsOf({ header }: SourceTable): Columns {
  const names = header.map(({ text }) => undecorated(text).toLowerCase());
  const [name = -1, type = -1, description = -1, required = -1, notes = -1] = headings.map((one) => names.indexOf(one));
  return { name, type, description, required, notes, count: header.length };
}

type Listed = NonNullable<Section["values"]>;

function readRow(
  context: Context,
  columns: Columns & { readonly values: Listed; readonly location: RowLocation | undefined },
  cells: readonly Cell[],
  key: string,
): Row {
  const cellOf = (index: number): Cell | undefined => (index < 0 ? undefined : cells[index]);
  const textOf = (index: number): string => cellText(cellOf(index)?.text ?? "", context.document.mdx);

  const type = unescaped(textOf(columns.type));
  const { name: full, struck } = plainName(nameIn(textOf(columns.name)));
  const name = nameInJson(type, columns.values, full) ?? full;
  const own = mark(context, `${key}/${keyPart(name)}`, cells[0]?.line ?? 1, cells[0]?.column);
  placeCells(context, own, columns, cells);
  // Notes that say nothing have no cell where the table has no bars at its ends.
  checkCells(context, cells.length === columns.count - 1 ? columns.count : cells.length, columns.count, own);
  if (name === "") report(context, "docs/unread-row", "Unexpected empty name, expected the name of a field", own);

  const notes = notesIn(textOf(columns.notes));
  const told = withoutValues(unescaped(textOf(columns.description)));
  const { description, deprecated = struck ? "" : undefined } = cellDescription(told.text);
  const values = [notes.values, told.values, valuesOf(type, name, columns.values)].find(({ length }) => length > 0);
  const { location } = columns;
  return {
    name,
    type,
    // A path is incomplete without its variables.
    required:
      location === "path" || (requiredIn(textOf(columns.name), cellOf(columns.required)?.text) ?? !notes.isOptional),
    notes: { values: values ?? [] },
    description,
    examples: [],
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(location === undefined ? {} : { location }),
    ...(notes.default === undefined ? {} : { default: notes.default }),
    place: placeOf(context, own),
  };
}

/** Notes stand for the cells of what they say; those that say nothing may have no cell. */
function placeCells(context: Context, key: string, columns: Columns, cells: readonly Cell[]): void {
  const notes = cells[columns.notes] ?? cells[0];
  const found = {
    name: cells[columns.name],
    type: cells[columns.type],
    description: cells[columns.description],
    required: cells[columns.required] ?? notes,
    default: notes,
  };
  for (const [column, cell] of Object.entries(found)) {
    if (cell !== undefined) context.positions.set(`${key}:${column}`, { line: cell.line, column: cell.column });
  }
}

/** One language has a column of its own for what others note; its names are bold as theirs are. */
function requiredIn(name: string, cell: string | undefined): boolean | undefined {
  if (cell === "[required]") return true;
  return cell === "" && /^\*\*.+\*\*$/.test(name) ? false : undefined;
}

/**
 * The name in JSON of a field whose type has no name, so that its values are listed under that of the field: `call_sign` of
 * `**callSign** | [**inline**](#CallSign)`.
 */
function nameInJson(type: string, listed: Listed, name: string): string | undefined {
  return isNameless.test(type) ? [...listed.keys()].find((title) => folded(title) === folded(name)) : undefined;
}

const isNameless = /\binline\b/;

/** The values of a type that is listed below the table by its name, or by that of the field: `StateEnum` of `state`. */
function valuesOf(type: string, name: string, listed: Listed): readonly string[] {
  const [, found = []] =
    [...listed].find(
      ([title]) =>
        (title === name && isNameless.test(type)) ||
        new RegExp(`\\b${title}\\b`).test(type) ||
        folded(title) === folded(`${name}enum`),
    ) ?? [];
  return found;
}

/** A name in bold type, with what the page escapes, and without what a language puts before its own words: `r#type`. */
function nameIn(cell: string): string {
  return undecorated(unescaped(cell).replaceAll("\\_", "_"), "*").replace(/^r#/, "");
}
