import { misfit } from "../../ir/conform.ts";
import { exampleValue } from "../../ir/example.ts";
import type { Fact, Json, Model, ModelId, ObjectModel, Operation, Property, Sample, Type } from "../../ir/index.ts";
import { claim, decide } from "../decide.ts";

type Models = ReadonlyMap<ModelId, Model>;

/**
 * A request of nothing but what is required, by the examples of its rows; undefined where one of these has none. Wrong
 * where the server refuses the examples of two rows together.
 */
export function requestOfExamples(
  { parameters, body, place }: Pick<Operation, "parameters" | "body" | "place">,
  models: Models,
): Fact<Sample> | undefined {
  const required = parameters.filter(({ presence }) => presence.value === "required");
  const values = required.map((parameter) => ({ parameter, value: exampleOf(models, parameter, []) }));
  const needsBody = body !== null && body.presence.value === "required";
  const sent = needsBody ? requiredOf(models, body.type, []) : undefined;
  if (values.some(({ value }) => value === undefined) || (needsBody && sent === undefined)) return undefined;
  const sample: Sample = {
    parameters: values.flatMap(({ parameter: { wireName, location }, value }) =>
      value === undefined ? [] : [{ name: wireName.value, in: location.value, value }],
    ),
    ...(sent === undefined ? {} : { body: sent }),
  };
  const places = [...required.map((parameter) => `${parameter.examplesRow ?? parameter.place}:example`), place];
  const shown = claim("sample/examples", "shown", sample, places, "The examples of what is required make it.");
  return decide([shown], shown);
}

function exampleOf(models: Models, property: Property, above: readonly ModelId[]): Json | undefined {
  const [example] = property.examples;
  const type = property.type.value;
  const value = example === undefined ? undefined : exampleValue(models, type, example);
  if (isJson(value) && misfit(models, type, value) === undefined) return value;
  return requiredOf(models, type, above);
}

/** The value that needs no example: a constant, or an object of what is required of it. */
function requiredOf(models: Models, type: Type, above: readonly ModelId[]): Json | undefined {
  if (type.kind === "literal") return type.value;
  const model = type.kind === "reference" && !above.includes(type.id) ? models.get(type.id) : undefined;
  if (model?.kind === "enum" && model.values.length === 1) return model.values[0]?.value;
  return model?.kind === "object" ? requiredObject(models, model, [...above, model.id]) : undefined;
}

function requiredObject(models: Models, model: ObjectModel, above: readonly ModelId[]): Json | undefined {
  const required = model.properties.filter(({ presence }) => presence.value === "required");
  const entries = required.flatMap((property) => {
    const value = exampleOf(models, property, above);
    return value === undefined ? [] : [[property.wireName.value, value] as const];
  });
  return entries.length === required.length ? Object.fromEntries(entries) : undefined;
}

/** What `JSON.parse` gives, or nothing. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}
