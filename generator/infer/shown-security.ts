import type { OperationSighting } from "../dialects/sighting.ts";
import type { Claim, Place, SecurityScheme } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import { norm, splitWords } from "../link/words.ts";
import { claim } from "./decide.ts";
import { groupBy } from "./group-by.ts";
import { headerOf } from "./key-header.ts";

interface Credential {
  readonly name: string;
  readonly kind: SecurityScheme["kind"];
  readonly place: Place;
}

/**
 * The schemes that the placeholders of samples name (`bearerAuth: "<YOUR_BEARER_TOKEN_HERE>"`), where half of the samples
 * with placeholders have them: right for three of three vendors, in 329 samples of four folders. Credentials of single
 * operations are left out. Wrong where a sample was written by hand.
 */
export function shownSecurity(draft: Draft): Claim<readonly SecurityScheme[]> | undefined {
  const telling = clientSamples(draft)
    .map(({ text, place }) => credentialsIn(text, place))
    .filter(({ length }) => length > 0);
  const byName = groupBy(telling.flat(), ({ name, kind }) => `${kind} ${norm(name)}`);
  const schemes = [...byName.values()]
    .filter(({ length }) => length * 2 >= telling.length)
    .flatMap(([first]) => (first === undefined ? [] : [schemeOf(first)]));
  if (schemes.length === 0) return undefined;
  const places = schemes.flatMap(({ place }) => place ?? []);
  return claim("security/placeholder", "shown", schemes, places, "Samples have a placeholder for it.");
}

/** The samples whose credentials are the client's, and not those of one operation. */
export function clientSamples({ readmes, operations }: Draft): OperationSighting["samples"] {
  return [
    ...readmes.flatMap((readme) => readme.samples),
    ...operations.flatMap(({ sightings }) =>
      sightings.flatMap((sighting) => (sighting.security === null ? sighting.samples : [])),
    ),
  ];
}

function schemeOf({ name, kind, place }: Credential): SecurityScheme {
  const words = splitWords(name);
  const header = kind === "api-key" ? headerOf(words) : undefined;
  return { words, kind, environment: null, place, ...(header === undefined ? {} : { header }) };
}

const placeholder = /(?:\b[Ww]ith|\bset)?_?([A-Za-z]\w*)\s*(?::|=>?|\()\s*["']<YOUR_([A-Z0-9_]+)_HERE>["']/g;

/** The credentials of a sample, one each. */
function credentialsIn(text: string, place: Place): readonly Credential[] {
  const found = [...text.matchAll(placeholder)].flatMap(([, key = "", what = ""]): Credential[] => {
    // SDKs of PHP have one placeholder for all that is no bearer token.
    const kind = /^o_?auth2?$/i.test(key) ? "oauth2" : kindOf(what);
    if (kind === undefined) return [];
    // User and password are one scheme; the client's option is called after neither.
    const name = kind === "basic" ? "basic_auth" : norm(key) === "security" ? "token" : key;
    return [{ name, kind, place }];
  });
  return [...new Map(found.map((credential) => [norm(credential.name), credential])).values()];
}

function kindOf(what: string): SecurityScheme["kind"] | undefined {
  if (what === "BEARER_TOKEN") return "bearer";
  if (what === "API_KEY") return "api-key";
  if (what === "USERNAME" || what === "PASSWORD") return "basic";
  return /^O_?AUTH/.test(what) ? "oauth2" : undefined;
}
