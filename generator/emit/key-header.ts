import type { SecurityScheme } from "../ir/index.ts";

/**
 * What stands in place of the header of a key that the docs do not name: the commonest one, or, where a call has several
 * credentials, one that is called after the scheme.
 */
export function keyHeaderPlaceholder({ words }: SecurityScheme, isOneOfSeveral: boolean): string {
  if (!isOneOfSeveral) return "X-API-Key";
  return ["x", ...words].map((word) => word.replace(/^[a-z]/, (letter) => letter.toUpperCase())).join("-");
}
