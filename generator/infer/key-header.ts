import type { Place, SecurityScheme } from "../ir/index.ts";
import { lacksHeader } from "../ir/schemes.ts";
import type { Draft } from "../link/draft.ts";
import { norm, wordsKey } from "../link/words.ts";
import { type NamedHeader, namedHeaders } from "./names/headers.ts";
import { authoredTexts } from "./names/texts.ts";

/** The header that carries an API key, and where the docs tell it. */
export interface KeyHeader {
  readonly name: string;
  readonly place: Place;
}

/**
 * The headers of API keys, by what tells each: a sample that hands over the key with the name of an authentication
 * scheme before it, as only `Authorization` has one (two of two vendors); else the header of all texts that is called as the
 * scheme is (four of four vendors, one of them with two keys); else the one of them that is called a key or a token. What is
 * called after its header needs none of them. Wrong where an API without such a header names that of another API, as of its
 * webhooks.
 */
export function keyHeaders(draft: Draft, schemes: readonly SecurityScheme[]): readonly (KeyHeader | undefined)[] {
  if (!schemes.some(lacksHeader)) return schemes.map(() => undefined);
  const isLone = schemes.filter(({ kind }) => kind === "api-key").length === 1;
  const headers = namedHeaders(authoredTexts(draft), draft);
  const named = isLone ? loneKey(headers) : undefined;
  return schemes.map((scheme) =>
    lacksHeader(scheme) ? (shownWithScheme(draft, scheme) ?? calledAs(scheme, headers) ?? named) : undefined,
  );
}

/** The header that is called as a scheme is, but for `x-` and for the word that makes the name one of a scheme. */
function calledAs({ words }: SecurityScheme, headers: readonly NamedHeader[]): KeyHeader | undefined {
  const own = schemeWords.has(words.at(-1) ?? "") ? words.slice(0, -1) : words;
  return headers.find(({ name }) => name === `x-${own.join("-")}`);
}

const schemeWords: ReadonlySet<string> = new Set(["auth", "authentication", "header", "scheme"]);

function shownWithScheme({ readmes, operations }: Draft, { words }: SecurityScheme): KeyHeader | undefined {
  const samples = [
    ...readmes.flatMap((readme) => readme.samples),
    ...operations.flatMap(({ sightings }) => sightings.flatMap((sighting) => sighting.samples)),
  ];
  const found = samples.find(({ text }) =>
    [...text.matchAll(/([A-Za-z]\w*)\s*(?::|=>?|\()\s*["'](?:Basic|Bearer|Token|ApiKey) [^"'\n]/g)].some(
      ([, name = ""]) => norm(name) === norm(words.join("")),
    ),
  );
  return found && { name: "Authorization", place: found.place };
}

/** The one header of all texts that is called a key or a token. */
export function namedKey(draft: Draft): KeyHeader | undefined {
  return loneKey(namedHeaders(authoredTexts(draft), draft));
}

function loneKey(headers: readonly NamedHeader[]): KeyHeader | undefined {
  const all = headers.filter(({ name }) => /-(?:api-?)?(?:key|token)$/.test(name));
  const [first] = all;
  return new Set(all.map(({ name }) => name)).size === 1 ? first : undefined;
}

/**
 * The header that a key is called after: `X-…`, or `Authorization` in one of its names. Right for four of four vendors with
 * such keys. Wrong where the header has another name, which an override states.
 */
export function headerOf(words: readonly string[]): string | undefined {
  if (words[0] === "x" && words.length > 1) return words.join("-");
  return authorizations.has(wordsKey(words)) ? "Authorization" : undefined;
}

const authorizations: ReadonlySet<string> = new Set(["auth header", "authorization", "authorization header", "bearer"]);
