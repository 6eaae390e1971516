import type { Fact, Place, SecurityScheme } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import { splitWords, wordsKey } from "../../link/words.ts";
import { clientIn } from "../samples/call.ts";

/**
 * What samples of operations set on the client, by its words: at least three of them, and a value that is written out, as
 * no credential is. Where an operation has an optional parameter of that name, three of eight vendors list it as global, and
 * of the others, which list none, all have it as a header. Wrong where the client has an option of its own that is called
 * like a parameter.
 */
export function clientOptions(
  { operations }: Draft,
  security: Fact<readonly SecurityScheme[]>,
): ReadonlyMap<string, Place> {
  const seen = new Map<string, Place[]>();
  for (const { text, place } of operations.flatMap(({ sightings }) => sightings.flatMap(({ samples }) => samples))) {
    for (const [key, shown] of clientIn(text)) {
      if (shown.kind !== "plain" || /^<YOUR_\w+>$/.test(String(shown.value))) continue;
      const words = wordsKey(splitWords(key));
      seen.set(words, [...(seen.get(words) ?? []), place]);
    }
  }
  const credentials = new Set(security.value.map(({ words }) => wordsKey(words)));
  return new Map(
    [...seen].flatMap(([words, [first, ...others]]) =>
      first === undefined || others.length < 2 || credentials.has(words) ? [] : [[words, first] as const],
    ),
  );
}
