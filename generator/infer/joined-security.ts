import type { Claim, Place, SecurityScheme } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import { norm } from "../link/words.ts";
import { clientIn } from "./samples/call.ts";
import { clientSamples } from "./shown-security.ts";

/**
 * The schemes with the combination that each belongs to: at least half of the samples with credentials give the client all of
 * them, of which one at most has the header that there is once. So do the samples of five of five vendors that want several,
 * and those of six others, where they are alternatives, give one. Wrong where a sample was written by hand.
 */
export function withJoined(told: Claim<readonly SecurityScheme[]>, draft: Draft): Claim<readonly SecurityScheme[]> {
  // What the README combines needs no sample.
  if (told.value.some(({ combinations }) => combinations !== undefined)) return told;
  const given = clientSamples(draft).flatMap(({ text, place }): Given[] => {
    const names = namesIn(text);
    const schemes = told.value.filter(({ kind, words }) => kind !== "basic" && names.has(norm(words.join(""))));
    return schemes.length === 0 ? [] : [{ schemes, place }];
  });
  const [most] = given.filter(({ schemes }) => schemes.filter(({ kind }) => kind !== "api-key").length < 2);
  if (most === undefined || most.schemes.length < 2) return told;
  const same = given.filter(({ schemes }) => most.schemes.every((scheme) => schemes.includes(scheme)));
  if (same.length * 2 < given.length) return told;
  return {
    ...told,
    value: told.value.map((scheme, at) => ({ ...scheme, combinations: [most.schemes.includes(scheme) ? 0 : at + 1] })),
    places: [...told.places, most.place],
  };
}

/** The schemes that a sample gives credentials of. */
interface Given {
  readonly schemes: readonly SecurityScheme[];
  readonly place: Place;
}

/** What the client is given in a sample, in normal form; several credentials stand in one object. */
function namesIn(sample: string): ReadonlySet<string> {
  const names = clientIn(sample).flatMap(([key, shown]) =>
    norm(key) === "security" && shown.kind === "object" ? shown.entries.map(([inner]) => inner) : [key],
  );
  return new Set(names.map(norm));
}
