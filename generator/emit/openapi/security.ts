import type { Api, Operation, SecurityScheme } from "../../ir/index.ts";
import { keyHeaderPlaceholder } from "../key-header.ts";
import { camelCase, uniqueNames } from "../print/identifier.ts";
import type { Json } from "./json.ts";
import { legal } from "./names.ts";

/** The schemes of an API by the keys of `components/securitySchemes`. */
export function securitySchemes(schemes: readonly SecurityScheme[]): ReadonlyMap<string, Json> {
  const unique = uniqueNames();
  const isOneOfSeveral = schemes.filter(({ kind }) => kind === "api-key").length > 1;
  return new Map(
    schemes.map((scheme) => [unique(legal(camelCase(scheme.words), "token")), schemeObject(scheme, isOneOfSeveral)]),
  );
}

/** The schemes of the API, and behind them each that operations have to themselves. */
export function allSchemes({ security, operations }: Api): readonly SecurityScheme[] {
  const own = operations.flatMap(({ ownScheme }) => ownScheme?.value ?? []);
  return [...security.value, ...new Map(own.map((scheme) => [identity(scheme), scheme])).values()];
}

/** Two operations may each have a row for one scheme. */
function identity({ words, kind }: SecurityScheme): string {
  return `${kind} ${words.join(" ")}`;
}

/** What an operation is called with that may not be called with all that the others are. */
export function ownRequirements(api: Api, { ownScheme, schemes }: Operation): { security?: readonly Json[] } {
  if (ownScheme === undefined && schemes === undefined) return {};
  const all = allSchemes(api);
  const taken = (scheme: SecurityScheme, at: number): boolean =>
    ownScheme === undefined
      ? schemes?.includes(scheme.place) === true
      : at >= api.security.value.length && identity(scheme) === identity(ownScheme.value);
  const keys = [...securitySchemes(all).keys()];
  return { security: keys.filter((_, at) => all.slice(at, at + 1).some((one) => taken(one, at))).map(alone) };
}

function alone(key: string): Json {
  return new Map([[key, []]]);
}

/** That a call has the credentials of one combination. */
export function securityRequirements(api: Api): readonly Json[] {
  const schemes = api.security.value;
  const keys = [...securitySchemes(allSchemes(api)).keys()].slice(0, schemes.length);
  const combinations = schemes.map((scheme, at) => scheme.combinations ?? [at]);
  const numbers = [...new Set(combinations.flat())].sort((a, b) => a - b);
  return numbers.map(
    (number) => new Map(keys.filter((_, at) => combinations[at]?.includes(number)).map((key) => [key, []])),
  );
}

function schemeObject(scheme: SecurityScheme, isOneOfSeveral: boolean): Json {
  const hint = scheme.environment === null ? "" : `The documentation keeps it in \`${scheme.environment}\`.`;
  const text = (note = ""): { description?: string } => {
    const description = [note, hint].filter((part) => part !== "").join(" ");
    return description === "" ? {} : { description };
  };
  switch (scheme.kind) {
    case "bearer":
      return { type: "http", ...text(), scheme: "bearer" };
    case "basic":
      return { type: "http", ...text(), scheme: "basic" };
    case "oauth2":
      return oauthObject(scheme, text);
    default:
      if (scheme.query !== undefined) return { type: "apiKey", ...text(), in: "query", name: scheme.query };
      return {
        type: "apiKey",
        ...text(
          scheme.header === undefined ? "The documentation does not name the header; its name is a placeholder." : "",
        ),
        in: "header",
        name: scheme.header ?? keyHeaderPlaceholder(scheme, isOneOfSeveral),
      };
  }
}

/** A flow that has no address of tokens needs the address that is documented alone; all others need one that is not. */
function oauthObject({ consent }: SecurityScheme, text: (note: string) => { description?: string }): Json {
  if (consent === undefined)
    return { type: "oauth2", ...text("The documentation does not name the addresses of its flows."), flows: {} };
  const { flow, url, scopes } = consent;
  if (flow === "implicit") {
    const named = new Map(scopes.map(({ name, description }): [string, Json] => [name, description]));
    return { type: "oauth2", ...text(""), flows: { implicit: { authorizationUrl: url, scopes: named } } };
  }
  const note = `The documentation names the address of consent, ${url}, and not that of tokens.`;
  return { type: "oauth2", ...text(note), flows: {} };
}
