import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { Fence, Page, Row } from "../docs/page.ts";
import type { Claim } from "../ir/index.ts";
import type { Dialect } from "./dialect.ts";
import { rowsOf } from "./folder.ts";
import type { DialectName } from "./sighting.ts";

/** The dialect of a folder, and what speaks for each. */
export interface Detection {
  readonly dialect: DialectName;
  /** One for every dialect that anything speaks for, the most spoken for first. */
  readonly claims: readonly (Claim<DialectName> & { readonly count: number })[];
  /** Not empty where nothing decides: then `dialect` is the best guess. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Counts the type cells and the fences that one language alone spells so. Nothing to count is no dialect. Where more cells
 * are in plain words, as people write them, the fences alone count: a word in back-ticks is then no Go. Without fences they
 * are read as TypeScript, whose cells say nothing of null.
 */
export function detectAmong(dialects: readonly Dialect[], pages: readonly Page[]): Detection | undefined {
  const rows = pages.flatMap(rowsOf);
  const spoken = dialects.filter(({ never }) => never === undefined || !rows.some(({ type }) => never.test(type)));
  const isSpelled = (row: Row): boolean => spoken.some(({ signs }) => signs.some((sign) => sign.test(row.type)));
  const plain = rows.filter(({ type }) => plainCell.test(type));
  // Asked of all rows only where there is a plain one: generated docs have none, and their rows are counted below.
  const isByHand = plain.length > 0 && plain.length > rows.filter(isSpelled).length;
  const claims = dialects
    .map((dialect) => claimFor(dialect, pages, isByHand || !spoken.includes(dialect) ? [] : rows))
    .filter((claim) => claim.count > 0)
    // Sorting is stable: a tie is decided by the order of the dialects.
    .sort((one, other) => other.count - one.count);
  const [first, second] = claims;
  if (first === undefined) return isByHand ? { dialect: "typescript", claims, diagnostics: [] } : undefined;
  const message = `Unexpected cells of ${claims.map((claim) => claim.value).join(" and ")}, expected those of one dialect`;
  const isTie = first.count === second?.count;
  const diagnostics = isTie ? [diagnostic("dialect/unknown", message, first.places[0] ?? null)] : [];
  return { dialect: first.value, claims, diagnostics };
}

/**
 * A word that is a type in no language's documents, since all of them set words in italics or links, and Go its own in code:
 * none of 30,000 cells in 13 folders of five vendors begins so.
 */
const plainCell = /^(?:string|`?(?:integer|number|boolean|object|array(?!<)|date-?time|list of\b))/i;

function claimFor(dialect: Dialect, pages: readonly Page[], rows: readonly Row[]): Detection["claims"][number] {
  const cells = rows.filter((row) => dialect.signs.some((sign) => sign.test(row.type)));
  const fences = pages.flatMap((page) => fencesOf(page).filter((fence) => dialect.fences.has(fence.language)));
  const places = [...cells.map((row) => `${row.place}:type`), ...fences.map((fence) => fence.place)];
  const why = `${cells.length} type cells and ${fences.length} fences are spelled as in ${dialect.name} alone.`;
  return {
    value: dialect.name,
    rule: "dialect/spelling",
    strength: "shown",
    places: places.slice(0, 3),
    why,
    count: places.length,
  };
}

function fencesOf(page: Page): readonly Fence[] {
  switch (page.kind) {
    case "model":
    case "enum":
      return page.samples;
    case "union":
      return [...page.samples, ...page.members.flatMap((member) => member.fences)];
    case "operations":
      return page.operations.flatMap((operation) => operation.usages.flatMap((usage) => usage.fences));
    case "readme":
      return page.sections.flatMap((section) => section.fences);
    case "models":
    case "other":
      return [];
  }
}
