import { describe, expect, test } from "vitest";
import { command, folder, tree } from "./fixture.ts";

describe("what is refused, with exit code 2", () => {
  const cases: readonly {
    readonly name: string;
    readonly files?: Readonly<Record<string, string>>;
    readonly argv: readonly string[];
    readonly want: string | RegExp;
  }[] = [
    {
      name: "no docs at all",
      argv: [],
      want: /Unexpected absence of input-docs\/, expected a folder of docs.\n {2}help: Pass a docs folder/,
    },
    { name: "an empty input-docs", files: { "input-docs/x.md": "" }, argv: [], want: /Unexpected empty input-docs/ },
    {
      name: "a folder that does not exist",
      files: { "harbor/a.md": "" },
      argv: ["habor"],
      want: 'the command line: Unexpected missing folder habor, expected a folder of docs. Did you mean "harbor"?',
    },
    { name: "a mistyped command", argv: ["chekc"], want: 'Did you mean "check"?' },
    { name: "another", argv: ["lintt"], want: 'Did you mean "lint"?' },
    { name: "a file", files: { "a.md": "" }, argv: ["a.md"], want: "Unexpected file a.md, expected a folder of docs." },
    {
      name: "a missing folder of the config",
      files: { "docsdk.config.json": '{"apis":{"h":{"docs":"nope"}}}' },
      argv: [],
      want: "docsdk.config.json: apis.h.docs: Unexpected missing folder nope",
    },
    {
      name: "a config without APIs",
      files: { "docsdk.config.json": '{"apis":{}}' },
      argv: [],
      want: "apis: Unexpected empty record",
    },
    {
      name: "a mistake in the config",
      files: { "docsdk.config.json": '{"feilds":"wire"}' },
      argv: [],
      want: 'feilds: Unexpected key "feilds"',
    },
    {
      name: "the project root as output",
      files: { "h/docs/a.md": "" },
      argv: ["h", "--out", "."],
      want: "Unexpected output folder ., which is or holds the project's own folder",
    },
    {
      name: "a folder above it",
      files: { "h/docs/a.md": "" },
      argv: ["h", "--out", ".."],
      want: "which is or holds the project's own folder",
    },
    {
      name: "the config's folder",
      files: { "c/c.json": "{}", "h/docs/a.md": "" },
      argv: ["h", "--config", "c/c.json", "--out", "c"],
      want: "which is or holds the project's own folder",
    },
    {
      name: "the docs folder",
      files: { "h/docs/a.md": "" },
      argv: ["h/docs", "--out", "h/docs"],
      want: "which lies inside a docs folder",
    },
    {
      name: "the folder that holds docs",
      files: { "h/docs/a.md": "" },
      argv: ["h/docs", "--out", "h"],
      want: "which is or holds a docs folder",
    },
    {
      name: "an output that would be read as docs",
      files: { "h/a.md": "" },
      argv: ["h", "--out", "h/sdk"],
      want: "which lies inside a docs folder",
    },
    {
      name: "a file as output",
      files: { "h/a.md": "", sdk: "" },
      argv: ["h", "--out", "sdk"],
      want: "Unexpected output folder sdk, a file",
    },
    {
      name: "two APIs in one folder",
      files: { "input-docs/A/a.md": "", "input-docs/a/a.md": "" },
      argv: [],
      want: "Unexpected output folder output/a, which overlaps with that of a",
    },
    {
      name: "a folder without a name",
      files: { "input-docs/文/a.md": "" },
      argv: [],
      want: "Unexpected folder name input-docs/文",
    },
    { name: "an unknown option", argv: ["--stric"], want: "error: unknown option '--stric'\n(Did you mean --strict?)" },
    {
      name: "an unknown reporter",
      argv: ["--reporter", "jsno"],
      want: 'Expected one of pretty, json, markdown, github. Did you mean "json"?',
    },
    { name: "an unknown dialect", argv: ["--dialect", "pyton"], want: 'Did you mean "python"?' },
    { name: "quiet and verbose", argv: ["--quiet", "--verbose"], want: "cannot be used with" },
  ];
  test.each(cases)("$name", async ({ files = {}, argv, want }) => {
    const root = folder(files);
    const ran = await command(root, argv);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(want instanceof RegExp ? want : new RegExp(want.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
    expect(tree(root)).toEqual(Object.keys(files).sort());
  });

  test("as JSON too", async () => {
    const ran = await command(folder(), ["nope", "--reporter", "json"]);
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      apis: [],
      problems: [{ message: expect.stringContaining("nope") }],
      ok: false,
    });
  });
});

test("--help and --version need no docs and no compiler", async () => {
  const load = { files: (): never => expect.unreachable() };
  const help = await command(folder(), ["--help"], load);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toMatchSnapshot();
  for (const name of ["check", "lint", "explain", "diff", "watch", "init"]) {
    expect((await command(folder(), [name, "--help"], load)).stdout).toMatchSnapshot();
  }
  expect(await command(folder(), ["--version"], load)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});
