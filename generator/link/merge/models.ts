import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import type { Place } from "../../ir/index.ts";
import type { DraftEnum, DraftField, DraftMember, DraftModel, DraftObject, DraftUnion } from "../draft.ts";
import { joinFields, keyIn } from "./fields.ts";

/** One schema, and where its documents disagree. */
export interface Joined {
  readonly model: DraftModel;
  readonly diagnostics: readonly Diagnostic[];
  /** The pages of unions that list no members, and need none: another document lists them. */
  readonly settled: readonly Place[];
}

/** Two documents of one schema. They are of one kind: others are never paired. */
export function joinModels(base: DraftModel, other: DraftModel): Joined {
  if (base.kind === "object" && other.kind === "object") return joinObjects(base, other);
  if (base.kind === "enum" && other.kind === "enum") return joinEnums(base, other);
  if (base.kind === "union" && other.kind === "union") return joinUnions(base, other);
  throw new Error(`The ${base.kind} ${base.id} was paired with the ${other.kind} ${other.id}.`);
}

function joinObjects(base: DraftObject, other: DraftObject): Joined {
  const [first, ...others] = base.sightings;
  const sightings: DraftObject["sightings"] = [first, ...others, ...other.sightings];
  // Each language wraps a response in its own way: what one of them adds is none of the API's.
  if (isEnvelope(base) !== isEnvelope(other) && isWrapper(base) && isWrapper(other)) {
    const fields = isEnvelope(base) ? other.fields : base.fields;
    return { model: { ...base, sightings, fields }, diagnostics: [], settled: [] };
  }
  const model: DraftObject = {
    ...base,
    sightings,
    fields: joinFields(base.fields, other.fields),
    additional: [...base.additional, ...other.additional],
  };
  return { model, diagnostics: isEnvelope(base) ? [] : oneSided(base, other), settled: [] };
}

/** Whether a model is called like the wrapper of a response. */
export function isWrapper({ title }: DraftObject): boolean {
  return /response$/i.test(title);
}

/** Whether the table has the raw response of an HTTP library, or its metadata. */
export function isEnvelope({ fields }: DraftObject): boolean {
  return fields.some(isOfTheSdk);
}

/** Rows that only one of two tables has: the docs may be of different days. */
function oneSided(base: DraftObject, other: DraftObject): readonly Diagnostic[] {
  return [
    ...missing(base, other).map(([name, place]) => absence(name, base.title, place, other.sightings[0].place)),
    ...missing(other, base).map(([name, place]) => absence(name, base.title, place, base.sightings[0].place)),
  ];
}

/** The SDK's own response in an error class is none of the API's fields, and some languages have no row for it. */
function missing(has: DraftObject, lacks: DraftObject): readonly (readonly [name: string, place: string])[] {
  const names = new Set(lacks.fields.map(keyIn(lacks.fields)));
  const key = keyIn(has.fields);
  return has.fields
    .filter((field) => !names.has(key(field)) && !isOfTheSdk(field))
    .map(({ sightings: [{ name, place }] }) => [name, place]);
}

function isOfTheSdk({ words, sightings: [{ type }] }: DraftField): boolean {
  const bare = type.kind === "nullable" ? type.of : type;
  return bare.kind === "response" || words.join("") === "httpmeta";
}

function absence(name: string, title: string, place: string, elsewhere: string): Diagnostic {
  const message = `Unexpected row of \`${name}\` in one document of \`${title}\` and not in another, expected it in both`;
  return diagnostic("link/one-sided", message, place, {
    related: [{ place: elsewhere, message: "The document without it" }],
  });
}

/** All values that any document has. */
function joinEnums(base: DraftEnum, other: DraftEnum): Joined {
  const [first, ...others] = base.sightings;
  const known = new Set(base.values.map(({ value }) => String(value)));
  const more = other.values.filter(({ value }) => !known.has(String(value)));
  const found = new Set(other.values.map(({ value }) => String(value)));
  const fewer = base.values.filter(({ value }) => !found.has(String(value)));
  const model: DraftEnum = {
    ...base,
    sightings: [first, ...others, ...other.sightings],
    values: [...base.values, ...more],
  };
  const [odd] = [...more, ...fewer];
  if (odd === undefined) return { model, diagnostics: [], settled: [] };
  const message = `Unexpected value \`${odd.value}\` in one document of \`${base.title}\` and not in another, expected the same values`;
  const elsewhere = more.length > 0 ? base.sightings[0].place : other.sightings[0].place;
  const related = [{ place: elsewhere, message: "The document without it" }];
  return { model, diagnostics: [diagnostic("link/one-sided", message, odd.place, { related })], settled: [] };
}

/**
 * The members of the first document that knows them all, with what others call them and show of them, and the documents
 * that it does not have. How plain types among the members are printed differs by language, so that these tell nothing.
 */
function joinUnions(base: DraftUnion, other: DraftUnion): Joined {
  const [first, ...others] = base.sightings;
  const [best, second] = isLost(base) && !isLost(other) ? [other, base] : [base, other];
  const [more, fewer] = isLost(second) ? [[], []] : [documentsWithout(second, best), documentsWithout(best, second)];
  const model: DraftUnion = {
    ...base,
    sightings: [first, ...others, ...other.sightings],
    members: [...best.members.map((member) => enriched(member, second.members)), ...more],
  };
  const settled = isLost(second) && !isLost(best) ? second.sightings.map(({ place }) => place) : [];
  const [odd] = [...more, ...fewer];
  if (odd === undefined) return { model, diagnostics: [], settled };
  const message = `Unexpected member in one document of \`${base.title}\` and not in another, expected the same members`;
  const elsewhere = more.length > 0 ? best.sightings[0].place : second.sightings[0].place;
  const related = [{ place: elsewhere, message: "The document without it" }];
  return { model, diagnostics: [diagnostic("link/one-sided", message, odd.place, { related })], settled };
}

/** The members that have a document of their own and are none of the other union's. */
function documentsWithout({ members }: DraftUnion, other: DraftUnion): readonly DraftMember[] {
  const known = new Set(other.members.map(({ type }) => JSON.stringify(type)));
  return members.filter(({ type }) => type.kind === "reference" && !known.has(JSON.stringify(type)));
}

function isLost({ members }: DraftUnion): boolean {
  return members.some(({ type }) => type.kind === "missing" || type.kind === "unread");
}

function enriched(member: DraftMember, others: readonly DraftMember[]): DraftMember {
  const key = JSON.stringify(member.type);
  const match = others.find(({ type }) => JSON.stringify(type) === key);
  if (match === undefined) return member;
  const label = member.label ?? match.label;
  return { ...member, samples: [...member.samples, ...match.samples], ...(label === undefined ? {} : { label }) };
}
