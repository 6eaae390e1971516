import type { Fence, OperationSection, Place, Row } from "../../docs/page.ts";
import { isCalledEmpty } from "../samples.ts";
import type { FieldSighting, OperationSighting } from "../sighting.ts";
import { segmentsOf } from "../words.ts";
import { type Context, deprecation, typeOf } from "./context.ts";
import { errorSightings } from "./errors.ts";
import { fieldOf } from "./field.ts";
import { isPlumbing, isRequest, isSecurity } from "./plumbing.ts";

/** One operation of a resource's page. */
export function operationSighting(section: OperationSection, context: Context): OperationSighting {
  const rows = section.parameters.filter((row) => !isPlumbing(row));
  const request = rows.find(isRequest);
  const security = rows.find(isSecurity);
  const samples = section.usages.flatMap((usage) => usage.fences);
  const words = context.dialect.words(section.name);
  return {
    name: section.name,
    words,
    accessor: accessorOf(samples, words, context),
    summary: section.summary,
    description: section.description,
    ...deprecation(section),
    snippets: section.usages.flatMap(({ snippet, place }) => (snippet === null ? [] : [{ snippet, place }])),
    samples,
    ...pagedAt(samples, context),
    ...emptyCallAt(samples, words, context),
    ...fileCallAt(samples, context),
    ...clientIn(samples, context),
    parameters: rows.filter((row) => row !== request && row !== security).map((row) => fieldOf(row, context)),
    request: fieldOrNull(request, context),
    security: fieldOrNull(security, context),
    response: responseOf(section, context),
    errors: errorSightings(section.errors, context),
    place: section.place,
  };
}

/** Only samples of the language itself, in its own words. */
function pagedAt(samples: readonly Fence[], { dialect: { fences, pages } }: Context): { readonly paged?: Place } {
  const sample = samples.find(({ language, text }) => fences.has(language) && pages?.test(text) === true);
  return sample === undefined ? {} : { paged: sample.place };
}

function emptyCallAt(
  samples: readonly Fence[],
  method: readonly string[],
  { dialect: { fences } }: Context,
): { readonly emptyCall?: Place } {
  const sample = samples.find(({ language, text }) => fences.has(language) && isCalledEmpty(text, method));
  return sample === undefined ? {} : { emptyCall: sample.place };
}

function fileCallAt(
  samples: readonly Fence[],
  { dialect: { fences, fileTaken } }: Context,
): { readonly fileCall?: Place } {
  const sample = samples.find(({ language, text }) => fences.has(language) && fileTaken?.test(text) === true);
  return sample === undefined ? {} : { fileCall: sample.place };
}

function clientIn(
  samples: readonly Fence[],
  { dialect: { fences, clientClass } }: Context,
): { readonly clientClass?: string } {
  const [name] = samples.flatMap(({ language, text }) => (fences.has(language) ? (clientClass(text) ?? []) : []));
  return name === undefined ? {} : { clientClass: name };
}

function fieldOrNull(row: Row | undefined, context: Context): FieldSighting | null {
  return row === undefined ? null : fieldOf(row, context);
}

function accessorOf(
  samples: readonly { readonly language: string; readonly text: string }[],
  method: readonly string[],
  { dialect }: Context,
): readonly string[] {
  const paths = samples
    .filter((sample) => dialect.fences.has(sample.language))
    .flatMap((sample) => dialect.callee(sample.text, method) ?? []);
  return segmentsOf(paths[0] ?? "");
}

/** Wrappers around a response say that there may be none, which holds of every response. */
function responseOf({ response, place }: OperationSection, context: Context): OperationSighting["response"] {
  const cell = response === null ? "" : context.dialect.response(response.raw);
  if (response === null || cell === "") return { type: { kind: "void" }, place: response?.place ?? place };
  return { type: typeOf(cell, `${response.place}:type`, context), place: response.place };
}
