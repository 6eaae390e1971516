import type { ModelId } from "../../ir/index.ts";
import type { DraftField, DraftModel } from "../../link/draft.ts";
import { wordsKey } from "../../link/words.ts";
import { unwrap } from "../uses.ts";

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
  const byId = new Map(models.map((model) => [model.id, model]));
  const pages = models.flatMap((model) => {
    if (model.kind !== "object") return [];
    const names = new Set(model.fields.map(({ words }) => wordsKey(words)));
    const isOne = telling.some((set) => set.every((name) => names.has(name)));
    return isOne && !model.fields.some((field) => isForeign(field, byId))
      ? model.sightings.map(({ page }) => page)
      : [];
  });
  return new Set(pages);
}

/**
 * What OAuth does not have: a number for the client's id, grants in capitals. An API that tells of tokens in words of its own
 * has names of its own, too (one vendor's twenty models).
 */
function isForeign({ words, sightings: [{ type }] }: DraftField, models: ReadonlyMap<ModelId, DraftModel>): boolean {
  const own = unwrap(type);
  if (wordsKey(words) === "client id") return own.kind === "integer" || own.kind === "number";
  const model = wordsKey(words) === "grant type" && own.kind === "reference" ? models.get(own.id) : undefined;
  return model?.kind === "enum" && model.values.every(({ value }) => /^[A-Z_]+$/.test(String(value)));
}

/** Whether the standard fixes the name. */
export function isFixedByOauth(words: readonly string[]): boolean {
  return fixed.has(wordsKey(words));
}

/** The kinds of grants that have a name of several words. */
const grants: ReadonlySet<string> = new Set([
  "authorization code",
  "client credentials",
  "device code",
  "refresh token",
]);

/**
 * The spellings that tell how the API itself spells names: where it hands out tokens, those that OAuth fixes are in snake case
 * whatever the others are, as in three of three vendors whose other names are in camel case. Wrong where nothing but a
 * `client_id` of other models shows that an API has snake case throughout, as has not been seen.
 */
export function freeSpellings(forms: readonly string[], pages: ReadonlySet<string>): readonly string[] {
  if (pages.size === 0) return forms;
  return forms.filter((form) => !fixed.has(form.replaceAll("_", " ")) && !grants.has(form.replaceAll("_", " ")));
}
