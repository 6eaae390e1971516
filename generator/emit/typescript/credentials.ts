import type { Api, SecurityScheme } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import { camelCase, identifier, isReserved, uniqueNames } from "../print/identifier.ts";
import { propertyKey } from "./names.ts";
import { runtimeType, type Scope } from "./types.ts";

/** A documented security scheme with the options of the client that hold its credentials: two for Basic. */
export interface Credentials {
  readonly scheme: SecurityScheme;
  readonly options: readonly [string] | readonly [string, string];
}

/** Options of every client, and what the functions that read credentials call their own. */
const takenOptions = (
  "baseUrl fetch headers timeout validate onIssue onResponse use userAgent authorize endMark onInvalid idleTimeout options rest authorizer " +
  "createClient createRuntimeClient"
).split(" ");

/** Names the options of all schemes, each once. */
export function planCredentials(api: Api): readonly Credentials[] {
  const unique = uniqueNames(takenOptions);
  return api.security.value.map((scheme) => {
    if (scheme.kind === "basic") return { scheme, options: [unique("username"), unique("password")] };
    const name = propertyKey(identifier(camelCase(scheme.words), "token"), "token");
    // The options are taken apart into variables.
    const option = unique(isReserved(name) ? `${name}Token` : name);
    const asksHeader = scheme.kind === "api-key" && scheme.header === undefined;
    return { scheme, options: asksHeader ? [option, unique(`${option}Header`)] : [option] };
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
  const hint = scheme.environment === null ? "" : ` The documentation keeps it in \`${scheme.environment}\`.`;
  const asked = (what: string): string => `The ${what}, or a function that is asked for it before each request.`;
  switch (scheme.kind) {
    case "basic":
      return [
        { name, doc: `The user of HTTP Basic authentication.${hint}`, type: raw("string") },
        { name: second, doc: asked("password"), type: secret },
      ];
    case "api-key": {
      const key = { name, doc: `${asked("API key")}${hint}`, type: secret };
      const doc = "The header that carries the key: the documentation does not name it.";
      return second === "" ? [key] : [key, { name: second, doc, type: raw("string") }];
    }
    default:
      return [{ name, doc: `${asked("bearer token")}${hint}`, type: secret }];
  }
}

/** What adds the credentials to a request, and the test that the caller has given them; `names` are all options. */
export function credentialUse(
  scope: Scope,
  credentials: Credentials,
  names: readonly string[],
): { readonly test: Code; readonly authorizer: Code } {
  const { scheme, options } = credentials;
  const [first, second] = options.map((name) => raw(name));
  // An option may well be called `bearer`.
  const auth = (name: string): Code =>
    scope.imports.value("./runtime/auth.ts", name, names.includes(name) ? `${name}Auth` : name);
  const test = raw(options.map((name) => `${name} !== undefined`).join(" && "));
  if (first === undefined) throw new Error("Credentials without an option.");
  if (scheme.kind === "basic") return { test, authorizer: code`${auth("basic")}(${first}, ${second ?? first})` };
  if (scheme.kind !== "api-key") return { test, authorizer: code`${auth("bearer")}(${first})` };
  return { test, authorizer: code`${auth("apiKeyHeader")}(${second ?? scheme.header ?? ""}, ${first})` };
}
