import type { FieldSighting, NeutralType } from "../../dialects/sighting.ts";
import type { Shown } from "./expression.ts";

/** What of a row tells whether an argument is its value. */
export type ArgumentRow = Pick<FieldSighting, "name" | "type" | "presence">;

/**
 * The row of each argument without a name. Samples leave out optional arguments that have no example, also before others,
 * so the arguments are a part of the rows in their order: the first one whose types fit, and before it the first without
 * the rows that are set on the client.
 */
export function rowsOfArguments(
  given: readonly Shown[],
  rows: readonly ArgumentRow[],
  isSet: (name: string) => boolean,
): readonly (ArgumentRow | undefined)[] {
  const inOrder = given.map((_, index) => rows[index]);
  if (given.length >= rows.length) return inOrder;
  const all = fitting(given, rows);
  const unset = rows.filter(({ name }) => !isSet(name));
  const [only = all[0]] = all.length > 1 ? fitting(given, unset) : all;
  return only ?? inOrder;
}

/** At most two of the parts of the rows that the arguments may be, which is enough to know whether there is one. */
function fitting(given: readonly Shown[], rows: readonly ArgumentRow[]): readonly (readonly ArgumentRow[])[] {
  // From the end, so that no way that leads nowhere is followed more than once.
  let ways: readonly (readonly (readonly ArgumentRow[])[])[] = [[[]], ...given.map(() => [])];
  for (const row of [...rows].reverse()) {
    const before = ways;
    ways = before.map((skipped, count) => {
      const shown = given[given.length - count];
      const taken = count > 0 && shown !== undefined && fits(shown, row.type) ? (before[count - 1] ?? []) : [];
      const left = row.presence.value === "required" ? [] : skipped;
      return [...taken.map((rest) => [row, ...rest]), ...left].slice(0, 2);
    });
  }
  return ways[given.length] ?? [];
}

/** Whether an argument may be a value of the type; documents are not looked into. */
function fits(shown: Shown, type: NeutralType): boolean {
  switch (type.kind) {
    case "nullable":
      return fits(shown, type.of);
    case "union":
      return type.members.some((member) => fits(shown, member));
    case "string":
    case "date":
    case "date-time":
    case "date-or-date-time":
      return isOpen(shown) || (shown.kind === "plain" && typeof shown.value === "string");
    case "boolean":
      return isOpen(shown) || (shown.kind === "plain" && typeof shown.value === "boolean");
    case "integer":
    case "number":
    case "number-or-integer":
      return isOpen(shown) || (shown.kind === "plain" && typeof shown.value === "number");
    case "list":
      return isOpen(shown) || shown.kind === "list";
    case "map":
      return isOpen(shown) || shown.kind === "object";
    case "name":
      return shown.kind !== "list";
    default:
      return true;
  }
}

/** What only running the sample would tell, and the nothing that some languages write for an argument left out. */
function isOpen(shown: Shown): boolean {
  return shown.kind === "name" || shown.kind === "unread" || (shown.kind === "plain" && shown.value === null);
}
