import { appendQuery, queryString } from "./query.ts";

/** Adds credentials to a request that is about to be sent. */
export type Authorizer = (target: { readonly url: URL; readonly headers: Headers }) => void | Promise<void>;

/** A secret, or a function that is asked for it before each request. */
export type Secret = string | (() => string | Promise<string>);

/** `Authorization: Bearer <token>`. */
export function bearer(token: Secret): Authorizer {
  return async ({ headers }) => headers.set("authorization", `Bearer ${await reveal(token)}`);
}

/** `Authorization: Basic`, with user and password in UTF-8. Where a key is the user, the password may be empty. */
export function basic(user: string, password: Secret | (() => string | undefined) | undefined): Authorizer {
  return async ({ headers }) => {
    const secret = typeof password === "function" ? await password() : password;
    // One that is not given is most often a variable of the environment that is not set.
    if (secret === undefined || !(user || secret)) throw new TypeError("No credentials");
    const bytes = new TextEncoder().encode(`${user}:${secret}`);
    headers.set("authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
  };
}

/** A key in the header with this name. */
export function apiKeyHeader(name: string, key: Secret): Authorizer {
  return async ({ headers }) => headers.set(name, await reveal(key));
}

/** The header of a key that the option with this name gives, where the documentation tells none. */
export function headerOption(option: string, name: string | undefined): string {
  // Without it the key would be left out, and the server would only say that the call is unauthorized.
  if (!name) throw new TypeError(`Expected the option \`${option}\` for the header of the key, received none`);
  return name;
}

/** A key in the query parameter with this name. */
export function apiKeyQuery(name: string, key: Secret): Authorizer {
  return async ({ url }) => appendQuery(url, queryString({ [name]: await reveal(key) }));
}

async function reveal(secret: Secret): Promise<string> {
  const text = typeof secret === "function" ? await secret() : secret;
  // Most often an environment variable that is not set; the server would only say that it is unauthorized.
  if (!text) throw new TypeError("No credentials");
  return text;
}

interface Host {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/** A variable of the environment; undefined where there is none, or no leave to read it. */
export function environment(name: string): string | undefined {
  try {
    return (globalThis as Host).process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}

/** Adds the credentials that a variable of the environment holds when a request is made; without it, the others. */
export function fromEnvironment(
  name: string,
  authorizer: (secret: string) => Authorizer,
  otherwise?: Authorizer,
): Authorizer {
  return (target) => {
    const secret = environment(name);
    return (secret ? authorizer(secret) : otherwise)?.(target);
  };
}
