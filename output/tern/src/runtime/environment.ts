import type { Authorizer } from "./auth.ts";

/** A variable of the environment; undefined where there is none, or no leave to read it. */
export function environment(name: string): string | undefined {
  const { process } = globalThis as {
    readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  };
  try {
    return process?.env?.[name] || undefined;
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
    return (secret === undefined ? otherwise : authorizer(secret))?.(target);
  };
}
