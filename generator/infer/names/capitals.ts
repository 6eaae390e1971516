import type { DialectName } from "../../dialects/sighting.ts";
import type { Place } from "../../ir/index.ts";
import type { Draft, DraftField } from "../../link/draft.ts";
import { camelCase, nameKey } from "../../link/words.ts";
import { groupBy } from "../group-by.ts";
import type { Form } from "./evidence.ts";
import { styleOf } from "./style.ts";

/** The words that the API's camel-case names have in capitals, as `berthID` has `id`, and where the docs write such a name. */
export type Capitals = ReadonlyMap<string, readonly Place[]>;

interface Spelled {
  readonly form: string;
  readonly words: readonly string[];
  readonly places: readonly Place[];
}

/**
 * At least two names have to have the word in capitals, in texts or as variables of paths, and ten for each that has it in
 * another way: all names of two vendors have their `ID` so; one name alone tells nothing of those of a third.
 */
export function capitalsOf(draft: Draft, forms: ReadonlyMap<string, readonly Form[]>): Capitals {
  const words = groupBy(spelledIn(draft, forms).flatMap(parts), ({ word }) => word);
  return new Map(
    [...words].flatMap(([word, all]): [string, readonly Place[]][] => {
      const upper = all.filter(({ piece }) => piece === word.toUpperCase());
      const names = new Set(upper.map(({ form }) => form));
      const others = new Set(all.flatMap(({ piece, form }) => (piece === word.toUpperCase() ? [] : [form])));
      if (names.size < 2 || others.size * 10 > names.size) return [];
      return [[word, [...new Set(upper.flatMap(({ places }) => places.slice(0, 1)))]]];
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

/** The camel-case spellings that texts and paths have of documented names of several words. */
function spelledIn({ models, operations }: Draft, forms: ReadonlyMap<string, readonly Form[]>): readonly Spelled[] {
  const fields = [
    ...models.flatMap((model) => (model.kind === "object" ? model.fields : [])),
    ...operations.flatMap(({ parameters }) => parameters),
  ];
  const named = new Map(fields.map(({ words }) => [nameKey(words), words]));
  const variables = operations.flatMap(({ sightings }) =>
    sightings.flatMap(({ snippets }) =>
      snippets.flatMap(({ snippet, place }) =>
        [...snippet.path.matchAll(/\{(\w+)\}/g)].map(([, form = ""]) => ({ form, places: [place] })),
      ),
    ),
  );
  const texts = [...forms.values()].flat().map((each) => ({
    form: each.form,
    places: [...each.keys, ...each.backTicked],
  }));
  return [...texts, ...variables].flatMap(({ form, places }) => {
    const words = styleOf(form) === "camel" ? named.get(form.toLowerCase()) : undefined;
    return words === undefined ? [] : [{ form, words, places }];
  });
}

/** The name in camel case with the API's capitals, where its language keeps none of its own. */
export function capitalized(
  { sightings }: DraftField,
  words: readonly string[],
  capitals: Capitals,
): Spelled | undefined {
  const places = words.slice(1).flatMap((word) => capitals.get(word) ?? []);
  if (places.length === 0 || !sightings.every(({ dialect }) => losers.has(dialect))) return undefined;
  const form = camelCase(words.map((word, index) => (index > 0 && capitals.has(word) ? word.toUpperCase() : word)));
  return { form, words, places };
}

/** Python and Ruby write no capitals, Go writes those that it knows in capitals whatever the wire has. */
const losers: ReadonlySet<DialectName> = new Set(["python", "ruby", "go"]);
