import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { Model, ModelId, Type, UnionMember, UnionModel } from "../ir/index.ts";

/**
 * Unions that lead back to themselves through nothing but unions: there such a member adds no value, so it goes, and the
 * members of the unions between stand in its place. No reader could tell when to stop, and no compiler takes such a type.
 */
export function withoutEndlessUnions(models: readonly Model[]): {
  readonly models: readonly Model[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const unions = new Map<ModelId, UnionModel>();
  for (const model of models) if (model.kind === "union") unions.set(model.id, model);
  const reached = new Map([...unions.keys()].map((id) => [id, reachOf(id, unions)]));
  const leads = (from: ModelId, to: ModelId): boolean => reached.get(from)?.has(to) === true;
  const diagnostics: Diagnostic[] = [];
  const all = models.map((model): Model => {
    if (model.kind !== "union" || !leads(model.id, model.id)) return model;
    const isLoop = (id: ModelId): boolean => leads(model.id, id) && leads(id, model.id);
    const loops = model.members.filter(({ type }) => unionsIn(type).some(isLoop));
    diagnostics.push(...loops.map(({ place }) => diagnostic("infer/endless-union", message(model), place)));
    return { ...model, members: distinct(spread(model.members, isLoop, unions, new Set([model.id]))) };
  });
  return { models: all, diagnostics };
}

function message({ title }: UnionModel): string {
  return `Unexpected member of \`${title}\` that leads back to \`${title}\`, expected a type of its own`;
}

/** The unions that a union reaches through its members alone. */
function reachOf(from: ModelId, unions: ReadonlyMap<ModelId, UnionModel>): ReadonlySet<ModelId> {
  const reached = new Set<ModelId>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const next = (unions.get(id)?.members ?? []).flatMap(({ type }) => unionsIn(type));
    for (const one of next.filter((one) => unions.has(one) && !reached.has(one))) {
      reached.add(one);
      open.push(one);
    }
  }
  return reached;
}

/** The models that a value of the type may be as a whole. */
function unionsIn(type: Type): readonly ModelId[] {
  if (type.kind === "reference") return [type.id];
  if (type.kind === "nullable") return unionsIn(type.of);
  return type.kind === "union" ? type.members.flatMap(unionsIn) : [];
}

/** The members, with those of the loop's unions in place of these; `seen` are the unions that are spread already. */
function spread(
  members: readonly UnionMember[],
  isLoop: (id: ModelId) => boolean,
  unions: ReadonlyMap<ModelId, UnionModel>,
  seen: Set<ModelId>,
): readonly UnionMember[] {
  return members.flatMap((member): readonly UnionMember[] => {
    const { type } = member;
    const inner = (types: readonly Type[]): readonly UnionMember[] =>
      spread(
        types.map((one) => ({ ...member, type: one })),
        isLoop,
        unions,
        seen,
      );
    if (!unionsIn(type).some(isLoop)) return [member];
    if (type.kind === "nullable") return inner([type.of, { kind: "literal", value: null }]);
    if (type.kind === "union") return inner(type.members);
    const found = type.kind === "reference" && !seen.has(type.id) ? unions.get(type.id) : undefined;
    if (found === undefined) return [];
    seen.add(found.id);
    return spread(found.members, isLoop, unions, seen);
  });
}

function distinct(members: readonly UnionMember[]): readonly UnionMember[] {
  return [...new Map(members.map((member) => [JSON.stringify(member.type), member])).values()];
}
