import { cpSync, existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { compile, filesBelow, project, typescript7, workFolder } from "./fixture.ts";
import { json, pieces, startServer, text } from "./http/api-server.ts";
import { chunk, coveCompletion, eventOf, ploverCompletion, ternCompletion } from "./http/payloads.ts";
import { builtProgram, command, type Finding, reportOf } from "./program.ts";

// The project began with four documents. Each is worth a package even where nothing that it links to is at hand.

// Compilers are slow where many run at once; nothing here is about time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const work = workFolder();
const server = await startServer();
const done = "data: [DONE]\n\n";

interface Seed {
  readonly api: string;
  /** Below the docs of the API. */
  readonly path: string;
  /** The titles that have no document, with the field whose cell names them. */
  readonly missing: readonly (readonly [field: string, title: string])[];
  /** What the file of the model says of them. */
  readonly types: readonly string[];
  readonly read: string;
  readonly answers: readonly {
    readonly answer: ReturnType<typeof json>;
    readonly want: unknown;
    readonly options?: object;
  }[];
}

const seeds: readonly Seed[] = [
  {
    api: "quill",
    path: "docs/models/operations/chatresponse.md",
    missing: [
      ["chat_completion_result", "shared.ChatCompletionEvent"],
      ["chat_completion_result", "shared.SentinelEvent"],
    ],
    types: ["export type ChatResponse = Uint8Array | EventStream<unknown>;"],
    read: "readChatResponse",
    answers: [
      { answer: pieces([eventOf("one"), done]), want: [chunk("one").wire, "[DONE]"] },
      { answer: pieces([eventOf("one"), done]), options: { endMark: "[DONE]" }, want: [chunk("one").wire] },
      { answer: pieces([eventOf("one"), "data: not JSON\n\n"]), want: [chunk("one").wire, "not JSON"] },
      { answer: text(new Uint8Array([0, 255]), "audio/wav"), want: new Uint8Array([0, 255]) },
    ],
  },
  {
    api: "tern",
    path: "docs/models/chatcompletionresponse.md",
    missing: [
      ["choices", "models.ChatCompletionChoice"],
      ["usage", "models.CompletionUsage"],
    ],
    types: ["  choices: readonly unknown[];", "  usage?: unknown;"],
    read: "readChatCompletionResponse",
    answers: [
      {
        answer: json({ ...ternCompletion.wire, usage: null }),
        want: { ...ternCompletion.value, choices: choicesOf(ternCompletion.wire), usage: null },
      },
    ],
  },
  {
    api: "cove",
    path: "docs/models/createchatcompletionresponsebody.md",
    missing: [["data", "models.ChatCompletionStreamEvent"]],
    types: ["  data: unknown;", "Promise<EventStream<unknown>>"],
    read: "readCreateChatCompletionResponseBody",
    // Its sentence about the end mark is all that it takes.
    answers: [{ answer: pieces([eventOf("one"), eventOf("two"), done]), want: [chunk("one").wire, chunk("two").wire] }],
  },
  {
    api: "plover",
    path: "docs/models/shared/createchatcompletionresponse.md",
    missing: [
      ["choices", "CreateChatCompletionResponseChoices"],
      ["usage", "CreateChatCompletionResponseUsage"],
    ],
    types: ["  choices: readonly unknown[];", "  usage?: unknown;"],
    read: "readCreateChatCompletionResponse",
    answers: [
      {
        answer: json(ploverCompletion.wire),
        want: { ...ploverCompletion.value, choices: choicesOf(ploverCompletion.wire) },
      },
    ],
  },
];

/** Of a missing document nothing is known, so its data comes as the wire has it. */
function choicesOf(wire: object): unknown {
  return "choices" in wire ? wire.choices : [];
}

describe.each(seeds)("$api: $path alone", ({ api, path, missing, types, read, answers }) => {
  const home = join(work, api);
  const document = readFileSync(join(project, "input-docs", api, path), "utf8");
  const forms = [
    { form: "under its path", given: path },
    { form: "bare", given: basename(path) },
  ];

  beforeAll(() => {
    for (const { form, given } of forms) cpSync(join(project, "input-docs", api, path), join(home, form, given));
  });

  test.each(forms)("is no error, $form, and one warning at the cell for each missing document", async (one) => {
    const ran = await command([one.form, "--out", `sdk ${one.form}`, "--reporter", "json"], home);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: "" });
    const report = reportOf(ran);
    expect(report.files.written).toEqual(expect.arrayContaining(["package.json", "src/index.ts"]));
    const warnings = report.diagnostics.filter(({ severity }) => severity !== "info");
    const file = `${one.form}/${one.given}`;
    const places = missing.map(([field, title]) => ({ ...cellOf(document, field), file, title: `\`${title}\`` }));
    expect(warnings.map(placeOf)).toEqual(places);
    for (const { code, severity } of warnings) expect([code, severity]).toEqual(["link/missing-reference", "warning"]);
  });

  test("is the same package in both forms, but for the document's path", () => {
    const [full, bare] = forms.map(({ form, given }) => {
      const source = join(home, `sdk ${form}/src/models`);
      return filesBelow(source).map((name) => readFileSync(join(source, name), "utf8").replaceAll(given, "PATH"));
    });
    expect(full).toHaveLength(2);
    expect(bare).toEqual(full);
  });

  test("is a package that type-checks, with `unknown` for what is missing", async () => {
    const sdk = join(home, "sdk bare");
    const models = filesBelow(join(sdk, "src/models")).filter((name) => name !== "index.ts");
    for (const type of types) expect(readFileSync(join(sdk, "src/models", models.join()), "utf8")).toContain(type);
    expect(await compile(typescript7, ["-p", "."], sdk)).toBe("");
  });

  test("reads responses", async () => {
    const module = await import(/* @vite-ignore */ pathToFileURL(join(home, "sdk bare/dist/models/index.js")).href);
    for (const { answer, options, want } of answers) {
      server.answer(answer);
      expect(await drained(await module[read](await fetch(server.baseUrl), options))).toEqual(want);
    }
  });

  test.each(forms)("is an error with --strict, $form, and nothing is written", async ({ form }) => {
    const strict = await command([form, "--out", "strict", "--strict"], home);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain("nothing written");
    expect(existsSync(join(home, "strict"))).toBe(false);
  });
});

