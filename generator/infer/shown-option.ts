import type { OperationSighting } from "../dialects/sighting.ts";
import type { Place } from "../ir/index.ts";

/** What samples call the option of the client that takes a key or a token, and the variable that it comes from. */
export interface ShownOption {
  readonly name: string;
  readonly environment?: string;
  readonly place: Place;
}

/**
 * The option that all samples which give the client a key or a token call the same. It is asked where a sentence tells how to
 * authenticate, and no table what the option is called. Wrong where the samples are of another library than is wished for.
 */
export function shownOption(samples: OperationSighting["samples"]): ShownOption | undefined {
  const options = samples.flatMap(({ text, place }) =>
    [...text.matchAll(given)].map(([, name = "", value = ""]) => ({ name, value, place })),
  );
  const [first] = options;
  if (first === undefined || options.some(({ name }) => name !== first.name)) return undefined;
  const [environment] = options.flatMap(({ value }) => variable.exec(value)?.[1] ?? []);
  return { name: first.name, place: first.place, ...(environment === undefined ? {} : { environment }) };
}

/** `new Harbor({ apiKey: … })`, `Harbor(api_key=…)`, `Harbor::Client.new(api_key: …)`. */
const given =
  /\b(?:new [A-Z][\w.]*|[A-Z]\w*(?:(?:::|\.)\w+)*)\(\s*(?:\{\s*)?(\w*(?:[Kk]ey|[Tt]oken|[Ss]ecret)\w*)\s*[:=]\s*([^\n]{0,200})/g;

const variable = /(?:\benv(?:iron)?(?:\.get\(|\.|\[)|\bENV\[|\bgetenv\()\s*["']?([A-Z][A-Z0-9_]*)/;
