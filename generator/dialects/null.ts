import type { FieldCell, NullVerdict } from "./dialect.ts";

/** The cell has a mark that says null. */
export const saidNull: NullVerdict = { value: "yes", why: "The cell says that it may be null." };
/** The cell would have one. */
export const saidNoNull: NullVerdict = { value: "no", why: "The cell would say so, if it could be null." };

/**
 * Null in languages whose one mark says "or nothing": in a required field that is null, in an optional one most often
 * that the field may be missing. Lists and maps have no mark, and what is not constrained needs none.
 */
export function nullOfRequired({ type, wrappers, required }: FieldCell, hasMarkedDates: boolean): NullVerdict {
  if (required !== true) {
    return { value: "unstated", why: "Cells of optional fields do not tell null from a missing value." };
  }
  if (wrappers.length > 0) return saidNull;
  switch (type.kind) {
    case "list":
    case "map":
      return { value: "unstated", why: "Cells of lists and maps never say whether they may be null." };
    case "date-time":
    case "date":
      return hasMarkedDates
        ? saidNoNull
        : { value: "unstated", why: "Cells of dates never say whether they may be null." };
    case "any":
    case "unread":
    case "response":
    case "void":
      return { value: "unstated", why: "The cell does not constrain the value." };
    case "null":
    case "nullable":
      return saidNull;
    default:
      return saidNoNull;
  }
}
