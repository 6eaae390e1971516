import type { ModelId } from "../../ir/index.ts";
import type { Draft, DraftField, DraftModel, LinkedType } from "../draft.ts";
import { keyIn } from "./fields.ts";
import { pairOperations } from "./operations.ts";

/** What one field or answer refers to in the base, and in the other draft. */
export type Twin = readonly [base: ModelId, other: ModelId];

/** What the operations of both drafts refer to. */
export function operationReferences(base: Draft, other: Draft): readonly Twin[] {
  return pairOperations(base.operations, other.operations).flatMap(([one, two]) => [
    ...zipFields(one.parameters, two.parameters),
    ...zip(
      one.responses.map(({ type }) => type),
      two.responses.map(({ type }) => type),
    ),
    ...one.errors.flatMap((error): readonly Twin[] => {
      const match = two.errors.find(({ statuses }) => statuses.join() === error.statuses.join());
      return match === undefined ? [] : twins(error.type, match.type);
    }),
  ]);
}

/** What two models that are one refer to at the same field. */
export function heldByFields(one: DraftModel | undefined, two: DraftModel | undefined): readonly Twin[] {
  return one?.kind === "object" && two?.kind === "object" ? zipFields(one.fields, two.fields) : [];
}

/** The models that are members of a union, themselves or in a list. */
export function membersOf(model: DraftModel | undefined): readonly ModelId[] {
  return model?.kind === "union" ? model.members.flatMap(({ type }) => held(type)) : [];
}

function held(type: LinkedType): readonly ModelId[] {
  if (type.kind === "nullable") return held(type.of);
  if (type.kind === "list" || type.kind === "stream") return held(type.item);
  return type.kind === "reference" ? [type.id] : [];
}

function zipFields(one: readonly DraftField[], two: readonly DraftField[]): readonly Twin[] {
  const key = keyIn(two);
  const byName = new Map(two.map((field) => [key(field), field]));
  const keyOf = keyIn(one);
  return one.flatMap((field): readonly Twin[] => {
    const match = byName.get(keyOf(field));
    return match === undefined ? [] : twins(field.sightings[0].type, match.sightings[0].type);
  });
}

function zip(one: readonly LinkedType[], two: readonly LinkedType[]): readonly Twin[] {
  return one.flatMap((type, at): readonly Twin[] => {
    const match = two[at];
    return match === undefined ? [] : twins(type, match);
  });
}

/** The models that two types name at the same depth. */
function twins(one: LinkedType, two: LinkedType): readonly Twin[] {
  if (one.kind === "nullable") return twins(one.of, two);
  if (two.kind === "nullable") return twins(one, two.of);
  if (one.kind === "list" && two.kind === "list") return twins(one.item, two.item);
  if (one.kind === "map" && two.kind === "map") return twins(one.value, two.value);
  if (one.kind === "stream" && two.kind === "stream") return twins(one.item, two.item);
  return one.kind === "reference" && two.kind === "reference" ? [[one.id, two.id]] : [];
}
