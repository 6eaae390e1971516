import type { GlobalSighting } from "../../dialects/sighting.ts";
import type { Global, Parameter } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import { wordsKey } from "../../link/words.ts";
import type { Survey } from "../survey.ts";

/**
 * Whether the client may be given a parameter once for all operations: what READMEs list as global is "used as the
 * default on the operations that use it". One that an operation requires is its own, though it be called alike: it names
 * what the operation is about (12 of 12 rows in the two folders that have such).
 */
export function globalOf(parameter: Parameter, { draft }: Survey): Global | undefined {
  if (parameter.presence.value === "required") return undefined;
  const found = listedGlobals(parameter.words, draft);
  const [first] = found;
  if (first === undefined) return undefined;
  const environment = found.find((one) => one.environment !== undefined)?.environment;
  return { ...(environment === undefined ? {} : { environment }), place: first.place };
}

/** The rows that list a parameter as one of all operations. */
export function listedGlobals(words: readonly string[], { readmes }: Draft): readonly GlobalSighting[] {
  return readmes.flatMap(({ globals }) => globals.filter((global) => wordsKey(global.words) === wordsKey(words)));
}
