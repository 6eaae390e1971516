import type { ModelId, Place } from "../../ir/index.ts";
import type { Draft, DraftField, DraftModel, DraftOperation } from "../../link/draft.ts";
import { norm, wordsKey } from "../../link/words.ts";
import { clientIn } from "../samples/call.ts";
import { isCalledAfter, unwrap } from "../uses.ts";

/**
 * The parameters that nearly every operation may take, by their words: at least ten operations and four fifths of all; and
 * that a sample sets once, on the client, as it does those that a README lists. Without that they are as often in the
 * query, as two of one vendor are.
 */
export function everywhere(
  { operations, readmes }: Draft,
  models: ReadonlyMap<ModelId, DraftModel>,
): ReadonlyMap<string, readonly Place[]> {
  const once = setOnce({ operations, readmes });
  const seen = new Map<string, Place[]>();
  for (const operation of operations) {
    const optional = takenBy(operation, models).filter(
      ({ words, sightings: [{ presence }] }) => presence.value === "optional" && once.has(norm(words.join(""))),
    );
    for (const [key, place] of new Map(optional.map((field) => [wordsKey(field.words), field.sightings[0].place]))) {
      seen.set(key, [...(seen.get(key) ?? []), place]);
    }
  }
  return new Map([...seen].filter(([, { length }]) => length >= 10 && length >= 0.8 * operations.length));
}

/** What samples set on the client, in normal form. */
function setOnce({ operations, readmes }: Pick<Draft, "operations" | "readmes">): ReadonlySet<string> {
  const sightings = [...readmes, ...operations.flatMap((operation) => operation.sightings)];
  const texts = sightings.flatMap(({ samples }) => samples.map(({ text }) => text));
  return new Set(texts.flatMap((text) => clientIn(text).map(([key]) => norm(key))));
}

/** The rows of an operation, and the fields of the one that holds the whole request. */
function takenBy(operation: DraftOperation, models: ReadonlyMap<ModelId, DraftModel>): readonly DraftField[] {
  const type = operation.request === null ? undefined : unwrap(operation.request.sightings[0].type);
  const model = type?.kind === "reference" ? models.get(type.id) : undefined;
  const isWrapper = model?.kind === "object" && isCalledAfter(model.title, operation, "request");
  return [...operation.parameters, ...(isWrapper ? model.fields : [])];
}
