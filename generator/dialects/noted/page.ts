import type { OperationSection, Page, Row } from "../../docs/page.ts";
import { formOf, placedRows } from "./request.ts";
import { notedType, withValues } from "./type.ts";

/**
 * A page of the documentation that has notes in place of marks, with its types in the words that people write and its
 * parameters where they stand, so that one reader reads all pages; any other page as it is. Its generator prints the same
 * for some twenty languages, but for their words.
 */
export function respelled(page: Page): Page {
  if (page.isNoted !== true) return page;
  switch (page.kind) {
    case "model":
      return { ...page, rows: page.rows.map(respelledRow) };
    case "union":
      return { ...page, members: page.members.map((member) => ({ ...member, heading: notedType(member.heading) })) };
    case "operations":
      return { ...page, operations: page.operations.map(respelledOperation) };
    default:
      return page;
  }
}

/** What one language calls the properties that no row is of. */
export const anyName = "any string name";

function respelledRow(row: Row): Row {
  const { notes } = row;
  if (notes === undefined) return row;
  const type = row.name === anyName ? `map<string, ${notedType(row.type)}>` : notedType(row.type);
  // A type without a name has nothing but its values.
  const of = notes.values.length > 0 ? withValues(type.replace(/\binline\b/, "any"), notes.values) : type;
  return { ...row, type: of };
}

/** Go's context of a call, which is nothing that is sent; a model may be called so. */
function isOfCall({ type }: Row): boolean {
  return /\bcontext\.Context\b/.test(type);
}

function respelledOperation(operation: OperationSection): OperationSection {
  const { sends, response, route, usages } = operation;
  const rows = operation.parameters.filter((row) => !isOfCall(row)).map(respelledRow);
  const said = response === null ? null : { ...response, raw: notedType(response.raw) };
  if (sends === undefined) return { ...operation, parameters: rows, response: said };
  const form = formOf(sends.types);
  const path = route?.snippet.path ?? "";
  const samples = usages.flatMap(({ fences }) => fences);
  return {
    ...operation,
    parameters: placedRows(rows, { sends: sends.types, path, samples }),
    response: said,
    ...(form === undefined ? {} : { encoding: { value: form, place: sends.place } }),
  };
}
