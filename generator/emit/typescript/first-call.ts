import { misfit } from "../../ir/conform.ts";
import { exampleValue } from "../../ir/example.ts";
import type { ModelId, Parameter, Type } from "../../ir/index.ts";
import { type Code, code, join, raw } from "../print/code.ts";
import { keyOf } from "../print/member.ts";
import type { OperationPlan } from "./operation-plan.ts";
import type { Plan } from "./plan.ts";
import type { ResourcePlan } from "./resource-plan.ts";

/** A call that a README shows. */
export interface Call {
  readonly group: ResourcePlan;
  readonly operation: OperationPlan;
}

/**
 * The call that shows best how the client is used: one that reads and whose documented examples fill all that it needs,
 * so that a reader can run it; else the first one.
 */
export function firstCall(plan: Plan, groups: readonly ResourcePlan[]): Call | undefined {
  const calls = groups.flatMap((group) => group.operations.map((operation): Call => ({ group, operation })));
  const reading = calls.filter(
    ({ operation: { operation } }) => operation.route?.value.method === "GET" && operation.deprecated === undefined,
  );
  const filled = reading.filter(({ operation }) => argumentOf(plan, operation) !== undefined);
  return (
    filled.find(({ operation }) => argumentOf(plan, operation)?.code !== "") ??
    filled[0] ??
    calls.find(({ operation }) => operation.request.kind !== "none") ??
    calls[0]
  );
}

/** What a call hands over, by the examples of the docs; empty for nothing, undefined where they do not suffice. */
export function argumentOf(plan: Plan, { request }: OperationPlan): Code | undefined {
  if (request.kind === "none") return raw("");
  if (request.kind === "body" || request.extended !== undefined || request.bodyName !== undefined) return undefined;
  const required = request.parameters.filter(({ parameter }) => parameter.presence.value === "required");
  const members = required.map(({ parameter, name }) => {
    const value = exampleOf(plan, parameter);
    return value && code`${keyOf(name)}: ${value}`;
  });
  if (members.length === 0) return raw("");
  const filled = members.filter((member) => member !== undefined);
  return filled.length < members.length ? undefined : code`{ ${join(filled, ", ")} }`;
}

function exampleOf(plan: Plan, { type, examples: [example] }: Parameter): Code | undefined {
  if (example === undefined) return undefined;
  const value = exampleValue(plan.known, type.value, example);
  if (value === undefined || misfit(plan.known, type.value, value) !== undefined) return undefined;
  if (type.value.kind === "date-time" && plan.options.dates === "Date") return code`new Date(${String(value)})`;
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain && type.value.kind !== "bytes" ? code`${value}` : undefined;
}

/** The model of a JSON answer. */
export function answeredModel({ operation }: OperationPlan): ModelId | undefined {
  const types = operation.replies.value.flatMap((body): Type[] => (body.kind === "json" ? [body.type] : []));
  return types.flatMap((type) => (type.kind === "reference" ? [type.id] : []))[0];
}
