import type { Decoding, Key } from "./decode.ts";

const instantForm =
  /^\d{4}-(?:0[1-9]|1[0-2])-\d\d[Tt ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;
const dayForm = /^\d{4}-(?:0[1-9]|1[0-2])-\d\d$/;

/** Reads an instant (RFC 3339). One without an offset is no instant: what it means is not in the data. */
export function instant(input: unknown, at: Decoding, key: Key): Date {
  const isText = typeof input === "string";
  if (isText && instantForm.test(input) && isDay(input)) {
    const { length } = input;
    // What most servers write: in UTC, with or without a fraction of three digits or more.
    if (input.endsWith("Z") && (length < 21 || length > 23)) return new Date(timeOf(input));
    // The one spelling that all engines read alike: with a space, some take the year 0099 for 1999.
    const usual = input.toUpperCase().replace(" ", "T");
    return new Date(usual.replace(/(\d\d)(\d\d)$/, "$1:$2"));
  }
  return at.mismatch(input, key, "an RFC 3339 date-time", isText ? "format" : "type");
}

/** The time that a text of the usual form means. The platform takes four times as long to find it. */
function timeOf(text: string): number {
  // Years that begin in March end with their leap day.
  const month = (digits(text, 5) + 9) % 12;
  const year = digits(text, 0) * 100 + digits(text, 2) - (month > 9 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const days = year * 365 + leapDays + Math.floor(month * 30.6 + 0.5) + digits(text, 8) - 719_469;
  const milliseconds = text.length > 20 ? digits(text, 20) * 10 + (digits(text, 21) % 10) : 0;
  return (((days * 24 + digits(text, 11)) * 60 + digits(text, 14)) * 60 + digits(text, 17)) * 1000 + milliseconds;
}

/** The number that two digits of a text are. */
function digits(text: string, from: number): number {
  return text.charCodeAt(from) * 10 + text.charCodeAt(from + 1) - 528;
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

/**
 * Whether the calendar has the day at the beginning of a text, `YYYY-MM-DD`: some engines take the 30th of February for
 * the 1st of March. No month lacks the days before the 29th, so few texts have to be asked about.
 */
function isDay(text: string): boolean {
  const day = digits(text, 8);
  return (day > 0 && day < 29) || new Date(text.slice(0, 10)).getUTCDate() === day;
}

/** Writes an instant in UTC. What the lenient mode delivered as received goes back as received. */
export function encodeInstant(value: Date): string {
  if (!(value instanceof Date)) return value;
  const year = value.getUTCFullYear();
  if (!(year >= 0 && year < 10_000)) return value.toISOString();
  const milliseconds = value.getUTCMilliseconds();
  const month = value.getUTCMonth() + 1;
  const day = value.getUTCDate();
  const hours = value.getUTCHours();
  const minutes = value.getUTCMinutes();
  const seconds = value.getUTCSeconds();
  // Made at once: strings that are joined take twice as long, and the platform's own three times.
  return String.fromCharCode(
    digit(year / 1000),
    digit(year / 100),
    digit(year / 10),
    digit(year),
    45,
    digit(month / 10),
    digit(month),
    45,
    digit(day / 10),
    digit(day),
    84,
    digit(hours / 10),
    digit(hours),
    58,
    digit(minutes / 10),
    digit(minutes),
    58,
    digit(seconds / 10),
    digit(seconds),
    46,
    digit(milliseconds / 100),
    digit(milliseconds / 10),
    digit(milliseconds),
    90,
  );
}

/** The character of a number's last digit. */
function digit(number: number): number {
  return 48 + (Math.floor(number) % 10);
}
