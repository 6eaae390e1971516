import type { Api, ModelId, Operation, Place, Type } from "../../ir/index.ts";
import { normalised, subjectOf } from "./subjects.ts";

/** How overrides name what an API has: the way back from `subjects.ts`. */
export interface Naming {
  /** `ChatRequest`, or `shared.ChatRequest` where another namespace has the title too. */
  readonly models: ReadonlyMap<ModelId, string>;
  /** `field ChatRequest.maxTokens` or `parameter chat.complete.limit`, by the place of the row. */
  readonly fields: ReadonlyMap<Place, string>;
}

/** Names the models, the fields and the parameters of an API. */
export function namingOf({ models, operations }: Pick<Api, "models" | "operations">): Naming {
  const titles = new Map<string, number>();
  for (const { title } of models) titles.set(normalised(title), (titles.get(normalised(title)) ?? 0) + 1);
  const names = new Map(
    models.map(({ id, title, namespace }): [ModelId, string] => {
      const isShared = (titles.get(normalised(title)) ?? 0) > 1 && namespace !== "";
      return [id, isShared ? `${namespace}.${title}` : title];
    }),
  );
  // The rows of a wrapper document are fields of that document, wherever they are parameters: models come last.
  const fields = new Map<Place, string>([
    ...operations.flatMap((operation) =>
      operation.parameters
        // What a path has and the docs do not stands in no row.
        .filter(({ place }) => place !== operation.place)
        .map(({ name, place }): [Place, string] => [place, `parameter ${operationName(operation)}.${name}`]),
    ),
    ...models.flatMap((model) =>
      (model.kind === "object" ? model.properties : []).map(({ name, place }): [Place, string] => [
        place,
        `field ${names.get(model.id)}.${name}`,
      ]),
    ),
  ]);
  return { models: names, fields };
}

/** `chat.complete`. */
export function operationName(operation: Pick<Operation, "group" | "words">): string {
  return subjectOf(operation);
}

/** A type as an override states it; undefined where none can. */
export function typeName(type: Type, models: Naming["models"]): string | undefined {
  switch (type.kind) {
    case "string":
    case "boolean":
    case "integer":
    case "number":
    case "date-time":
    case "date":
    case "decimal":
    case "bytes":
      return type.kind;
    case "reference":
      return models.get(type.id);
    case "list": {
      const item = typeName(type.item, models);
      return item === undefined ? undefined : `${item}[]`;
    }
    default:
      return undefined;
  }
}
