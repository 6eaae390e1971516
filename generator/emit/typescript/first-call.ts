import type { Operation } from "../../ir/index.ts";
import { assemblyKey } from "../../ir/pieces/assembly.ts";
import { raw } from "../print/code.ts";
import { flat, print } from "../print/layout.ts";
import { type Call, methodCall } from "./call-code.ts";
import { type JoinPlan, planJoins } from "./collect-plan.ts";
import type { OperationPlan } from "./operation-plan.ts";
import type { Plan } from "./plan.ts";
import { shortened } from "./request-code.ts";
import { allResources, type ResourcePlan } from "./resource-plan.ts";
import { type DocumentedOptions, documentedRequest, type FillOptions, placeholderRequest } from "./sample-request.ts";

/** The calls that the documents of a package show; each is undefined where the package has none of its kind. */
export interface ShownCalls {
  /** What a reader sees first. */
  readonly first: Call | undefined;
  readonly stream: { readonly call: Call; readonly join: JoinPlan | undefined } | undefined;
  readonly paged: Call | undefined;
  /** One that sends a file, which is the variable `file`. */
  readonly file: Call | undefined;
  /** One that gives bytes and nothing else. */
  readonly download: Call | undefined;
  /** The shortest, for what a document says of all calls alike. */
  readonly short: Call | undefined;
}

/** An operation with the way to it. */
interface Reached {
  readonly group: ResourcePlan;
  readonly operation: OperationPlan;
}

/** Plans the calls of `README.md` and `examples/`: as the docs show them, else filled from the examples of their rows. */
export function planCalls(plan: Plan, root: ResourcePlan): ShownCalls {
  const reached = [...allResources(root), root].flatMap((group) =>
    group.operations.map((operation): Reached => ({ group, operation })),
  );
  const calls = reached.flatMap((one) => documented(plan, one) ?? filled(plan, one) ?? []);
  return {
    first: readmeCall(plan, reached) ?? short(plan, firstCall(calls)),
    stream: streamCall(plan, reached),
    paged: begun(
      short(
        plan,
        calls.find((one) => one.operation.pages !== undefined),
      ),
    ),
    file: fileCall(plan, reached),
    download: short(plan, bestCall(plan, calls.filter(givesBytes))),
    short: shortestCall(calls),
  };
}

/** The call that the docs show. */
function documented(plan: Plan, one: Reached, options?: DocumentedOptions): Call | undefined {
  const request = documentedRequest(plan, one.operation, options);
  return request && { ...one, request };
}

/** A call as an example has it; filled where that of the docs is too long for one. */
function short(plan: Plan, one: Call | undefined, options?: FillOptions): Call | undefined {
  if (one === undefined) return undefined;
  const found = shortened(one.request, (request) => print(methodCall({ ...one, request })));
  return found === undefined ? filled(plan, one, options) : { ...one, request: found.request };
}

/** The call with a page to begin with, which a walk takes from the caller where the docs do not tell the first number. */
function begun(one: Call | undefined): Call | undefined {
  const { pages, request: kept } = one?.operation ?? {};
  const { kind, first, parameter: wireName } = pages?.walk.pagination ?? {};
  if (one === undefined || kept?.kind !== "members" || kind !== "page" || first !== null) return one;
  const { argument, guessed } = one.request;
  const name = kept.parameters.find(({ parameter }) => parameter.wireName.value === wireName)?.name;
  const members = argument.kind === "members" ? argument.members : [];
  if (name === undefined || argument.kind === "whole" || members.some((member) => member.name === name)) return one;
  const page = { name, code: raw("1"), isRequired: true };
  const request = { ...one.request, argument: { kind: "members" as const, members: [...members, page] } };
  return { ...one, request: { ...request, guessed: [...guessed, name] } };
}

function filled(plan: Plan, one: Reached, options?: FillOptions): Call | undefined {
  const request = placeholderRequest(plan, one.operation, options);
  return request && { ...one, request };
}

