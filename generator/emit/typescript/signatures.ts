import type { Body, Type } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import { flat, typeParameters } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import type { OperationPlan } from "./operation-plan.ts";
import { planOf } from "./plan.ts";
import { responseType } from "./replies.ts";
import { streamFlag, withoutFlag } from "./stream-flag.ts";
import { runtimeType, type Scope, typeCode } from "./types.ts";

/** The parameter by whose type a call gives its response too; bytes may be left in it as a stream. */
function typeParameter(bodies: readonly Body[]): Code {
  const hasBytes = bodies.some(({ kind }) => kind === "bytes");
  return typeParameters([raw(`Raw extends ${hasBytes ? 'boolean | "stream"' : "boolean"} = false`)]);
}

/** What a function or a method takes behind its client, and what it gives. */
export interface Signature {
  readonly typeParameter: Code;
  /** Undefined where there is nothing to hand over. */
  readonly request: { readonly type: Code; readonly isOptional: boolean; readonly isBody: boolean } | undefined;
  /** What awaiting it gives, without the response. */
  readonly answer: Code;
  readonly returns: Code;
}

/** The parameters of a declaration without a body. */
export function declaredParameters({ request }: Signature): Code[] {
  return [
    ...(request === undefined ? [] : [code`request${raw(request.isOptional ? "?" : "")}: ${request.type}`]),
    raw("options?: CallOptions<Raw>"),
  ];
}

/** The parameters of an implementation, with the default of a request that may be left out; a body has none. */
export function implementedParameters(signature: Signature): Code[] {
  const { request } = signature;
  if (request === undefined || request.isBody) return declaredParameters(signature);
  const given = code`request: ${request.type}${raw(request.isOptional ? " = {}" : "")}`;
  return [given, raw("options?: CallOptions<Raw>")];
}

/**
 * The signatures of an operation; the last one is the most general. Where the answer is either a model or a stream, and
 * the body has a flag `stream`, the flag's value selects the type.
 */
export function signatures(scope: Scope, one: OperationPlan): readonly Signature[] {
  const { operation } = one;
  const bodies = operation.replies.value;
  const general = signature(scope, one, bodies, raw(""));
  const streams = bodies.filter((body) => body.kind === "stream");
  const others = bodies.filter((body) => body.kind !== "stream");
  const flag = streamFlag(scope.plan, operation);
  if (flag === undefined || streams.length === 0 || others.length === 0) return [general];
  const key = flagPath(one, flag.name);
  return [
    signature(scope, one, streams, code` & ${key("true", "")}`),
    signature(scope, one, others, code` & ${key("false | null | undefined", "?")}`),
    general,
  ];
}

function signature(scope: Scope, one: OperationPlan, bodies: readonly Body[], narrowing: Code): Signature {
  const type = requestType(scope, one);
  const answer = responseType(scope, bodies);
  const isBody = isOptionalBody(scope, one);
  const isOptional = flat(narrowing) === "" && (isBody || canBeEmpty(scope, one));
  const request = type && { type: code`${withoutFlag(scope.plan, one, type)}${narrowing}`, isOptional, isBody };
  return {
    typeParameter: typeParameter(one.operation.replies.value),
    request,
    answer,
    returns: code`Promise<${runtimeType(scope, "client", "CallResult")}<${answer}, Raw>>`,
  };
}

/** The type of the request; undefined where there is nothing to hand over. */
export function requestType(scope: Scope, one: OperationPlan): Code | undefined {
  switch (one.request.kind) {
    case "none":
      return undefined;
    case "body":
      return one.operation.body === null ? undefined : typeCode(scope, one.operation.body.type);
    case "members": {
      const module = scope.file.startsWith("operations/") ? undefined : `${scope.root}/operations/${one.file}.ts`;
      return module === undefined ? raw(one.request.typeName) : scope.imports.type(module, one.request.typeName);
    }
  }
}

/** Whether the request is a body that may be absent; one of which nothing is required is sent as an empty object instead. */
export function isOptionalBody(scope: Scope, { request, operation: { body } }: OperationPlan): boolean {
  return request.kind === "body" && body?.presence.value === "optional" && !isEmptyable(scope, body.type);
}

/** A request of which nothing is required may be left out. */
function canBeEmpty(scope: Scope, one: OperationPlan): boolean {
  const { request, operation } = one;
  if (request.kind === "none") return false;
  const parametersOptional = operation.parameters.every((parameter) => parameter.presence.value === "optional");
  const { body } = operation;
  if (body === null) return parametersOptional;
  if (request.kind === "members" && request.bodyName !== undefined)
    return parametersOptional && body.presence.value === "optional";
  return parametersOptional && isEmptyable(scope, body.type);
}

function isEmptyable(scope: Scope, type: Type): boolean {
  if (type.kind !== "reference") return false;
  const { model } = planOf(scope.plan, type.id);
  return model.kind === "object" && model.properties.every((property) => property.presence.value === "optional");
}

function flagPath(one: OperationPlan, flag: string): (value: string, mark: string) => Code {
  const inner = (value: string, mark: string): Code => code`{ ${keyOf(flag)}${raw(mark)}: ${raw(value)} }`;
  const { request } = one;
  if (request.kind !== "members" || request.bodyName === undefined) return inner;
  return (value, mark) => code`{ ${keyOf(request.bodyName ?? "body")}: ${inner(value, mark)} }`;
}
