import type { Operation, RequestBody } from "../../ir/index.ts";
import { type Code, raw } from "../print/code.ts";
import type { OperationPlan } from "./operation-plan.ts";
import type { Plan } from "./plan.ts";
import {
  asObject,
  fileWire,
  type MemberSample,
  memberSamples,
  optionalSample,
  type Sample,
  type SampleAt,
  typeSample,
} from "./samples.ts";
import { forcedFlag, streamFlag } from "./stream-flag.ts";

/** The request of one call: what a caller hands over, and what the docs say that the server gets. */
export interface SampleRequest {
  /** Undefined where there is nothing to hand over. */
  readonly argument: Code | undefined;
  /** What the docs give no example of. */
  readonly guessed: readonly string[];
  readonly parameters: readonly SentParameter[];
  readonly body: SentBody | undefined;
}

export interface SentParameter {
  readonly location: "path" | "query" | "header";
  readonly wireName: string;
  readonly wire: unknown;
}

/** A body as the server reads it. What it has of files are the bytes of `sampleBytes`. */
export type SentBody =
  | { readonly kind: "json" | "form"; readonly wire: unknown }
  | { readonly kind: "multipart"; readonly parts: readonly { readonly wireName: string; readonly wire: unknown }[] }
  | { readonly kind: "bytes" };

/** The bytes of sample files. */
export const sampleBytes: readonly number[] = [1, 2, 3];

export interface SampleOptions {
  /** Which optional members are there: none, or those that the docs give an example of. */
  readonly optional: "left out" | "documented";
  /** Whether the request asks for a stream, where it can. */
  readonly stream: boolean;
  /** What a caller writes for a file. */
  readonly file: Code;
}

/** The smallest request. */
export const plainOptions: SampleOptions = {
  optional: "left out",
  stream: false,
  file: raw(`new Uint8Array([${sampleBytes.join(", ")}])`),
};

/** A request that the docs allow; undefined where a part that it needs has no value. */
export function sampleRequest(
  plan: Plan,
  { request, operation }: OperationPlan,
  options: SampleOptions,
): SampleRequest | undefined {
  const none = { argument: undefined, guessed: [], parameters: [], body: undefined };
  if (request.kind === "none") return none;
  const body = bodyWanted(operation, options) ? bodySample(plan, operation, options) : null;
  if (body === undefined) return undefined;
  if (request.kind === "body")
    return body === null
      ? none
      : { argument: body.sample.code, guessed: body.sample.guessed, parameters: [], body: body.sent };
  const at: SampleAt = { plan, name: "", optional: options.optional, above: [] };
  const samples = request.parameters.map(({ parameter, name }) => {
    const found = optionalSample({ ...at, name }, parameter);
    return found && { ...found, name, wireName: parameter.wireName.value, location: parameter.location.value };
  });
  const lacks = request.parameters.some(
    ({ parameter }, index) => parameter.presence.value === "required" && !samples[index],
  );
  const parameters = samples.filter((one) => one !== undefined);
  if (lacks || !parameters.every(hasPlace)) return undefined;
  const { code: argument, guessed } = asObject([...parameters, ...bodyMembers(request.bodyName, body)]);
  return { argument, guessed, parameters, body: body?.sent };
}

/** A body whose members are those of the request is always there. */
function bodyWanted({ body }: Operation, { optional }: SampleOptions): boolean {
  return body !== null && (body.as === "spread" || body.presence.value === "required" || optional === "documented");
}

interface BodySample {
  readonly sample: Sample;
  /** The members of an object, which may stand beside parameters. */
  readonly members: readonly MemberSample[];
  readonly sent: SentBody;
}

function bodyMembers(name: string | undefined, body: BodySample | null): readonly MemberSample[] {
  if (body === null) return [];
  if (name === undefined) return body.members;
  const guessed = body.sample.guessed.map((one) => (/^(\[|$)/.test(one) ? `${name}${one}` : `${name}.${one}`));
  return [{ ...body.sample, guessed, name, wireName: name }];
}

function bodySample(plan: Plan, operation: Operation, options: SampleOptions): BodySample | undefined {
  const { body } = operation;
  if (body === null) return undefined;
  const { type, encoding } = body;
  if (encoding.value === "bytes") {
    const sample = { code: options.file, wire: fileWire, guessed: [] };
    return { sample, members: [], sent: { kind: "bytes" } };
  }
  const at: SampleAt = { plan, name: "", optional: options.optional, above: [] };
  const model = type.kind === "reference" ? plan.models.get(type.id) : undefined;
  const isForm = encoding.value === "multipart" && model?.isForm === true;
  if (model?.model.kind !== "object" || !(model.isJson || isForm)) {
    const sample = typeSample(at, type);
    return sample && { sample, members: [], sent: { kind: "json", wire: flagged(plan, operation, sample.wire) } };
  }
  const inside = { ...at, above: [model.model.id], ...(isForm && { file: options.file }) };
  const members = memberSamples(inside, model, model.model, streaming(plan, operation, options.stream));
  if (members === undefined) return undefined;
  const sample = asObject(members);
  const kind = encodingOf(body);
  const sent: SentBody = isForm ? { kind: "multipart", parts: members } : { kind, wire: sample.wire };
  return { sample, members, sent };
}

/** What a body that may be one of several objects is sent as, where the function itself asks for the stream. */
function flagged(plan: Plan, operation: Operation, wire: unknown): unknown {
  const flag = forcedFlag(plan, operation);
  return flag === undefined || typeof wire !== "object" ? wire : { ...wire, [flag.wireName]: true };
}

/** What is no form of files is JSON. */
function encodingOf({ encoding }: RequestBody): "json" | "form" {
  return encoding.value === "form" ? "form" : "json";
}

/** The flag that asks for a stream, where the operation has one to give. */
function streaming(plan: Plan, operation: Operation, isWanted: boolean): ReadonlyMap<string, boolean> {
  const flag = streamFlag(plan, operation)?.name;
  const bodies = operation.replies.value;
  const streams = bodies.filter((body) => body.kind === "stream");
  if (flag === undefined || streams.length === 0) return new Map();
  return new Map([[flag, isWanted || streams.length === bodies.length]]);
}

/** Whether a value fits its place: what no text can carry has no form that the docs state. */
function hasPlace({ location, wire }: SentParameter): boolean {
  if (!isWellFormed(wire)) return false;
  if (location === "query") return true;
  const isScalar = typeof wire === "string" || typeof wire === "number" || typeof wire === "boolean";
  const text = String(wire);
  return isScalar && (location === "path" ? !/^\.{0,2}$/.test(text) : /^[!-~](?:[ -~]*[!-~])?$/.test(text));
}

/** Whether all its texts are text: half of a surrogate pair is none, and cannot stand in an address. */
function isWellFormed(wire: unknown): boolean {
  if (typeof wire === "string") return wire.isWellFormed();
  return typeof wire !== "object" || wire === null || Object.entries(wire).flat().every(isWellFormed);
}
