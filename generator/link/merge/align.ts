import type { ModelId } from "../../ir/index.ts";
import type { Draft, DraftModel, DraftObject } from "../draft.ts";
import { norm } from "../words.ts";
import { keyIn } from "./fields.ts";
import { isEnvelope, isWrapper } from "./models.ts";
import { heldByFields, membersOf, operationReferences, type Twin } from "./references.ts";

/**
 * Which models of one draft are which of another: ids of the other to ids of the base. Titles tell nearly all; what
 * namespaces are called differs (`shared`, `components`, none at all), and some languages escape a title (`ErrorT`), or
 * give a short one (`Customer`) to the schema of another field, so that what no title tells is paired where two things
 * that are one already refer to it from one field.
 */
export function align(base: Draft, other: Draft): ReadonlyMap<ModelId, ModelId> {
  const pairs: Pairs = { base: byId(base), other: byId(other), ids: new Map(), taken: new Map() };
  const stated = operationReferences(base, other);
  pairTitles(pairs);
  partStrangers(pairs, stated);
  pairReferences(pairs, stated);
  // What was parted, and found nothing that fits better.
  pairTitles(pairs);
  pairReferences(pairs, stated);
  return pairs.ids;
}

function pairTitles(pairs: Pairs): void {
  pairBy(pairs, fullName, fullName);
  const spaces = namesakes(pairs);
  pairBy(pairs, fullName, ({ namespace, title }) => `${spaces.get(norm(namespace)) ?? norm(namespace)}/${norm(title)}`);
  pairBy(pairs, title, title);
  pairBy(pairs, unescaped, unescaped);
}

interface Pairs {
  readonly base: ReadonlyMap<ModelId, DraftModel>;
  readonly other: ReadonlyMap<ModelId, DraftModel>;
  /** Ids of the other to those of the base. */
  readonly ids: Map<ModelId, ModelId>;
  /** The way back. */
  readonly taken: Map<ModelId, ModelId>;
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
  taken.set(base.id, other.id);
  return true;
}

/**
 * A title is no proof where titles are numbered (`ResponseBody5`): objects have a field in common, and enums a value.
 * Not so the wrappers of one response, which each language makes in its own way.
 */
function isAlike(base: DraftModel, other: DraftModel): boolean {
  if (base.kind === "enum" && other.kind === "enum")
    return haveCommon(base.values.map(valueText), other.values.map(valueText));
  if (base.kind === "object" && other.kind === "object") return areAlikeObjects(base, other);
  return base.kind === other.kind;
}

function areAlikeObjects(base: DraftObject, other: DraftObject): boolean {
  const isOneTitle = norm(base.title) === norm(other.title);
  if (isOneTitle && isWrapper(base)) return true;
  if (!isOneTitle && isEnvelope(base) !== isEnvelope(other)) return false;
  return haveCommon(base.fields.map(keyIn(base.fields)), other.fields.map(keyIn(other.fields)));
}

function haveCommon(one: readonly string[], two: readonly string[]): boolean {
  return one.length === 0 || two.length === 0 || one.some((key) => two.includes(key));
}

function valueText({ value }: { readonly value: string | number }): string {
  return String(value);
}

/**
 * Parts the models of one title that nothing refers to from both sides, where a field refers from one side to the one and
 * from the other to a model like it.
 */
function partStrangers(pairs: Pairs, stated: readonly Twin[]): void {
  for (let parted = true; parted; ) {
    parted = false;
    const met = new Set<ModelId>(pairedMembers(pairs));
    const strange = new Set<ModelId>();
    for (const [one, two] of [...stated, ...fieldsOfPairs(pairs)]) {
      if (pairs.ids.get(two) === one) met.add(two);
      else if (areAlike(pairs, one, two)) strange.add(two).add(pairs.taken.get(one) ?? two);
    }
    for (const id of strange) {
      const target = pairs.ids.get(id);
      if (target === undefined || met.has(id)) continue;
      pairs.ids.delete(id);
      pairs.taken.delete(target);
      parted = true;
    }
  }
}

function fieldsOfPairs({ base, other, ids }: Pairs): readonly Twin[] {
  return [...ids].flatMap(([id, target]) => heldByFields(base.get(target), other.get(id)));
}

/** The models that are members of a union on both sides, in whatever order. */
function pairedMembers({ base, other, ids }: Pairs): readonly ModelId[] {
  return [...ids].flatMap(([id, target]) => {
    const members = new Set(membersOf(base.get(target)));
    return membersOf(other.get(id)).filter((member) => members.has(ids.get(member) ?? ""));
  });
}

/** What the unions have left when members that are one are taken away, in their order. */
function leftMembers({ ids, taken }: Pairs, one: DraftModel, two: DraftModel): readonly Twin[] {
  const [members, others] = [new Set(membersOf(one)), new Set(membersOf(two))];
  const left = [...members].filter((id) => !others.has(taken.get(id) ?? ""));
  const right = [...others].filter((id) => !members.has(ids.get(id) ?? ""));
  return left.length === right.length ? left.map((id, at): Twin => [id, right[at] ?? ""]) : [];
}

function areAlike({ base, other }: Pairs, one: ModelId, two: ModelId): boolean {
  const [known, met] = [base.get(one), other.get(two)];
  return known !== undefined && met !== undefined && isAlike(known, met);
}

/** Follows the references of what is paired to what is not, until nothing new is found. */
function pairReferences(pairs: Pairs, stated: readonly Twin[]): void {
  const queue = [...stated];
  const follow = (one: DraftModel | undefined, two: DraftModel | undefined): void => {
    if (one !== undefined && two !== undefined) queue.push(...heldByFields(one, two), ...leftMembers(pairs, one, two));
  };
  for (const [id, target] of pairs.ids) follow(pairs.base.get(target), pairs.other.get(id));
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [known, met] = [pairs.base.get(next[0]), pairs.other.get(next[1])];
    if (known !== undefined && met !== undefined && pair(pairs, known, met)) follow(known, met);
  }
}
