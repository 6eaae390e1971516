import type { ModelId, Place } from "../../ir/index.ts";
import type { Draft, DraftField, DraftModel, DraftOperation } from "../../link/draft.ts";
import { wordsKey } from "../../link/words.ts";
import { isCalledAfter, unwrap } from "../uses.ts";

/**
 * The parameters that nearly every operation may take, by their words: at least ten operations and four fifths of all.
 * Nobody sends so in the query; where a README lists such parameters, they are headers.
 */
export function everywhere(
  { operations }: Draft,
  models: ReadonlyMap<ModelId, DraftModel>,
): ReadonlyMap<string, readonly Place[]> {
  const seen = new Map<string, Place[]>();
  for (const operation of operations) {
    const optional = takenBy(operation, models).filter(
      ({ sightings: [{ presence }] }) => presence.value === "optional",
    );
    for (const [key, place] of new Map(optional.map((field) => [wordsKey(field.words), field.sightings[0].place]))) {
      seen.set(key, [...(seen.get(key) ?? []), place]);
    }
  }
  return new Map([...seen].filter(([, { length }]) => length >= 10 && length >= 0.8 * operations.length));
}

/** The rows of an operation, and the fields of the one that holds the whole request. */
function takenBy(operation: DraftOperation, models: ReadonlyMap<ModelId, DraftModel>): readonly DraftField[] {
  const type = operation.request === null ? undefined : unwrap(operation.request.sightings[0].type);
  const model = type?.kind === "reference" ? models.get(type.id) : undefined;
  const isWrapper = model?.kind === "object" && isCalledAfter(model.title, operation, "request");
  return [...operation.parameters, ...(isWrapper ? model.fields : [])];
}
