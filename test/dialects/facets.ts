import type { Dialect } from "../../generator/dialects/dialect.ts";
import { readCell } from "../../generator/dialects/type-cell/index.ts";
import { meaningOf } from "./cells.ts";
import { fence } from "./pages.ts";

/** The members of a union as the dialect reads a heading and the sample below it: the first spelling that is a type. */
export function memberOf(dialect: Dialect, heading: string, sample: string): string {
  const spellings = dialect.member({ heading, fences: [fence(dialect.name, sample)], place: "x.md#members/1" });
  const readable = spellings.find((spelling) => readCell(spelling, dialect.types) !== undefined);
  return readable === undefined ? "unread" : meaningOf(readable, dialect);
}

/** What a type cell says of null, in a folder that has these other cells. */
export function nullOf(dialect: Dialect, raw: string, mark: "✓" | "–", others: readonly string[] = []): string {
  const cell = readCell(raw, dialect.types);
  if (cell === undefined) return "unread";
  const rules = dialect.survey({ cells: [raw, ...others], statuses: [] });
  return rules.nullable({ ...cell, required: mark === "✓" }).value;
}

/** The type in a response line; nothing where the line says that there is none. */
export function responseOf(dialect: Dialect, line: string): string {
  const cell = dialect.response(line);
  return cell === "" ? "nothing" : meaningOf(cell, dialect);
}
