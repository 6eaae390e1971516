import type { OutputFile } from "../../options.ts";
import { type Code, code, join, raw } from "../print/code.ts";
import { uniqueNames } from "../print/identifier.ts";
import { braces, flat, print, statements } from "../print/layout.ts";
import { codeSpan, markdownBlock, markdownLine } from "../print/markdown.ts";
import { keyOf } from "../print/member.ts";
import { render, type Template, type View } from "../template.ts";
import {
  answeredModel,
  awaited,
  type Call,
  callAndShow,
  callWithOptions,
  functionCall,
  methodCall,
  pagesLoop,
  placeholderNote,
} from "./call-code.ts";
import { planOptions } from "./client.ts";
import { callCredentials, clientSetup, createdClient, documentedVariables, newClient } from "./client-setup.ts";
import { type ErrorClass, errorClassOf } from "./errors.ts";
import type { ShownCalls } from "./first-call.ts";
import { globalExample } from "./globals.ts";
import type { Plan } from "./plan.ts";
import type { ResourcePlan } from "./resource-plan.ts";
import { serverKey } from "./servers.ts";

/** What a document about the package tells of. */
export interface Told {
  readonly plan: Plan;
  readonly root: ResourcePlan;
  readonly errors: readonly ErrorClass[];
  readonly calls: ShownCalls;
  /** The modules of the runtime: a document tells of what the package has. */
  readonly runtime: ReadonlySet<string>;
  /** The entries of the package that hand names on from several modules, with their texts. */
  readonly entries: readonly { readonly entry: string; readonly text: string }[];
}

/** `README.md`: what its reader needs for the first call, then what else the client can do. */
export function readmeFile(told: Told, template: Template): OutputFile {
  return { path: "README.md", text: render(template, readmeView(told)) };
}

function readmeView(told: Told): View {
  const { plan, root, runtime, calls } = told;
  const { api } = plan;
  const { jsr } = plan.options.package;
  return {
    name: markdownLine(api.package.name),
    hasLicense: api.package.license !== null,
    license: markdownLine(api.package.license ?? ""),
    hasJsr: jsr !== undefined,
    jsr: codeSpan(`deno add jsr:${jsr ?? ""}`),
    package: raw(api.package.name),
    description: markdownBlock(api.description),
    hasDescription: api.description.trim() !== "",
    className: raw(root.className),
    module: code`${api.package.name}`,
    hasRetry: runtime.has("retry"),
    hasLog: runtime.has("log"),
    first: firstView(told, calls.first),
    client: clientView(told),
    stream: streamView(told),
    pages: pagesView(calls.paged),
    files: filesView(calls),
    errors: errorsView(told, calls.first),
    options: optionsView(calls.short),
    reader: readerView(told, calls.first),
  };
}

/** The whole of the first example, and the same with a function. */
function firstView({ plan, root }: Told, first: Call | undefined): View {
  if (first === undefined) return { isKnown: false, program: raw(""), functionProgram: raw("") };
  const { name } = plan.api.package;
  const { credentials, server } = clientSetup(plan);
  const options = [...credentials, ...server];
  // A function may be called like what it gives.
  const answer = uniqueNames([first.operation.functionName, "events", "event"])("answer");
  const shown = (called: Code): Code[] => [...placeholderNote(first), ...callAndShow(first, called, answer)];
  const program = [
    code`import { ${raw(root.className)} } from ${name};`,
    raw(""),
    code`const client = ${newClient(root, options)};`,
    ...shown(methodCall(first)),
  ];
  const entry = [name, first.group.entry].filter((part) => part !== "").join("/");
  const functionProgram = [
    code`import { createClient } from ${`${name}/client`};`,
    code`import { ${raw(first.operation.functionName)} } from ${entry};`,
    raw(""),
    code`const client = ${createdClient(options)};`,
    ...shown(functionCall(first)),
  ];
  return { isKnown: true, program: lines(program), functionProgram: lines(functionProgram) };
}

/** Statements laid out, so that the template keeps their lines. */
function lines(all: readonly Code[]): Code {
  return raw(print(statements(all)));
}

