import type { Claim, Fact, Nullable } from "../ir/index.ts";
import type { DraftField } from "../link/draft.ts";
import { norm, splitWords } from "../link/words.ts";
import { ask, claim, decide, type Rule } from "./decide.ts";
import type { Survey } from "./survey.ts";

/** Whether the value may be null: what cells say, then prose, then samples. */
export function nullableOf(field: DraftField, survey: Survey): Fact<Nullable> {
  const { place } = field.sightings[0];
  const unstated = claim<Nullable>("nullable/none", "assumed", "unstated", [place], "The docs do not say.");
  const cells = field.sightings.map(({ nullable }) => weighed(nullable));
  return decide([...ask(rules, field, survey), ...cells], unstated);
}

/** A cell that cannot say anything weighs nothing. */
function weighed(cell: Claim<Nullable>): Claim<Nullable> {
  return cell.value === "unstated" ? { ...cell, strength: "assumed" } : cell;
}

const declared: Rule<DraftField, Nullable> = ({ sightings: [{ place }] }, { declared }) =>
  declared.fields.get(place)?.nullable;

/** A null that a cell wraps around the whole type, where the dialect did not take it for its own. */
const wrapped: Rule<DraftField, Nullable> = ({ sightings }) => {
  const telling = sightings.filter(({ type }) => type.kind === "nullable");
  if (telling.length === 0) return undefined;
  const places = telling.map(({ place }) => `${place}:type`);
  return claim("nullable/cell", "stated", "yes", places, "The type cell allows null.");
};

/**
 * A back-ticked `null` in the field's own description: nullable in 4 of 4 fields whose cells can say so. So is one in
 * words that tell when or as what it is null (11 of 11 fields of three vendors). Wrong where a sentence that refuses null, or
 * speaks of another field, does not say so.
 */
const prose: Rule<DraftField, Nullable> = ({ sightings }) => {
  const telling = sightings.filter(
    ({ name, description }) =>
      (/`null`/.test(description) && !denial.test(description)) ||
      sentencesOf(description).some((sentence) => inWords.test(sentence) && isOfItself(sentence, name)),
  );
  if (telling.length === 0) return undefined;
  const places = telling.map(({ place }) => `${place}:description`);
  return claim("nullable/prose", "shown", "yes", places, "The description speaks of `null`.");
};

const denial = /\b(?:not|never|no longer|cannot|without)\b/i;

const inWords =
  /\b(?:or|otherwise|be|to|specify|pass) null\b(?! values?\b)|^null (?:when|if|means|for|until|unless|indicates)\b/i;

function sentencesOf(description: string): readonly string[] {
  return description.split(/(?<=[.;])\s+|\n+/);
}

/** Whether a sentence says it of no other field, and does not refuse it; a condition may be denied. */
function isOfItself(sentence: string, name: string): boolean {
  const before = sentence.slice(0, inWords.exec(sentence)?.index);
  const subject = /(\w+) (?:can|could|may|might|will) be\b/i.exec(sentence)?.[1];
  const named = [...sentence.matchAll(/`(\w+)`/g)].map(([, other = ""]) => other);
  const others = [...named, ...(subject === undefined || pronouns.has(subject.toLowerCase()) ? [] : [subject])];
  return !denial.test(before) && others.every((other) => norm(other) === norm(name));
}

const pronouns: ReadonlySet<string> = new Set(["field", "it", "property", "that", "this", "value", "which"]);

/** A null in a sample or an example: right in 44 of 44, and seen for one in ten of the nullable fields. */
const sample: Rule<DraftField, Nullable> = ({ sightings: [{ place }] }, { observations }) => {
  const nulls = observations.fields.get(place)?.nulls ?? [];
  if (nulls.length === 0) return undefined;
  return claim("nullable/sample", "shown", "yes", nulls, "A sample or an example has null.");
};

/**
 * It refers to a model whose title ends with the word: a contract has such a twin of another schema to allow null, as all
 * of three vendors that have one do. Wrong for a model that is about what may be null.
 */
const title: Rule<DraftField, Nullable> = ({ sightings: [{ type, place }] }, { models }) => {
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  if (model === undefined || splitWords(model.title).at(-1) !== "nullable") return undefined;
  return claim("nullable/title", "derived", "yes", [`${place}:type`, `${model.page}#title`], "Its model is called so.");
};

/** A null of the same field in another document; see there for its worth. */
const twin: Rule<DraftField, Nullable> = ({ sightings: [{ place }] }, survey) => survey.nullTwins.get(place);

const rules: readonly Rule<DraftField, Nullable>[] = [declared, wrapped, prose, sample, twin, title];
