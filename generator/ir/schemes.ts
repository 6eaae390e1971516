import type { SecurityScheme } from "./security.ts";

/** Whether a scheme is a key of which nothing tells where a request carries it. */
export function lacksHeader({ kind, header, query }: SecurityScheme): boolean {
  return kind === "api-key" && header === undefined && query === undefined;
}

/** The alternatives that the schemes of an API are, each with the positions of the schemes that a call has together. */
export function alternatives(schemes: readonly SecurityScheme[]): readonly (readonly number[])[] {
  const combinations = schemes.map((scheme, at) => scheme.combinations ?? [at]);
  const numbers = [...new Set(combinations.flat())].sort((a, b) => a - b);
  return numbers.map((number) => combinations.flatMap((those, at) => (those.includes(number) ? [at] : [])));
}
