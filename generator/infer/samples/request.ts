import { isNeeded } from "../../ir/filled-request.ts";
import type { Fact, Json, Model, ModelId, Operation, Sample } from "../../ir/index.ts";
import type { Draft, DraftOperation } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { claim, decide } from "../decide.ts";
import { isStem } from "../wire-name.ts";
import { type ArgumentRow, rowsOfArguments } from "./align.ts";
import { callIn, clientIn } from "./call.ts";
import type { Arguments, Shown, ShownEntry } from "./expression.ts";
import { requestOfExamples } from "./from-examples.ts";
import { wireValue } from "./wire.ts";

type Models = ReadonlyMap<ModelId, Model>;
type Called = Pick<Operation, "group" | "words" | "parameters" | "body" | "place">;

/**
 * The requests that the samples of operations send, from the first sample of each that shows all that is required: 1,075
 * of 1,132 operations in 13 folders of five vendors. The others send files, or call with nothing what needs a body; for
 * these the examples of what is required make a request.
 */
export function withSamples(
  operations: readonly Operation[],
  models: readonly Model[],
  draft: Draft,
): readonly Operation[] {
  const byId = new Map(models.map((model) => [model.id, model]));
  const drafts = new Map(draft.operations.map((operation) => [operation.place, operation]));
  const sampled = <T extends Called>(form: T): T => {
    const drafted = drafts.get(form.place);
    const sample = (drafted && sampleOf(form, drafted, byId)) ?? requestOfExamples(form, byId);
    return sample === undefined ? form : { ...form, sample };
  };
  return operations.map((operation) =>
    operation.streamed === undefined
      ? sampled(operation)
      : { ...sampled(operation), streamed: sampled(operation.streamed) },
  );
}

function sampleOf(operation: Called, drafted: DraftOperation, models: Models): Fact<Sample> | undefined {
  for (const sighting of drafted.sightings) {
    for (const { text, place } of sighting.samples) {
      const sample = requestIn(text, operation, sighting, models);
      if (sample === undefined) continue;
      const shown = claim("sample/usage", "shown", sample, [place], "The usage sample sends it.");
      return decide([shown], shown);
    }
  }
  return undefined;
}

/** The request that a sample sends by its first call of an operation; undefined where it has none, or none that fits. */
export function requestIn(
  text: string,
  operation: Called,
  { accessor, words, security, parameters }: DraftOperation["sightings"][number],
  models: Models,
): Sample | undefined {
  const given = callIn(text, accessor, words);
  // Credentials of the call's own come first.
  const rows = [security, ...parameters].flatMap((row) => row ?? []);
  const client = clientIn(text).filter(([key]) => rows.some(({ name }) => norm(name) === norm(key)));
  return given && requestOf(entriesOf(given, rows, client), client, operation, models);
}

/** Arguments by name: those without one stand in the order of the rows, or are the whole request. */
function entriesOf(
  { named, positional }: Arguments,
  rows: readonly ArgumentRow[],
  client: readonly ShownEntry[],
): readonly ShownEntry[] {
  const [only] = positional;
  // One object for everything: TypeScript has all rows in it, the others the model of the request.
  const isWhole = only?.kind === "object" && positional.length === 1 && (rows.length !== 1 || hasRow(only, rows));
  if (isWhole) return [...named, ["request", only]];
  const taken = rowsOfArguments(positional, rows, (row) => client.some(([key]) => norm(key) === norm(row)));
  return [...named, ...positional.map((shown, index): ShownEntry => [taken[index]?.name ?? "request", shown])];
}

function hasRow({ entries }: Shown & { readonly kind: "object" }, [row]: readonly ArgumentRow[]): boolean {
  return entries.some(([key]) => norm(key) === norm(row?.name ?? ""));
}

/**
 * The parameters and the body among the arguments, and the required parameters among those of the client; undefined where a
 * required part is not shown.
 */
function requestOf(
  arguments_: readonly ShownEntry[],
  client: readonly ShownEntry[],
  operation: Called,
  models: Models,
): Sample | undefined {
  const request = arguments_.find(([key]) => norm(key) === "request" || norm(key) === "req")?.[1];
  const inside = request?.kind === "object" ? request.entries : [];
  const entries = [...arguments_, ...inside];
  const shownAs = (names: readonly string[], among: readonly ShownEntry[] = entries): Shown | undefined => {
    const wanted = names.map(norm);
    return among.find(([key]) => wanted.includes(norm(key)))?.[1];
  };
  const parameters = operation.parameters.map((parameter) => {
    // A name without the suffix that sets the parameter apart is that of another parameter, or of a field of the body.
    const { value: wireName } = parameter.wireName;
    const isOther = operation.parameters.some((other) => other !== parameter && norm(other.name) === norm(wireName));
    const names = isOther || isStem(wireName, parameter.name) ? [parameter.name] : [parameter.name, wireName];
    // What the client sets may be left out of a call, but a path needs it.
    const shown = shownAs(names) ?? (isNeeded(parameter) ? shownAs(names, client) : undefined);
    const value = shown === undefined ? undefined : wireValue(models, parameter.type.value, shown);
    return { parameter, value };
  });
  if (parameters.some(({ parameter, value }) => value === undefined && parameter.presence.value === "required"))
    return undefined;
  const { body } = operation;
  const sent = body === null ? undefined : bodyOf(body, entries, request, shownAs, models);
  if (body !== null && sent === undefined && body.presence.value === "required") return undefined;
  return {
    parameters: parameters.flatMap(({ parameter: { wireName, location }, value }) =>
      value === undefined ? [] : [{ name: wireName.value, in: location.value, value }],
    ),
    ...(sent === undefined ? {} : { body: sent }),
  };
}

function bodyOf(
  { as, type }: NonNullable<Operation["body"]>,
  entries: readonly ShownEntry[],
  request: Shown | undefined,
  shownAs: (names: readonly string[]) => Shown | undefined,
  models: Models,
): Json | undefined {
  if (as === "spread") {
    const model = type.kind === "reference" ? models.get(type.id) : undefined;
    // Docs hand the whole over by the name of its model, too.
    const named = shownAs(model === undefined ? ["body", "requestBody"] : ["body", "requestBody", model.title]);
    const spread = wireValue(models, type, { kind: "object", entries });
    return (named === undefined ? undefined : wireValue(models, type, named)) ?? spread;
  }
  const own = shownAs([as.join(""), "body", "requestBody"]);
  const shown = own ?? request;
  return shown === undefined ? undefined : wireValue(models, type, shown);
}
