import type { Claim, Fact, Type } from "../ir/index.ts";
import type { DraftField, LinkedType } from "../link/draft.ts";
import { norm } from "../link/words.ts";
import { constantOf } from "./constant.ts";
import { type DateKind, dateClaims, timedClaims } from "./date.ts";
import { ask, claim, decide, type Rule } from "./decide.ts";
import { saysLess } from "./exactness.ts";
import type { Observed } from "./samples/observe.ts";
import type { Survey } from "./survey.ts";
import { holds, unwrap } from "./uses.ts";

type NumberKind = "integer" | "number";

/** What the field's values are: what its cells say, with the integers, dates and constants that some languages lose. */
export function typeOf(field: DraftField, survey: Survey): Fact<Type> {
  const declared = survey.declared.fields.get(field.sightings[0].place)?.type;
  const told = field.sightings.map((sighting) => {
    const type = unwrap(sighting.type);
    return { sighting, type, constant: constantOf(sighting, type, survey) };
  });
  const exact = told.map(({ type, constant }) => constant?.literal ?? type);
  const cells = told.flatMap(({ sighting, type, constant }) => {
    if (exact.some((other) => saysLess(constant?.literal ?? type, other, survey.models)))
      return [claim("type/inexact-cell", "derived", toType(type, "number"), [`${sighting.place}:type`], sayingLess)];
    if (hasOpenNumber(type)) return numberClaims(field, survey).map((of) => ({ ...of, value: toType(type, of.value) }));
    if (holds(type, "date-or-date-time"))
      return dateClaims(field, survey.dates).map((of) => ({ ...of, value: toType(type, "number", of.value) }));
    const timed = type.kind === "date" ? timedClaims(field) : [];
    if (timed.length > 0) return timed.map((of): Claim<Type> => ({ ...of, value: { kind: of.value } }));
    if (constant !== undefined) return [constant.claim];
    if (sighting.remaining !== undefined)
      return [
        claim(
          "type/remaining",
          "stated",
          toType(type, "number"),
          sighting.remaining,
          "The union has it beside errors.",
        ),
      ];
    return [claim("type/cell", "stated", toType(type, "number"), [`${sighting.place}:type`], "The type cell says so.")];
  });
  const unknown: Type = { kind: "unknown", reason: "unread" };
  return decide(
    [...(declared === undefined ? [] : [declared]), ...cells],
    claim("type/none", "assumed", unknown, [], ""),
  );
}

const sayingLess = "The cell says so, and that of another language says the same more exactly.";

/** The type that the wire carries; numbers that may be integers are of the given kind, and so are dates of either kind. */
export function toType(type: LinkedType, openNumber: NumberKind, openDate: DateKind = "date-time"): Type {
  switch (type.kind) {
    case "number-or-integer":
      return { kind: openNumber };
    case "date-or-date-time":
      return { kind: openDate };
    case "any":
    case "response":
      return { kind: "unknown", reason: "any" };
    case "missing":
      return { kind: "unknown", reason: "missing" };
    case "unread":
      return { kind: "unknown", reason: "unread" };
    case "file":
      return { kind: "bytes" };
    case "null":
    case "void":
      return { kind: "literal", value: null };
    case "list":
      return { kind: "list", item: toType(type.item, openNumber, openDate) };
    case "map":
      return { kind: "map", value: toType(type.value, openNumber, openDate) };
    case "nullable":
      return nullable(toType(type.of, openNumber, openDate));
    case "stream":
      return { kind: "stream", framing: type.framing, item: toType(type.item, openNumber, openDate) };
    case "union":
      return unionOf(type.members.map((member) => toType(member, openNumber, openDate)));
    case "literal":
    case "reference":
      return type;
    default:
      return { kind: type.kind };
  }
}

/** The union without repetitions, and with its null outside; of one member it is that member. */
export function unionOf(types: readonly Type[]): Type {
  const isNull = (type: Type): boolean => type.kind === "literal" && type.value === null;
  const members = distinct(types.filter((type) => !isNull(type)));
  const [only] = members;
  if (only === undefined) return { kind: "literal", value: null };
  const union: Type = members.length === 1 ? only : { kind: "union", members };
  return types.some(isNull) ? nullable(union) : union;
}

