import type { Diagnostic } from "../../diagnostics.ts";
import { diagnostic } from "../../diagnostics.ts";
import type { Place } from "../../ir/index.ts";
import type { Dialect, Folder, FolderRules } from "../dialect.ts";
import type { NeutralType } from "../sighting.ts";
import { type Cell, readCell } from "../type-cell/index.ts";

/** What every reader of a page is given. */
export interface Context {
  readonly dialect: Dialect;
  readonly rules: FolderRules;
  /** Reads a type cell; the cells of a folder repeat, so each spelling is read once. */
  readonly read: (raw: string) => Cell | undefined;
  readonly report: (finding: Diagnostic) => void;
}

/** The context in which all pages of a folder are read. */
export function contextOf(dialect: Dialect, folder: Folder, report: Context["report"]): Context {
  const known = new Map<string, Cell | undefined>();
  const read = (raw: string): Cell | undefined => {
    if (!known.has(raw)) known.set(raw, readCell(raw, dialect.types));
    return known.get(raw);
  };
  return { dialect, rules: dialect.survey(folder), read, report };
}

/** Reads a type cell; one that cannot be read is reported, and stays in the docs as it is. */
export function cellOf(raw: string, place: Place, { dialect, read, report }: Context): Cell {
  const cell = read(raw);
  if (cell !== undefined) return cell;
  report(diagnostic("dialect/unread-type", unexpected(raw, `a type of the ${dialect.name} dialect`), place));
  return { type: { kind: "unread", raw }, wrappers: [] };
}

/** The same where nothing but the type matters: what may be absent there is said by other means. */
export function typeOf(raw: string, place: Place, context: Context): NeutralType {
  return cellOf(raw, place, context).type;
}

/** "Unexpected X, expected Y", with as much of X as a terminal shows. */
export function unexpected(raw: string, expected: string): string {
  const text = raw.length > 80 ? `${raw.slice(0, 80)}…` : raw;
  return `Unexpected ${text.trim() === "" ? "empty cell" : `\`${text}\``}, expected ${expected}`;
}

/** The deprecation note as a part of a sighting; no part at all without one. */
export function deprecation(of: { readonly deprecated?: string }): { readonly deprecated?: string } {
  return of.deprecated === undefined ? {} : { deprecated: of.deprecated };
}
