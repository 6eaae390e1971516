import type { ModelId } from "../../ir/index.ts";
import type { Draft, DraftField, DraftModel, LinkedType } from "../draft.ts";
import { norm } from "../words.ts";
import { fieldKey } from "./fields.ts";
import { pairOperations } from "./operations.ts";

/**
 * Which models of one draft are which of another: ids of the other to ids of the base. Titles tell nearly all; what
 * namespaces are called differs (`shared`, `components`, none at all), and some languages escape a title (`ErrorT`), so
 * that what is left over is paired where two things that are one already refer to it from one field.
 */
export function align(base: Draft, other: Draft): ReadonlyMap<ModelId, ModelId> {
  const pairs: Pairs = { base: byId(base), other: byId(other), ids: new Map(), taken: new Set() };
  pairBy(pairs, fullName, fullName);
  const spaces = namesakes(pairs);
  pairBy(pairs, fullName, ({ namespace, title }) => `${spaces.get(norm(namespace)) ?? norm(namespace)}/${norm(title)}`);
  pairBy(pairs, title, title);
  pairBy(pairs, unescaped, unescaped);
  pairReferences(pairs, base, other);
  return pairs.ids;
}

interface Pairs {
  readonly base: ReadonlyMap<ModelId, DraftModel>;
  readonly other: ReadonlyMap<ModelId, DraftModel>;
  readonly ids: Map<ModelId, ModelId>;
  readonly taken: Set<ModelId>;
}

function byId({ models }: Draft): ReadonlyMap<ModelId, DraftModel> {
  return new Map(models.map((model) => [model.id, model]));
}

function fullName(model: DraftModel): string {
  return `${norm(model.namespace)}/${norm(model.title)}`;
}

function title(model: DraftModel): string {
  return norm(model.title);
}

/** Generators write `ErrorT`, `FileT`, `FieldT` where the language has such a name already. */
function unescaped(model: DraftModel): string {
  return norm(model.title.replace(/(?<=[a-z])T$/, ""));
}

/** Pairs the models that alone have a key, each on its side. */
function pairBy(pairs: Pairs, keyOf: (model: DraftModel) => string, otherKeyOf: (model: DraftModel) => string): void {
  const open = single([...pairs.base.values()].filter(({ id }) => !pairs.taken.has(id)).map((m) => [keyOf(m), m]));
  const left = [...pairs.other.values()].filter(({ id }) => !pairs.ids.has(id));
  for (const [key, model] of single(left.map((m) => [otherKeyOf(m), m]))) {
    const found = open.get(key);
    if (found !== undefined) pair(pairs, found, model);
  }
}

/** The values whose key no other value has. */
function single<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const found = new Map<string, T | undefined>();
  for (const [key, value] of entries) found.set(key, found.has(key) ? undefined : value);
  return new Map([...found].flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** The namespace of the base in which most titles of a namespace stand. */
function namesakes({ base, other }: Pairs): ReadonlyMap<string, string> {
  const spaces = new Map<string, string[]>();
  for (const model of base.values())
    spaces.set(title(model), [...(spaces.get(title(model)) ?? []), norm(model.namespace)]);
  const votes = new Map<string, Map<string, number>>();
  for (const model of other.values()) {
    const counts = votes.get(norm(model.namespace)) ?? new Map<string, number>();
    for (const space of spaces.get(title(model)) ?? []) counts.set(space, (counts.get(space) ?? 0) + 1);
    votes.set(norm(model.namespace), counts);
  }
  return new Map(
    [...votes].flatMap(([space, counts]): [string, string][] => {
      const [best] = [...counts].sort(([, one], [, two]) => two - one);
      return best === undefined ? [] : [[space, best[0]]];
    }),
  );
}

function pair({ ids, taken }: Pairs, base: DraftModel, other: DraftModel): boolean {
  if (ids.has(other.id) || taken.has(base.id) || !isAlike(base, other)) return false;
  ids.set(other.id, base.id);
  taken.add(base.id);
  return true;
}

/**
 * A title is no proof where titles are numbered (`ResponseBody5`): objects have a field in common, and enums a value.
 * Not so the wrappers of responses, which each language makes in its own way.
 */
function isAlike(base: DraftModel, other: DraftModel): boolean {
  if (base.kind === "enum" && other.kind === "enum")
    return haveCommon(base.values.map(valueText), other.values.map(valueText));
  if (base.kind === "object" && other.kind === "object")
    return /response$/i.test(base.title) || haveCommon(base.fields.map(fieldKey), other.fields.map(fieldKey));
  return base.kind === other.kind;
}

function haveCommon(one: readonly string[], two: readonly string[]): boolean {
  return one.length === 0 || two.length === 0 || one.some((key) => two.includes(key));
}

function valueText({ value }: { readonly value: string | number }): string {
  return String(value);
}

/** Follows the references of what is paired to what is not, until nothing new is found. */
function pairReferences(pairs: Pairs, base: Draft, other: Draft): void {
  const queue: (readonly [LinkedType, LinkedType])[] = pairOperations(base.operations, other.operations).flatMap(
    ([one, two]) => [
      ...zipFields(one.parameters, two.parameters),
      ...zip(
        one.responses.map(({ type }) => type),
        two.responses.map(({ type }) => type),
      ),
      ...one.errors.flatMap((error): (readonly [LinkedType, LinkedType])[] => {
        const match = two.errors.find(({ statuses }) => statuses.join() === error.statuses.join());
        return match === undefined ? [] : [[error.type, match.type]];
      }),
    ],
  );
  for (const [id, target] of pairs.ids) queue.push(...heldPairs(pairs.base.get(target), pairs.other.get(id)));
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [one, two] = next.map(bare);
    if (one === undefined || two === undefined) continue;
    if (one.kind === "list" && two.kind === "list") queue.push([one.item, two.item]);
    if (one.kind === "map" && two.kind === "map") queue.push([one.value, two.value]);
    if (one.kind === "stream" && two.kind === "stream") queue.push([one.item, two.item]);
    if (one.kind !== "reference" || two.kind !== "reference") continue;
    const [known, met] = [pairs.base.get(one.id), pairs.other.get(two.id)];
    if (known !== undefined && met !== undefined && pair(pairs, known, met)) queue.push(...heldPairs(known, met));
  }
}

function bare(type: LinkedType): LinkedType {
  return type.kind === "nullable" ? bare(type.of) : type;
}

/** The types that two models which are one have at the same field or member. */
function heldPairs(
  one: DraftModel | undefined,
  two: DraftModel | undefined,
): readonly (readonly [LinkedType, LinkedType])[] {
  if (one?.kind === "object" && two?.kind === "object") return zipFields(one.fields, two.fields);
  if (one?.kind === "union" && two?.kind === "union" && one.members.length === two.members.length) {
    return zip(
      one.members.map(({ type }) => type),
      two.members.map(({ type }) => type),
    );
  }
  return [];
}

function zipFields(
  one: readonly DraftField[],
  two: readonly DraftField[],
): readonly (readonly [LinkedType, LinkedType])[] {
  const byName = new Map(two.map((field) => [fieldKey(field), field]));
  return one.flatMap((field): (readonly [LinkedType, LinkedType])[] => {
    const match = byName.get(fieldKey(field));
    return match === undefined ? [] : [[field.sightings[0].type, match.sightings[0].type]];
  });
}

function zip<T>(one: readonly T[], two: readonly T[]): readonly (readonly [T, T])[] {
  return one.flatMap((item, at): (readonly [T, T])[] => {
    const match = two[at];
    return match === undefined ? [] : [[item, match]];
  });
}
