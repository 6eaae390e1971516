import type { Place } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { groupBy } from "../group-by.ts";
import type { DocumentedNames } from "./documented.ts";
import { styleOf } from "./style.ts";
import type { AuthoredText } from "./texts.ts";

/** A name as a list of names spells it: the choices of `sort_by`, `group_by`, `finish_reason`. */
export interface Listed {
  readonly form: string;
  readonly places: readonly Place[];
  /** Whether an example has the list, and not an enum. */
  readonly isExample: boolean;
}

/**
 * Enums whose values are, at least half of them, names of documented fields, or such names in the plural or with a word
 * before or behind them (`berth_ids`, `last_berth_id`; three of five vendors have such values). Of the 55 names of several
 * words that such lists have in the folders of five vendors another text of the docs confirms 9 and contradicts none; of
 * the others all but 6 agree with the style of their API. Wrong where an API spells values in a style of their own and
 * one of them is called like a field.
 */
export function listedNames(
  { models }: Draft,
  texts: readonly AuthoredText[],
  documented: DocumentedNames,
): ReadonlyMap<string, Listed> {
  const enums = models.filter((model) => model.kind === "enum").map(({ values }) => values.map(sighted));
  const found = [...enums, ...commaLists(texts)].flatMap((values) => {
    const named = values.map((value) => ({ ...value, forms: namesIn(value.form, documented) }));
    const told = named.filter(({ forms }) => forms.length > 0);
    return told.length * 2 < values.length
      ? []
      : told.flatMap(({ forms: [form = ""], ...value }) => (styleOf(form) === null ? [] : [{ ...value, form }]));
  });
  const groups = [...groupBy(found, ({ form }) => norm(form))];
  // Lists that spell one name in two ways say nothing.
  return new Map(
    groups.flatMap(([key, sightings]): [string, Listed][] => {
      const [first] = sightings;
      if (first === undefined || sightings.some(({ form }) => form !== first.form)) return [];
      return [[key, { form: first.form, places: sightings.map(({ place }) => place), isExample: first.isExample }]];
    }),
  );
}

/**
 * Examples that list names, as `fields=id,home_port` takes them: the 24 names of two vendors' are the wire's, as are those
 * of two APIs documented by hand. Wrong where an example lists names as the SDK spells them.
 */
function commaLists(texts: readonly AuthoredText[]): readonly (readonly Sighted[])[] {
  return texts.flatMap(({ kind, text, place }) => {
    const isList = kind === "example" && /^[a-z]\w*(?:, ?[a-z]\w*)+$/.test(text);
    return isList ? [text.split(/, ?/).map((form) => ({ form, place, isExample: true }))] : [];
  });
}

/** The spellings of documented names that a value has in it, the nearest first. */
function namesIn(value: string, documented: DocumentedNames): readonly string[] {
  const inside = [
    value,
    value.replace(/s$/, ""),
    value.replace(/^[a-z0-9]+_(?=[a-z])/, ""),
    value.replace(/^[a-z0-9]+(?=[A-Z])/, "").replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()),
    value.replace(/_[a-z0-9]+$/, ""),
    value.replace(/(?<=[a-z0-9])[A-Z][a-z0-9]*$/, ""),
  ];
  return inside.filter((form, at) => form !== "" && documented.has(norm(form)) && (at === 0 || form !== value));
}

interface Sighted {
  readonly form: string;
  readonly place: Place;
  readonly isExample: boolean;
}

function sighted({ value, place }: { readonly value: string | number; readonly place: Place }): Sighted {
  return { form: String(value), place, isExample: false };
}
