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

/**
 * What texts call a header by its name, whatever that begins with: `Anchor-ID header`. Texts that speak of the query as well
 * do not tell where a parameter of that name goes.
 */
export function calledHeaders(texts: readonly AuthoredText[]): readonly NamedHeader[] {
  return texts
    .filter(({ text }) => !/\bquery\b/i.test(text))
    .flatMap(({ text, place }) => [...text.matchAll(called)].map(([name]) => ({ name: name.toLowerCase(), place })));
}

const called = /\b[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?=`?\s+(?:(?:HTTP|request)\s+)?header\b)/gi;

/** The headers that are called like a field but for `x-` and up to two words, which SDKs drop. */
export function prefixed(headers: readonly NamedHeader[], words: readonly string[]): readonly NamedHeader[] {
  const tail = `-${words.join("-")}`;
  return headers.filter(({ name }) => {
    const prefix = name.slice(0, name.length - tail.length);
    return name.endsWith(tail) && /^x(?:-[a-z0-9]+){0,2}$/.test(prefix);
  });
}
