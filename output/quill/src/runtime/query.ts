/** A single value that a path, a query or a header can carry. */
export type Scalar = string | number | bigint | boolean | Date;

/** Writes a value as it stands in a URL or a header, before any encoding; a date in ISO 8601. */
export function scalarText(value: Scalar): string {
  return (value as Partial<Date>).toISOString?.() ?? String(value);
}

/** A value of a query string; undefined and null are left out. */
export type QueryValue = Scalar | null | undefined | readonly QueryValue[] | { readonly [key: string]: QueryValue };

/** The parameters of a query string, in the order in which they are written. */
export type QueryParameters = Readonly<Record<string, QueryValue>>;

/**
 * Writes a query string, without the question mark: a list repeats its key (`tag=a&tag=b`), an object names its
 * properties in brackets (`filter[name]=x`), a date is in ISO 8601.
 */
export function queryString(parameters: QueryParameters): string {
  const pairs: [key: string, value: string][] = [];
  for (const [key, value] of Object.entries(parameters)) append(pairs, key, value);
  // A plus stands for a space in forms alone; `%20` is one everywhere.
  return new URLSearchParams(pairs).toString().replaceAll("+", "%20");
}

/** Adds parameters, already written as a query string, to those that a URL has. */
export function appendQuery(url: URL, query: string): void {
  if (query !== "") url.search += url.search === "" ? query : `&${query}`;
}

function append(pairs: [key: string, value: string][], key: string, value: QueryValue): void {
  if (value === undefined || value === null) return;
  if (isList(value)) for (const item of value) append(pairs, key, item);
  else if (typeof value !== "object" || value instanceof Date) pairs.push([key, scalarText(value)]);
  else for (const [name, inner] of Object.entries(value)) append(pairs, `${key}[${name}]`, inner);
}

/** `Array.isArray` does not narrow to a readonly list. */
function isList(value: QueryValue): value is readonly QueryValue[] {
  return Array.isArray(value);
}
