import type { SecuritySighting } from "../dialects/sighting.ts";
import type { Fact, SecurityScheme } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import { splitWords } from "../link/words.ts";
import { claim, decide } from "./decide.ts";
import type { Declared } from "./overrides/index.ts";
import { shownSecurity } from "./shown-security.ts";

/** The ways to authenticate; several are alternatives. The header of an API key stands in no README. */
export function securityOf(draft: Draft, declared: Declared): Fact<readonly SecurityScheme[]> {
  const [rows = []] = draft.readmes.map(({ security }) => security).filter(({ length }) => length > 0);
  const none = claim<readonly SecurityScheme[]>(
    "security/none",
    "assumed",
    [],
    [],
    "The docs name no security scheme.",
  );
  const places = rows.map(({ place }) => place);
  const documented =
    rows.length === 0
      ? []
      : [
          claim<readonly SecurityScheme[]>(
            "security/table",
            "stated",
            rows.map(schemeOf),
            places,
            "The README's table states them.",
          ),
        ];
  const shown = rows.length > 0 ? undefined : shownSecurity(draft);
  return decide(
    [
      ...(declared.security === undefined ? [] : [declared.security]),
      ...documented,
      ...(shown === undefined ? [] : [shown]),
    ],
    none,
  );
}

function schemeOf(row: SecuritySighting): SecurityScheme {
  const kind = kindOf(row);
  // Variables for a client and its secret hold no token.
  const isToken = kind !== "oauth2" || row.names.length < 2;
  return { words: wordsOf(row, kind), kind, environment: (isToken ? row.environment : null) ?? null, place: row.place };
}

/**
 * Basic has two names, user and password in either order, and OAuth those of a client and its secret: the client's option
 * is called after none of them.
 */
function wordsOf(
  { names: [name = "token", ...others] }: SecuritySighting,
  kind: SecurityScheme["kind"],
): readonly string[] {
  if (others.length === 0) return splitWords(name);
  return kind === "oauth2" ? ["oauth2"] : ["basic", "auth"];
}

/** The kind of scheme that a row describes. */
export function kindOf({ type, scheme, names }: SecuritySighting): SecurityScheme["kind"] {
  const text = `${type} ${scheme}`.toLowerCase();
  if (text.includes("bearer")) return "bearer";
  if (text.includes("oauth") || text.includes("openid")) return "oauth2";
  if (names.length > 1 || text.includes("basic")) return "basic";
  return /api\s*key/.test(text) ? "api-key" : "unknown";
}
