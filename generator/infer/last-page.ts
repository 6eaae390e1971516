import type { Model, ModelId, Nullable, Operation } from "../ir/index.ts";
import { walkOf } from "../ir/walk.ts";
import { claim, decide } from "./decide.ts";

/**
 * The models with the null of the last page: what names the next one has to be there and names none. So it may be null at
 * all six of three vendors whose docs or contracts say it. Wrong where a server has an empty text instead.
 */
export function withLastPages(models: readonly Model[], operations: readonly Operation[]): readonly Model[] {
  const byId = new Map<ModelId, Model>(models.map((model) => [model.id, model]));
  const cursors = operations.flatMap((operation) => {
    const walk = walkOf(operation, byId);
    if (typeof walk !== "object" || walk.pagination.link === true) return [];
    return walk.next?.at(-1) ?? [];
  });
  return models.map((model) => {
    const own = cursors.filter((cursor) => cursor.model === model.id);
    if (model.kind !== "object" || own.length === 0) return model;
    const properties = model.properties.map((property, at) => {
      const { nullable, presence, place } = property;
      const isOpen = nullable.value === "unstated" && presence.value === "required";
      if (!isOpen || !own.some((cursor) => cursor.property === at)) return property;
      const why = "It names the next page, and the last page has none.";
      const last = claim<Nullable>("nullable/last-page", "derived", "yes", [place], why);
      return { ...property, nullable: decide([last], last) };
    });
    return { ...model, properties };
  });
}
