import type { OutputFile } from "../../options.ts";
import { type Code, join, raw, spellHidden } from "../print/code.ts";
import { flat } from "../print/layout.ts";
import { newImports } from "../print/source-file.ts";
import { render, type View } from "../template.ts";
import { modelExports } from "./indexes.ts";
import type { OperationPlan } from "./operation-plan.ts";
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
    name: markdown(plan.api.package.name),
    hasOperations: groups.length > 0,
    groups: groups.map((group) => ({
      accessor: raw(["client", group.accessor].filter((part) => part !== "").join(".")),
      entry: raw(group.entry === "" ? plan.api.package.name : `${plan.api.package.name}/${group.entry}`),
      operations: group.operations.map((one) => operationView(plan, one)),
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
  return {
    method: raw(one.methodName),
    functionName: raw(one.functionName),
    request: raw(request === undefined ? "" : `request${optional}: ${flat(request)}`),
    returns: last?.returns ?? raw("void"),
    route: inlineCode(`${route?.value.method ?? ""} ${route?.value.path ?? ""}`),
    summary: markdown(one.operation.summary === "" ? "" : ` — ${one.operation.summary}`),
  };
}

function readmeView(plan: Plan, root: ResourcePlan): View {
  const { api } = plan;
  const groups = allResources(root).filter((one) => one.operations.length > 0);
  const group = groups.find((one) => one.operations.some(hasRequest)) ?? groups[0];
  const first = group?.operations.find(hasRequest) ?? group?.operations[0];
  const readable = [...plan.models.values()].filter((one) => one.model.read !== undefined);
  const model = readable[0];
  const stream = groups
    .flatMap((one) => one.operations.map((operation) => ({ one, operation })))
    .find(({ operation }) => isStream(operation));
  return {
    name: markdown(api.package.name),
    package: raw(api.package.name),
    description: markdown(api.description),
    className: raw(root.className),
    hasCall: first !== undefined && group !== undefined,
    call:
      first === undefined || group === undefined
        ? raw("")
        : raw(`client.${group.accessor}.${first.methodName}(${argument(first)})`),
    entry: raw(group?.entry ?? ""),
    functionName: raw(first?.functionName ?? ""),
    functionCall: raw(
      first === undefined ? "" : `${first.functionName}(client${argument(first) === "" ? "" : `, ${argument(first)}`})`,
    ),
    options: raw(clientArgument(plan)),
    hasStream: stream !== undefined,
    streamCall:
      stream === undefined
        ? raw("")
        : raw(`client.${stream.one.accessor}.${stream.operation.methodName}(${streamArgument(stream.operation)})`),
    hasReader: model !== undefined,
    readFunction: raw(model === undefined ? "" : `read${model.type}`),
    modelName: raw(model?.type ?? ""),
  };
}

function hasRequest(one: OperationPlan): boolean {
  return one.request.kind !== "none";
}

function isStream(one: OperationPlan): boolean {
  return one.operation.replies.value.some((body) => body.kind === "stream");
}

function argument(one: OperationPlan): string {
  return hasRequest(one) ? "request" : "";
}

function streamArgument(one: OperationPlan): string {
  const mixed = one.operation.replies.value.some((body) => body.kind !== "stream");
  if (!hasRequest(one)) return "";
  return mixed && one.operation.body !== null ? "{ ...request, stream: true }" : "request";
}

/** What the constructor of the client needs. */
function clientArgument(plan: Plan): string {
  const [scheme] = plan.api.security.value;
  const url = plan.api.servers.value.length === 0 ? ['baseUrl: "https://…"'] : [];
  const variable = scheme?.environment ?? "API_TOKEN";
  const name =
    scheme === undefined
      ? undefined
      : scheme.words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  const credentials =
    name === undefined || scheme?.kind === "basic" || scheme?.kind === "api-key"
      ? []
      : [`${name}: process.env.${/^\w+$/.test(variable) ? variable : "API_TOKEN"}`];
  const members = [...credentials, ...url];
  return members.length === 0 ? "" : `{ ${members.join(", ")} }`;
}

/** Text of the docs in a Markdown document: HTML in it shows, and does not act. */
function markdown(text: string): Code {
  return raw(
    spellHidden(text)
      .replaceAll("<", "&lt;")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trimEnd(),
  );
}

/** A code span that whatever it holds cannot end. */
function inlineCode(text: string): Code {
  return raw(`\`${spellHidden(text).replaceAll("`", "'").replaceAll("\n", " ")}\``);
}
