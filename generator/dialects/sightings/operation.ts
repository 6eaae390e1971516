import type { Fence, OperationSection, Row } from "../../docs/page.ts";
import type { Dialect } from "../dialect.ts";
import { type Call, clientClassIn, isCalledEmpty } from "../samples.ts";
import type { FieldSighting, OperationSighting } from "../sighting.ts";
import { resourcePathOf, segmentsOf } from "../words.ts";
import { type Context, deprecation, typeOf } from "./context.ts";
import { errorSightings } from "./errors.ts";
import { fieldOf } from "./field.ts";
import { isCredential, isPlumbing, isRequest, isSecurity, isServer } from "./plumbing.ts";
import { methodWords, type WrittenBodies } from "./written-body.ts";

/**
 * One operation of a resource's page; `bodies` are those whose fields it lists itself, `called` is what a sample calls it
 * whose heading is no name.
 */
export function operationSighting(
  section: OperationSection,
  bodies: WrittenBodies,
  called: Call | undefined,
  context: Context,
): OperationSighting {
  const rows = section.parameters.filter(
    (row) => !isPlumbing(row) && !isCredential(row) && bodies.request?.rows.includes(row) !== true,
  );
  const credential = section.parameters.find(isCredential);
  const request = rows.find(isRequest);
  const security = rows.find(isSecurity);
  const server = section.parameters.find(isServer);
  const samples = section.usages.flatMap((usage) => usage.fences);
  const { words: wordsOf } = context.dialect;
  const headed = methodWords(section.name, wordsOf);
  const words = called === undefined ? headed : wordsOf(called.method);
  return {
    name: section.name,
    words,
    summary: words.join(" ") === headed.join(" ") ? section.summary : section.name,
    description: section.description,
    ...deprecation(section),
    snippets: [
      ...section.usages.flatMap(({ snippet, place }) => (snippet === null ? [] : [{ snippet, place }])),
      ...(section.route === undefined ? [] : [{ ...section.route, isLine: true as const }]),
    ],
    samples,
    ...(section.encoding === undefined ? {} : { encoding: section.encoding }),
    ...(section.takes === undefined ? {} : { takes: section.takes }),
    ...(credential === undefined ? {} : { takes: { schemes: [credential.name], place: credential.place } }),
    ...toldBy(samples, words, section.group ?? "", context.dialect),
    ...(called === undefined ? {} : { accessor: segmentsOf(called.path.join(".")) }),
    parameters: [
      ...rows.filter((row) => row !== request && row !== security).map((row) => fieldOf(row, context)),
      ...(bodies.request?.fields ?? []),
    ],
    request: fieldOrNull(request, context),
    security: fieldOrNull(security, context),
    ...(server === undefined ? {} : { serverRow: server.place }),
    response:
      bodies.response === undefined
        ? responseOf(section, context)
        : { type: bodies.response, place: section.response?.place ?? section.place },
    errors: errorSightings(section.errors, context),
    place: section.place,
  };
}

/** What samples tell, read from those of the language itself, in its own words. */
function toldBy(
  samples: readonly Fence[],
  method: readonly string[],
  group: string,
  { fences, pages, fileTaken, clientClass, callee }: Dialect,
): Pick<OperationSighting, "accessor" | "paged" | "emptyCall" | "fileCall" | "clientClass"> {
  const own = samples.filter(({ language }) => fences.has(language));
  const paged = own.find(({ text }) => pages?.test(text));
  const emptyCall = own.find(({ text }) => isCalledEmpty(text, method));
  const fileCall = own.find(({ text }) => fileTaken?.test(text));
  const [path = ""] = own.flatMap(({ text }) => callee(text, method) ?? []);
  const [client] = own.flatMap(({ text }) => clientClassIn(text, clientClass) ?? []);
  return {
    accessor: group !== "" && (path === "" || isClassOf(group, path)) ? resourcePathOf(group) : segmentsOf(path),
    ...(paged === undefined ? {} : { paged: paged.place }),
    ...(emptyCall === undefined ? {} : { emptyCall: emptyCall.place }),
    ...(fileCall === undefined ? {} : { fileCall: fileCall.place }),
    ...(client === undefined ? {} : { clientClass: client }),
  };
}

/** Whether a sample calls the class that a group is written in: `client.ShipsAPI` of the ships. */
function isClassOf(group: string, path: string): boolean {
  return segmentsOf(path).join(" ") === `${resourcePathOf(group).join(" ")} api`;
}

function fieldOrNull(row: Row | undefined, context: Context): FieldSighting | null {
  return row === undefined ? null : fieldOf(row, context);
}

/** Wrappers around a response say that there may be none, which holds of every response. */
function responseOf({ response, place }: OperationSection, context: Context): OperationSighting["response"] {
  const cell = response === null ? "" : context.dialect.response(response.raw);
  if (response === null || cell === "") return { type: { kind: "void" }, place: response?.place ?? place };
  return { type: typeOf(cell, `${response.place}:type`, context), place: response.place };
}
