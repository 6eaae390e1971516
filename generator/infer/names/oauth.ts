import type { DraftModel } from "../../link/draft.ts";
import { wordsKey } from "../../link/words.ts";

/** The names that OAuth fixes for requests for a token and their answers, in words. */
const fixed: ReadonlySet<string> = new Set([
  "access token",
  "client assertion",
  "client assertion type",
  "client id",
  "client secret",
  "code verifier",
  "device code",
  "expires in",
  "grant type",
  "id token",
  "redirect uri",
  "refresh token",
  "token type",
]);

/** The pages of requests for a token, told by `grant_type`, and of answers, told by `access_token` and `token_type`. */
export function oauthPages(models: readonly DraftModel[]): ReadonlySet<string> {
  const pages = models.flatMap((model) => {
    if (model.kind !== "object") return [];
    const names = new Set(model.fields.map(({ words }) => wordsKey(words)));
    const isOne = names.has("grant type") || (names.has("access token") && names.has("token type"));
    return isOne ? model.sightings.map(({ page }) => page) : [];
  });
  return new Set(pages);
}

/** Whether the standard fixes the name. */
export function isFixedByOauth(words: readonly string[]): boolean {
  return fixed.has(wordsKey(words));
}
