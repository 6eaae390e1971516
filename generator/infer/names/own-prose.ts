import type { Place } from "../../ir/index.ts";
import type { Draft, DraftModel } from "../../link/draft.ts";
import { nameKey, norm } from "../../link/words.ts";
import { styleOf } from "./style.ts";
import { bareNames } from "./texts.ts";

/** How the prose of a model's page spells one of the model's fields. */
export interface OwnProse {
  readonly form: string;
  readonly places: readonly Place[];
}

/**
 * Names of several words that stand without a mark in what a model's page says of its fields, and are one of them ("when
 * berthType is quay"), by the place of that field's first row: 67 of 67 in the folders of nine vendors are the wire's, of
 * which two tell the one API inside another that has a style of its own. Wrong where prose is written for one language.
 */
export function ownProse(draft: Draft): ReadonlyMap<Place, OwnProse> {
  return new Map(draft.models.flatMap((model) => (model.kind === "object" ? spelledIn(model) : [])));
}

function spelledIn({ fields }: Extract<DraftModel, { kind: "object" }>): readonly (readonly [Place, OwnProse])[] {
  const seen = fields.flatMap(({ sightings }) =>
    sightings.flatMap(({ description, place }) =>
      bareNames(description).map((form) => ({ form, place: `${place}:description` })),
    ),
  );
  return fields.flatMap(({ words, sightings: [{ place }] }) => {
    const key = nameKey(words);
    const own = seen.filter(({ form }) => norm(form) === key && styleOf(form) !== null);
    const [only, ...others] = new Set(own.map(({ form }) => form));
    if (only === undefined || others.length > 0 || words.length < 2) return [];
    return [[place, { form: only, places: [...new Set(own.map((one) => one.place))] }] as const];
  });
}
