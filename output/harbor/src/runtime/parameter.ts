/** A single value that a path, a query or a header can carry. */
export type Scalar = string | number | bigint | boolean | Date;

/** Writes a value as it stands in a URL or a header, before any encoding; a date in ISO 8601. */
export function scalarText(value: Scalar): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
