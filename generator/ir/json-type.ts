import type { Operation } from "./operation.ts";

/**
 * The content type of an operation's JSON answers, which docs name for errors alone: where all documented errors have one
 * of `application/…+json`, successes have the same (four vendors, of HAL and of JSON:API). A problem report tells nothing.
 */
export function jsonTypeOf({ errors }: Pick<Operation, "errors">): string {
  const [only, ...others] = new Set(errors.map(({ contentType }) => contentType));
  const isOwn = only !== undefined && /^application\/[\w.+-]+\+json$/.test(only) && !only.endsWith("/problem+json");
  return isOwn && others.length === 0 ? only : plainJson;
}

/** The content type of JSON that no text names. */
export const plainJson = "application/json";
