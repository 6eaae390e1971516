import type { Place } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { groupBy } from "../group-by.ts";
import { styleOf } from "./style.ts";

/** A name as a list of names spells it: the choices of `sort_by`, `group_by`, `finish_reason`. */
export interface Listed {
  readonly form: string;
  readonly places: readonly Place[];
}

/**
 * Enums whose values are, at least half of them, names of documented fields. Of the 48 names of several words that such
 * lists have in the folders of five vendors another text of the docs confirms 9 and contradicts none; the others agree
 * with the style of their API. A plural (`top_links` for `topLink`) does not count: one vendor alone has any. Wrong where
 * an API spells values in a style of their own and one of them is called like a field.
 */
export function listedNames(draft: Draft): ReadonlyMap<string, Listed> {
  const fields = fieldNames(draft);
  const lists = draft.models.filter((model) => model.kind === "enum").map(({ values }) => values.map(sighted));
  const found = lists.flatMap((values) => {
    const named = values.filter(({ form }) => fields.has(norm(form)));
    return named.length * 2 < values.length ? [] : named.filter(({ form }) => styleOf(form) !== null);
  });
  const groups = [...groupBy(found, ({ form }) => norm(form))];
  // Lists that spell one name in two ways say nothing.
  return new Map(
    groups.flatMap(([key, sightings]): [string, Listed][] => {
      const [first] = sightings;
      if (first === undefined || sightings.some(({ form }) => form !== first.form)) return [];
      return [[key, { form: first.form, places: sightings.map(({ place }) => place) }]];
    }),
  );
}

interface Sighted {
  readonly form: string;
  readonly place: Place;
}

function sighted({ value, place }: { readonly value: string | number; readonly place: Place }): Sighted {
  return { form: String(value), place };
}

function fieldNames(draft: Draft): ReadonlySet<string> {
  const fields = [
    ...draft.models.flatMap((model) => (model.kind === "object" ? model.fields : [])),
    ...draft.operations.flatMap(({ parameters }) => parameters),
  ];
  return new Set(fields.map(({ words }) => norm(words.join(""))));
}
