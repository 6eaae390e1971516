import type { Place } from "../../ir/index.ts";
import type { DraftField, DraftOperation } from "../../link/draft.ts";
import { nameKey, splitWords } from "../../link/words.ts";
import { defaultOf } from "../default.ts";
import type { Survey } from "../survey.ts";

/** The number of the first page, and where it stands. */
export interface FirstPage {
  readonly number: number;
  readonly place: Place;
}

/**
 * Which number the first page has: a stated default, a sentence ("0-indexed"), else the 0 or 1 of the operation's own
 * sample or of the example. Of the 79 parameters that count pages, in seven folders of two vendors (those of three more
 * count none), 4 have such a sentence, 60 such a sample or example, and 15 nothing; where both stand, they agree. Seven
 * operations of one API count from 0 and six from 1, so none tells of another one, and without a word nothing is assumed.
 * Wrong where a sample shows the second page.
 */
export function firstPageOf(field: DraftField, operation: DraftOperation, survey: Survey): FirstPage | undefined {
  const { place } = field.sightings[0];
  const stated = defaultOf(field, { kind: "integer" }, survey);
  if (typeof stated?.value === "number") return { number: stated.value, place };
  return told(field) ?? sampled(field, operation) ?? exemplified(field);
}

const sentence =
  /\b(?:(zero|one|0|1)[- ](?:indexed|based)|(?:starts?|starting|begins?|beginning) (?:at|from|with) `?([01])\b)/i;

function told(field: DraftField): FirstPage | undefined {
  return firstOf(field.sightings, ({ description, place }) => {
    const [, kind = "", start = ""] = sentence.exec(description) ?? [];
    const word = (kind || start).toLowerCase();
    if (word === "") return undefined;
    return { number: word === "0" || word === "zero" ? 0 : 1, place: `${place}:description` };
  });
}

/** `page=0`, `page: 1`, `"page" => 1`, `.page(1L)`, `Page: client.Pointer[float64](1)`. */
const argument = /\b(\w+)["']?\s*(?:=>|[:=(])\s*(?:[\w.]+(?:\[\w+\])?\()?([01])(?:\.0+)?[dfL]?(?![\w.])/g;

function sampled(field: DraftField, operation: DraftOperation): FirstPage | undefined {
  const key = nameKey(field.words);
  const samples = operation.sightings.flatMap((sighting) => sighting.samples);
  return firstOf(samples, ({ text, place }) => {
    const found = [...text.matchAll(argument)].find(([, name = ""]) => nameKey(splitWords(name)) === key);
    return found === undefined ? undefined : { number: Number(found[2]), place };
  });
}

function exemplified(field: DraftField): FirstPage | undefined {
  return firstOf(field.sightings, ({ examples, place }) => {
    const found = examples.find((example) => /^[01](?:\.0+)?$/.test(example.trim()));
    return found === undefined ? undefined : { number: Number(found), place: `${place}:example` };
  });
}

function firstOf<T>(things: readonly T[], find: (thing: T) => FirstPage | undefined): FirstPage | undefined {
  return things.map(find).find((found) => found !== undefined);
}
