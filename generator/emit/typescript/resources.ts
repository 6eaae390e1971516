import type { OutputFile } from "../../options.ts";
import { type Code, code, raw } from "../print/code.ts";
import { docComment, indentedComment } from "../print/comment.ts";
import { fileName, folded, uniqueNames } from "../print/identifier.ts";
import { exportLine } from "../print/imports.ts";
import { call, importCall, print } from "../print/layout.ts";
import { byCodeUnits } from "../print/order.ts";
import { newImports } from "../print/source-file.ts";
import { renderSource, type Template, type View } from "../template.ts";
import type { ErrorClass } from "./errors.ts";
import { header, readmePage } from "./model-file.ts";
import type { OperationPlan } from "./operation-plan.ts";
import { operationDoc } from "./operations.ts";
import { pagesMethod } from "./pages.ts";
import type { Plan } from "./plan.ts";
import { allResources, type ResourcePlan } from "./resource-plan.ts";
import { declaredParameters, type Signature, signatures } from "./signatures.ts";
import { runtimeType, type Scope } from "./types.ts";
import { methodCallee, usageTags } from "./usage.ts";

/** The client's class and one class a resource, for people who type a dot and look. */
export function resourceFiles(
  plan: Plan,
  root: ResourcePlan,
  errors: readonly ErrorClass[],
  templates: { readonly resource: Template; readonly clientClass: Template; readonly entry: Template },
): OutputFile[] {
  const resources = allResources(root);
  return [
    renderSource(`src/${clientFile(root)}.ts`, templates.clientClass, clientView(plan, root, errors), [
      ...declaredBy(plan, root),
      optionsName(root, errors),
      `${optionsName(root, errors)}.retries`,
    ]),
    ...resources.map((one) =>
      renderSource(
        `src/resources/${one.entry}.ts`,
        templates.resource,
        resourceView(plan, one, errors),
        declaredBy(plan, one),
      ),
    ),
    ...resources
      .filter((one) => one.operations.length > 0)
      .map((one) => renderSource(`src/${one.entry}.ts`, templates.entry, entryView(one), [])),
  ];
}

/** The parameters of the methods. */
const takenLocals = ["client", "request", "options", "Raw"];

/** What the class of a resource is meant to declare. */
function declaredBy(plan: Plan, one: ResourcePlan): string[] {
  const scope: Scope = { plan, imports: newImports(), root: "..", file: `resources/${one.entry}` };
  const methods = one.operations.flatMap((operation) => {
    const { length } = signatures(scope, operation);
    const own = Array.from({ length: length === 1 ? 1 : length + 1 }, () => operation.methodName);
    return operation.pages === undefined ? own : [...own, operation.pages.methodName];
  });
  const client = one.operations.length > 0 ? ["#client"] : isEmpty(one) ? ["client"] : [];
  const members = [...one.children.map(({ property }) => property), ...client, "constructor", ...methods];
  return [one.className, ...members.map((name) => `${one.className}.${name}`)];
}

/** The file of the client's class; never that of `createClient`. */
export function clientFile(root: ResourcePlan): string {
  const name = fileName(root.className, "sdk");
  const taken = ["index", "client", "errors", ...allResources(root).map((one) => one.entry)];
  return taken.some((one) => folded(one) === folded(name)) ? `${name}-sdk` : name;
}

/** The type of what the client's class is made with; its name is no other of the index. */
export function optionsName(root: ResourcePlan, errors: readonly ErrorClass[]): string {
  const requests = root.operations.flatMap(({ request }) => (request.kind === "members" ? [request.typeName] : []));
  const taken = ["CallOptions", "ClientOptions", "DecodeOptions", "LogOptions", "ReadOptions", "RetryOptions"];
  return uniqueNames([...taken, ...errors.map(({ name }) => name), ...requests])(`${root.className}Options`);
}

