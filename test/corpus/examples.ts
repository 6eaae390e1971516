import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Inspected } from "../../generator/commands/inspect.ts";
import type { Page } from "../../generator/docs/page.ts";
import { nameModels } from "../../generator/emit/typescript/names.ts";
import { misfit } from "../../generator/ir/conform.ts";
import type { Api, Model, ModelId, Place, Property, Type } from "../../generator/ir/index.ts";
import { project, runNode } from "../packages/fixture.ts";
import { letters, type SpotOf } from "./docs-text.ts";
import type { Built } from "./generated.ts";

/** What the decoders of a package say of the examples that its docs have. */
export interface ExampleCheck {
  readonly examples: number;
  /** How many of them an emitted decoder read; the others are values of parameters that have no model. */
  readonly decoded: number;
  /** Examples that do not decode, and that nothing tells of. */
  readonly untold: readonly string[];
  /** Findings about examples that decode. */
  readonly unfounded: readonly string[];
  /** Examples that are not in their cell. */
  readonly misplaced: readonly string[];
}

/** One reading of an example, with the decoder to try it on. */
interface Question {
  readonly type: string;
  readonly file: string;
  readonly name: string | null;
  readonly value: unknown;
}

interface Example {
  readonly place: Place;
  /** Where a finding about it stands: with the model, where an operation repeats the model's rows. */
  readonly toldAt: Place;
  readonly text: string;
  readonly type: Type;
  readonly nullable: Property["nullable"]["value"];
  /** The decoder that reads it, and the field as which; null where none is emitted. */
  readonly decoder: Omit<Question, "value"> | null;
}

export async function checkExamples(read: Inspected, built: Built, spotOf: SpotOf): Promise<ExampleCheck> {
  const examples = examplesOf(read, built);
  const readings = examples.map(({ text }) => readingsOf(text));
  const questions = examples.flatMap(({ decoder }, at) =>
    decoder === null ? [] : (readings[at] ?? []).map((value): Question => ({ ...decoder, value })),
  );
  const issues = await ask(questions, built);
  const models = new Map(read.api.models.map((model) => [model.id, model]));
  const fits = examples.map((example, at) => {
    const values = readings[at] ?? [];
    if (example.decoder === null) return values.some((value) => conforms(models, example, value));
    return issues.splice(0, values.length).some((found) => found.length === 0);
  });
  const findings = read.diagnostics.filter(({ code }) => code === "docs/unfit-example").map(({ place }) => place);
  const told = ({ toldAt }: Example): number => findings.filter((one) => one === toldAt).length;
  // A row may be a model's and a parameter's.
  const wrong = ({ place }: Example): number =>
    new Set(examples.filter((one, at) => one.place === place && !fits[at]).map(({ text }) => text)).size;
  return {
    examples: examples.length,
    decoded: examples.filter(({ decoder }) => decoder !== null).length,
    untold: examples.filter((example, at) => !fits[at] && told(example) < wrong(example)).map(spelled),
    unfounded: examples.filter((example, at) => fits[at] && told(example) > wrong(example)).map(spelled),
    misplaced: examples.filter((example) => !stands(example, spotOf)).map(spelled),
  };
}

function examplesOf({ api, job, pages }: Inspected, { folder }: Built): readonly Example[] {
  const names = nameModels(api, job.options);
  const files = parserFiles(join(folder, "src/models"));
  const decoderOf = (id: ModelId, name: string | null): Example["decoder"] => {
    const type = names.get(id)?.type ?? "";
    const file = files.get(type);
    return file === undefined ? null : { type, file, name };
  };
  const ofModels = api.models.flatMap((model) =>
    model.kind === "object" && model.role.value !== "envelope"
      ? model.properties.flatMap((row) => examplesOfRow(row, decoderOf(model.id, row.wireName.value)))
      : [],
  );
  const parameters = api.operations.flatMap((operation) => operation.parameters);
  const ofParameters = parameters.flatMap((row) => {
    const type = row.type.value;
    return examplesOfRow(row, type.kind === "reference" ? decoderOf(type.id, null) : null);
  });
  const ofBodies = bodyRows(api, pages).flatMap(({ model, property, row }) =>
    examplesOfRow({ ...property, ...row }, decoderOf(model.id, property.wireName.value), property.place),
  );
  return [...ofModels, ...ofParameters, ...ofBodies];
}

/** The rows by which an operation repeats the fields of its body. */
function bodyRows(api: Api, pages: readonly Page[]) {
  const known = new Set(api.operations.flatMap(({ parameters }) => parameters.map(({ place }) => place)));
  const rows = pages
    .flatMap((page) => (page.kind === "operations" ? page.operations : []))
    .flatMap((one) => one.parameters);
  return rows.flatMap((row) => {
    if (row.examples.length === 0 || known.has(row.place)) return [];
    const type = api.operations.find(({ place }) => row.place.startsWith(`${place}/`))?.body?.type;
    const model = type?.kind === "reference" ? api.models.find(({ id }) => id === type.id) : undefined;
    if (model?.kind !== "object") return [];
    const property = model.properties.find(({ name }) => letters(name) === letters(row.name));
    const { place, examples } = row;
    return property === undefined ? [] : [{ model, property, row: { place, examples } }];
  });
}

function examplesOfRow(
  row: Pick<Property, "place" | "examples" | "type" | "nullable">,
  decoder: Example["decoder"],
  told: Place = row.place,
): readonly Example[] {
  const { place, type, nullable, examples } = row;
  return examples.map((text) => ({
    ...{ place: `${place}:example`, toldAt: `${told}:example`, text, type: type.value },
    ...{ nullable: nullable.value, decoder },
  }));
}

/** Where the package that was built has the readers of its models. */
function parserFiles(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/^export function parse(\w+)\(/gm)].map(
        ([, type = ""]): [string, string] => [type, `models/${file.replace(/\.ts$/, ".js")}`],
      ),
    ),
  );
}

/** What a cell may mean: a string stands there without its quotes, anything else as JSON. */
function readingsOf(text: string): readonly unknown[] {
  if (text === "null" || text === "<nil>") return [null];
  try {
    return [text, JSON.parse(text)];
  } catch {
    return [text];
  }
}

function conforms(models: ReadonlyMap<ModelId, Model>, { type, nullable }: Example, value: unknown): boolean {
  return value === null ? nullable !== "no" : misfit(models, type, value) === undefined;
}

async function ask(questions: readonly Question[], { folder }: Built): Promise<unknown[][]> {
  const file = join(folder, "questions.json");
  writeFileSync(file, JSON.stringify(questions));
  const { code, stdout, stderr } = await runNode([join(project, "test/corpus/decode.mjs"), folder, file], folder);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Several examples share a cell, and line breaks are spelled there. */
function stands({ place, text }: Example, spotOf: SpotOf): boolean {
  const cell = spotOf(place)?.cell ?? "";
  return letters(cell.replaceAll(/<br\s*\/?>/g, "")).includes(letters(text));
}

function spelled({ place, text }: Example): string {
  return `${place}: ${text.slice(0, 80)}`;
}