test("the program, as a person starts it, says the same", async () => {
  const program = await builtProgram(join(work, "program"));
  const home = join(work, "shell");
  cpSync(
    join(project, "input-docs/tern/docs/models/chatcompletionresponse.md"),
    join(home, "in/chatcompletionresponse.md"),
  );
  const ran = await program(["in", "--out", "sdk"], home);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const place = cellOf(readFileSync(join(home, "in/chatcompletionresponse.md"), "utf8"), "usage");
  expect(ran.stdout).toContain(`in/chatcompletionresponse.md:${place.line}:${place.column}  warning  `);
  expect(ran.stdout).toContain("[link/missing-reference]");
  expect(filesBelow(join(home, "sdk"))).toContain("src/models/chat-completion-response.ts");
  expect((await program(["in", "--out", "other", "--strict"], home)).code).toBe(1);
  expect(existsSync(join(home, "other"))).toBe(false);
});

test("models without operations are a package with a client that has no resources", async () => {
  const home = join(work, "models");
  cpSync(join(project, "input-docs/cove/docs/models"), join(home, "cove/docs/models"), { recursive: true });
  const ran = await command(["cove", "--out", "sdk", "--strict", "--reporter", "json"], home);
  expect({ code: ran.code, found: reportOf(ran).diagnostics }).toEqual({ code: 0, found: [] });
  expect(await compile(typescript7, ["-p", "."], join(home, "sdk"))).toBe("");
  expect(filesBelow(join(home, "sdk/src")).filter((path) => /^(resources|operations)\//.test(path))).toEqual([]);

  const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(join(home, "sdk/dist", file)).href);
  const { Cove } = await load("index.js");
  expect(Object.keys(new Cove({ baseUrl: server.baseUrl }))).toEqual(["client"]);
  expect(() => new Cove({})).toThrow(/baseUrl/);
  const { readCreateChatCompletionResponse: read } = await load("models/index.js");
  server.answer(json(coveCompletion.wire));
  expect(await read(await fetch(server.baseUrl))).toEqual(coveCompletion.value);
  server.answer(pieces([eventOf("one"), done]));
  expect(await drained(await read(await fetch(server.baseUrl)))).toEqual([chunk("one").value]);
});

/** Where the type of a field stands in a document, found without the tool. */
function cellOf(document: string, field: string): { readonly line: number; readonly column: number } {
  const lines = document.split("\n");
  const line = lines.findIndex((one) => one.startsWith(`| \`${field}\``));
  const row = lines[line] ?? "";
  return { line: line + 1, column: row.indexOf("|", 1) + 3 };
}

function placeOf({ file, line, column, message }: Finding): object {
  return { file, line, column, title: /`[^`]+`/.exec(message)?.[0] };
}

/** A stream as the list of its items. */
async function drained(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null || !(Symbol.asyncIterator in value)) return value;
  const items: unknown[] = [];
  for await (const item of value as AsyncIterable<unknown>) items.push(item);
  return items;
}
