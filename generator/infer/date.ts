import type { Claim } from "../ir/index.ts";
import type { DraftField } from "../link/draft.ts";
import { norm } from "../link/words.ts";
import { claim } from "./decide.ts";
import type { SeenDates } from "./samples/dates.ts";

/** A calendar date or an instant. */
export type DateKind = "date" | "date-time";

const dated = /(?<!\d)\d{4}-\d{2}-\d{2}(?![\dT])/;
const timed = /(?<!\d)\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

/**
 * What tells the two kinds of dates apart where a language has one class for both (111 instants and 12 dates in PHP):
 * examples, then the description, then the samples of calls. In the languages with two classes each of 231 examples that
 * has either shape is of its class. Wrong where an example of an instant leaves out its time.
 */
export function dateClaims(field: DraftField, seen: ReadonlyMap<string, SeenDates>): readonly Claim<DateKind>[] {
  const claims = [
    ...field.sightings.flatMap(({ examples, description, place }) => [
      ...examples.flatMap((example) => shown(example, `${place}:example`)),
      ...described(description, `${place}:description`),
    ]),
    ...underKey(seen.get(norm(field.sightings[0].name))),
  ];
  if (claims.length > 0) return claims;
  const why = "Nothing shows a value; instants are more frequent than dates.";
  return [claim<DateKind>("type/no-date", "assumed", "date-time", [field.sightings[0].place], why)];
}

/**
 * The instants that all examples of a calendar date show, and what the cell says against them. No generator writes such an
 * example (0 of 231): where people or a model edit what one wrote, they link a type by its true name, which cells swap, and
 * leave the example alone (two of two). Wrong where an API gives a day with a time that means nothing.
 */
export function timedClaims(field: DraftField): readonly Claim<DateKind>[] {
  const claims = field.sightings.flatMap(({ examples, place }) =>
    examples.flatMap((example) => shown(example, `${place}:example`)),
  );
  const isTimed = claims.length > 0 && claims.every(({ value }) => value === "date-time");
  const cells = field.sightings.map(({ place }) => `${place}:type`);
  return isTimed ? [...claims, claim("type/cell", "derived", "date", cells, "The type cell says so.")] : [];
}

function shown(example: string, place: string): readonly Claim<DateKind>[] {
  const value = timed.test(example) ? "date-time" : dated.test(example) ? "date" : undefined;
  return value === undefined ? [] : [claim("type/example-date", "shown", value, [place], "An example shows it.")];
}

/** The pattern of a date without that of a time behind it. */
function described(description: string, place: string): readonly Claim<DateKind>[] {
  if (!/\bY{4}-M{2}-D{2}\b(?![T ]*H)/i.test(description)) return [];
  return [claim("type/date-pattern", "derived", "date", [place], "The description has the pattern of a date.")];
}

/**
 * What samples show under the same key: right for 59 of 59 keys of 25 folders in the languages with two classes, where no
 * key has both.
 */
function underKey({ dates, instants }: SeenDates = { dates: [], instants: [] }): readonly Claim<DateKind>[] {
  if (dates.length > 0 === instants.length > 0) return [];
  const value = dates.length > 0 ? "date" : "date-time";
  const why = "A sample shows one under the same key.";
  return [claim<DateKind>("type/same-key-date", "derived", value, [...dates, ...instants], why)];
}
