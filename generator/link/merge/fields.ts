import type { DraftField, LinkedField } from "../draft.ts";

/** The key by which the rows of several languages are one field. */
export function fieldKey({ words }: Pick<DraftField, "words">): string {
  return words.join("");
}

/** The rows of two tables of one thing: rows of one name are one field, in the order of the first table. */
export function joinFields(base: readonly DraftField[], other: readonly DraftField[]): readonly DraftField[] {
  const names = new Set(base.map(fieldKey));
  return [...enrichFields(base, other), ...other.filter((field) => !names.has(fieldKey(field)))];
}

/** The rows of the first table alone, with what the second says of them. */
export function enrichFields(base: readonly DraftField[], other: readonly DraftField[]): readonly DraftField[] {
  const byName = new Map(other.map((field) => [fieldKey(field), field]));
  return base.map((field) => {
    const match = byName.get(fieldKey(field));
    return match === undefined ? field : joinField(field, match);
  });
}

export function joinField({ words, sightings: [first, ...others] }: DraftField, other: DraftField): DraftField {
  const sightings: readonly [LinkedField, ...LinkedField[]] = [first, ...others, ...other.sightings];
  return { words, sightings };
}
