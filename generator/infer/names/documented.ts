import type { Draft } from "../../link/draft.ts";
import { nameKey } from "../../link/words.ts";

/** The words of the names of all fields and parameters, by their normal form. */
export type DocumentedNames = ReadonlyMap<string, readonly string[]>;

export function documentedNames({ models, operations }: Draft): DocumentedNames {
  const fields = [
    ...models.flatMap((model) => (model.kind === "object" ? model.fields : [])),
    ...operations.flatMap(({ parameters }) => parameters),
  ];
  return new Map(fields.map(({ words }) => [nameKey(words), words]));
}
