import type { Place } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import { norm, splitWords } from "../../link/words.ts";
import { groupBy } from "../group-by.ts";
import { styleOf } from "./style.ts";

/** A name as a list of names spells it: the choices of `sort_by`, `group_by`, `finish_reason`. */
export interface Listed {
  readonly form: string;
  readonly places: readonly Place[];
}

/**
 * Enums whose values are, at least half of them, names of documented fields. Their values of several words are spelled as
 * the fields are: 48 of 48 names in the folders of five vendors. A plural (`top_links` for `topLink`) proves less: 5 of 6
 * there; it counts where the list has three of one first word, which leaves the 5. Wrong where an API spells values in a
 * style of their own and one of them is called like a field.
 */
export function listedNames(draft: Draft): ReadonlyMap<string, Listed> {
  const fields = fieldNames(draft);
  const lists = draft.models.filter((model) => model.kind === "enum").map(({ values }) => values.map(sighted));
  const found = lists.flatMap((values) => {
    const named = values.filter(({ form }) => fields.has(norm(form)) || fields.has(singular(norm(form))));
    return named.length * 2 < values.length ? [] : [...exact(named, fields), ...plural(named, fields)];
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

function exact(named: readonly Sighted[], fields: ReadonlySet<string>): readonly Sighted[] {
  return named.filter(({ form }) => styleOf(form) !== null && fields.has(norm(form)));
}

function plural(named: readonly Sighted[], fields: ReadonlySet<string>): readonly Sighted[] {
  const plurals = named.filter(({ form }) => styleOf(form) !== null && !fields.has(norm(form)));
  const families = groupBy(plurals, ({ form }) => splitWords(form)[0]);
  return [...families.values()]
    .filter((family) => family.length >= 3)
    .flatMap((family) => family.map(({ form, place }) => ({ form: singular(form), place })));
}

function singular(name: string): string {
  return name.replace(/s$/, "");
}

function fieldNames(draft: Draft): ReadonlySet<string> {
  const fields = [
    ...draft.models.flatMap((model) => (model.kind === "object" ? model.fields : [])),
    ...draft.operations.flatMap(({ parameters }) => parameters),
  ];
  return new Set(fields.map(({ sightings: [{ name }] }) => norm(name)));
}
