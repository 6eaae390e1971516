import type { Inspected } from "../../generator/commands/inspect.ts";
import type { DiagnosticCode } from "../../generator/diagnostics.ts";
import type { Page } from "../../generator/docs/page.ts";
import { linesIn, rowsIn, type SpotOf } from "./docs-text.ts";
import { type Unknowns, unknownsOf } from "./unknowns.ts";

/** What was read of a corpus, and what was not. */
export interface Counts {
  readonly documents: number;
  readonly pages: Readonly<Record<Page["kind"], number>>;
  readonly rows: number;
  /** Rows of tables of fields, counted in the text; those of pages that are not of the format aside. */
  readonly rowsInText: number;
  /** The pages that were not read, although they have a section of the format. */
  readonly unreadPages: readonly string[];
  /** Those that have none: hand-written ones. */
  readonly foreignPages: readonly string[];
  /** Headings of people among those of the format. */
  readonly unreadSections: readonly string[];
  /** Cells, rows and listed operations that could not be read. */
  readonly unread: Readonly<Record<Loss, readonly string[]>>;
  readonly unknowns: Unknowns;
  readonly assumed: number;
  readonly warnings: number;
}

/** What nothing of a page of the format may suffer. */
type Loss = (typeof losses)[number];

const losses = [
  "dialect/unread-type",
  "docs/unread-row",
  "docs/unread-mark",
  "docs/duplicate-row",
  "docs/missing-column",
  "docs/unread-column",
  "docs/unread-status",
  "docs/unread-snippet",
  "docs/empty-section",
  "docs/missing-title",
  "docs/missing-operation",
] as const;

export function countsOf(read: Inspected, spotOf: SpotOf): Counts {
  const { pages, diagnostics, sources } = read;
  const lines = linesIn(read);
  const kinds: Record<Page["kind"], number> = {
    model: 0,
    models: 0,
    enum: 0,
    union: 0,
    operations: 0,
    readme: 0,
    other: 0,
  };
  for (const page of pages) kinds[page.kind] += 1;
  const unread = placed(read, ["docs/unread-page"]);
  const foreign = new Set(unread.filter((path) => isForeign(lines(path))));
  const helpers = new Set(pages.filter(({ kind }) => kind === "other").map(({ path }) => path));
  const described = sources.filter(({ path }) => !helpers.has(path)).map(({ path }) => rowsIn(lines(path)));
  return {
    documents: sources.length,
    pages: kinds,
    rows: pages.reduce((sum, page) => sum + rowsOf(page), 0),
    rowsInText: described.reduce((sum, rows) => sum + rows, 0),
    unreadPages: unread.filter((path) => !foreign.has(path)),
    foreignPages: [...foreign],
    unreadSections: [...told(read, "docs/unread-section"), ...told(read, "docs/unlisted-operation")],
    unread: Object.fromEntries(losses.map((code) => [code, told(read, code)])) as Record<Loss, readonly string[]>,
    unknowns: unknownsOf(read, spotOf),
    assumed: diagnostics.filter(({ code }) => code === "infer/assumed").length,
    warnings: diagnostics.filter(({ severity }) => severity === "warning").length,
  };
}

function told({ diagnostics }: Inspected, wanted: DiagnosticCode): readonly string[] {
  return diagnostics.filter(({ code }) => code === wanted).map(({ place, message }) => `${place}: ${message}`);
}

/** One line of the table; `columns` are its headings. */
export function rowOf(name: string, counts: Counts): readonly (string | number)[] {
  const { documents, pages, rows, unread, unreadPages, foreignPages, unknowns, assumed, warnings } = counts;
  const { model, enum: enums, union, operations, readme, other } = pages;
  return [
    ...[name, documents, model, enums, union, operations, readme, other, rows],
    ...[unread["dialect/unread-type"].length, unread["docs/unread-row"].length],
    ...[unreadPages.length, foreignPages.length, unknowns.any, unknowns.missing, unknowns.unexplained.length],
    ...[assumed, warnings],
  ];
}

export const columns: readonly string[] = [
  ..."corpus documents model enum union operations readme other rows cells- rows- pages- hand-written".split(" "),
  ..."unknown:any :missing :unexplained assumed warnings samples examples".split(" "),
];

function placed({ diagnostics }: Inspected, codes: readonly DiagnosticCode[]): readonly string[] {
  const found = diagnostics.filter(({ code, place }) => codes.includes(code) && place !== null);
  return [...new Set(found.map(({ place }) => (place ?? "").slice(0, (place ?? "").lastIndexOf("#"))))];
}

/** A page of the format has one of its sections; papers may have tables of their own. */
function isForeign(lines: readonly string[]): boolean {
  return !lines.some((line) => /^## (?:Fields|Values|Supported Types)\s*$|^### Available Operations\s*$/.test(line));
}

function rowsOf(page: Page): number {
  if (page.kind === "model") return page.rows.length;
  if (page.kind === "models")
    return page.models.reduce((sum, model) => sum + (model.kind === "model" ? model.rows.length : 0), 0);
  if (page.kind !== "operations") return 0;
  return page.operations.reduce((sum, { parameters }) => sum + parameters.length, 0);
}
