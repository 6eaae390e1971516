import type { Place } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import { nameKey } from "../../link/words.ts";
import type { Form } from "./evidence.ts";
import { type Style, styleOf } from "./style.ts";

/** How fields are spelled, by the place of their first row. */
type Spelled = ReadonlyMap<Place, { readonly form: string }>;

/**
 * The style of the names that a model's own page shows of the model's own fields, where it is one: 30 of 31 pages of four
 * vendors that show several names have one style. What examples of the object show comes first. For APIs that mix styles
 * from model to model; wrong for a model that mixes them itself.
 */
export function pageStyles(
  draft: Draft,
  forms: ReadonlyMap<string, readonly Form[]>,
  examples: Spelled,
  prose: Spelled,
): ReadonlyMap<string, Style> {
  const pages = new Map(
    draft.models.flatMap((model) => {
      if (model.kind !== "object") return [];
      const names = new Set(model.fields.map(({ words }) => nameKey(words)));
      return model.sightings.map(({ page }) => [page, { fields: model.fields, names }] as const);
    }),
  );
  const texts = new Map<string, Set<Style>>();
  for (const [page, { fields }] of pages) texts.set(page, stylesIn(fields, prose));
  for (const [key, spellings] of forms) {
    for (const { form, backTicked, keys } of spellings) {
      const style = styleOf(form);
      if (style === null) continue;
      for (const place of [...backTicked, ...keys]) {
        const page = place.slice(0, place.lastIndexOf("#"));
        if (pages.get(page)?.names.has(key)) texts.get(page)?.add(style);
      }
    }
  }
  return new Map(
    [...pages].flatMap(([page, { fields }]): [string, Style][] => {
      const only = onlyOf(stylesIn(fields, examples)) ?? onlyOf(texts.get(page) ?? new Set());
      return only === undefined ? [] : [[page, only]];
    }),
  );
}

type Fields = Extract<Draft["models"][number], { readonly kind: "object" }>["fields"];

function stylesIn(fields: Fields, spelled: Spelled): Set<Style> {
  return new Set(fields.flatMap(({ sightings: [{ place }] }) => styleOf(spelled.get(place)?.form ?? "") ?? []));
}

function onlyOf(styles: ReadonlySet<Style>): Style | undefined {
  const [only] = styles;
  return styles.size === 1 ? only : undefined;
}
