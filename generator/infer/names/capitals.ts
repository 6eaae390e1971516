import type { DialectName } from "../../dialects/sighting.ts";
import type { Place } from "../../ir/index.ts";
import type { Draft, DraftField } from "../../link/draft.ts";
import { camelCase, nameKey } from "../../link/words.ts";
import { groupBy } from "../group-by.ts";
import type { DocumentedNames } from "./documented.ts";
import type { Form } from "./evidence.ts";
import { styleOf } from "./style.ts";

/** What the docs show of capitals inside the API's camel-case names. */
export interface Capitals {
  /** The words that they have in capitals, as `berthID` has `id`, and where the docs write such a name. */
  readonly words: ReadonlyMap<string, readonly Place[]>;
  /** The names with capitals that variables of paths have, by their normal form. */
  readonly names: ReadonlyMap<string, Spelled>;
}

export interface Spelled {
  readonly form: string;
  readonly words: readonly string[];
  readonly places: readonly Place[];
}

/** Mines the texts and the paths for capitals. */
export function capitalsOf(
  draft: Draft,
  forms: ReadonlyMap<string, readonly Form[]>,
  documented: DocumentedNames,
): Capitals {
  const variables = spelledIn(variablesOf(draft), documented);
  const texts = [...forms.values()].flat().map((each) => ({
    form: each.form,
    places: [...each.keys, ...each.backTicked],
  }));
  return { words: wordsIn([...spelledIn(texts, documented), ...variables]), names: namesIn(variables) };
}

/**
 * At least two names have to have the word in capitals, in texts or as variables of paths, and ten for each that has it in
 * another way: all names of two vendors have their `ID` so; one name alone tells nothing of those of a third.
 */
function wordsIn(names: readonly Spelled[]): Capitals["words"] {
  const words = groupBy(names.flatMap(parts), ({ word }) => word);
  return new Map(
    [...words].flatMap(([word, all]): [string, readonly Place[]][] => {
      const upper = all.filter(({ piece }) => piece === word.toUpperCase());
      const those = new Set(upper.map(({ form }) => form));
      const others = new Set(all.flatMap(({ piece, form }) => (piece === word.toUpperCase() ? [] : [form])));
      if (those.size < 2 || others.size * 10 > those.size) return [];
      return [[word, [...new Set(upper.flatMap(({ places }) => places.slice(0, 1)))]]];
    }),
  );
}

/** A variable is spelled with capitals, and 70 % of all of the name are: an API's paths may be of several generations. */
function namesIn(variables: readonly Spelled[]): Capitals["names"] {
  const names = groupBy(variables, ({ words }) => nameKey(words));
  return new Map(
    [...names].flatMap(([key, all]): [string, Spelled][] => {
      const [upper] = all.filter(({ form }) => /[a-z0-9][A-Z]{2}/.test(form));
      const same = all.filter(({ form }) => form === upper?.form);
      return upper === undefined || same.length < 0.7 * all.length ? [] : [[key, upper]];
    }),
  );
}

interface Part extends Spelled {
  readonly word: string;
  /** The word as the name has it. */
  readonly piece: string;
}

/** The words after the first one, of more than a letter or digits. */
function parts(spelled: Spelled): readonly Part[] {
  const starts = spelled.words.map((_, index) => spelled.words.slice(0, index).join("").length);
  return spelled.words
    .map((word, index) => ({
      ...spelled,
      word,
      piece: spelled.form.slice(starts[index], (starts[index] ?? 0) + word.length),
    }))
    .filter(({ word }, index) => index > 0 && /^[a-z][a-z0-9]+$/.test(word));
}

function variablesOf({ operations }: Draft): readonly Omit<Spelled, "words">[] {
  return operations.flatMap(({ sightings }) =>
    sightings.flatMap(({ snippets }) =>
      snippets.flatMap(({ snippet, place }) =>
        [...snippet.path.matchAll(/\{(\w+)\}/g)].map(([, form = ""]) => ({ form, places: [place] })),
      ),
    ),
  );
}

/** The camel-case spellings of documented names of several words. */
function spelledIn(forms: readonly Omit<Spelled, "words">[], documented: DocumentedNames): readonly Spelled[] {
  return forms.flatMap(({ form, places }) => {
    const words = styleOf(form) === "camel" ? documented.get(form.toLowerCase()) : undefined;
    return words === undefined ? [] : [{ form, words, places }];
  });
}

/** The name in camel case with the API's capitals, where its language keeps none of its own. */
export function capitalized(
  { sightings }: DraftField,
  words: readonly string[],
  capitals: Capitals,
): Spelled | undefined {
  if (!sightings.every(({ dialect }) => losers.has(dialect))) return undefined;
  const own = capitals.names.get(nameKey(words));
  if (own !== undefined) return own;
  const places = words.slice(1).flatMap((word) => capitals.words.get(word) ?? []);
  if (places.length === 0) return undefined;
  const isUpper = (word: string, index: number): boolean => index > 0 && capitals.words.has(word);
  const form = camelCase(words.map((word, index) => (isUpper(word, index) ? word.toUpperCase() : word)));
  return { form, words, places };
}

/** Python and Ruby write no capitals, Go writes those that it knows in capitals whatever the wire has. */
const losers: ReadonlySet<DialectName> = new Set(["python", "ruby", "go"]);
