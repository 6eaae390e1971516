import type { Place } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { holds } from "../uses.ts";

/** Where samples show a calendar date or an instant under one key. */
export interface SeenDates {
  readonly dates: readonly Place[];
  readonly instants: readonly Place[];
}

/** What the calls of operations show under a key, by its normal form; nothing where every cell tells its kind of date. */
export function seenDates({ models, operations }: Draft): ReadonlyMap<string, SeenDates> {
  const fields = [
    ...models.flatMap((model) => (model.kind === "object" ? model.fields : [])),
    ...operations.flatMap(({ parameters }) => parameters),
  ];
  if (!fields.some(({ sightings }) => sightings.some(({ type }) => holds(type, "date-or-date-time")))) return new Map();
  const found = new Map<string, { readonly dates: Place[]; readonly instants: Place[] }>();
  for (const { text, place } of operations.flatMap(({ sightings }) => sightings.flatMap(({ samples }) => samples))) {
    for (const [, key = "", time] of text.matchAll(keyed)) {
      const seen = found.get(norm(key)) ?? { dates: [], instants: [] };
      (time === undefined ? seen.dates : seen.instants).push(place);
      found.set(norm(key), seen);
    }
  }
  return found;
}

/** `key: …('2024-02-29')` and `key="2024-02-29T12:00:00Z"`: what makes a date of the text stands around it. */
const keyed = /\b([A-Za-z_]\w*)["']?\s*(?:=>|[:=])\s*(?:new\s+)?(?:[\w.:\\]+\()?["']\d{4}-\d{2}-\d{2}([T ]\d{2}:)?/g;
