import type { Claim, Fact, SecurityScheme } from "../../ir/index.ts";
import type { DraftField, DraftOperation } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { claim, decide } from "../decide.ts";
import { credentialsIn, kindNamed, schemeOf } from "../shown-security.ts";
import { nameOf } from "./request-models.ts";

/**
 * What the credentials are that an operation alone is called with: HTTP Basic where there are a user and a password, else
 * what their one name tells, else what stands in their place in its samples. Right for the three of three vendors whose
 * contracts are known. Several names that may each be left out, or go together, tell nothing.
 */
export function ownScheme(
  { sightings }: DraftOperation,
  fields: readonly DraftField[],
): Fact<SecurityScheme> | undefined {
  const [first, second] = fields;
  const place = first?.sightings[0].place;
  if (first === undefined || place === undefined) return undefined;
  const names = fields.map(nameOf);
  if (second !== undefined) {
    const isPair = names.length === 2 && /^(?:user(?:name)?|password)+$/.test(names.join(""));
    const basic = named("basic", ["basic", "auth"], place);
    return isPair ? decide([basic], basic) : undefined;
  }
  const kind = /basic/.test(norm(first.words.join(""))) ? "basic" : kindNamed(first.words);
  const shown = sightings
    .flatMap(({ samples }) => samples.flatMap((sample) => credentialsIn(sample.text, sample.place)))
    .find(({ name }) => norm(name) === names[0]);
  const claims = [
    ...(kind === undefined ? [] : [named(kind, first.words, place)]),
    ...(shown === undefined
      ? []
      : [claim("scheme/placeholder", "derived", schemeOf(shown), [shown.place], "A sample has a placeholder for it.")]),
  ];
  const [best] = claims;
  return best && decide(claims, best);
}

function named(kind: SecurityScheme["kind"], words: readonly string[], place: string): Claim<SecurityScheme> {
  const scheme = schemeOf({ name: words.join("_"), kind, environment: null, place });
  return claim("scheme/name", "derived", scheme, [place], "Its name tells what it is.");
}
