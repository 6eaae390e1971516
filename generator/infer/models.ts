import type { EnumModel, Model, ModelId, ObjectModel, UnionModel } from "../ir/index.ts";
import type { DraftMember, DraftModel, DraftUnion } from "../link/draft.ts";
import { claim } from "./decide.ts";
import { withoutEndlessUnions } from "./endless-unions.ts";
import { distinctNames } from "./names/distinct.ts";
import { type OpenMarks, openMarks, openOf } from "./open.ts";
import { additionalOf, propertiesOf } from "./property.ts";
import { readOf } from "./replies/read.ts";
import { readLiteral } from "./samples/literal.ts";
import type { Survey } from "./survey.ts";
import { type StatedTag, tagOf } from "./tag.ts";
import { hasOpenNumber, toType, unionOf } from "./type.ts";
import { referencesOf } from "./uses.ts";

/** All models, decided. Tags come last: they are constants of properties whose wire names are known by then. */
export function modelsOf(survey: Survey): ReturnType<typeof withoutEndlessUnions> {
  const marks = openMarks(survey.draft);
  const own = survey.draft.models.filter((model) => !isForeignWrapper(model, survey));
  const decided = own.map((model) => modelOf(model, marks, survey));
  const { models, diagnostics } = withoutEndlessUnions(decided);
  const byId = new Map<ModelId, Model>(models.map((model) => [model.id, model]));
  const stated = new Map(own.flatMap((model) => (model.kind === "union" ? statedTags(model) : [])));
  const tagged = models.map((model) =>
    model.kind === "union" ? { ...model, ...tagOf(model, byId, stated.get(model.id)) } : model,
  );
  return { models: tagged, diagnostics };
}

/** What pages call the tag of a union, by the union. */
function statedTags({ id, sightings }: DraftUnion): readonly (readonly [ModelId, StatedTag])[] {
  return sightings.flatMap(({ discriminator }) => (discriminator === undefined ? [] : [[id, discriminator] as const]));
}

/**
 * The envelope that one language has for a response which another one hands out as it is: no part of the API. Every
 * operation that answers with it has a response line that names something else.
 */
function isForeignWrapper({ id }: DraftModel, { roles, uses }: Survey): boolean {
  const operations = uses.answers.get(id) ?? [];
  if (roles.get(id)?.value !== "envelope" || operations.length === 0 || uses.referred.has(id)) return false;
  return operations.every(({ responses }) => responses.some(({ type }) => !referencesOf(type).includes(id)));
}

function modelOf(model: DraftModel, marks: OpenMarks, survey: Survey): Model {
  const deprecated = model.sightings.find((sighting) => sighting.deprecated !== undefined)?.deprecated;
  const read = readOf(model, survey);
  const base = {
    id: model.id,
    title: model.title,
    namespace: model.namespace,
    page: model.page,
    description: model.sightings.find(({ description }) => description !== "")?.description ?? "",
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(read === undefined ? {} : { read }),
  };
  switch (model.kind) {
    case "object": {
      const additional = additionalOf(model);
      const role = survey.roles.get(model.id);
      if (role === undefined) throw new Error(`No role was decided for ${model.id}.`);
      return {
        ...base,
        kind: "object",
        properties: distinctNames(propertiesOf(model, survey)),
        ...(additional === undefined ? {} : { additional }),
        role,
      } satisfies ObjectModel;
    }
    case "enum":
      return {
        ...base,
        kind: "enum",
        values: model.values.map(({ value, description }) => ({ value, description })),
        open: openOf(model, marks),
      } satisfies EnumModel;
    case "union": {
      const undecided = claim<string | null>("tag/none", "assumed", null, [], "Not asked yet.");
      return {
        ...base,
        kind: "union",
        members: onceEach(model.members).map((member) => ({ type: memberType(member), tags: [], place: member.place })),
        tag: { value: null, because: [undecided], against: [] },
      } satisfies UnionModel;
    }
  }
}

/** Pages list a model once for each value of the discriminator that means it. */
function onceEach(members: readonly DraftMember[]): readonly DraftMember[] {
  const seen = new Set<string>();
  return members.filter(({ type }) => {
    if (type.kind !== "reference") return true;
    const isNew = !seen.has(type.id);
    seen.add(type.id);
    return isNew;
  });
}

/** A union may list `number` twice, once for integers; the member's sample tells which (367 of 367). */
function memberType(member: DraftMember): UnionModel["members"][number]["type"] {
  const literals = hasOpenNumber(member.type) ? member.samples.map(({ text }) => text) : [];
  const isInteger = literals.some((text) => {
    const literal = readLiteral(text.slice(text.indexOf("=") + 1));
    const value = literal.kind === "list" ? literal.items[0] : literal;
    return value?.kind === "number" && value.integer;
  });
  // The raw response of an HTTP library, as a form of an answer, is its bytes.
  if (member.type.kind === "response") return { kind: "bytes" };
  return unionOf([toType(member.type, isInteger ? "integer" : "number")]);
}
