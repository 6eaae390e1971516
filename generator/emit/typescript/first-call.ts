import type { ModelId, Type } from "../../ir/index.ts";
import { assemblyKey } from "../../ir/pieces/assembly.ts";
import { type Code, code, raw, spellHidden } from "../print/code.ts";
import { call, callWithLast, flat } from "../print/layout.ts";
import { type JoinPlan, planJoins } from "./collect-plan.ts";
import type { OperationPlan } from "./operation-plan.ts";
import type { Plan } from "./plan.ts";
import type { ResourcePlan } from "./resource-plan.ts";
import { plainOptions, type SampleOptions, type SampleRequest, sampleRequest } from "./sample-request.ts";

/** A call that a document shows, with a request that can be sent as it stands. */
export interface Call {
  readonly group: ResourcePlan;
  readonly operation: OperationPlan;
  readonly sample: SampleRequest;
}

/** All calls whose requests can be filled; of an operation that may stream, the one that does or does not. */
export function fillableCalls(
  plan: Plan,
  groups: readonly ResourcePlan[],
  options: Partial<SampleOptions> = {},
): readonly Call[] {
  return groups.flatMap((group) =>
    group.operations.flatMap((operation) => {
      const sample = sampleRequest(plan, operation, { ...plainOptions, ...options });
      return sample === undefined ? [] : [{ group, operation, sample }];
    }),
  );
}

/**
 * The call that shows best how the client is used: one that reads, gives something at once, and is filled by the examples
 * of the docs, so that a reader who runs it changes nothing; else the one with the fewest values made up.
 */
export function firstCall(calls: readonly Call[]): Call | undefined {
  return best(calls, ({ operation: { operation }, sample }) => [
    operation.deprecated === undefined,
    operation.replies.value.some((body) => body.kind !== "stream"),
    operation.route?.value.method === "GET" && sample.guessed.length === 0,
    operation.replies.value.some((body) => body.kind === "json"),
    sample.guessed.length === 0,
    sample.argument !== undefined && !isBare(sample),
    -sample.guessed.length,
  ]);
}

/** The call that shows best what only some operations do. */
export function bestCall(calls: readonly Call[]): Call | undefined {
  return best(calls, ({ operation: { operation }, sample }) => [
    operation.deprecated === undefined,
    -sample.guessed.length,
  ]);
}

/** The call that shows best what a stream is: one whose pieces make a whole, where there is one. */
export function streamCall(
  plan: Plan,
  groups: readonly ResourcePlan[],
): { readonly call: Call; readonly join: JoinPlan | undefined } | undefined {
  const joins = planJoins(plan);
  const joinOf = ({ operation: { operation } }: Call): JoinPlan | undefined => {
    const made = operation.collect?.value;
    return made ? joins.get(assemblyKey(made.piece, made.whole)) : undefined;
  };
  const streams = fillableCalls(plan, groups, { stream: true }).filter(({ operation: { operation } }) =>
    operation.replies.value.some((body) => body.kind === "stream"),
  );
  const call = bestCall(streams.filter((one) => joinOf(one) !== undefined)) ?? bestCall(streams);
  return call && { call, join: joinOf(call) };
}

/** The shortest call, for what a document says of all calls alike. */
export function shortestCall(calls: readonly Call[]): Call | undefined {
  return best(calls, (one) => [
    one.operation.operation.deprecated === undefined,
    one.operation.operation.replies.value.some((body) => body.kind === "json"),
    -flat(methodCall(one)).length,
  ]);
}

/** Whether a request has no member at all. */
function isBare({ parameters, body }: SampleRequest): boolean {
  return parameters.length === 0 && body === undefined;
}

/** The first of those that rank highest, by the first rank that tells them apart. */
function best(calls: readonly Call[], ranks: (one: Call) => readonly (boolean | number)[]): Call | undefined {
  const [first, ...rest] = calls.map((one) => ({ one, rank: ranks(one).map(Number) }));
  if (first === undefined) return undefined;
  return rest.reduce((left, right) => (isHigher(right.rank, left.rank) ? right : left), first).one;
}

function isHigher(left: readonly number[], right: readonly number[]): boolean {
  const index = left.findIndex((rank, at) => rank !== right[at]);
  return index !== -1 && (left[index] ?? 0) > (right[index] ?? 0);
}

/** The call of the method: `client.vessels.retrieve({ mmsi: "244660000" })`. */
export function methodCall({ group, operation, sample }: Call): Code {
  return withArgument(raw(accessor(group, operation.methodName)), [], sample);
}

/** The call of the standalone function: `retrieveVessel(client, { mmsi: "244660000" })`. */
export function functionCall({ operation, sample }: Call): Code {
  return withArgument(raw(operation.functionName), [raw("client")], sample);
}

/** A method as callers reach it from the client. */
export function accessor(group: ResourcePlan, methodName: string): string {
  return ["client", group.accessor, methodName].filter((part) => part !== "").join(".");
}

function withArgument(head: Code, before: readonly Code[], sample: SampleRequest): Code {
  const { argument } = sample;
  // What may be left out is no part of a first look.
  if (argument === undefined || isBare(sample)) return call(head, before);
  return callWithLast(head, before, argument);
}

/** The call with what is said of it in options behind the request: `retrieve({ … }, { timeout: 5000 })`. */
export function callWithOptions({ group, operation, sample }: Call, options: Code): Code {
  const head = raw(accessor(group, operation.methodName));
  const request = sample.argument === undefined ? [] : [isBare(sample) ? raw("{}") : sample.argument];
  return call(head, [...request, options]);
}

/** What a reader has to replace, as a comment above the call; empty where the docs have examples of all. */
export function placeholderNote({ sample }: Call): readonly Code[] {
  const names = [...new Set(sample.guessed)].map((name) => spellHidden(name.replaceAll(/\s+/g, " ")) || "the request");
  return names.length === 0 ? [] : [raw(`// Placeholders, for the documentation has no example: ${names.join(", ")}.`)];
}

/** The model of a JSON answer. */
export function answeredModel({ operation }: OperationPlan): ModelId | undefined {
  const types = operation.replies.value.flatMap((body): Type[] => (body.kind === "json" ? [body.type] : []));
  return types.flatMap((type) => (type.kind === "reference" ? [type.id] : []))[0];
}

/** A call and what is done with its answer: a stream is read, everything else shown. */
export function callAndShow(one: Call, called: Code, answer = "answer"): Code[] {
  const kinds = new Set(one.operation.operation.replies.value.map(({ kind }) => kind));
  const variable = raw(answer);
  // Of what is a stream or bytes, the loop takes either.
  if (kinds.has("stream") && !kinds.has("json") && !kinds.has("text"))
    return [code`const events = await ${called};`, raw("for await (const event of events) console.log(event);")];
  return [awaited(one, called, answer), ...(isAnswered(one) ? [code`console.log(${variable});`] : [])];
}

/** Whether a call gives a value. */
function isAnswered({ operation: { operation } }: Call): boolean {
  return operation.replies.value.some((body) => body.kind !== "empty");
}

/** `const answer = await …;`, or the call alone where nothing comes back. */
export function awaited(one: Call, called: Code, answer = "answer"): Code {
  return isAnswered(one) ? code`const ${raw(answer)} = await ${called};` : code`await ${called};`;
}

/** The call that walks all pages; undefined where there are none. */
export function pagedCall({ group, operation, sample }: Call): Code | undefined {
  const { pages } = operation;
  return pages && withArgument(raw(accessor(group, pages.methodName)), [], sample);
}
