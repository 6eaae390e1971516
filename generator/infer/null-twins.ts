import type { Claim, ModelId, Nullable, Place } from "../ir/index.ts";
import type { Draft, DraftField, DraftModel, LinkedType } from "../link/draft.ts";
import { wordsKey } from "../link/words.ts";
import { claim } from "./decide.ts";
import type { Observations } from "./samples/observe.ts";
import { unwrap } from "./uses.ts";

/** By the place of a field's first row: the null of a field that is the same but for the document. */
export type NullTwins = ReadonlyMap<Place, Claim<Nullable>>;

/**
 * A schema that stands in several places has a document for each, and only some of their samples show a null. Two fields
 * are twins when they have one name, kind of type, presence and description. In Python and Java, whose cells say it, all
 * twins may be null where one may in 390 of 396 groups of four vendors. Wrong where a request refuses the null that a
 * response has. Few words are shared by chance, unless the two models have the same fields, at least three: in 63 of 63
 * groups of four vendors all twins may be null then.
 */
export function nullTwins(draft: Draft, observations: Observations): NullTwins {
  const models = new Map(draft.models.map((model) => [model.id, model]));
  const fields = fieldsOf(draft).map(({ field, shape }) => ({ field, key: twinKey(field, shape, models) }));
  const nulls = new Map<string, { readonly field: DraftField; readonly places: readonly Place[] }[]>();
  for (const { field, key } of fields) {
    const places = key === undefined ? [] : nullPlaces(field, observations);
    if (key !== undefined && places.length > 0) nulls.set(key, [...(nulls.get(key) ?? []), { field, places }]);
  }
  return new Map(
    fields.flatMap(({ field, key }): [Place, Claim<Nullable>][] => {
      // What a field says of itself is no evidence of a twin.
      const others = (key === undefined ? undefined : nulls.get(key))?.filter((one) => one.field !== field) ?? [];
      if (others.length === 0) return [];
      const places = others.flatMap((one) => one.places);
      const why = "The same field of another document may be null.";
      return [[field.sightings[0].place, claim("nullable/twin", "derived", "yes", places, why)]];
    }),
  );
}

interface Placed {
  readonly field: DraftField;
  /** The names of its model's fields, by which two models are twins; null for too few, and for parameters. */
  readonly shape: string | null;
}

function fieldsOf(draft: Draft): readonly Placed[] {
  return [
    ...draft.models.flatMap((model) => (model.kind === "object" ? placed(model.fields) : [])),
    ...draft.operations.flatMap(({ parameters }) => parameters.map((field) => ({ field, shape: null }))),
  ];
}

function placed(fields: readonly DraftField[]): readonly Placed[] {
  const names = fields.map(({ words }) => wordsKey(words)).sort();
  const shape = names.length < 3 ? null : names.join("\n");
  return fields.map((field) => ({ field, shape }));
}

/** What two twins have in common. None for few words in models that are no twins. */
function twinKey(
  field: DraftField,
  shape: string | null,
  models: ReadonlyMap<ModelId, DraftModel>,
): string | undefined {
  const [{ description, type, presence }] = field.sightings;
  const key = [wordsKey(field.words), kindOf(unwrap(type), models), presence.value, description];
  if (description.length > 20) return key.join("\n");
  return shape === null ? undefined : [...key, shape].join("\n");
}

function kindOf(type: LinkedType, models: ReadonlyMap<ModelId, DraftModel>): string {
  return type.kind === "reference" ? `reference ${models.get(type.id)?.kind}` : type.kind;
}

function nullPlaces(field: DraftField, observations: Observations): readonly Place[] {
  const stated = field.sightings.filter(({ nullable }) => nullable.value === "yes").map(({ place }) => `${place}:type`);
  return [...stated, ...(observations.fields.get(field.sightings[0].place)?.nulls ?? [])];
}
