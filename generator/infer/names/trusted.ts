import type { Place } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import { nameKey, norm } from "../../link/words.ts";
import type { OwnExample } from "./own-examples.ts";
import { type Style, styleOf } from "./style.ts";

interface Sighted {
  readonly form: string;
  readonly place: Place;
}

/**
 * The back-ticked names that may be the wire's. Where a field's own description spells it in one style and the examples of
 * its object in the other, for two fields at least and for more than agree, texts tell what the fields are called in
 * another standard (`` corresponds to `berth_time` ``), and its style says nothing here: so for each of the six fields of
 * one vendor, whose fields stand for those of OAuth, and for none in the folders of nine others. Wrong where the examples
 * are older than the texts, as has not been seen (own-examples.ts).
 */
export function trusted(
  draft: Draft,
  own: ReadonlyMap<Place, OwnExample>,
  backTicked: readonly Sighted[],
): readonly Sighted[] {
  const spelled = new Map<string, Style>();
  for (const { form, place } of backTicked) {
    const style = styleOf(form);
    if (style !== null) spelled.set(`${place} ${norm(form)}`, style);
  }
  const pairs = draft.models.flatMap((model) =>
    (model.kind === "object" ? model.fields : []).flatMap((field) => {
      const shown = styleOf(own.get(field.sightings[0].place)?.form ?? "");
      const told = spelled.get(`${field.sightings[0].place}:description ${nameKey(field.words)}`);
      return shown === null || told === undefined ? [] : [{ shown, told }];
    }),
  );
  const differing = pairs.filter(({ shown, told }) => shown !== told);
  const [first] = differing;
  if (first === undefined || differing.length < 2 || differing.length * 2 <= pairs.length) return backTicked;
  return backTicked.filter(({ form }) => styleOf(form) !== first.told);
}
