import type { OutputFile } from "../../options.ts";
import { raw } from "../print/code.ts";
import { exportLine } from "../print/imports.ts";
import { byCodeUnits, byModule, localName } from "../print/order.ts";
import { renderSource, type Template } from "../template.ts";
import { valuesName } from "./codecs.ts";
import { planJoins } from "./collect-plan.ts";
import type { ErrorClass } from "./errors.ts";
import { header, readmePage } from "./model-file.ts";
import { byHost, type ModelPlan, type Plan } from "./plan.ts";
import type { ResourcePlan } from "./resource-plan.ts";
import { clientFile, operationExports, optionsName } from "./resources.ts";

/** `index.ts`: what most callers import. Models have an entry of their own. */
export function indexFile(
  plan: Plan,
  root: ResourcePlan,
  errors: readonly ErrorClass[],
  template: Template,
): OutputFile {
  const own = errors.map((error) => error.name).sort();
  const options = optionsName(root, errors);
  const taken = new Set([...own, root.className]);
  const exports = [
    exportLine(["type ClientOptions", "createClient"], "./client.ts"),
    ...(own.length === 0 ? [] : [exportLine(own, "./errors.ts")]),
    exportLine([root.className, `type ${options}`], `./${clientFile(root)}.ts`),
    // What belongs to no resource has no entry of its own.
    ...root.operations.map((one) =>
      exportLine(
        operationExports(one).filter((name) => !taken.has(localName(name))),
        `./operations/${one.file}.ts`,
      ),
    ),
    ...runtimeExports(new Set(own), root.className),
  ].sort((one, other) => byModule(moduleOf(one), moduleOf(other)));
  const view = { header: raw(header([readmePage(plan)])), exports: exports.map((line) => ({ line: raw(line) })) };
  return renderSource("src/index.ts", template, view, []);
}

function moduleOf(line: string): string {
  return line.slice(line.lastIndexOf(" from "), -2);
}

/** A documented error may have a name of the runtime; the documented one wins. */
function runtimeExports(own: ReadonlySet<string>, clientClass: string): string[] {
  const modules: readonly [string, readonly string[]][] = [
    ["./runtime/auth.ts", ["type Secret"]],
    [
      "./runtime/client.ts",
      ["type CallInfo", "type CallOptions", "type CallResult", "type Client", "type Middleware", "type RawResponse"],
    ],
    ["./runtime/errors.ts", ["ApiError", "ConnectionError", "DecodeError", "StreamError", "TimeoutError"]],
    ["./runtime/event-stream.ts", ["EventStream"]],
    ["./runtime/form.ts", ["type FilePart"]],
    ["./runtime/framing.ts", ["type ServerEvent"]],
    ["./runtime/issue.ts", ["type DecodeOptions", "type Issue", "type IssueCode"]],
    ["./runtime/log.ts", ["log", "type LogEntry", "type LogOptions"]],
    ["./runtime/model.ts", ["type Unrecognized", "unknownFields", "unrecognized", "withUnknownFields"]],
    ["./runtime/pages.ts", ["type PageOptions", "type Pages"]],
    ["./runtime/reply.ts", ["type ReadOptions"]],
    ["./runtime/retry.ts", ["retry", "type RetryOptions"]],
  ];
  return modules.flatMap(([module, names]) => {
    const free = names.filter((name) => !own.has(localName(name)) && localName(name) !== clientClass);
    return free.length === 0 ? [] : [exportLine(free, module)];
  });
}

/** `models/index.ts`: every model with its functions; the readers that models share stay inside. */
export function modelsIndexFile(plan: Plan, template: Template): OutputFile {
  const lines = [...byHost(plan)]
    .map(([host, declared]) => ({ file: host.file, names: declared.flatMap(modelExports) }))
    .sort((one, other) => byCodeUnits(one.file, other.file))
    .map(({ file, names }) => ({ line: raw(exportLine(names, `./${file}.ts`)) }));
  // Nearer modules come last.
  const collected = [...planJoins(plan).values()]
    .filter(({ stream }) => stream !== null)
    .sort((one, other) => byCodeUnits(one.file, other.file))
    .map(({ name, file }) => ({ line: raw(exportLine([`collect${name}`], `../collect/${file}.ts`)) }));
  const none = { line: raw("export {};") };
  const view = {
    header: raw(header([{ page: "the documentation" }])),
    exports: lines.length === 0 ? [none] : [...collected, ...lines],
  };
  return renderSource("src/models/index.ts", template, view, []);
}

/** The exported names of one model. */
export function modelExports(plan: ModelPlan): string[] {
  const { type, model, isJson, isForm } = plan;
  return [
    `type ${type}`,
    ...(isJson ? [`decode${type}`, `encode${type}`] : []),
    ...(isForm ? [`form${type}`] : []),
    ...(model.kind === "enum" ? [valuesName(type)] : []),
    ...(model.read === undefined ? [] : [`read${type}`]),
  ];
}
