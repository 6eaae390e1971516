import { reachOf } from "../emit/openapi/reach.ts";
import { nameModels } from "../emit/typescript/names.ts";
import { namingOf } from "../infer/overrides/naming.ts";
import type { Api, Fact, Model, ModelId, Place, Property } from "../ir/index.ts";
import type { ApiOptions } from "../options.ts";
import type { Direction } from "./change.ts";

/** What decides how the package spells things. */
export type Spelling = Pick<ApiOptions, "fields">;

/** One of the two states of an API. */
export interface Side {
  readonly api: Api;
  readonly models: ReadonlyMap<ModelId, Model>;
  /** `ChatRequest`, or `shared.ChatRequest` where another namespace has the title too. */
  readonly nameOf: (id: ModelId) => string;
  /** What the package calls a model's type: where two have one title, that depends on all that have it. */
  readonly typeOf: (id: ModelId) => string;
  /** The models that are sent, and those that are received. */
  readonly written: ReadonlySet<ModelId>;
  readonly read: ReadonlySet<ModelId>;
}

/** Both states, and which models of them are one. */
export interface Scope {
  readonly before: Side;
  readonly after: Side;
  readonly spelling: Spelling;
  /** From the model before to the model after. */
  readonly pairs: ReadonlyMap<ModelId, ModelId>;
}

export function scopeOf(before: Api, after: Api, spelling: Spelling): Scope {
  const pairs = pairModels(before.models, after.models);
  const [old, now] = [sideOf(before, spelling), sideOf(after, spelling)];
  // A model that was renamed has its new name on both sides, so that its name alone differs.
  const nameOf = (id: ModelId): string => {
    const current = pairs.get(id);
    return current === undefined ? old.nameOf(id) : now.nameOf(current);
  };
  return { before: { ...old, nameOf }, after: now, spelling, pairs };
}

function sideOf(api: Api, spelling: Spelling): Side {
  const { models: names } = namingOf(api);
  const types = nameModels(api, spelling);
  const { written, read } = reachOf(api);
  const models = new Map(api.models.map((model) => [model.id, model]));
  return { api, models, nameOf: (id) => names.get(id) ?? id, typeOf: (id) => types.get(id)?.type ?? id, written, read };
}

/** Models of one id are one; of the others those of one title, where either state has it once: a namespace was renamed. */
function pairModels(before: readonly Model[], after: readonly Model[]): ReadonlyMap<ModelId, ModelId> {
  const [ids, old] = [new Set(after.map(({ id }) => id)), new Set(before.map(({ id }) => id))];
  const same = before.filter(({ id }) => ids.has(id)).map(({ id }): [ModelId, ModelId] => [id, id]);
  const gone = loners(before.filter(({ id }) => !ids.has(id)));
  const come = loners(after.filter(({ id }) => !old.has(id)));
  const moved = [...gone].flatMap(([title, id]): [ModelId, ModelId][] => {
    const now = come.get(title);
    return now === undefined ? [] : [[id, now]];
  });
  return new Map([...same, ...moved]);
}

function loners(models: readonly Model[]): ReadonlyMap<string, ModelId> {
  const seen = new Set<string>();
  const lone = new Map<string, ModelId>();
  for (const { title, id } of models) {
    const key = title.toLowerCase();
    if (seen.has(key)) lone.delete(key);
    else lone.set(key, id);
    seen.add(key);
  }
  return lone;
}

/** Which way a model travels, in either state. */
export function directionOf({ before, after }: Scope, was: ModelId | null, is: ModelId | null): Direction {
  const isWritten = has(before.written, was) || has(after.written, is);
  const isRead = has(before.read, was) || has(after.read, is);
  return isWritten === isRead ? "both" : isWritten ? "request" : "response";
}

function has(ids: ReadonlySet<ModelId>, id: ModelId | null): boolean {
  return id !== null && ids.has(id);
}

/** Whether a field may be null; where the docs do not say, an optional one that is received may. */
export function takesNull({ nullable, presence }: Pick<Property, "nullable" | "presence">, isRead: boolean): boolean {
  return nullable.value === "yes" || (nullable.value === "unstated" && isRead && presence.value === "optional");
}

/** The row that a fact rests on most; `otherwise` where none is known. */
export function behind<Otherwise extends Place | null>(fact: Fact<unknown>, otherwise: Otherwise): Place | Otherwise {
  return fact.because.find(({ places }) => places.length > 0)?.places[0] ?? otherwise;
}
