import type { OutputFile } from "../../options.ts";
import { code, escapeHidden, join, raw } from "../print/code.ts";
import { flat } from "../print/layout.ts";
import { codeSpan, markdownBlock, markdownLine } from "../print/markdown.ts";
import { newImports } from "../print/source-file.ts";
import { render, type View } from "../template.ts";
import { planOptions } from "./client.ts";
import { answeredModel, argumentOf, firstCall } from "./first-call.ts";
import { modelExports } from "./indexes.ts";
import type { OperationPlan } from "./operation-plan.ts";
import { pagesSignature } from "./pages.ts";
import type { Plan } from "./plan.ts";
import { allResources, type ResourcePlan } from "./resource-plan.ts";
import { requestType, signatures } from "./signatures.ts";
import type { Scope } from "./types.ts";

/** `README.md` and `api.md` of the package. */
export function documentFiles(
  plan: Plan,
  root: ResourcePlan,
  templates: { readonly readme: string; readonly api: string },
): OutputFile[] {
  return [
    { path: "README.md", text: render(templates.readme, readmeView(plan, root)) },
    { path: "api.md", text: render(templates.api, apiView(plan, root)) },
  ];
}

function apiView(plan: Plan, root: ResourcePlan): View {
  const groups = [root, ...allResources(root)].filter((one) => one.operations.length > 0);
  return {
    name: markdownLine(plan.api.package.name),
    hasOperations: groups.length > 0,
    groups: groups.map((group) => ({
      accessor: raw(["client", group.accessor].filter((part) => part !== "").join(".")),
      entry: raw(group.entry === "" ? plan.api.package.name : `${plan.api.package.name}/${group.entry}`),
      operations: group.operations.flatMap((one) => [operationView(plan, one), ...pagesViews(plan, one)]),
    })),
    hasModels: plan.models.size > 0,
    models: [...plan.models.values()]
      .sort((one, other) => (one.type.toLowerCase() < other.type.toLowerCase() ? -1 : 1))
      .map((one) => {
        const [, ...functions] = modelExports(one);
        return {
          name: raw(one.type),
          functions: join(
            functions.map((name) => raw(`\`${name}\``)),
            ", ",
          ),
        };
      }),
  };
}

function operationView(plan: Plan, one: OperationPlan): View {
  const scope: Scope = { plan, imports: newImports(), root: ".", file: "api" };
  const all = signatures(scope, one);
  const request = requestType(scope, one);
  const last = all[all.length - 1];
  const { route } = one.operation;
  const optional = last?.request?.isOptional === true ? "?" : "";
  const parameters = request === undefined ? "" : `request${optional}: ${flat(request)}`;
  return {
    signature: codeSpan(`${one.methodName}(${parameters}): ${flat(last?.returns ?? raw("void"))}`),
    functionName: codeSpan(one.functionName),
    route: codeSpan(`${route?.value.method ?? ""} ${route?.value.path ?? ""}`),
    hasSummary: one.operation.summary !== "",
    summary: markdownLine(one.operation.summary),
  };
}

function pagesViews(plan: Plan, one: OperationPlan): View[] {
  const { pages } = one;
  if (pages === undefined) return [];
  const scope: Scope = { plan, imports: newImports(), root: ".", file: "api" };
  const { request, isOptional, returns } = pagesSignature(scope, one, pages);
  const parameters = `request${isOptional ? "?" : ""}: ${flat(request)}`;
  return [
    {
      ...operationView(plan, one),
      signature: codeSpan(`${pages.methodName}(${parameters}): ${flat(returns)}`),
      functionName: codeSpan(pages.functionName),
      hasSummary: true,
      summary: raw("page by page"),
    },
  ];
}

function readmeView(plan: Plan, root: ResourcePlan): View {
  const { api } = plan;
  const groups = [...allResources(root), root].filter((one) => one.operations.length > 0);
  const call = firstCall(plan, groups);
  const [group, first] = [call?.group, call?.operation];
  const given = first === undefined ? "" : argument(plan, first);
  const readable = [...plan.models.values()].filter((one) => one.model.read !== undefined);
  const answered = first === undefined ? undefined : answeredModel(first);
  const model = readable.find((one) => one.model.id === answered) ?? readable[0];
  const stream = groups
    .flatMap((one) => one.operations.map((operation) => ({ one, operation })))
    .find(({ operation }) => isStream(operation));
  return {
    name: markdownLine(api.package.name),
    package: raw(api.package.name),
    module: code`${api.package.name}`,
    clientModule: code`${`${api.package.name}/client`}`,
    entryModule: code`${[api.package.name, group?.entry ?? ""].filter((part) => part !== "").join("/")}`,
    modelsModule: code`${`${api.package.name}/models`}`,
    description: markdownBlock(api.description),
    className: raw(root.className),
    hasCall: first !== undefined && group !== undefined,
    call: first === undefined || group === undefined ? raw("") : raw(`${callOf(group, first)}(${given})`),
    functionName: raw(first?.functionName ?? ""),
    functionCall: raw(first === undefined ? "" : `${first.functionName}(client${given === "" ? "" : `, ${given}`})`),
    options: raw(clientArgument(plan)),
    hasStream: stream !== undefined,
    streamCall:
      stream === undefined
        ? raw("")
        : raw(`${callOf(stream.one, stream.operation)}(${streamArgument(plan, stream.operation)})`),
    hasReader: model !== undefined,
    readFunction: raw(model === undefined ? "" : `read${model.type}`),
  };
}

/** A method as callers reach it from the client. */
function callOf(group: ResourcePlan, { methodName }: OperationPlan): string {
  return ["client", group.accessor, methodName].filter((part) => part !== "").join(".");
}

function hasRequest(one: OperationPlan): boolean {
  return one.request.kind !== "none";
}

function isStream(one: OperationPlan): boolean {
  return one.operation.replies.value.some((body) => body.kind === "stream");
}

/** The request by the examples of the docs, or a word for it where they do not suffice. */
function argument(plan: Plan, one: OperationPlan): string {
  const filled = argumentOf(plan, one);
  return filled === undefined ? "request" : escapeHidden(flat(filled));
}

function streamArgument(plan: Plan, one: OperationPlan): string {
  const mixed = one.operation.replies.value.some((body) => body.kind !== "stream");
  if (!hasRequest(one)) return "";
  return mixed && one.operation.body !== null ? "{ ...request, stream: true }" : argument(plan, one);
}

/** What the constructor of the client needs. */
function clientArgument(plan: Plan): string {
  const url = plan.api.servers.value.length === 0 ? ['baseUrl: "https://…"'] : [];
  const [credentials] = planOptions(plan.api).credentials;
  const variable = credentials?.scheme.environment ?? "";
  const secret = `process.env.${/^[A-Za-z_]\w*$/.test(variable) ? variable : "API_TOKEN"}`;
  const isOne = credentials?.options.length === 1;
  const members = [...(isOne ? [`${credentials.options[0]}: ${secret}`] : []), ...url];
  return members.length === 0 ? "" : `{ ${members.join(", ")} }`;
}
