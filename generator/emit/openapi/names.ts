import type { Model, ModelId } from "../../ir/index.ts";
import { pascalCase, uniqueNames } from "../print/identifier.ts";
import { byCodeUnits } from "../print/order.ts";

/**
 * The keys of `components/schemas`. Of several documents with one title the first by namespace keeps it, the others get
 * their namespace in front, so that a new document renames none before it.
 */
export function schemaNames(models: readonly Model[]): ReadonlyMap<ModelId, string> {
  const unique = uniqueNames();
  const sorted = [...models].sort((one, other) => byCodeUnits(one.id, other.id));
  const seen = new Set<string>();
  const isFirst = ({ title }: Model): boolean => {
    const key = legal(title).toLowerCase();
    return seen.size !== seen.add(key).size;
  };
  const groups = sorted.map((model) => ({ model, first: isFirst(model) }));
  const names = [...groups.filter(({ first }) => first), ...groups.filter(({ first }) => !first)].map(
    ({ model, first }): [ModelId, string] => [
      model.id,
      unique(first ? legal(model.title) : `${legal(pascalCase([model.namespace]))}${legal(model.title)}`),
    ],
  );
  return new Map(names);
}

/** What OpenAPI allows in the name of a component. */
export function legal(name: string, otherwise = "Model"): string {
  const plain = name.replaceAll(/[^a-zA-Z0-9._-]+/g, "_");
  return /[a-zA-Z0-9]/.test(plain) ? plain : otherwise;
}

/** The reference to a schema by its name. */
export function schemaRef(name: string): string {
  return `#/components/schemas/${pointer(name)}`;
}

/** A key as one step of a JSON pointer. */
export function pointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
