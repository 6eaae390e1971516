import type { ModelId, Type } from "../../ir/index.ts";
import { type Code, code, raw, spellHidden } from "../print/code.ts";
import { assignment, call, callWithLast } from "../print/layout.ts";
import type { OperationPlan } from "./operation-plan.ts";
import { argumentCode } from "./request-code.ts";
import type { ResourcePlan } from "./resource-plan.ts";
import type { SampleRequest } from "./sample-request.ts";

/** A call that a document shows, with a request that can be sent as it stands. */
export interface Call {
  readonly group: ResourcePlan;
  readonly operation: OperationPlan;
  readonly request: SampleRequest;
}

/** The call of the method: `client.vessels.retrieve({ mmsi: "244660000" })`. */
export function methodCall({ group, operation, request }: Call): Code {
  return withArgument(raw(accessor(group, operation.methodName)), [], request);
}

/** The call of the standalone function: `retrieveVessel(client, { mmsi: "244660000" })`. */
export function functionCall({ operation, request }: Call): Code {
  return withArgument(raw(operation.functionName), [raw("client")], request);
}

/** The loop over the items of all pages; undefined where there are none. */
export function pagesLoop({ group, operation: { pages }, request }: Call): Code | undefined {
  if (pages === undefined) return undefined;
  const walk = withArgument(raw(accessor(group, pages.methodName)), [], request);
  return assignment(code`for await (const item of ${walk})`, raw("console.log(item);"));
}

/** The call with what is said of it in options behind the request: `retrieve({ … }, { timeout: 5000 })`. */
export function callWithOptions({ group, operation, request: { argument } }: Call, options: Code): Code {
  const left = { none: [], body: [raw("undefined")], members: [raw("{}")] }[operation.request.kind];
  const written = argumentCode(argument);
  return call(raw(accessor(group, operation.methodName)), [...(written === undefined ? left : [written]), options]);
}

/** A method as callers reach it from the client. */
export function accessor(group: ResourcePlan, methodName: string): string {
  return ["client", group.accessor, methodName].filter((part) => part !== "").join(".");
}

/** A call with what is handed over behind what always is. */
export function withArgument(head: Code, before: readonly Code[], { argument }: SampleRequest): Code {
  const written = argumentCode(argument);
  return written === undefined ? call(head, before) : callWithLast(head, before, written);
}

/** What a reader has to replace, as a comment above the call; empty where the docs have examples of all. */
export function placeholderNote({ request }: Call): readonly Code[] {
  const names = [...new Set(request.guessed)].map((name) => spellHidden(name.replaceAll(/\s+/g, " ")) || "the request");
  return names.length === 0 ? [] : [raw(`// Placeholders, for the documentation has no example: ${names.join(", ")}.`)];
}

/** What a call gives. Of what is a stream or bytes, a loop takes either. */
export function answerOf(
  { operation }: OperationPlan,
  { asksForStream }: SampleRequest,
): "nothing" | "value" | "stream" {
  const kinds = new Set(operation.replies.value.map(({ kind }) => kind));
  if (kinds.has("stream") && (asksForStream || !(kinds.has("json") || kinds.has("text")))) return "stream";
  return [...kinds].every((kind) => kind === "empty") ? "nothing" : "value";
}

/** The model of a JSON answer. */
export function answeredModel({ operation }: OperationPlan): ModelId | undefined {
  const types = operation.replies.value.flatMap((body): Type[] => (body.kind === "json" ? [body.type] : []));
  return types.flatMap((type) => (type.kind === "reference" ? [type.id] : []))[0];
}

/** A call and what is done with its answer: a stream is read, everything else shown. */
export function callAndShow({ operation, request }: Call, called: Code, answer = "answer"): Code[] {
  switch (answerOf(operation, request)) {
    case "nothing":
      return [code`await ${called};`];
    case "value":
      return [code`const ${raw(answer)} = await ${called};`, code`console.log(${raw(answer)});`];
    case "stream":
      return [code`const events = await ${called};`, raw("for await (const event of events) console.log(event);")];
  }
}

/** `const answer = await …;`, or the call alone where nothing comes back. */
export function awaited({ operation, request }: Call, called: Code): Code {
  return answerOf(operation, request) === "nothing" ? code`await ${called};` : code`const answer = await ${called};`;
}
