import type { DraftModel } from "../../link/draft.ts";
import { wordsKey } from "../../link/words.ts";

/** The names that OAuth fixes for its requests and their answers, in words. */
const fixed: ReadonlySet<string> = new Set([
  "access token",
  "client assertion",
  "client assertion type",
  "client id",
  "client secret",
  "code challenge",
  "code challenge method",
  "code verifier",
  "device code",
  "expires in",
  "grant type",
  "id token",
  "redirect uri",
  "refresh token",
  "response type",
  "token type",
  "token type hint",
]);

/**
 * Sets of names that only these have: a request for a token, its answer, a request for authorization, one about a token,
 * and what is told of a token.
 */
const telling: readonly (readonly string[])[] = [
  ["grant type"],
  ["access token", "token type"],
  ["response type", "client id"],
  ["token", "token type hint"],
  ["active", "token type"],
];

/** The pages of the requests and answers of OAuth. */
export function oauthPages(models: readonly DraftModel[]): ReadonlySet<string> {
  const pages = models.flatMap((model) => {
    if (model.kind !== "object") return [];
    const names = new Set(model.fields.map(({ words }) => wordsKey(words)));
    const isOne = telling.some((set) => set.every((name) => names.has(name)));
    return isOne ? model.sightings.map(({ page }) => page) : [];
  });
  return new Set(pages);
}

/** Whether the standard fixes the name. */
export function isFixedByOauth(words: readonly string[]): boolean {
  return fixed.has(wordsKey(words));
}
