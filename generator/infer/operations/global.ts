import type { GlobalSighting } from "../../dialects/sighting.ts";
import type { Global, Parameter } from "../../ir/index.ts";
import { wordsKey } from "../../link/words.ts";
import type { Survey } from "../survey.ts";

/**
 * Whether the client may be given a parameter once for all operations: what READMEs list as global is "used as the
 * default on the operations that use it", and samples set it on the client. One that an operation requires is its own,
 * though it be called alike: it names what the operation is about (12 of 12 rows in the two folders that have such).
 */
export function globalOf(parameter: Parameter, survey: Survey): Global | undefined {
  if (parameter.presence.value === "required") return undefined;
  const found = globalsOf(parameter.words, survey);
  const [first] = found;
  if (first === undefined) return undefined;
  const environment = found.find((one) => one.environment !== undefined)?.environment;
  return { ...(environment === undefined ? {} : { environment }), place: first.place };
}

/** The rows that list a parameter as one of all operations; without one, the sample that sets it on the client. */
export function globalsOf(
  words: readonly string[],
  { draft: { readmes }, clientOptions }: Survey,
): readonly GlobalSighting[] {
  const key = wordsKey(words);
  const listed = readmes.flatMap(({ globals }) => globals.filter((global) => wordsKey(global.words) === key));
  const place = clientOptions.get(key);
  return listed.length > 0 || place === undefined ? listed : [{ words, place }];
}
