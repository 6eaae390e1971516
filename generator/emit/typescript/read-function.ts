import type { FunctionDeclarationStructure } from "ts-morph";
import type { Body } from "../../ir/index.ts";
import { code, raw } from "../print/code.ts";
import { braces, call } from "../print/layout.ts";
import { exportedFunction } from "../print/source-file.ts";
import { article } from "./describe.ts";
import type { ModelPlan } from "./plan.ts";
import { replyEntries, responseType } from "./replies.ts";
import { runtimeType, runtimeValue, type Scope } from "./types.ts";

/** `readX`: the bodies of a response of this model, told apart by content type. It needs no client. */
export function readFunction(scope: Scope, plan: ModelPlan, bodies: readonly Body[]): FunctionDeclarationStructure {
  const options = runtimeType(scope, "reply", "ReadOptions");
  const isSelf = !plan.isJson || bodies.every((body) => body.kind === "json");
  const type = isSelf && !isEvent(plan) ? raw(plan.type) : responseType(scope, bodies);
  const answers = braces(replyEntries(scope, bodies, plan.type));
  return exportedFunction(
    `read${plan.type}`,
    {
      text: `Reads an answer that the documentation calls ${article(plan.type)} \`${plan.type}\`${bodies.length > 1 ? ", in the form that its content type tells" : ""}.`,
      tags: [
        { tag: "throws", text: "{ApiError} the status is not a success" },
        { tag: "throws", text: "{DecodeError} the body does not fit the documentation" },
      ],
    },
    [raw("response: Response"), code`options?: ${options}`],
    code`Promise<${type}>`,
    [code`return ${call(runtimeValue(scope, "reply", "readReply"), [raw("response"), answers, raw("options")])};`],
  );
}

function isEvent(plan: ModelPlan): boolean {
  return plan.model.kind === "object" && plan.model.role.value === "event";
}
