import type { DraftField, LinkedField } from "../draft.ts";

/** The key by which the rows of several languages are one field. */
export function fieldKey({ words }: Pick<DraftField, "words">): string {
  return words.join("");
}

/**
 * The same for the rows of one table: SDKs of two generations call the body in a list of parameters `body` and
 * `request_body`. A table with both has fields that are called so.
 */
export function keyIn(fields: readonly DraftField[]): (field: DraftField) => string {
  const isPlain = fields.some((field) => fieldKey(field) === "body");
  return (field) => (!isPlain && fieldKey(field) === "requestbody" ? "body" : fieldKey(field));
}

/** The rows of two tables of one thing: rows of one name are one field, in the order of the first table. */
export function joinFields(base: readonly DraftField[], other: readonly DraftField[]): readonly DraftField[] {
  const names = new Set(base.map(keyIn(base)));
  const key = keyIn(other);
  return [...enrichFields(base, other), ...other.filter((field) => !names.has(key(field)))];
}

/** The rows of the first table alone, with what the second says of them. */
export function enrichFields(base: readonly DraftField[], other: readonly DraftField[]): readonly DraftField[] {
  const key = keyIn(other);
  const byName = new Map(other.map((field) => [key(field), field]));
  const keyOf = keyIn(base);
  return base.map((field) => {
    const match = byName.get(keyOf(field));
    return match === undefined ? field : joinField(field, match);
  });
}

export function joinField({ words, sightings: [first, ...others] }: DraftField, other: DraftField): DraftField {
  const sightings: readonly [LinkedField, ...LinkedField[]] = [first, ...others, ...other.sightings];
  return { words, sightings };
}
