import type { Json } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import type { DocTag } from "../print/comment.ts";
import { camelCase, isReserved, kebabCase } from "../print/identifier.ts";
import { braces, call, callWithLast, lineWidth, print } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import { accessor, answeredModel } from "./first-call.ts";
import type { OperationPlan } from "./operation-plan.ts";
import type { Plan } from "./plan.ts";
import type { ResourcePlan } from "./resource-plan.ts";
import { forcedFlag, streamFlag } from "./stream-flag.ts";
import { isObject, type MemberCode, memberCode, objectMembers, valueCode } from "./value-code.ts";

/** Beyond so many lines optional members are left out, the last ones first; what is longer still is no example. */
const wantedLines = 16;
const mostLines = 40;

/** How a function or a method is called: what stands before its arguments, and the column that its comment begins at. */
export interface Callee {
  readonly head: Code;
  /** What comes before the request: the client of a standalone function. */
  readonly before: readonly Code[];
  readonly indent: number;
}

/** The call of a standalone function. */
export function functionCallee({ functionName }: OperationPlan): Callee {
  return { head: raw(functionName), before: [raw("client")], indent: 0 };
}

/** The call of a method, on a client of the class: `client.chat.complete`. */
export function methodCallee({ methodName }: OperationPlan, group: ResourcePlan): Callee {
  return { head: raw(accessor(group, methodName)), before: [], indent: 2 };
}

/** The documented call, in TypeScript; none where neither a sample nor the examples of the docs suffice for one. */
export function usageTags(plan: Plan, one: OperationPlan, callee: Callee): DocTag[] {
  let request = requestCode(plan, one);
  for (;;) {
    if (request === undefined) return [];
    const text = usageText(plan, one, callee, request);
    const { length } = text.split("\n");
    const shorter = length > wantedLines ? withoutLast(request) : undefined;
    if (shorter === undefined) return length > mostLines ? [] : [{ tag: "example", text, isCode: true }];
    request = shorter;
  }
}

/** What a call hands over: nothing, an object member by member, or anything else. */
type RequestCode =
  | { readonly kind: "nothing" }
  | { readonly kind: "members"; readonly members: readonly Omit<MemberCode, "name">[] }
  | { readonly kind: "whole"; readonly code: Code };

function requestCode(plan: Plan, { operation, request }: OperationPlan): RequestCode | undefined {
  if (request.kind === "none") return { kind: "nothing" };
  const { sample, body } = operation;
  if (sample === undefined) return undefined;
  const sent = sample.value.body;
  if (request.kind === "body") {
    if (body === null || sent === undefined) return undefined;
    const members = bodyMembers(plan, operation, sent);
    if (members !== undefined) return { kind: "members", members };
    const whole = valueCode(plan, body.type, sent);
    return whole && { kind: "whole", code: whole };
  }
  const own = request.parameters.map(({ parameter, name }) => {
    const isSame = ({ name: wire, in: at }: Sampled): boolean =>
      wire === parameter.wireName.value && at === parameter.location.value;
    const value = sample.value.parameters.find(isSame)?.value;
    const isRequired = parameter.presence.value === "required";
    return { isRequired, code: memberCode(plan, parameter, name, value, false) };
  });
  const held = heldBody(plan, operation, request.bodyName, sent);
  const extended = request.extended === undefined ? [] : bodyMembers(plan, operation, sent ?? {});
  const all = [...own, ...held, ...(extended ?? [{ isRequired: true, code: undefined }])];
  if (all.some((member) => member.isRequired && member.code === undefined)) return undefined;
  const members = all.flatMap((each) => (each.code === undefined ? [] : [{ ...each, code: each.code }]));
  return members.length === 0 ? { kind: "nothing" } : { kind: "members", members };
}

type Sampled = NonNullable<OperationPlan["operation"]["sample"]>["value"]["parameters"][number];
type Operation = OperationPlan["operation"];

/** The member of the request that holds the body, where one does. */
function heldBody(
  plan: Plan,
  operation: Operation,
  name: string | undefined,
  sent: Json | undefined,
): { readonly isRequired: boolean; readonly code: Code | undefined }[] {
  const { body } = operation;
  if (name === undefined || body === null) return [];
  const members = sent === undefined ? undefined : bodyMembers(plan, operation, sent);
  const whole = sent === undefined ? undefined : valueCode(plan, body.type, sent);
  const value = members === undefined ? whole : braces(members.map((one) => one.code));
  return [{ isRequired: body.presence.value === "required", code: value && code`${keyOf(name)}: ${value}` }];
}

/** The members of a body that is an object, without the flag that the function sets itself. */
function bodyMembers(plan: Plan, operation: Operation, sent: Json): MemberCode[] | undefined {
  const { body } = operation;
  if (body?.type.kind !== "reference" || !isObject(sent)) return undefined;
  const flag = forcedFlag(plan, operation);
  const members = objectMembers(plan, body.type.id, sent);
  return flag === undefined ? members : members?.filter(({ name }) => name !== flag.name);
}

function withoutLast(request: RequestCode): RequestCode | undefined {
  if (request.kind !== "members") return undefined;
  const last = request.members.findLastIndex(({ isRequired }) => !isRequired);
  return last === -1 ? undefined : { ...request, members: request.members.filter((_, index) => index !== last) };
}

function usageText(plan: Plan, one: OperationPlan, { head, before, indent }: Callee, request: RequestCode): string {
  const argument =
    request.kind === "members"
      ? [braces(request.members.map((each) => each.code))]
      : request.kind === "whole"
        ? [request.code]
        : [];
  const called =
    argument.length === 1 && argument[0] !== undefined ? callWithLast(head, before, argument[0]) : call(head, before);
  const width = lineWidth - " * ".length - indent;
  const { kind, name } = answerOf(plan, one);
  const line = (text: Code): string => print(text, { width });
  if (kind === "nothing") return line(code`await ${called};`);
  if (kind === "answer") return line(code`const ${raw(name)} = await ${called};`);
  return `${line(code`const events = await ${called};`)}\nfor await (const event of events) console.log(event);`;
}

/** What comes back, and what a caller might call it. */
function answerOf(
  plan: Plan,
  one: OperationPlan,
): { readonly kind: "nothing" | "answer" | "stream"; readonly name: string } {
  const { replies, sample } = one.operation;
  if (replies.value.every(({ kind }) => kind === "empty")) return { kind: "nothing", name: "" };
  const streams = replies.value.filter(({ kind }) => kind === "stream");
  if (streams.length === replies.value.length || (streams.length > 0 && asksForStream(plan, one, sample?.value.body)))
    return { kind: "stream", name: "events" };
  const model = answeredModel(one);
  const words = kebabCase(model === undefined ? "" : (plan.models.get(model)?.type ?? "")).split("-");
  const name = camelCase(words.slice(-1));
  const isFree = /^[a-z]+$/.test(name) && !isReserved(name) && name !== "client";
  return { kind: "answer", name: isFree ? name : "answer" };
}

/** Whether the sample sets the flag by which a caller asks for a stream. */
function asksForStream(plan: Plan, { operation }: OperationPlan, sent: Json | undefined): boolean {
  const flag = streamFlag(plan, operation);
  return flag !== undefined && sent !== undefined && isObject(sent) && sent[flag.wireName] === true;
}
