import { parsedJson } from "../../ir/example.ts";
import type { ModelId, Place } from "../../ir/index.ts";
import type { Draft, DraftField, DraftModel, LinkedType } from "../../link/draft.ts";
import { nameKey, norm } from "../../link/words.ts";

/** A key that examples of a field's own object have for it, and where they stand. */
export interface OwnExample {
  readonly form: string;
  readonly places: readonly Place[];
}

/**
 * The key of each field in the examples of values of its own object, by the place of the field's first row. A field for
 * which examples have several keys is left out.
 */
export function ownExamples(draft: Draft): ReadonlyMap<Place, OwnExample> {
  const models = new Map(draft.models.map((model) => [model.id, model]));
  const seen = new Map<Place, Map<string, Set<Place>>>();
  for (const { type, value, place } of examplesOf(draft)) {
    for (const [field, key] of keysIn(type, value, models)) {
      const keys = seen.get(field.sightings[0].place) ?? new Map<string, Set<Place>>();
      keys.set(key, (keys.get(key) ?? new Set()).add(place));
      seen.set(field.sightings[0].place, keys);
    }
  }
  return new Map(
    [...seen].flatMap(([place, keys]): [Place, OwnExample][] => {
      const [only] = keys;
      return only !== undefined && keys.size === 1 ? [[place, { form: only[0], places: [...only[1]] }]] : [];
    }),
  );
}

interface Example {
  readonly type: LinkedType;
  readonly value: unknown;
  readonly place: Place;
}

function examplesOf({ models, operations }: Draft): readonly Example[] {
  const fields = [
    ...models.flatMap((model) => (model.kind === "object" ? model.fields : [])),
    ...operations.flatMap(({ parameters, request }) => (request === null ? parameters : [...parameters, request])),
  ];
  return fields.flatMap(({ sightings }) =>
    sightings.flatMap(({ type, examples, place }) =>
      examples
        .filter((text) => /^\s*[[{]/.test(text))
        .map((text) => ({ type, value: parsedJson(text), place: `${place}:example` })),
    ),
  );
}

type Models = ReadonlyMap<ModelId, DraftModel>;

/** The fields that a value has a key for, at any depth. */
function keysIn(root: LinkedType, value: unknown, models: Models): readonly (readonly [DraftField, string])[] {
  const found: (readonly [DraftField, string])[] = [];
  // Members of unions meet again further down.
  const visited = new Map<object, Set<ModelId>>();
  const visit = (type: LinkedType, value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (type.kind === "nullable") visit(type.of, value);
    if (type.kind === "list") for (const item of Array.isArray(value) ? value : []) visit(type.item, item);
    if (type.kind === "map") for (const item of Object.values(value)) visit(type.value, item);
    if (type.kind === "union") for (const member of type.members) visit(member, value);
    if (type.kind === "reference") visitModel(type.id, value);
  };
  const visitModel = (id: ModelId, value: object): void => {
    const ids = visited.get(value) ?? new Set();
    if (ids.has(id)) return;
    visited.set(value, ids.add(id));
    const model = models.get(id);
    if (model?.kind === "union") for (const member of model.members) visit(member.type, value);
    if (model?.kind !== "object" || Array.isArray(value)) return;
    for (const field of model.fields) {
      const keys = Object.keys(value).filter((key) => norm(key) === nameKey(field.words));
      const [key] = keys;
      if (key === undefined || keys.length > 1) continue;
      found.push([field, key]);
      visit(field.sightings[0].type, Reflect.get(value, key));
    }
  };
  visit(root, value);
  return found;
}
