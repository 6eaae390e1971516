import type { SecuritySighting } from "../dialects/sighting.ts";
import type { Claim, Fact, SecurityScheme } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import { norm, splitWords } from "../link/words.ts";
import { claim, decide } from "./decide.ts";
import { withJoined } from "./joined-security.ts";
import { headerOf, keyHeaders } from "./key-header.ts";
import type { Declared } from "./overrides/index.ts";
import { type ShownOption, shownOption } from "./shown-option.ts";
import { clientSamples, shownSecurity } from "./shown-security.ts";

/** The ways to authenticate; several are alternatives, unless the docs combine them. */
export function securityOf(draft: Draft, declared: Declared): Fact<readonly SecurityScheme[]> {
  const told = draft.readmes.map(({ security }) => security).filter(({ length }) => length > 0);
  const tables = told.find((rows) => rows.some(({ isProse }) => isProse !== true)) ?? told[0] ?? [];
  const rows = distinct(tables);
  const none = claim<readonly SecurityScheme[]>(
    "security/none",
    "assumed",
    [],
    [],
    "The docs name no security scheme.",
  );
  const isProse = rows.some((row) => row.isProse === true);
  const option = isProse && rows.length === 1 ? shownOption(clientSamples(draft)) : undefined;
  const places = [...rows.map(({ place }) => place), ...(option === undefined ? [] : [option.place])];
  const documented =
    rows.length === 0
      ? []
      : [
          claim<readonly SecurityScheme[]>(
            isProse ? "security/prose" : "security/table",
            "stated",
            rows.map((row) => withCombinations(schemeOf(withOption(row, option)), row, tables)),
            places,
            isProse ? "The README says so." : "The README's table states them.",
          ),
        ];
  const shown = rows.length > 0 ? undefined : shownSecurity(draft);
  const claims = [...documented, ...(shown === undefined ? [] : [shown])].map((one) =>
    withJoined(withHeaders(one, draft), draft),
  );
  return decide([...(declared.security === undefined ? [] : [declared.security]), ...claims], none);
}

/** The schemes with the headers of their keys, which stand in no table. */
function withHeaders(told: Claim<readonly SecurityScheme[]>, draft: Draft): Claim<readonly SecurityScheme[]> {
  const headers = keyHeaders(draft, told.value);
  if (headers.every((header) => header === undefined)) return told;
  const value = told.value.map((scheme, at) => {
    const header = headers[at]?.name;
    return header === undefined ? scheme : { ...scheme, header };
  });
  const places = new Set([...told.places, ...headers.flatMap((header) => header?.place ?? [])]);
  return { ...told, value, places: [...places] };
}

/** Docs that list the alternatives one by one name a scheme in each that has it. */
function distinct(rows: readonly SecuritySighting[]): readonly SecuritySighting[] {
  const names = rows.map(keyOf);
  return rows.filter((_, index) => names.indexOf(names[index] ?? "") === index);
}

function keyOf(row: SecuritySighting): string {
  return `${kindOf(row)} ${row.names.map(norm).join(" ")}`;
}

/** A row with the name that samples have for its option; what takes two has none. */
function withOption(row: SecuritySighting, option: ShownOption | undefined): SecuritySighting {
  if (option === undefined || row.names.length > 1) return row;
  const environment = row.environment ?? option.environment;
  return { ...row, names: [option.name], ...(environment === undefined ? {} : { environment }) };
}

/** The scheme with all combinations that name it. */
function withCombinations(
  scheme: SecurityScheme,
  row: SecuritySighting,
  rows: readonly SecuritySighting[],
): SecurityScheme {
  const combinations = rows.filter((other) => keyOf(other) === keyOf(row)).flatMap((other) => other.combination ?? []);
  return combinations.length === 0 ? scheme : { ...scheme, combinations };
}

/**
 * Several names are those of user and password in either order, or, with OAuth, of what an access token is got for; the
 * client's option is called after none of them. It takes the token: where to get it stands in no README.
 */
function schemeOf(row: SecuritySighting): SecurityScheme {
  const kind = kindOf(row);
  const isOne = row.names.length < 2;
  const [first = "token"] = row.names;
  const name = isOne || kind === "unknown" ? first : kind === "oauth2" ? "access_token" : "basic_auth";
  const environment = isOne || kind === "basic" ? (row.environment ?? null) : null;
  const words = splitWords(name);
  const header = kind === "api-key" && row.query === undefined ? (row.header ?? headerOf(words)) : undefined;
  return {
    words,
    kind,
    environment,
    place: row.place,
    ...(header === undefined ? {} : { header }),
    ...(row.query === undefined ? {} : { query: row.query }),
    ...(row.consent === undefined ? {} : { consent: row.consent }),
  };
}

/** The kind of scheme that a row describes. */
export function kindOf({ type, scheme, names }: SecuritySighting): SecurityScheme["kind"] {
  const text = `${type} ${scheme}`.toLowerCase();
  if (text.includes("bearer")) return "bearer";
  if (text.includes("oauth") || text.includes("openid")) return "oauth2";
  if (text.includes("custom")) return "unknown";
  if (names.length > 1 || text.includes("basic")) return "basic";
  return /api\s*key/.test(text) ? "api-key" : "unknown";
}
