import type { Place } from "../../ir/index.ts";
import type { DraftOperation, LinkedType } from "../../link/draft.ts";
import { wordsKey } from "../../link/words.ts";

/** The properties that HAL reserves, in words; on the wire each begins with an underscore, which SDKs drop. */
const reserved: ReadonlySet<string> = new Set(["links", "embedded"]);

/** Where the docs say that the API answers in HAL: the content types of its errors, the only ones that they name. */
export function halPlaces(operations: readonly DraftOperation[]): readonly Place[] {
  const errors = operations.flatMap(({ errors }) => errors);
  return errors
    .filter(({ contentType }) => /^application\/[\w.+-]*hal\+json$/.test(contentType))
    .map(({ place }) => place);
}

/** Whether HAL reserves the name, for a value of such a type: both hold objects by name. */
export function isReservedByHal(words: readonly string[], type: LinkedType): boolean {
  return reserved.has(wordsKey(words)) && (type.kind === "reference" || type.kind === "map" || type.kind === "missing");
}
