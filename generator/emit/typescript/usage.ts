import { type Code, code, raw } from "../print/code.ts";
import type { DocTag } from "../print/comment.ts";
import { camelCase, isReserved, kebabCase } from "../print/identifier.ts";
import { lineWidth, print } from "../print/layout.ts";
import { accessor, answeredModel, answerOf, withArgument } from "./call-code.ts";
import type { OperationPlan } from "./operation-plan.ts";
import type { Plan } from "./plan.ts";
import { shortened } from "./request-code.ts";
import type { ResourcePlan } from "./resource-plan.ts";
import { documentedRequest, type SampleRequest } from "./sample-request.ts";

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
  const request = documentedRequest(plan, one);
  const short = request && shortened(request, (shorter) => usageText(plan, one, callee, shorter));
  return short === undefined ? [] : [{ tag: "example", text: short.text, isCode: true }];
}

function usageText(plan: Plan, one: OperationPlan, { head, before, indent }: Callee, request: SampleRequest): string {
  const called = withArgument(head, before, request);
  const line = (text: Code): string => print(text, { width: lineWidth - " * ".length - indent });
  switch (answerOf(one, request)) {
    case "nothing":
      return line(code`await ${called};`);
    case "value":
      return line(code`const ${raw(answerName(plan, one))} = await ${called};`);
    case "stream":
      return `${line(code`const events = await ${called};`)}\nfor await (const event of events) console.log(event);`;
  }
}

/** What a caller might call the answer. */
function answerName(plan: Plan, one: OperationPlan): string {
  const model = answeredModel(one);
  const words = kebabCase(model === undefined ? "" : (plan.models.get(model)?.type ?? "")).split("-");
  const name = camelCase(words.slice(-1));
  const isFree = /^[a-z]+$/.test(name) && !isReserved(name) && name !== "client";
  return isFree ? name : "answer";
}
