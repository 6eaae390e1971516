import { isNeeded } from "../../ir/filled-request.ts";
import type { Json, RequestBody, Sample } from "../../ir/index.ts";
import { type Code, raw } from "../print/code.ts";
import { braces } from "../print/layout.ts";
import { isUrlEncoded } from "./form-plan.ts";
import type { OperationPlan } from "./operation-plan.ts";
import type { Plan } from "./plan.ts";
import { forcedFlag } from "./stream-flag.ts";
import {
  asObject,
  isObject,
  memberCode,
  membersWritten,
  memberWritten,
  type Written,
  type WrittenMember,
  written,
} from "./value-code.ts";

/** The request of one call: what a caller hands over, and what the server gets. */
export interface RequestCode {
  readonly argument: Argument;
  readonly parameters: readonly SentParameter[];
  readonly body: SentBody | undefined;
}

/** Nothing, an object member by member, or anything else. */
export type Argument =
  | { readonly kind: "nothing" }
  | { readonly kind: "members"; readonly members: readonly ArgumentMember[] }
  | { readonly kind: "whole"; readonly code: Code };

export type ArgumentMember = Pick<WrittenMember, "name" | "code" | "isRequired">;

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

/** What a caller writes for a file, unless told otherwise. */
export const sampleFile: Code = raw(`new Uint8Array([${sampleBytes.join(", ")}])`);

/** A request on the wire as a caller writes it; undefined where a part that it needs is not there, or has no literal. */
export function requestCode(
  plan: Plan,
  one: OperationPlan,
  sample: Sample,
  file: Code = sampleFile,
): RequestCode | undefined {
  const { request, operation } = one;
  const body = operation.body === null ? undefined : bodyWritten(plan, one, operation.body, sample.body, file);
  const isLacking = body === undefined && operation.body?.presence.value === "required";
  if (isLacking || (body === undefined && sample.body !== undefined)) return undefined;
  const sent = body?.sent;
  if (request.kind === "none") return { argument: { kind: "nothing" }, parameters: [], body: sent };
  if (request.kind === "body") return { argument: body?.argument ?? { kind: "nothing" }, parameters: [], body: sent };
  const own = request.parameters.map(({ parameter, name }) => {
    const { wireName, location } = parameter;
    const shown = sample.parameters.find((each) => each.name === wireName.value && each.in === location.value);
    const member = memberWritten(plan, parameter, name, shown?.value, false);
    return { parameter, member, location: location.value };
  });
  if (own.some(({ parameter, member }) => isNeeded(parameter) && !member)) return undefined;
  const parameters = own.flatMap(({ member, location }) => (member === undefined ? [] : [{ ...member, location }]));
  const members: readonly ArgumentMember[] = [
    ...parameters,
    ...(body === undefined ? [] : bodyMembers(request.bodyName, body)),
  ];
  const argument: Argument = members.length === 0 ? { kind: "nothing" } : { kind: "members", members };
  return { argument, parameters, body: sent };
}

interface BodyCode {
  readonly argument: Exclude<Argument, { readonly kind: "nothing" }>;
  readonly isRequired: boolean;
  readonly sent: SentBody;
}

/** The body among the members of a request: in one of them, or each of its own. */
function bodyMembers(name: string | undefined, { argument, isRequired }: BodyCode): readonly ArgumentMember[] {
  if (name === undefined) return argument.kind === "members" ? argument.members : [];
  return [{ name, code: argumentCode(argument) ?? raw("{}"), isRequired }];
}

function bodyWritten(
  plan: Plan,
  one: OperationPlan,
  body: RequestBody,
  value: Json | undefined,
  file: Code,
): BodyCode | undefined {
  if (value === undefined) return undefined;
  const { type, encoding, presence } = body;
  const isRequired = presence.value === "required";
  const kind = isUrlEncoded(body, plan.known) ? "form" : "json";
  if (encoding.value === "bytes")
    return { argument: { kind: "whole", code: file }, isRequired, sent: { kind: "bytes" } };
  const flag = forcedFlag(plan, one.operation);
  const asked = flag === undefined || !isObject(value) ? value : { ...value, [flag.wireName]: true };
  const { model, isJson, isForm } = (type.kind === "reference" ? plan.models.get(type.id) : undefined) ?? {};
  const isMultipart = encoding.value === "multipart" && isForm === true;
  if (model?.kind === "object" && isObject(asked) && (isJson === true || isMultipart)) {
    const all = membersWritten(plan, model.id, asked, isMultipart ? file : undefined);
    if (all === undefined) return undefined;
    // The function sets the flag itself, also where the type of a member that holds the body asks for it.
    const isHeld = one.request.kind === "members" && one.request.bodyName !== undefined;
    const members = all.filter(({ name, isRequired: asks }) => name !== flag?.name || (isHeld && asks));
    const sent: SentBody = isMultipart ? { kind: "multipart", parts: all } : { kind, wire: asObject(all).wire };
    return { argument: { kind: "members", members }, isRequired, sent };
  }
  const whole: Written | undefined = written(plan, type, asked);
  return whole && { argument: { kind: "whole", code: whole.code }, isRequired, sent: { kind, wire: whole.wire } };
}

/** The argument as code; undefined where there is none. */
export function argumentCode(argument: Argument): Code | undefined {
  if (argument.kind === "nothing") return undefined;
  return argument.kind === "members" ? braces(argument.members.map(memberCode)) : argument.code;
}

/** Beyond so many lines optional members are left out, the last ones first; what is longer still is no example. */
const wantedLines = 16;
const mostLines = 40;

/** A request short enough for an example, with the text that it makes; undefined where none is. */
export function shortened<R extends { readonly argument: Argument }>(
  request: R,
  textOf: (request: R) => string,
): { readonly request: R; readonly text: string } | undefined {
  for (let shorter = request; ; ) {
    const text = textOf(shorter);
    const { length } = text.split("\n");
    const next = length > wantedLines ? withoutLast(shorter.argument) : undefined;
    if (next === undefined) return length > mostLines ? undefined : { request: shorter, text };
    shorter = { ...shorter, argument: next };
  }
}

function withoutLast(argument: Argument): Argument | undefined {
  if (argument.kind !== "members") return undefined;
  const last = argument.members.findLastIndex(({ isRequired }) => !isRequired);
  return last === -1 ? undefined : { ...argument, members: argument.members.filter((_, index) => index !== last) };
}
