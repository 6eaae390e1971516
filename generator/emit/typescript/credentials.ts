import type { Api, SecurityScheme } from "../../ir/index.ts";
import { lacksHeader } from "../../ir/schemes.ts";
import { type Code, code, raw } from "../print/code.ts";
import { camelCase, identifier, isReserved } from "../print/identifier.ts";
import { arrow, call, callWithArrow, flat } from "../print/layout.ts";
import { propertyKey } from "./names.ts";
import { runtimeType, type Scope } from "./types.ts";

/** A documented security scheme with the options of the client that hold its credentials: two for Basic. */
export interface Credentials {
  readonly scheme: SecurityScheme;
  readonly options: readonly [string] | readonly [string, string];
}

/** Names the options of all schemes. */
export function planCredentials(api: Api, unique: (name: string) => string): readonly Credentials[] {
  return api.security.value.map((scheme) => {
    if (scheme.kind === "basic") return { scheme, options: [unique("username"), unique("password")] };
    const name = propertyKey(identifier(camelCase(scheme.words), "token"), "token");
    // The options are taken apart into variables.
    const option = unique(isReserved(name) ? `${name}Token` : name);
    return { scheme, options: lacksHeader(scheme) ? [option, unique(`${option}Header`)] : [option] };
  });
}

/** One option of the client, as its interface declares it. */
export interface CredentialOption {
  readonly name: string;
  readonly doc: string;
  readonly type: Code;
}

export function credentialOptions(scope: Scope, { scheme, options }: Credentials): CredentialOption[] {
  const secret = runtimeType(scope, "auth", "Secret");
  const [name, second = ""] = options;
  const [variable, other = variable] = variablesOf(scheme);
  // The environment has no name of a header.
  const hint = hintOf(scheme, lacksHeader(scheme) ? undefined : variable);
  const asked = (what: string): string => `The ${what}, or a function that is asked for it before each request.`;
  switch (scheme.kind) {
    case "basic":
      return [
        { name, doc: `The user of HTTP Basic authentication.${hint}`, type: raw("string") },
        { name: second, doc: `${asked("password")}${other === variable ? "" : hintOf(scheme, other)}`, type: secret },
      ];
    case "api-key": {
      const key = { name, doc: `${asked("API key")}${hint}`, type: secret };
      const doc = `The header that carries the key: the documentation does not name it, and \`${name}\` needs it.`;
      return second === "" ? [key] : [key, { name: second, doc, type: raw("string") }];
    }
    case "oauth2":
      return [{ name, doc: `${asked("OAuth access token")}${hint}`, type: secret }];
    default:
      return [{ name, doc: `${asked("bearer token")}${hint}`, type: secret }];
  }
}

function hintOf({ environment }: SecurityScheme, variable: string | undefined): string {
  if (variable !== undefined)
    return ` By default what the environment variable \`${variable}\` holds, if there is one.`;
  return environment === null ? "" : ` The documentation keeps it in \`${environment}\`.`;
}

/**
 * The variables of the environment that credentials are read from: one, or for HTTP Basic that of the user and that of
 * the password, where the docs name two and one is called so.
 */
function variablesOf({ kind, environment }: SecurityScheme): readonly string[] {
  const names = (environment ?? "").split(", ");
  if (!names.every((name) => /^[A-Za-z_]\w*$/.test(name))) return [];
  if (kind !== "basic") return names.length === 1 ? names : [];
  const password = names.filter((name) => /pass|secret/i.test(name));
  return names.length === 2 && password.length === 1
    ? [...names.filter((name) => !password.includes(name)), ...password]
    : [];
}

/** How the client gets an authorizer of the credentials that the caller gives. */
export interface CredentialUse {
  readonly test: Code;
  readonly authorizer: Code;
}

/**
 * Whether a call may carry several credentials: a key has a header of its own, and docs do not tell whether an API wants
 * it beside another one. The others share a header.
 */
export function mayBeJoined(credentials: readonly Credentials[]): boolean {
  return credentials.length > 1 && credentials.some(({ scheme }) => scheme.kind === "api-key");
}

/** What adds given credentials to a request, and the test that the caller has given them; `names` are all options. */
export function credentialUse(scope: Scope, credentials: Credentials, names: readonly string[]): CredentialUse {
  const [first, second = first] = credentials.options;
  // One without the other is no call without credentials, but a mistake, of which the runtime tells.
  const test = raw(`${first} !== undefined`);
  const [, variable] = variablesOf(credentials.scheme);
  const other =
    credentials.scheme.kind === "basic" && variable !== undefined
      ? code`${raw(second)} ?? ${authFunction(scope, "environment", names)}(${variable})`
      : raw(second);
  return { test, authorizer: authorizer(scope, credentials, names, raw(first), other) };
}

function authorizer(scope: Scope, { scheme }: Credentials, names: readonly string[], first: Code, second: Code): Code {
  const auth = (name: string): Code => authFunction(scope, name, names);
  if (scheme.kind === "basic") return code`${auth("basic")}(${first}, ${second})`;
  if (scheme.kind !== "api-key") return code`${auth("bearer")}(${first})`;
  if (scheme.query !== undefined) return code`${auth("apiKeyQuery")}(${scheme.query}, ${first})`;
  const header =
    scheme.header === undefined ? call(auth("headerOption"), [code`${flat(second)}`, second]) : code`${scheme.header}`;
  return call(auth("apiKeyHeader"), [header, first]);
}

/** An option may well be called `bearer`. */
function authFunction(scope: Scope, name: string, names: readonly string[]): Code {
  return scope.imports.value("./runtime/auth.ts", name, names.includes(name) ? `${name}Auth` : name);
}

/** The authorizer for a caller who gives none: it looks into the environment; undefined where the docs name none. */
export function environmentUse(scope: Scope, all: readonly Credentials[], names: readonly string[]): Code {
  const usable = all.filter(({ scheme }) => variablesOf(scheme).length > 0 && !lacksHeader(scheme));
  return (
    usable.reduceRight<Code | undefined>((otherwise, credentials) => {
      const from = authFunction(scope, "fromEnvironment", names);
      return lookUp(scope, from, credentials, names, otherwise);
    }, undefined) ?? raw("undefined")
  );
}

/** `fromEnvironment("TOKEN", bearer)`, or with a function that makes an authorizer of the secret. */
function lookUp(
  scope: Scope,
  from: Code,
  credentials: Credentials,
  names: readonly string[],
  otherwise: Code | undefined,
): Code {
  const { scheme } = credentials;
  const [variable = "", password = ""] = variablesOf(scheme);
  const more = otherwise === undefined ? [] : [otherwise];
  if (scheme.kind !== "basic" && scheme.kind !== "api-key")
    return call(from, [code`${variable}`, authFunction(scope, "bearer", names), ...more]);
  const secret = raw("secret");
  const asked =
    scheme.kind === "basic" ? code`() => ${authFunction(scope, "environment", names)}(${password})` : secret;
  const made = authorizer(scope, credentials, names, secret, asked);
  return otherwise === undefined
    ? callWithArrow(from, [code`${variable}`], raw("(secret)"), made)
    : call(from, [code`${variable}`, arrow(raw("(secret)"), made), otherwise]);
}
