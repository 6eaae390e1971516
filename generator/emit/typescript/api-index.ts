import type { OutputFile } from "../../options.ts";
import { type Code, code, join, raw } from "../print/code.ts";
import { flat } from "../print/layout.ts";
import { codeSpan, markdownLine } from "../print/markdown.ts";
import { byName } from "../print/order.ts";
import { newImports } from "../print/source-file.ts";
import { render, type Template, type View } from "../template.ts";
import { planOptions } from "./client.ts";
import { credentialOptions } from "./credentials.ts";
import { globalOption } from "./globals.ts";
import { modelExports } from "./indexes.ts";
import type { OperationPlan } from "./operation-plan.ts";
import { pagesSignature } from "./pages.ts";
import type { Plan } from "./plan.ts";
import type { Told } from "./readme.ts";
import { allResources } from "./resource-plan.ts";
import { optionsName } from "./resources.ts";
import { serverOptions } from "./servers.ts";
import { type Signature, signatures } from "./signatures.ts";
import { type Scope, typeCode } from "./types.ts";

/** `api.md`: the surface as an index, a line for each thing, so that its diff is the review of a change. */
export function apiIndexFile(told: Told, template: Template): OutputFile {
  return { path: "api.md", text: render(template, apiView(told)) };
}

function apiView({ plan, root, errors, entries }: Told): View {
  const { name } = plan.api.package;
  const groups = [root, ...allResources(root)].filter((one) => one.operations.length > 0);
  const optional = plan.api.servers.value.length > 0 ? "?" : "";
  const scope = scopeOf(plan);
  const options = planOptions(plan.api);
  return {
    name: markdownLine(name),
    client: codeSpan(`new ${root.className}(options${optional}: ${optionsName(root, errors)})`),
    functions: codeSpan(`createClient(options${optional}: ClientOptions): Client`),
    options: [
      ...[
        ...options.credentials.flatMap((one) => credentialOptions(scope, one)),
        ...options.globals.map(globalOption),
        ...serverOptions(scope, options.servers),
      ].map((option) => ({ line: codeSpan(`${option.name}?: ${flat(option.type)}`) })),
      { line: codeSpan(`baseUrl${optional}: string`) },
      { line: codeSpan("retries?: number | RetryOptions") },
    ],
    hasOperations: groups.length > 0,
    groups: groups.map((group) => ({
      accessor: codeSpan(["client", group.accessor].filter((part) => part !== "").join(".")),
      entry: codeSpan(group.entry === "" ? name : `${name}/${group.entry}`),
      operations: group.operations.map((one) => operationView(plan, one)),
    })),
    hasModels: plan.models.size > 0,
    models: [...plan.models.values()]
      .sort((one, other) => byName(one.type, other.type))
      .map((one) => ({
        name: codeSpan(one.type),
        functions: join(
          modelExports(one)
            .slice(1)
            .map((own) => codeSpan(own)),
          ", ",
        ),
      })),
    modelsEntry: codeSpan(`${name}/models`),
    hasErrors: errors.length > 0,
    errors: [...errors]
      .sort((one, other) => byName(one.name, other.name))
      .map((one) => ({ name: codeSpan(one.name), body: codeSpan(flat(typeCode(scope, one.type))) })),
    entries: entries.map(({ entry, text }) => ({
      entry: codeSpan([name, entry].filter((part) => part !== "").join("/")),
      names: exportedNames(text).map((own) => ({ name: codeSpan(own) })),
    })),
  };
}

function scopeOf(plan: Plan): Scope {
  return { plan, imports: newImports(), root: ".", file: "api" };
}

function operationView(plan: Plan, one: OperationPlan): View {
  const all = signatures(scopeOf(plan), one);
  const { route, summary } = one.operation;
  return {
    route: codeSpan(`${route?.value.method ?? ""} ${route?.value.path ?? ""}`),
    summary: markdownLine(summary === "" ? "" : `: ${summary}`),
    methods: [
      ...all.map((signature) => ({ line: codeSpan(flat(methodLine(one.methodName, signature))) })),
      ...pagesLine(plan, one),
    ],
    functions: join(
      [one.functionName, ...(one.pages === undefined ? [] : [one.pages.functionName])].map((name) => codeSpan(name)),
      ", ",
    ),
  };
}

function methodLine(name: string, { request, answer }: Signature): Code {
  const parameter =
    request === undefined ? raw("") : code`request${raw(request.isOptional ? "?" : "")}: ${request.type}`;
  return code`${raw(name)}(${parameter}): Promise<${answer}>`;
}

function pagesLine(plan: Plan, one: OperationPlan): View[] {
  const { pages } = one;
  if (pages === undefined) return [];
  const { request, isOptional, returns } = pagesSignature(scopeOf(plan), one, pages);
  const line = code`${raw(pages.methodName)}(request${raw(isOptional ? "?" : "")}: ${request}): ${returns}`;
  return [{ line: codeSpan(flat(line)) }];
}

/** The names that a module of `export { … } from` hands on, types marked as such. */
function exportedNames(text: string): string[] {
  const names = [...text.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(([, areTypes, list = ""]) =>
    list
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .map((one) => (areTypes === undefined ? one : `type ${one}`)),
  );
  return names.sort(byName);
}
