import type { Decoding, Key } from "./decoding.ts";

const instantForm = /^(\d{4}-\d\d-\d\d)[Tt ]((?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?)(?:[Zz]|([+-]\d\d):?(\d\d))$/;
const dayForm = /^\d{4}-\d\d-\d\d$/;

/** Reads an instant (RFC 3339). One without an offset is no instant: what it means is not in the data. */
export function instant(input: unknown, at: Decoding, key: Key): Date {
  if (typeof input !== "string") return at.mismatch(input, key, "an RFC 3339 date-time");
  const [, date = "", clock, hours = "+00", minutes = "00"] = instantForm.exec(input) ?? [];
  // In the one spelling that all engines read alike: with a space, some take the year 0099 for 1999.
  const value = new Date(`${date}T${clock}${hours}:${minutes}`);
  return Number.isNaN(value.getTime()) || !isDay(date)
    ? at.mismatch(input, key, "an RFC 3339 date-time", "format")
    : value;
}

/** Reads an instant (RFC 3339) and leaves it a string. */
export function instantText(input: unknown, at: Decoding, key: Key): string {
  instant(input, at, key);
  return input as string;
}

/** Reads a calendar date, `YYYY-MM-DD`. It stays a string: a `Date` is an instant, and would need a time zone. */
export function day(input: unknown, at: Decoding, key: Key): string {
  if (typeof input !== "string") return at.mismatch(input, key, "a date, YYYY-MM-DD");
  return dayForm.test(input) && isDay(input) ? input : at.mismatch(input, key, "a date, YYYY-MM-DD", "format");
}

/** Whether the calendar has a day, `YYYY-MM-DD`: some engines take the 30th of February for the 1st of March. */
function isDay(text: string): boolean {
  return new Date(text).getUTCDate() === Number(text.slice(8));
}

/** Writes an instant in UTC. What the lenient mode delivered as received goes back as received. */
export function encodeInstant(value: Date): string {
  return value instanceof Date ? value.toISOString() : value;
}
