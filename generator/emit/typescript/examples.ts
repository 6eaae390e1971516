import { misfit } from "../../ir/conform.ts";
import { exampleValue, smallestValue } from "../../ir/example.ts";
import type { Model, ModelId, ObjectModel, Property } from "../../ir/index.ts";
import type { OutputFile } from "../../options.ts";
import { checkSyntax } from "../gate.ts";
import { code, raw } from "../print/code.ts";
import { array, print } from "../print/layout.ts";
import { newImports } from "../print/source-file.ts";
import { render, type Template, type View } from "../template.ts";
import { jsonCode, list } from "./json-code.ts";
import { header } from "./model-file.ts";
import type { ModelPlan, Plan } from "./plan.ts";

/**
 * The package's own test: every documented example decodes strictly, and is written back as it was. An example that its
 * type cannot have is a finding about the docs, and is left out.
 */
export function examplesFile(plan: Plan, template: Template): OutputFile {
  const known = new Map([...plan.models].map(([id, one]) => [id, asDecoded(one)]));
  const models = [...plan.models.values()].flatMap((one) => {
    const model = known.get(one.model.id);
    return model?.kind === "object" && one.isJson ? modelView(known, one, model) : [];
  });
  const module = `${plan.api.package.name}/models`;
  const imports = newImports();
  for (const { type } of models) for (const name of [`decode${type}`, `encode${type}`]) imports.value(module, name);
  const text = render(template, {
    header: raw(header([{ page: "the examples of the documentation" }])),
    hasExamples: models.length > 0,
    imports: imports.text(),
    models: models.map(({ view }) => view),
  });
  const file = { path: "test/examples.test.mjs", text };
  checkSyntax(file);
  return file;
}

function modelView(
  models: ReadonlyMap<ModelId, Model>,
  one: ModelPlan,
  model: ObjectModel,
): { type: string; view: View }[] {
  const base = smallestValue(models, { kind: "reference", id: model.id });
  const examples = model.properties.flatMap(({ wireName, type, nullable, examples: cells }) =>
    cells.flatMap((cell) => {
      const value = exampleValue(models, type.value, cell);
      const fits = value === null ? nullable.value === "yes" : misfit(models, type.value, value) === undefined;
      return value === undefined || !fits ? [] : [array([code`${wireName.value}`, jsonCode(value)])];
    }),
  );
  if (examples.length === 0 || base === undefined) return [];
  const view = {
    name: code`${one.type}`,
    decode: raw(`decode${one.type}`),
    encode: raw(`encode${one.type}`),
    base: raw(print(jsonCode(base), { indent: 4, used: 7 })),
    examples: raw(print(list(examples, true), { indent: 4, used: 11 })),
  };
  return [{ type: one.type, view }];
}

/** A model as its decoder judges it: of a null that the docs leave open, one that is only sent knows nothing. */
function asDecoded({ model, isRead }: ModelPlan): Model {
  if (isRead || model.kind !== "object") return model;
  const properties = model.properties.map((property): Property => {
    const { nullable } = property;
    return nullable.value === "unstated" ? { ...property, nullable: { ...nullable, value: "no" } } : property;
  });
  return { ...model, properties };
}
