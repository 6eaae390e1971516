import { filledRequest } from "../../ir/filled-request.ts";
import type { Operation, Parameter, Property, Sample } from "../../ir/index.ts";
import { filePart } from "../file-part.ts";
import type { Code } from "../print/code.ts";
import type { OperationPlan } from "./operation-plan.ts";
import type { Plan } from "./plan.ts";
import { type RequestCode, requestCode, type SentParameter } from "./request-code.ts";
import { streamFlag } from "./stream-flag.ts";
import { isObject, written } from "./value-code.ts";

/** A request that can be sent as it stands. */
export interface SampleRequest extends RequestCode {
  /** What the docs give no example of, as callers reach it. */
  readonly guessed: readonly string[];
  /** Whether it asks for a stream, by the flag of its operation. */
  readonly asksForStream: boolean;
}

/** The request that the docs show, where they show one. */
export function documentedRequest(
  plan: Plan,
  one: OperationPlan,
  { sample = one.operation.sample?.value, stream = false }: DocumentedOptions = {},
): SampleRequest | undefined {
  const shown = one.request.kind === "none" ? { parameters: [] } : sample;
  return shown && sendable(plan, one, stream ? streaming(plan, one.operation, shown) : shown);
}

export interface DocumentedOptions {
  /** Another one than that of the operation's own page. */
  readonly sample?: Sample | undefined;
  /** Whether it is made to ask for a stream. */
  readonly stream?: boolean;
}

/** How a request is filled from examples. */
export interface FillOptions {
  /** Which optional members are there: none, or those that the docs give an example of. */
  readonly optional?: "left out" | "documented";
  /** Whether the request asks for a stream, where it can. */
  readonly stream?: boolean;
  /** What a caller writes for a file. */
  readonly file?: Code;
}

/** A request of the examples of its rows and of placeholders; undefined where a part that it needs has no value. */
export function placeholderRequest(
  plan: Plan,
  one: OperationPlan,
  { optional = "left out", stream = false, file }: FillOptions = {},
): SampleRequest | undefined {
  const { operation, request } = one;
  const { body } = operation;
  // A body whose members are those of the request is always there.
  const isSent = body?.as === "spread" || body?.presence.value === "required" || optional === "documented";
  const members = request.kind === "members" ? request : undefined;
  const names = new Map<Property | Parameter, string>(
    members?.parameters.map(({ parameter, name }) => [parameter, name]),
  );
  const parameters = members?.parameters.map(({ parameter }) => parameter) ?? [];
  const isBytes = body?.encoding.value === "bytes";
  const filled = filledRequest(
    { parameters, body: isSent && !isBytes ? body : null },
    {
      models: plan.known,
      accepts: (type, example) => example !== null && written(plan, type, example)?.isExact === true,
      optional,
      guess: {
        nameOf: (row, owner) => {
          const index = owner?.properties.indexOf(row) ?? -1;
          return names.get(row) ?? plan.models.get(owner?.id ?? "")?.properties[index] ?? row.name;
        },
        bodyName: members?.bodyName ?? "",
      },
      given: (property) => given(plan, operation, property, stream),
    },
  );
  if (filled === undefined) return undefined;
  const sample = isSent && isBytes ? { ...filled.sample, body: "" } : filled.sample;
  return sendable(plan, one, sample, filled.guessed, file);
}

function sendable(
  plan: Plan,
  one: OperationPlan,
  sample: Sample,
  guessed: readonly string[] = [],
  file?: Code,
): SampleRequest | undefined {
  const found = requestCode(plan, one, sample, file);
  if (found === undefined || !found.parameters.every(hasPlace)) return undefined;
  return { ...found, guessed, asksForStream: asksForStream(plan, one.operation, sample) };
}

/** What is known of a member of a body without an example: whether it asks for a stream, and what is a file. */
function given(
  plan: Plan,
  operation: Operation,
  property: Property,
  isWanted: boolean,
): { readonly value: boolean | string | readonly string[] } | "left out" | undefined {
  const bodies = operation.replies.value;
  const streams = bodies.filter((body) => body.kind === "stream");
  if (streams.length > 0 && streamFlag(plan, operation)?.wireName === property.wireName.value) {
    const value = isWanted || streams.length === bodies.length;
    return value || property.presence.value === "required" ? { value } : "left out";
  }
  // A form without its files shows little, so that these are there also where they may be left out.
  const type = operation.body?.encoding.value === "multipart" ? operation.body.type : undefined;
  const isForm = type?.kind === "reference" && plan.models.get(type.id)?.isForm === true;
  const part = isForm ? filePart(property.type.value, plan.known) : undefined;
  return part && { value: part === "files" ? [""] : "" };
}

function streaming(plan: Plan, operation: Operation, sample: Sample): Sample {
  const flag = streamFlag(plan, operation);
  if (flag === undefined || (sample.body !== undefined && !isObject(sample.body))) return sample;
  return { ...sample, body: { ...sample.body, [flag.wireName]: true } };
}

/** Whether a request sets the flag by which a caller asks for a stream. */
export function asksForStream(plan: Plan, operation: Operation, { body }: Sample): boolean {
  const flag = streamFlag(plan, operation);
  return flag !== undefined && body !== undefined && isObject(body) && body[flag.wireName] === true;
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
