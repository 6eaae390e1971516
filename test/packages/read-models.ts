import type { Api, Model, ModelId, Type } from "../../generator/ir/index.ts";

/**
 * The models that a response may hold, and those that nothing holds. Only these take a null that the docs leave open: a
 * model that is only sent has what its caller says.
 */
export function readModels(api: Api): ReadonlySet<ModelId> {
  const byId = new Map(api.models.map((model) => [model.id, model]));
  const read = reach(api.operations.flatMap((one) => [one.replies.value, one.errors.map((error) => error.type)]));
  const sent = reach(api.operations.map((one) => [one.body?.type, one.parameters.map((one) => one.type.value)]));
  const isRead = (model: Model): boolean => model.read !== undefined || read.has(model.id) || !sent.has(model.id);
  return new Set(api.models.filter(isRead).map((model) => model.id));

  /** The models that a part of the API names, however deep. */
  function reach(part: unknown): ReadonlySet<ModelId> {
    const reached = new Set<ModelId>();
    const open = references(part);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      open.push(...references(byId.get(id)));
    }
    return reached;
  }
}

/** A reference is the one node with this kind, wherever it stands. */
function references(part: unknown): ModelId[] {
  if (typeof part !== "object" || part === null) return [];
  if (isReference(part)) return [part.id];
  return Object.values(part).flatMap(references);
}

function isReference(part: object): part is Extract<Type, { readonly kind: "reference" }> {
  return "kind" in part && part.kind === "reference";
}