/** The call that the README of the docs begins with. */
function readmeCall(plan: Plan, reached: readonly Reached[]): Call | undefined {
  const { operation: id, sample } = plan.api.firstCall?.value ?? {};
  const one = reached.find(({ operation: { operation } }) => operation.id === id);
  return one && short(plan, documented(plan, one, { sample }) ?? documented(plan, one) ?? filled(plan, one));
}

/**
 * The first call that the docs show, of those that give JSON where there are such; else the one that shows best how the
 * client is used: one that reads, gives something at once, and has the fewest values made up.
 */
function firstCall(calls: readonly Call[]): Call | undefined {
  const shown = calls.filter(
    ({ operation: { operation }, request }) =>
      operation.deprecated === undefined && operation.sample !== undefined && request.guessed.length === 0,
  );
  return (
    best(shown, ({ operation: { operation } }) => [operation.replies.value.some((body) => body.kind === "json")]) ??
    best(calls, ({ operation: { operation }, request }) => [
      operation.deprecated === undefined,
      operation.replies.value.some((body) => body.kind !== "stream"),
      operation.route?.value.method === "GET" && request.guessed.length === 0,
      operation.replies.value.some((body) => body.kind === "json"),
      request.guessed.length === 0,
      request.argument.kind !== "nothing",
      -request.guessed.length,
    ])
  );
}

/** The call that shows best what only some operations do: the one that a reader has met, else one that can be run as it is. */
function bestCall(plan: Plan, calls: readonly Call[]): Call | undefined {
  const met = plan.api.firstCall?.value.operation;
  return best(calls, ({ operation: { operation }, request }) => [
    operation.deprecated === undefined,
    operation.id === met,
    -request.guessed.length,
    !hasBlanks(operation),
  ]);
}

/** Generators of docs write `<id>` and `<value>` into samples where they know of no example. */
function hasBlanks({ sample }: Operation): boolean {
  return /"<\w+>"/.test(JSON.stringify(sample?.value ?? ""));
}

/** The call that shows best what a stream is: one whose pieces make a whole, where there is one. */
function streamCall(plan: Plan, reached: readonly Reached[]): ShownCalls["stream"] {
  const joins = planJoins(plan);
  const joinOf = ({ operation: { operation } }: Reached): JoinPlan | undefined => {
    const made = operation.collect?.value;
    return made ? joins.get(assemblyKey(made.piece, made.whole)) : undefined;
  };
  const streams = reached
    .filter(({ operation: { operation } }) => operation.replies.value.some((body) => body.kind === "stream"))
    .flatMap((one) => documented(plan, one, { stream: true }) ?? filled(plan, one, { stream: true }) ?? []);
  const found =
    bestCall(
      plan,
      streams.filter((one) => joinOf(one) !== undefined),
    ) ?? bestCall(plan, streams);
  const call = short(plan, found, { stream: true });
  return call && { call, join: joinOf(call) };
}

/** Samples of the docs open their files, and so do no more than name them: the request is filled. */
function fileCall(plan: Plan, reached: readonly Reached[]): Call | undefined {
  const sends = reached
    .filter(({ operation: { operation } }) => ["multipart", "bytes"].includes(operation.body?.encoding.value ?? "json"))
    .flatMap((one) => filled(plan, one, { file: raw("file") }) ?? []);
  return bestCall(
    plan,
    sends.filter(({ request: { body } }) => body?.kind === "multipart" || body?.kind === "bytes"),
  );
}

function givesBytes({ operation: { operation } }: Call): boolean {
  return operation.replies.value.every((body) => body.kind === "bytes");
}

function shortestCall(calls: readonly Call[]): Call | undefined {
  return best(calls.map(bare), (one) => [
    one.operation.operation.deprecated === undefined,
    one.operation.operation.replies.value.some((body) => body.kind === "json"),
    -flat(methodCall(one)).length,
  ]);
}

/** A call with what is required alone. */
function bare(one: Call): Call {
  const { argument } = one.request;
  if (argument.kind !== "members") return one;
  const members = argument.members.filter(({ isRequired }) => isRequired);
  const request: Call["request"] = {
    ...one.request,
    argument: members.length === 0 ? { kind: "nothing" } : { kind: "members", members },
    asksForStream: false,
  };
  return { ...one, request };
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
