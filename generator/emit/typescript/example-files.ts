import type { OutputFile } from "../../options.ts";
import { checkSyntax } from "../gate.ts";
import { type Code, code, raw } from "../print/code.ts";
import { print, statements } from "../print/layout.ts";
import { member } from "../print/member.ts";
import { newImports } from "../print/source-file.ts";
import { render, type Template } from "../template.ts";
import { type Call, callAndShow, methodCall, pagesLoop, placeholderNote } from "./call-code.ts";
import { clientSetup, newClient, serverVariable } from "./client-setup.ts";
import { errorClassOf } from "./errors.ts";
import { header } from "./model-file.ts";
import type { Told } from "./readme.ts";

/** A program of `examples/`. */
interface Example {
  readonly name: string;
  /** What it shows, for its first lines. */
  readonly about: string;
  /** What it imports beside the client's class. */
  readonly imports: readonly string[];
  readonly steps: readonly Code[];
  readonly page: string;
}

/** `examples/*.mjs`: programs that run as they are, against the server that the environment names. */
export function exampleFiles(told: Told, template: Template): OutputFile[] {
  return examples(told).map((one) => exampleFile(told, one, template));
}

function exampleFile({ plan, root }: Told, example: Example, template: Template): OutputFile {
  const { name } = plan.api.package;
  const imports = newImports();
  for (const one of [root.className, ...example.imports]) imports.value(name, one);
  const { credentials, variables } = clientSetup(plan);
  const server = code`baseUrl: ${member("process.env", serverVariable(root))}`;
  const text = render(template, {
    header: raw(header([{ page: example.page }])),
    about: raw(example.about),
    variables: raw([serverVariable(root), ...variables].join(", ")),
    imports: imports.text(),
    client: raw(print(code`const client = ${newClient(root, [server, ...credentials])};`)),
    steps: raw(print(statements(example.steps))),
  });
  const file = { path: `examples/${example.name}.mjs`, text };
  checkSyntax(file);
  return file;
}

function examples(told: Told): Example[] {
  const { first, stream, paged } = told.calls;
  if (first === undefined) return [];
  return [
    firstExample(first),
    ...(stream === undefined ? [] : [streamExample(stream.call)]),
    ...(paged === undefined ? [] : [pagesExample(paged)]),
    errorsExample(told, first),
  ];
}

function firstExample(call: Call): Example {
  return {
    ...shared(call),
    name: "first-call",
    about: "One call, and what comes of it.",
    steps: [...placeholderNote(call), ...callAndShow(call, methodCall(call))],
  };
}

function streamExample(call: Call): Example {
  return {
    ...shared(call),
    name: "stream",
    about: "A stream, event by event. Leaving the loop closes the connection.",
    steps: [
      ...placeholderNote(call),
      code`const events = await ${methodCall(call)};`,
      raw("for await (const event of events) console.log(event);"),
    ],
  };
}

function pagesExample(call: Call): Example {
  return {
    ...shared(call),
    name: "pages",
    about: "The items of all pages. Each page is one call, made when it is due.",
    steps: [...placeholderNote(call), pagesLoop(call) ?? raw("")],
  };
}

function errorsExample({ errors }: Told, call: Call): Example {
  const documented = call.operation.operation.errors.map((error) => errorClassOf(errors, error)?.name);
  const shown = documented.find((name) => name !== undefined);
  const undocumented = "if (error instanceof ApiError) console.error(error.name, error.status, error.body);";
  const body =
    shown === undefined
      ? undocumented
      : `if (error instanceof ${shown}) console.error("documented:", error.name, error.status, error.body);
  else ${undocumented}`;
  return {
    ...shared(call),
    name: "errors",
    about: "What a call may throw.",
    imports: ["ApiError", "ConnectionError", ...(shown === undefined ? [] : [shown])],
    steps: [
      ...placeholderNote(call),
      code`try {
  ${raw(print(statements(callAndShow(call, methodCall(call))), { indent: 2 }))}
} catch (error) {
  ${raw(body)}
  else if (error instanceof ConnectionError) console.error("no answer:", error.message);
  else throw error;
}`,
    ],
  };
}

function shared({ operation }: Call): Pick<Example, "imports" | "page"> {
  return { imports: [], page: operation.operation.page };
}
