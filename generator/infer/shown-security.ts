import type { OperationSighting } from "../dialects/sighting.ts";
import type { Claim, Place, SecurityScheme } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import { norm, splitWords, wordsKey } from "../link/words.ts";
import { claim } from "./decide.ts";
import { groupBy } from "./group-by.ts";
import { headerOf, namedKey } from "./key-header.ts";

export interface Credential {
  readonly name: string;
  readonly kind: SecurityScheme["kind"];
  /** The variable that a sample takes it from. */
  readonly environment: string | null;
  readonly place: Place;
}

/** The schemes that half of the samples with credentials have; what stands in place of the credentials names them. */
export function shownSecurity(draft: Draft): Claim<readonly SecurityScheme[]> | undefined {
  return byPlaceholder(draft) ?? byName(draft);
}

/**
 * The schemes that placeholders name (`bearerAuth: "<YOUR_BEARER_TOKEN_HERE>"`): right for three of three vendors, in 329
 * samples of four folders. Credentials of single operations are left out. Wrong where a sample was written by hand.
 */
function byPlaceholder(draft: Draft): Claim<readonly SecurityScheme[]> | undefined {
  const [schemes, places] = shared(clientSamples(draft).map(({ text, place }) => credentialsIn(text, place)));
  if (schemes.length === 0) return undefined;
  return claim("security/placeholder", "shown", schemes, places, "Samples have a placeholder for it.");
}

/**
 * The schemes of credentials that samples take from the environment or leave blank, by the names of the client's options: of
 * 54 such names in the READMEs of 43 vendors, 48 are of the kind that they tell. A lone `apiKey` is most often a bearer token
 * (five of eight vendors), unless a text names the header of a key. Wrong for an API whose token has a header of its own.
 */
function byName(draft: Draft): Claim<readonly SecurityScheme[]> | undefined {
  const samples = clientSamples(draft).map(({ text, place }) => namedIn(text, place));
  const [schemes, places] = shared(samples);
  const [first, second] = schemes;
  if (first === undefined) return undefined;
  const isLoneKey = second === undefined && wordsKey(first.words) === "api key" && namedKey(draft) === undefined;
  const value = isLoneKey ? [{ ...first, kind: "bearer" as const }] : schemes;
  return claim("security/sample", "derived", value, places, "Samples give it to the client.");
}

/** The schemes that at least half of the samples have that have any, and where they stand. */
function shared(samples: readonly (readonly Credential[])[]): readonly [readonly SecurityScheme[], readonly Place[]] {
  const telling = samples.filter(({ length }) => length > 0);
  const byName = groupBy(telling.flat(), ({ name, kind }) => `${kind} ${norm(name)}`);
  const schemes = [...byName.values()]
    .filter(({ length }) => length * 2 >= telling.length)
    .flatMap(([first]) => (first === undefined ? [] : [schemeOf(first)]));
  return [schemes, schemes.map(({ place }) => place)];
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

/** A scheme of the name and the kind that credentials have. */
export function schemeOf({ name, kind, environment, place }: Credential): SecurityScheme {
  const words = splitWords(name);
  const header = kind === "api-key" ? headerOf(words) : undefined;
  return { words, kind, environment, place, ...(header === undefined ? {} : { header }) };
}

const placeholder = /(?:\b[Ww]ith|\bset)?_?([A-Za-z]\w*)\s*(?::|=>?|\()\s*["']<YOUR_([A-Z0-9_]+)_HERE>["']/g;

/** The credentials of a sample, one each. */
export function credentialsIn(text: string, place: Place): readonly Credential[] {
  const found = [...text.matchAll(placeholder)].flatMap(([, key = "", what = ""]): Credential[] => {
    // SDKs of PHP have one placeholder for all that is no bearer token.
    const kind = /^o_?auth2?$/i.test(key) ? "oauth2" : kindOf(what);
    if (kind === undefined) return [];
    // User and password are one scheme; the client's option is called after neither.
    const name = kind === "basic" ? "basic_auth" : norm(key) === "security" ? "token" : key;
    return [{ name, kind, environment: null, place }];
  });
  return distinct(found);
}

function distinct(credentials: readonly Credential[]): readonly Credential[] {
  return [...new Map(credentials.map((credential) => [norm(credential.name), credential])).values()];
}

function kindOf(what: string): SecurityScheme["kind"] | undefined {
  if (what === "BEARER_TOKEN") return "bearer";
  if (what === "API_KEY") return "api-key";
  if (what === "USERNAME" || what === "PASSWORD") return "basic";
  return /^O_?AUTH/.test(what) ? "oauth2" : undefined;
}

/** `apiKey: process.env["TERN_API_KEY"]`, `api_key=os.getenv("…")`, `.apiKey(System.getenv().getOrDefault("…", ""))`. */
const variable =
  /(?:\b[Ww]ith|\bset)?_?([A-Za-z]\w*)\s*(?::|=>?|\()\s*(?:\w+\.(?:String|Pointer)\()?(?:process\.env\[|(?:os\.)?[Gg]etenv\(|System\.getenv\(\)\.getOrDefault\()\s*["']([A-Z][A-Z0-9_]*)["']/g;

/** User and password, which need no name: `.username("")`. */
const blank = /(?:\b|_)(user_?name|password)\s*(?::|=>?|\()\s*(?:\w+\.(?:String|Pointer)\()?(?:""|'')/gi;

/** The credentials that a sample takes from variables of the environment or leaves blank, one each. */
function namedIn(text: string, place: Place): readonly Credential[] {
  const blanks = new Set([...text.matchAll(blank)].map(([, key = ""]) => norm(key)));
  if (blanks.size === 2) return [{ name: "basic_auth", kind: "basic", environment: null, place }];
  const found = [...text.matchAll(variable)].flatMap(([, key = "", environment = ""]): Credential[] => {
    // Go hands over what the only scheme needs without its name, which its variable has behind that of the SDK.
    const isLone = norm(key) === "security";
    const kind = kindNamed(splitWords(isLone ? environment.slice(environment.indexOf("_") + 1) : key));
    return kind === undefined ? [] : [{ name: isLone ? "token" : key, kind, environment, place }];
  });
  return distinct(found);
}

/** The kind that a name tells. */
export function kindNamed(words: readonly string[]): SecurityScheme["kind"] | undefined {
  const name = words.join("");
  if (name.includes("bearer")) return "bearer";
  if (name.includes("oauth")) return "oauth2";
  if (/token$/.test(name)) return "bearer";
  return /key(?:auth|header)?$/.test(name) ? "api-key" : undefined;
}
