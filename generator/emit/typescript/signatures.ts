import type { Body, Operation, Type } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import { flat } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import type { OperationPlan } from "./operation-plan.ts";
import { planOf } from "./plan.ts";
import { responseType } from "./replies.ts";
import { type Scope, typeCode } from "./types.ts";

/** What a function or a method takes behind its client, and what it gives. */
export interface Signature {
  /** Undefined where there is nothing to hand over. */
  readonly request: { readonly type: Code; readonly isOptional: boolean; readonly isBody: boolean } | undefined;
  readonly returns: Code;
}

/** The parameters of a declaration without a body. */
export function declaredParameters({ request }: Signature): Code[] {
  return [
    ...(request === undefined ? [] : [code`request${raw(request.isOptional ? "?" : "")}: ${request.type}`]),
    raw("options?: CallOptions"),
  ];
}

/** The parameters of an implementation, with the default of a request that may be left out; a body has none. */
export function implementedParameters(signature: Signature): Code[] {
  const { request } = signature;
  if (request === undefined || request.isBody) return declaredParameters(signature);
  return [code`request: ${request.type}${raw(request.isOptional ? " = {}" : "")}`, raw("options?: CallOptions")];
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
  const flag = streamFlag(scope, operation);
  if (flag === undefined || streams.length === 0 || others.length === 0) return [general];
  const key = flagPath(one, flag);
  return [
    signature(scope, one, streams, code` & ${key("true", "")}`),
    signature(scope, one, others, code` & ${key("false | null | undefined", "?")}`),
    general,
  ];
}

function signature(scope: Scope, one: OperationPlan, bodies: readonly Body[], narrowing: Code): Signature {
  const type = requestType(scope, one);
  const isBody = isOptionalBody(scope, one);
  const isOptional = flat(narrowing) === "" && (isBody || canBeEmpty(scope, one));
  return {
    request: type === undefined ? undefined : { type: code`${type}${narrowing}`, isOptional, isBody },
    returns: code`Promise<${responseType(scope, bodies)}>`,
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

/** The property of the body that asks for a stream: a boolean called `stream`. */
function streamFlag(scope: Scope, operation: Operation): string | undefined {
  const { body } = operation;
  if (body?.type.kind !== "reference") return undefined;
  const { model, properties } = planOf(scope.plan, body.type.id);
  if (model.kind !== "object") return undefined;
  const index = model.properties.findIndex(
    ({ words, type }) => words.join(" ") === "stream" && type.value.kind === "boolean",
  );
  return index === -1 ? undefined : properties[index];
}

function flagPath(one: OperationPlan, flag: string): (value: string, mark: string) => Code {
  const inner = (value: string, mark: string): Code => code`{ ${keyOf(flag)}${raw(mark)}: ${raw(value)} }`;
  const { request } = one;
  if (request.kind !== "members" || request.bodyName === undefined) return inner;
  return (value, mark) => code`{ ${keyOf(request.bodyName ?? "body")}: ${inner(value, mark)} }`;
}
