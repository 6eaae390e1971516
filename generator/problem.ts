import distance, { closestMatch } from "leven";

/** Why a command cannot start: a mistake on the command line or in the config. Exit code 2. */
export interface Problem {
  readonly message: string;
  /** The way out. */
  readonly help: string;
}

/** What was asked for, or every reason why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A result that holds a value. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A result that holds one problem. */
export function failure(message: string, help: string): Result<never> {
  return { ok: false, problems: [{ message, help }] };
}

/** ` Did you mean "x"?` for the candidate that is near enough to be a typing mistake, else nothing. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = closestMatch(word, candidates, { maxDistance: Math.max(2, Math.floor(word.length / 3)) });
  // Every short word is near to every other one: some of it must be right.
  return near === undefined || distance(word, near) >= near.length ? "" : ` Did you mean "${near}"?`;
}
