import type { Place } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import type { AuthoredText } from "./texts.ts";

/** A header that a text names in full, in lower case. */
export interface NamedHeader {
  readonly name: string;
  readonly place: Place;
}

/** The headers that the texts of the API and the READMEs name, as `x-harbor-key`. */
export function namedHeaders(texts: readonly AuthoredText[], { readmes }: Draft): readonly NamedHeader[] {
  const shown = texts.flatMap(({ text, place }) =>
    [...text.matchAll(/\bx-[a-z0-9]+(?:-[a-z0-9]+)+/gi)].map(([name]) => ({ name: name.toLowerCase(), place })),
  );
  const told = readmes.flatMap(({ headers = [] }) => headers);
  return [...shown, ...told.map(({ name, place }) => ({ name: name.toLowerCase(), place }))];
}

/** The headers that are called like a field but for `x-` and up to two words, which SDKs drop. */
export function prefixed(headers: readonly NamedHeader[], words: readonly string[]): readonly NamedHeader[] {
  const tail = `-${words.join("-")}`;
  return headers.filter(({ name }) => {
    const prefix = name.slice(0, name.length - tail.length);
    return name.endsWith(tail) && /^x(?:-[a-z0-9]+){0,2}$/.test(prefix);
  });
}
