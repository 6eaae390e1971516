import type { Model, ModelId, Nullable, ObjectModel, Operation } from "../ir/index.ts";
import { walkOf } from "../ir/walk.ts";
import { nameKey } from "../link/words.ts";
import { claim, decide } from "./decide.ts";

/**
 * The models with the nulls of the last page and of the first: what names the next page has to be there and names none, and
 * so does what names the one before. All nine required ones of three vendors whose docs or contracts say it may be null.
 * Wrong where a server has an empty text instead.
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
    const nulls = new Set(own.flatMap(({ property }) => [property, ...previousOf(model, property)]));
    const properties = model.properties.map((property, at) => {
      const { nullable, presence, place } = property;
      const isOpen = nullable.value === "unstated" && presence.value === "required";
      if (!isOpen || !nulls.has(at)) return property;
      const why = "It names another page, and there is none behind the last one or before the first.";
      const none = claim<Nullable>("nullable/last-page", "derived", "yes", [place], why);
      return { ...property, nullable: decide([none], none) };
    });
    return { ...model, properties };
  });
}

/** Where `prevCursor` stands to a `nextCursor`, or `startCursor` to an `endCursor`. */
function previousOf({ properties }: ObjectModel, next: number): readonly number[] {
  const key = nameKey(properties[next]?.words ?? []);
  const names = [key.replace("next", "prev"), key.replace("next", "previous"), key.replace("end", "start")];
  return names.flatMap((name) => {
    const at = name === key ? -1 : properties.findIndex(({ words }) => nameKey(words) === name);
    return at < 0 ? [] : [at];
  });
}