function distinct(types: readonly Type[]): readonly Type[] {
  return [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
}

function nullable(of: Type): Type {
  return of.kind === "nullable" ? of : { kind: "nullable", of };
}

/** Whether a number in the type may be an integer; references have their own pages. */
export function hasOpenNumber(type: LinkedType): boolean {
  return holds(type, "number-or-integer");
}

function numberClaims(field: DraftField, survey: Survey): readonly Claim<NumberKind>[] {
  const claims = ask(numberRules, field, survey);
  const { place } = field.sightings[0];
  const none = claim<NumberKind>("type/no-literal", "assumed", "number", [place], "No sample shows a value.");
  return claims.length > 0 ? claims : [none];
}

/**
 * A literal of the field itself. A decimal point: a number in 145 of 146. None: an integer in 824 of 861, because
 * generators write decimals for numbers; wrong where the author's own example of a number happens to be whole (20 of 44
 * such fields of two vendors, all of them page numbers and page sizes).
 */
const ownLiteral: Rule<DraftField, NumberKind> = (field, { observations }) => {
  const seen = observations.fields.get(field.sightings[0].place);
  const kind = shown(seen);
  if (seen === undefined || kind === undefined) return undefined;
  return claim("type/literal", "shown", kind, kind === "number" ? seen.decimals : seen.integers, "A sample shows it.");
};

/** Seconds since 1970 are whole: 51 of 52 fields of five vendors that are described so. */
const unixTime: Rule<DraftField, NumberKind> = ({ sightings }) => {
  const telling = sightings.filter(({ description }) =>
    /\bunix (?:timestamp|epoch|time)|\bepoch (?:seconds|milliseconds)|seconds since (?:the (?:unix )?epoch|1970)/i.test(
      description,
    ),
  );
  if (telling.length === 0) return undefined;
  const places = telling.map(({ place }) => `${place}:description`);
  return claim("type/unix-time", "derived", "integer", places, "It is described as a Unix time.");
};

/**
 * A decimal number in the description, as the bound of a range or a value: a number in 18 of 18 fields of four vendors,
 * whose examples are often whole. Amounts of money and numbers with a unit tell of something else. Wrong where a whole
 * number is described by a ratio.
 */
const describedDecimal: Rule<DraftField, NumberKind> = ({ sightings }) => {
  const telling = sightings.filter(({ description }) =>
    /(?<![\w.$€£/])-?\d+\.\d+(?![\w%]|\.\d)/.test(description.replaceAll(/\bhttps?:\S+|\bversions? \S+/gi, "")),
  );
  if (telling.length === 0) return undefined;
  const places = telling.map(({ place }) => `${place}:description`);
  return claim("type/described-decimal", "stated", "number", places, "A decimal number describes it.");
};

/**
 * A literal under the same key in any sample: right for 191 of 194 fields of three vendors that no sample of their own
 * shows. Weaker, because two models may use one name for different things.
 */
const sameKey: Rule<DraftField, NumberKind> = (field, { observations }) => {
  const seen = observations.keys.get(norm(field.sightings[0].name));
  const kind = shown(seen);
  if (seen === undefined || kind === undefined) return undefined;
  const places = kind === "number" ? seen.decimals : seen.integers;
  return claim("type/same-key", "derived", kind, places, "A sample shows a value under the same key.");
};

/**
 * The standard of server-sent events counts `retry` in whole milliseconds, and an HTTP status is whole: 6 of 6 fields of
 * two vendors, by those standards no other can be. Wrong where an API calls something else so.
 */
const wholeName: Rule<DraftField, NumberKind> = ({ sightings: [{ name, place }] }) => {
  if (!["retry", "statuscode"].includes(norm(name))) return undefined;
  return claim("type/whole-name", "derived", "integer", [place], "What is called so is whole.");
};

/** One decimal is enough: integers are numbers too. */
function shown(seen: Observed | undefined): NumberKind | undefined {
  if (seen === undefined) return undefined;
  if (seen.decimals.length > 0) return "number";
  return seen.integers.length > 0 ? "integer" : undefined;
}

const numberRules: readonly Rule<DraftField, NumberKind>[] = [
  describedDecimal,
  ownLiteral,
  unixTime,
  wholeName,
  sameKey,
];
