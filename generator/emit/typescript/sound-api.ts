import { callables } from "../../ir/callables.ts";
import type { Api, Fact, Model, Operation } from "../../ir/index.ts";
import { isIdempotencyKey, optionalKey } from "./idempotency.ts";

/**
 * The API as TypeScript and JSON can hold it: every name on the wire once in its object or in its part of a request, every
 * value once in its enum, a value for every variable of a path, and a key that the client makes as optional. Of two rows
 * with one name the first keeps it. The form of an operation that always streams is an operation of its own, as callers
 * see it.
 */
export function soundApi(api: Api): Api {
  return {
    ...api,
    models: api.models.map(soundModel),
    operations: api.operations.flatMap(callables).map(soundOperation),
  };
}

function soundModel(model: Model): Model {
  if (model.kind === "object")
    return { ...model, properties: firstOf(model.properties, ({ wireName }) => wireName.value) };
  if (model.kind === "union") return model;
  const values = firstOf(model.values, ({ value }) => value);
  // An enum of which the docs list no value can have any.
  const open: Fact<boolean> = values.length === 0 ? { ...model.open, value: true } : model.open;
  return { ...model, values, open };
}

function soundOperation(operation: Operation): Operation {
  const placeOf = ({ location, wireName }: Operation["parameters"][number]): string => {
    // Header names have no case.
    const name = location.value === "header" ? wireName.value.toLowerCase() : wireName.value;
    return `${location.value} ${name}`;
  };
  return { ...operation, parameters: firstOf(operation.parameters, placeOf).map(soundParameter) };
}

/** A path has no place for what is not there. */
function soundParameter(parameter: Operation["parameters"][number]): Operation["parameters"][number] {
  if (isIdempotencyKey(parameter)) return optionalKey(parameter);
  // What the client is given fills the place; where nobody gives it, the call fails.
  if (parameter.location.value !== "path" || parameter.global !== undefined) return parameter;
  const { presence, nullable } = parameter;
  return { ...parameter, presence: { ...presence, value: "required" }, nullable: { ...nullable, value: "no" } };
}

function firstOf<T>(items: readonly T[], keyOf: (item: T) => unknown): readonly T[] {
  const keys = items.map(keyOf);
  return items.filter((_, index) => keys.indexOf(keys[index]) === index);
}
