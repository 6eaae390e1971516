import { misfit } from "../../ir/conform.ts";
import { filledRequest } from "../../ir/filled-request.ts";
import type { Fact, Model, ModelId, Operation, Sample } from "../../ir/index.ts";
import { claim, decide } from "../decide.ts";

/**
 * A request of nothing but what is required, by the examples of its rows; undefined where one of these has none. Wrong
 * where the server refuses the examples of two rows together.
 */
export function requestOfExamples(
  { parameters, body, place }: Pick<Operation, "parameters" | "body" | "place">,
  models: ReadonlyMap<ModelId, Model>,
): Fact<Sample> | undefined {
  const filled = filledRequest(
    { parameters, body: body?.presence.value === "required" ? body : null },
    { models, accepts: (type, value) => misfit(models, type, value) === undefined, optional: "left out" },
  );
  if (filled === undefined) return undefined;
  const required = parameters.filter(({ presence }) => presence.value === "required");
  const places = [...required.map((parameter) => `${parameter.examplesRow ?? parameter.place}:example`), place];
  const shown = claim("sample/examples", "shown", filled.sample, places, "The examples of what is required make it.");
  return decide([shown], shown);
}
