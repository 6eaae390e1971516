import type { Api, Operation, SecurityScheme } from "../../ir/index.ts";
import { alternatives } from "../../ir/schemes.ts";
import { keyHeaderPlaceholder } from "../key-header.ts";
import { camelCase, uniqueNames } from "../print/identifier.ts";
import type { Json } from "./json.ts";
import { legal } from "./names.ts";
import type { Scope } from "./scope.ts";

/** A scheme as the document has it, under its key of `components/securitySchemes`. */
export interface KeyedScheme {
  readonly scheme: SecurityScheme;
  readonly key: string;
  readonly object: Json;
}

/** The schemes of the API, and behind them each that operations have to themselves. */
export function keyedSchemes({ security, operations }: Api): readonly KeyedScheme[] {
  const own = operations.flatMap(({ ownScheme }) => ownScheme?.value ?? []);
  const schemes = [...security.value, ...new Map(own.map((scheme) => [identity(scheme), scheme])).values()];
  const unique = uniqueNames();
  const isOneOfSeveral = schemes.filter(({ kind }) => kind === "api-key").length > 1;
  return schemes.map((scheme) => ({
    scheme,
    key: unique(legal(camelCase(scheme.words), "token")),
    object: schemeObject(scheme, isOneOfSeveral),
  }));
}

/** Two operations may each have a row for one scheme. */
function identity({ words, kind }: SecurityScheme): string {
  return `${kind} ${words.join(" ")}`;
}

/** What an operation is called with that may not be called with all that the others are. */
export function ownRequirements({ api, schemes }: Scope, operation: Operation): { security?: readonly Json[] } {
  const { ownScheme } = operation;
  if (ownScheme === undefined && operation.schemes === undefined) return {};
  const shared = api.security.value.length;
  const taken =
    ownScheme === undefined
      ? schemes.filter(({ scheme }) => operation.schemes?.includes(scheme.place))
      : schemes.slice(shared).filter(({ scheme }) => identity(scheme) === identity(ownScheme.value));
  return { security: taken.map((one) => requirement([one])) };
}

/** That a call has the credentials of one combination. */
export function securityRequirements({ api, schemes }: Scope): readonly Json[] {
  return alternatives(api.security.value).map((positions) =>
    requirement(schemes.filter((_, at) => positions.includes(at))),
  );
}

function requirement(schemes: readonly KeyedScheme[]): Json {
  return new Map(schemes.map(({ key }) => [key, []]));
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
