import type { ModelId, Place } from "../../ir/index.ts";
import type { Draft, DraftField, DraftModel, DraftObject, LinkedType } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { type Literal, readAssigned, readLiteral } from "./literal.ts";

/** What samples and examples show of one field. */
export interface Observed {
  readonly nulls: readonly Place[];
  readonly integers: readonly Place[];
  readonly decimals: readonly Place[];
}

export interface Observations {
  /** By the place of the field's first row. */
  readonly fields: ReadonlyMap<Place, Observed>;
  /** Numbers anywhere in samples, by the normal form of their key. */
  readonly keys: ReadonlyMap<string, Observed>;
}

interface Notes {
  readonly nulls: Place[];
  readonly integers: Place[];
  readonly decimals: Place[];
}

/**
 * Reads the literals of all samples and examples of JSON values, and notes at which field each null and each number
 * stands: samples nest, so a sample of one model shows fields of others.
 */
export function observe(draft: Draft): Observations {
  const models = new Map(draft.models.map((model) => [model.id, model]));
  const fields = new Map<Place, Notes>();
  const keys = new Map<string, Notes>();
  const walk: Walk = { models, fields };
  for (const model of draft.models) {
    for (const sample of samplesOf(model)) {
      noteKeys(sample.text, sample.place, keys);
      const literal = model.kind === "object" ? readAssigned(sample.text) : undefined;
      if (literal !== undefined && model.kind === "object") visitObject(model, literal, sample.place, walk);
    }
    if (model.kind === "object") for (const field of model.fields) visitExamples(field, walk);
  }
  for (const operation of draft.operations) {
    for (const sighting of operation.sightings) {
      for (const sample of sighting.samples) if (isTyped(sample.language)) noteKeys(sample.text, sample.place, keys);
    }
    for (const field of operation.parameters) visitExamples(field, walk);
  }
  return { fields, keys };
}

interface Walk {
  readonly models: ReadonlyMap<ModelId, DraftModel>;
  readonly fields: Map<Place, Notes>;
}

/** Only the samples of a language whose literals are JSON's; the others have integers in their cells anyway. */
function isTyped(language: string): boolean {
  return language === "typescript" || language === "ts" || language === "tsx";
}

function samplesOf(model: DraftModel): readonly { readonly text: string; readonly place: Place }[] {
  const own = model.sightings.flatMap((sighting) => sighting.samples);
  const members = model.kind === "union" ? model.members.flatMap((member) => member.samples) : [];
  return [...own, ...members].filter((sample) => isTyped(sample.language));
}

function visitExamples(field: DraftField, walk: Walk): void {
  for (const sighting of field.sightings) {
    for (const example of sighting.examples) {
      visitField(field, readExample(example), `${sighting.place}:example`, walk);
    }
  }
}

/** Go prints a null as `<nil>`. */
function readExample(example: string): Literal {
  return example.trim() === "<nil>" ? { kind: "null" } : readLiteral(example);
}

function visitObject(model: DraftObject, literal: Literal, place: Place, walk: Walk): void {
  if (literal.kind !== "object") return;
  const byName = fieldsByName(model);
  for (const [key, value] of literal.entries) {
    const field = byName.get(norm(key));
    if (field !== undefined) visitField(field, value, place, walk);
  }
}

function visitField(field: DraftField, literal: Literal, place: Place, walk: Walk): void {
  const notes = notesAt(walk.fields, field.sightings[0].place);
  if (literal.kind === "null") notes.nulls.push(place);
  else for (const sighting of field.sightings) visit(sighting.type, literal, place, notes, walk);
}

function visit(type: LinkedType, literal: Literal, place: Place, notes: Notes, walk: Walk): void {
  switch (type.kind) {
    case "number-or-integer":
      if (literal.kind === "number") (literal.integer ? notes.integers : notes.decimals).push(place);
      return;
    case "nullable":
      visit(type.of, literal, place, notes, walk);
      return;
    case "list":
      if (literal.kind === "list") for (const item of literal.items) visit(type.item, item, place, notes, walk);
      return;
    case "map":
      if (literal.kind === "object") for (const [, v] of literal.entries) visit(type.value, v, place, notes, walk);
      return;
    case "union":
      visitUnion(type.members, literal, place, notes, walk);
      return;
    case "reference": {
      const model = walk.models.get(type.id);
      if (model?.kind === "object") visitObject(model, literal, place, walk);
      // The numbers of a documented union belong to its members, not to the field that refers to it.
      if (model?.kind === "union") visitUnion(types(model.members), literal, place, emptyNotes(), walk);
    }
  }
}

/** A sample of a union shows the one member that knows all of its keys; with several such members it shows nothing. */
function visitUnion(members: readonly LinkedType[], literal: Literal, place: Place, notes: Notes, walk: Walk): void {
  if (literal.kind !== "object") {
    for (const member of members) if (member.kind !== "reference") visit(member, literal, place, notes, walk);
    return;
  }
  const knowing = members
    .map((member) => (member.kind === "reference" ? walk.models.get(member.id) : undefined))
    .filter((model) => model?.kind === "object")
    .filter((model) => literal.entries.every(([key]) => fieldsByName(model).has(norm(key))));
  const [only] = knowing;
  if (only !== undefined && knowing.length === 1) visitObject(only, literal, place, walk);
}

function fieldsByName(model: DraftObject): ReadonlyMap<string, DraftField> {
  return new Map(model.fields.map((field) => [norm(field.sightings[0].name), field]));
}

function types(members: readonly { readonly type: LinkedType }[]): readonly LinkedType[] {
  return members.map((member) => member.type);
}

/** Numbers by key, for fields that no sample of their own shows. */
function noteKeys(text: string, place: Place, keys: Map<string, Notes>): void {
  for (const [, key, digits] of text.matchAll(/\b([A-Za-z_$][\w$]*)"?\s*:\s*(-?\d[\d_]*(?:\.\d+)?)\b/g)) {
    if (key === undefined || digits === undefined) continue;
    const notes = notesAt(keys, norm(key));
    (digits.includes(".") ? notes.decimals : notes.integers).push(place);
  }
}

function notesAt<K>(map: Map<K, Notes>, key: K): Notes {
  const known = map.get(key);
  if (known !== undefined) return known;
  const notes = emptyNotes();
  map.set(key, notes);
  return notes;
}

function emptyNotes(): Notes {
  return { nulls: [], integers: [], decimals: [] };
}
