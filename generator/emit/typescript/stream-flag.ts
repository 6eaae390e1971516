import type { Operation } from "../../ir/index.ts";
import { streamFlags } from "../../ir/stream-flag.ts";
import { type Code, code } from "../print/code.ts";
import { keyOf } from "../print/member.ts";
import type { OperationPlan } from "./operation-plan.ts";
import type { Plan } from "./plan.ts";

/** The member of a body by which a caller asks for a stream. */
export interface Flag {
  readonly name: string;
  readonly wireName: string;
  readonly isRequired: boolean;
}

/** The flag of an operation's body; undefined where it has none, or where the objects that it may be spell it apart. */
export function streamFlag(plan: Plan, { body }: Operation): Flag | undefined {
  const flags = body === null ? [] : streamFlags(plan.known, body.type);
  const names = flags.map(
    ({ model, property }) => plan.models.get(model.id)?.properties[model.properties.indexOf(property)],
  );
  const [name, ...others] = new Set(names);
  const [first] = flags;
  if (name === undefined || first === undefined || others.length > 0) return undefined;
  const isRequired = flags.some(({ property }) => property.presence.value === "required");
  return { name, wireName: first.property.wireName.value, isRequired };
}

/**
 * The flag that the function itself sets: a server whose body has one answers at once where it is not sent, and the docs
 * of operations that do nothing but stream say so in their samples alone, 12 of 12 in which the flag stands (9 of one vendor, 3 of another).
 */
export function forcedFlag(plan: Plan, operation: Operation): Flag | undefined {
  const isStreaming = operation.replies.value.every(({ kind }) => kind === "stream");
  return isStreaming ? streamFlag(plan, operation) : undefined;
}

/** The type of a request whose flag the function sets, so that callers need not. */
export function withoutFlag(plan: Plan, { operation, request }: OperationPlan, type: Code): Code {
  const flag = request.kind === "members" && request.bodyName !== undefined ? undefined : forcedFlag(plan, operation);
  return flag?.isRequired === true
    ? code`Omit<${type}, ${flag.name}> & { ${keyOf(flag.name)}?: true | undefined }`
    : type;
}

/** The value of a body, asking for a stream. */
export function withFlag({ name }: Flag, value: Code): Code {
  return code`{ ...${value}, ${keyOf(name)}: true }`;
}
