import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import { misfit } from "../ir/conform.ts";
import { exampleValue } from "../ir/example.ts";
import type { Api, Model, ModelId, Property } from "../ir/index.ts";

/** The example cells that the type of their own field cannot have: one of the two sentences is wrong. */
export function exampleFindings(api: Api): Diagnostic[] {
  const models = new Map(api.models.map((model) => [model.id, model]));
  const rows = [
    ...api.models.flatMap((model) =>
      model.kind === "object" && model.role.value !== "envelope" ? model.properties : [],
    ),
    ...api.operations.flatMap((operation) => operation.parameters),
  ];
  // The fields of the document of an operation's parameters are these parameters.
  const distinct = new Map(rows.map((row) => [row.place, row]));
  return [...distinct.values()].flatMap((row) => row.examples.flatMap((example) => finding(models, row, example)));
}

type Row = Pick<Property, "type" | "nullable" | "place" | "examplesRow" | "wireName">;

function finding(models: ReadonlyMap<ModelId, Model>, row: Row, example: string): Diagnostic[] {
  const value = exampleValue(models, row.type.value, example);
  const place = `${row.examplesRow ?? row.place}:example`;
  if (value === undefined) {
    // Text in the row of a number says more than that it is no JSON; a list or an object that breaks off does not.
    const wanted = /^[[{]/.test(example) ? undefined : misfit(models, row.type.value, example)?.expected;
    const message = `Unexpected example \`${shorten(example)}\`, expected ${wanted ?? "JSON"}`;
    return [diagnostic("docs/unfit-example", message, place)];
  }
  if (value === null && row.nullable.value !== "no") return [];
  const found = misfit(models, row.type.value, value);
  if (found === undefined) return [];
  const where = found.path === "" ? "" : ` at \`${row.wireName.value}${found.path}\``;
  const message = `Unexpected example \`${shorten(example)}\`, expected ${found.expected}${where}`;
  return [diagnostic("docs/unfit-example", message, place)];
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