/** Servers and credentials. */
function clientView({ plan, root }: Told): View {
  const { api } = plan;
  const {
    credentials,
    servers: { choice, variables: parts },
    globals,
  } = planOptions(api);
  const taken = callCredentials(credentials);
  const [first] = taken;
  const [, ...beside] = clientSetup(plan).credentials;
  const asking = code`${keyOf(first?.options[0] ?? "")}: async () => readSecret()`;
  const others = credentials.filter((one) => !taken.includes(one));
  const options = taken.flatMap((one) => one.options);
  const variables = taken.flatMap(({ scheme }) => documentedVariables(scheme));
  const servers = api.servers.value.map(({ name, url, description }) => ({
    isNamed: choice !== undefined,
    option: codeSpan(`${choice}: ${flat(serverKey(name))}`),
    url: codeSpan(url),
    description: markdownLine(description === "" ? "" : `: ${description}`),
  }));
  const named = others.map(({ options }) =>
    join(
      options.map((option) => codeSpan(option)),
      ", ",
    ),
  );
  return {
    hasCredentials: first !== undefined,
    credentials: join(
      options.map((option) => codeSpan(option)),
      options.length > 2 ? ", " : " and ",
    ),
    isSecret: first !== undefined && first.scheme.kind !== "basic",
    // What else the call has, without which it is none: the header of the key, the other credentials.
    asked: lines([code`const client = ${newClient(root, [asking, ...beside])};`]),
    // Where the docs name a variable, the client reads it by itself.
    readsVariables: first !== undefined && variables.length === options.length,
    variables: join(variables.map(codeSpan), " and "),
    hasOwn: api.operations.some(({ credentials }) => credentials !== undefined),
    runtimeModule: codeSpan(`${api.package.name}/runtime`),
    hasOthers: named.length > 0,
    others: join(named, ", "),
    hasServers: servers.length > 0,
    hasSeveralServers: servers.length > 1,
    hasParts: parts.size > 0,
    parts: join([...parts.values()].map(codeSpan), ", "),
    server: servers[0]?.url ?? raw(""),
    servers,
    hasGlobals: globals.length > 0,
    globals: join(
      globals.map(({ name }) => codeSpan(name)),
      ", ",
    ),
    globalOptions: raw(print(braces([...clientSetup(plan).server, ...globals.map(globalExample)]))),
  };
}

function streamView({ plan, calls }: Told): View {
  const { call, join } = calls.stream ?? {};
  return {
    isKnown: call !== undefined,
    runtimeModule: codeSpan(`${plan.api.package.name}/runtime`),
    program:
      call === undefined ? raw("") : lines([...placeholderNote(call), code`const events = await ${methodCall(call)};`]),
    using: call === undefined ? raw("") : lines([code`await using events = await ${methodCall(call)};`]),
    isCollected: join !== undefined,
    collector: raw(join === undefined ? "" : `collect${join.name}`),
    collected: codeSpan(join?.name ?? ""),
    modelsModule: code`${`${plan.api.package.name}/models`}`,
  };
}

function pagesView(call: Call | undefined): View {
  const loop = call && pagesLoop(call);
  return { isKnown: loop !== undefined, loop: loop === undefined ? raw("") : lines([loop]) };
}

function filesView({ file, download }: ShownCalls): View {
  return {
    isKnown: file !== undefined || download !== undefined,
    sends: file !== undefined,
    isForm: file?.request.body?.kind === "multipart",
    call: file === undefined ? raw("") : lines([...placeholderNote(file), awaited(file, methodCall(file))]),
    receives: download !== undefined,
    download: download === undefined ? raw("") : lines([...placeholderNote(download), dataOf(download, '"stream"')]),
  };
}

function errorsView({ plan, errors }: Told, call: Call | undefined): View {
  const own = call?.operation.operation.errors.map((error) => errorClassOf(errors, error)?.name) ?? [];
  const shown = own.find((name) => name !== undefined) ?? errors[0]?.name;
  const names = [...(shown === undefined ? [] : [shown]), "ApiError"].sort();
  const routed = plan.api.operations.filter(({ route }) => route !== null);
  const statuses = (one: ErrorClass): Code => {
    const all = routed.flatMap((operation) => operation.errors.filter((error) => errorClassOf(errors, error) === one));
    return join([...new Set(all.map(({ status }) => status))].sort().map(codeSpan), ", ");
  };
  return {
    isKnown: call !== undefined,
    imports: code`import { ${raw(names.join(", "))} } from ${plan.api.package.name};`,
    call: call === undefined ? raw("") : raw(print(code`await ${methodCall(call)};`, { indent: 2 })),
    hasShown: shown !== undefined,
    shown: raw(shown ?? ""),
    hasClasses: errors.length > 0,
    classes: errors.map((one) => ({ name: codeSpan(one.name), statuses: statuses(one) })),
  };
}

/** One call with the options that a section is about. */
function optionsView(call: Call | undefined): View {
  const shown = (options: Code): Code =>
    call === undefined ? raw("") : lines([awaited(call, callWithOptions(call, options))]);
  return {
    isKnown: call !== undefined,
    timeout: shown(raw("{ signal: AbortSignal.timeout(10_000) }")),
    retries: shown(raw("{ retries: 0 }")),
    strict: shown(raw('{ validate: "strict" }')),
    rawResponse: call === undefined ? raw("") : lines([dataOf(call, "true")]),
  };
}

/** A call that gives its response too. */
function dataOf(one: Call, rawResponse: string): Code {
  return code`const { data, response } = await ${callWithOptions(one, raw(`{ rawResponse: ${rawResponse} }`))};`;
}

/** A response that is read without the client. */
function readerView({ plan }: Told, first: Call | undefined): View {
  const readable = [...plan.models.values()].filter((one) => one.model.read !== undefined);
  const answered = first === undefined ? undefined : answeredModel(first.operation);
  const model = readable.find((one) => one.model.id === answered) ?? readable[0];
  return {
    isKnown: model !== undefined,
    name: raw(model === undefined ? "" : `read${model.type}`),
    module: code`${`${plan.api.package.name}/models`}`,
  };
}
