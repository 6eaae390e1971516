import { isFreeObject } from "../../ir/free-object.ts";
import type { ModelId, Operation, Parameter } from "../../ir/index.ts";
import { type Walk, walkOf } from "../../ir/walk.ts";
import { camelCase, fileName, identifier, isReserved, pascalCase, uniqueNames } from "../print/identifier.ts";
import { planOptions } from "./client.ts";
import { type GlobalOption, globalFor } from "./globals.ts";
import { propertyKey, propertyName } from "./names.ts";
import { memberNames, type Plan, planOf } from "./plan.ts";

/** The names of one operation, and the shape of its request. */
export interface OperationPlan {
  readonly operation: Operation;
  /** `createChatCompletion`: the standalone function. */
  readonly functionName: string;
  /** `create`: the method of the resource. */
  readonly methodName: string;
  /** `create-chat-completion`. */
  readonly file: string;
  readonly request: RequestPlan;
  /** The function and the method that walk its pages; undefined where it has none. */
  readonly pages: PagesPlan | undefined;
}

export interface PagesPlan {
  readonly walk: Walk;
  readonly functionName: string;
  readonly methodName: string;
}

/**
 * `none`: nothing to hand over. `body`: the body's type is the request. `members`: an interface of parameters, which may
 * extend the body's model or hold the body in a member.
 */
export type RequestPlan =
  | { readonly kind: "none" }
  | { readonly kind: "body" }
  | {
      readonly kind: "members";
      readonly typeName: string;
      readonly parameters: readonly RequestMember[];
      readonly extended: ModelId | undefined;
      readonly bodyName: string | undefined;
    };

export interface RequestMember {
  readonly parameter: Parameter;
  readonly name: string;
  /** The client's option that stands in where a call gives nothing; undefined where there is none. */
  readonly global: string | undefined;
}

/**
 * Names that an operation's file refers to, and that its function may therefore not have; nor `then`, by which `import()`
 * would take the file for a promise.
 */
const takenFunctions = (
  "then client request options path queryString either decode list map string number boolean integer literal nullable " +
  "unknown decimal bytes day instant jsonBody bytesBody formBody multipartBody jsonReply eventReply jsonLinesReply " +
  "textReply anyReply bytesReply emptyReply encodeUnknown encodeMap newKey"
).split(" ");

/** Functions that the index exports beside the operations of the client itself. */
const indexFunctions = ["createClient", "log", "retry", "unknownFields", "unrecognized", "withUnknownFields"];

/** Names that a class has, and the one by which `await` knows a promise. */
export const takenMembers: readonly string[] = ["constructor", "then"];

/** Plans the operations whose method and path are known; the others stay out of the client. */
export function planOperations(plan: Plan): OperationPlan[] {
  const uniqueFunction = uniqueNames();
  const uniqueFile = uniqueNames(["index"]);
  const methods = new Map<string, (name: string) => string>();
  const { globals } = planOptions(plan.api);
  const named = plan.api.operations
    .filter((operation) => operation.route !== null)
    .map((operation): Omit<OperationPlan, "pages"> => {
      const isExported = operation.group.length === 0;
      const taken = isExported ? [...takenFunctions, ...indexFunctions] : takenFunctions;
      const functionName = uniqueFunction(freeName(camelCase(splitId(operation.id)), taken));
      const group = operation.group.join("/");
      const uniqueMethod = methods.get(group) ?? uniqueNames(takenMembers);
      methods.set(group, uniqueMethod);
      return {
        operation,
        functionName,
        methodName: uniqueMethod(identifier(camelCase(operation.words), "call")),
        file: uniqueFile(fileName(functionName, "operation")),
        request: planRequest(plan, operation, functionName, globals),
      };
    });
  // What the docs name keeps its name: operations, and the resources below them.
  for (const { operation } of named) {
    operation.group.forEach((head, depth) => {
      methods.get(operation.group.slice(0, depth).join("/"))?.(identifier(camelCase(head.split(" ")), "resource"));
    });
  }
  return named.map((one) => ({ ...one, pages: planPages(one) }));

  function planPages({ operation, functionName, methodName }: Omit<OperationPlan, "pages">): PagesPlan | undefined {
    const walk = walkOf(operation, plan.known);
    const uniqueMethod = methods.get(operation.group.join("/"));
    if (walk === undefined || typeof walk === "string" || uniqueMethod === undefined) return undefined;
    return { walk, functionName: uniqueFunction(`${functionName}All`), methodName: uniqueMethod(`${methodName}All`) };
  }
}

/** The words of an operation id, whose parts are joined by any punctuation: `customer_portal:seats`. */
function splitId(id: string): string[] {
  const [first = "", ...rest] = id.split(/[^\p{L}\p{Nd}]+/u).filter((part) => part !== "");
  return [first.charAt(0).toLowerCase() + first.slice(1), ...rest];
}

function freeName(name: string, taken: readonly string[]): string {
  const plain = identifier(name, "operation");
  return isReserved(plain) || taken.includes(plain) ? `${plain}Operation` : plain;
}

function planRequest(
  plan: Plan,
  operation: Operation,
  functionName: string,
  globals: readonly GlobalOption[],
): RequestPlan {
  const { body, parameters } = operation;
  if (parameters.length === 0 && body === null) return { kind: "none" };
  if (parameters.length === 0 && body?.as === "spread") return { kind: "body" };
  const extended =
    body?.as === "spread" && body.type.kind === "reference" && isObject(plan, body.type.id) ? body.type.id : undefined;
  const unique = uniqueNames(extended === undefined ? [] : memberNames(planOf(plan, extended)));
  const named = parameters.map((parameter) => ({
    parameter,
    name: unique(propertyName(parameter, plan.options.fields)),
    global: globalFor(globals, parameter),
  }));
  const words = body === null || body.as === "spread" ? ["body"] : body.as;
  const typeName = `${pascalCase([functionName])}Request`;
  return {
    kind: "members",
    typeName: [...plan.models.values()].some((model) => model.type === typeName && model.model.id === extended)
      ? `${typeName}Options`
      : typeName,
    parameters: named,
    extended,
    bodyName:
      body === null || extended !== undefined
        ? undefined
        : unique(propertyKey(identifier(camelCase(words), "body"), "body")),
  };
}

function isObject(plan: Plan, id: ModelId): boolean {
  const { model, isJson, isForm } = planOf(plan, id);
  // What has any field would send the parameters as its own.
  return model.kind === "object" && !isFreeObject(model) && (isJson || isForm);
}