function clientView(plan: Plan, root: ResourcePlan, errors: readonly ErrorClass[]): View {
  const file = clientFile(root);
  const optionsType = optionsName(root, errors);
  const scope: Scope = { plan, imports: newImports([root.className, optionsType, ...takenLocals]), root: ".", file };
  scope.imports.type("./client.ts", "ClientOptions");
  scope.imports.value("./client.ts", "createClient");
  scope.imports.type("./runtime/retry.ts", "RetryOptions");
  const retry = scope.imports.value("./runtime/retry.ts", "retry");
  const methods = root.operations.map((one) => methodView(scope, one, errors, root));
  if (root.operations.length > 0 || isEmpty(root)) runtimeType(scope, "client", "Client");
  const { title, description } = plan.api;
  const optional = plan.api.servers.value.length > 0;
  return {
    header: raw(header([readmePage(plan)])),
    doc: raw(docComment({ text: description || title || "The client." })),
    className: raw(root.className),
    hasOperations: root.operations.length > 0,
    isEmpty: isEmpty(root),
    optionsType: raw(optionsType),
    options: raw(`options: ${optionsType}${optional ? " = {}" : ""}`),
    retry,
    methods,
    children: root.children.map((child) => childView(scope, child)),
    imports: scope.imports.text(),
  };
}

/** Without a documented operation, the class holds the client for calls of one's own. */
function isEmpty(root: ResourcePlan): boolean {
  return root.operations.length === 0 && root.children.length === 0;
}

function resourceView(plan: Plan, one: ResourcePlan, errors: readonly ErrorClass[]): View {
  const imports = newImports([one.className, ...takenLocals]);
  const scope: Scope = { plan, imports, root: "..", file: `resources/${one.entry}` };
  runtimeType(scope, "client", "Client");
  const methods = one.operations.map((operation) => methodView(scope, operation, errors, one));
  const pages = [...new Set(one.operations.map(({ operation }) => operation.page))];
  return {
    header: raw(header(pages.length === 0 ? [readmePage(plan)] : pages.map((page) => ({ page })))),
    className: raw(one.className),
    hasOperations: one.operations.length > 0,
    methods,
    children: one.children.map((child) => childView(scope, child)),
    imports: scope.imports.text(),
  };
}

function childView(scope: Scope, child: ResourcePlan): View {
  const folder = scope.file.startsWith("resources/") ? "." : "./resources";
  const className = scope.imports.value(`${folder}/${child.entry}.ts`, child.className);
  return { property: raw(child.property), className };
}

function methodView(scope: Scope, one: OperationPlan, errors: readonly ErrorClass[], group: ResourcePlan): View {
  const folder = scope.file.startsWith("resources/") ? "../operations" : "./operations";
  const { functionName } = one;
  runtimeType(scope, "client", "CallOptions");
  const all = signatures(scope, one);
  const [last] = all.slice(-1);
  const handed = ["this.#client", ...(last?.request === undefined ? [] : ["request"]), "options"].map(raw);
  const doc = operationDoc(one.operation, errors, []);
  return {
    doc: raw(
      indentedComment(operationDoc(one.operation, errors, usageTags(scope.plan, one, methodCallee(one, group))), 2),
    ),
    overloads: all.length > 1 ? all.map((signature) => ({ line: methodLine(one.methodName, signature, ";") })) : [],
    signature: last === undefined ? raw("") : methodLine(one.methodName, last, " {"),
    load: raw(
      print(code`const { ${raw(functionName)} } = await ${importCall(`${folder}/${one.file}.ts`)};`, { indent: 4 }),
    ),
    call: raw(print(code`return ${call(raw(functionName), handed)};`, { indent: 4 })),
    pages: pagesMethod(scope, one, doc.tags ?? []),
  };
}

function methodLine(name: string, signature: Signature, tail: string): Code {
  const head = code`${raw(tail === ";" ? "" : "async ")}${raw(name)}${signature.typeParameter}`;
  const declared = code`${call(head, declaredParameters(signature))}: ${signature.returns}${raw(tail)}`;
  return raw(print(declared, { indent: 2 }));
}

function entryView(one: ResourcePlan): View {
  const pages = [...new Set(one.operations.map(({ operation }) => operation.page))];
  const exports = [...one.operations]
    .sort((a, b) => byCodeUnits(a.file, b.file))
    .map((operation) => ({ line: raw(exportLine(operationExports(operation), `./operations/${operation.file}.ts`)) }));
  return { header: raw(header(pages.map((page) => ({ page })))), exports };
}

/** What callers import of an operation. */
export function operationExports({ request, functionName, pages }: OperationPlan): string[] {
  const functions = pages === undefined ? [functionName] : [functionName, pages.functionName];
  return [...(request.kind === "members" ? [`type ${request.typeName}`] : []), ...functions];
}
