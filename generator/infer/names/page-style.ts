import type { Draft } from "../../link/draft.ts";
import { nameKey } from "../../link/words.ts";
import type { Form } from "./evidence.ts";
import { type Style, styleOf } from "./style.ts";

/**
 * The style of the names that a model's own page shows of the model's own fields, where it is one: 30 of 31 pages of four
 * vendors that show several names have one style. For APIs that mix styles from model to model; wrong for a model that
 * mixes them itself.
 */
export function pageStyles(draft: Draft, forms: ReadonlyMap<string, readonly Form[]>): ReadonlyMap<string, Style> {
  const pages = new Map(
    draft.models.flatMap((model) => {
      if (model.kind !== "object") return [];
      const names = new Set(model.fields.map(({ words }) => nameKey(words)));
      return model.sightings.map(({ page }) => [page, names] as const);
    }),
  );
  const seen = new Map<string, Set<Style>>();
  for (const [key, spellings] of forms) {
    for (const { form, backTicked, keys } of spellings) {
      const style = styleOf(form);
      if (style === null) continue;
      for (const place of [...backTicked, ...keys]) {
        const page = place.slice(0, place.lastIndexOf("#"));
        if (pages.get(page)?.has(key)) seen.set(page, (seen.get(page) ?? new Set()).add(style));
      }
    }
  }
  return new Map(
    [...seen].flatMap(([page, styles]): [string, Style][] => {
      const [only] = styles;
      return only !== undefined && styles.size === 1 ? [[page, only]] : [];
    }),
  );
}
