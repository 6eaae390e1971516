import { describe, expect, test } from "vitest";
import { catalogue, diagnostic } from "../../generator/diagnostics.ts";
import { command, folder, program, put, text, tree } from "./fixture.ts";
import { harbor } from "./harbor.ts";

const warning = diagnostic("docs/unread-page", "Unexpected page.", "docs/a.md#row");
const error = diagnostic("config/invalid-override", "Unexpected value.", null);
const note = diagnostic("infer/assumed", "Unexpected silence.", "docs/a.md#row");
const sample = {
  finding: diagnostic("docs/unfit-sample", "Unexpected sample.", "docs/a.md#usage"),
  at: { path: "docs/a.md", line: 7, column: 5 },
};
const bare = (): string => folder({ "h/docs/a.md": "" });

test("tells all that is wrong, notes too, with places and ways out, and writes nothing", async () => {
  const root = folder(harbor);
  const ran = await program(root, ["lint"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toMatchInlineSnapshot(`
    "warning  Unexpected docs without a server URL, expected one in the README or in \`servers\`  [infer/missing-server]
      help: State them for the API in the config: \`servers: [{ url: "https://…" }]\`.

    input-docs/harbor/README.md:3:34  warning  Unexpected link to \`docs/guide.md\`, expected one to a file of the docs  [link/dead-link]
      help: Add the file, or correct the link.

    input-docs/harbor/docs/models/port.md:6:27  warning  Unexpected syntax in a sample, expected TypeScript that compiles: Expression expected  [docs/broken-sample]
      help: Correct the syntax of the sample.

    input-docs/harbor/docs/models/vessel.md:10:21  warning  Unexpected absence of \`launched\` in a sample of \`Vessel\`, expected it, as Vessel requires it  [docs/unfit-sample]
    input-docs/harbor/docs/models/vessel.md:12:13  warning  Unexpected \`"twelve"\` at \`crewSize\` in a sample of \`Vessel\`, expected a number  [docs/unfit-sample]
    input-docs/harbor/docs/models/vessel.md:13:3  warning  Unexpected property \`flag\` in a sample of \`Vessel\`, expected one of the properties of Vessel  [docs/unfit-sample]
      help: Correct the sample, or the table of the page.
    input-docs/harbor/docs/models/vessel.md:22:3  info  Unexpected silence on the wire name of \`Vessel.crewSize\`, expected a sighting; took \`crew_size\`  [infer/assumed]
      help: Add to \`overrides\`: { subject: "field Vessel.crewSize", value: { wireName: "crew_size" }, reason: "…" }, with the value that is right.
    input-docs/harbor/docs/models/vessel.md:22:19  info  Unexpected silence on whether \`Vessel.crewSize\` is an integer, expected a sample; took number  [infer/assumed]
      help: Add to \`overrides\`: { subject: "field Vessel.crewSize", value: { type: "number" }, reason: "…" }, with the value that is right.
    input-docs/harbor/docs/models/vessel.md:22:146  warning  Unexpected example \`twelve\`, expected a number  [docs/unfit-example]
      help: Correct the example, or the type.

    input-docs/harbor/docs/sdks/vessels/README.md:8:1  warning  Unexpected operation \`vessels.locate\` without method and path, expected a \`UsageSnippet\` comment or an override  [infer/missing-route]
      help: Add to \`overrides\`: { subject: "operation vessels.locate", value: "POST /…", reason: "…" }, with the value that is right.
    input-docs/harbor/docs/sdks/vessels/README.md:22:3  info  Unexpected silence on the wire name of \`vessels.locate.vesselId\`, expected a sighting; took \`vessel_id\`  [infer/assumed]
      help: Add to \`overrides\`: { subject: "parameter vessels.locate.vesselId", value: { wireName: "vessel_id" }, reason: "…" }, with the value that is right.

         3  docs/unfit-sample     A sample that its type refuses
         3  infer/assumed         A fact that no sentence supports
         1  docs/broken-sample    A sample that is not TypeScript
         1  docs/unfit-example    An example that its type cannot have
         1  infer/missing-route   An operation without method and path
         1  infer/missing-server  No server URL
         1  link/dead-link        A link to nothing

    8 warnings, 3 facts assumed; 0.0 s
    "
  `);
  expect(tree(root)).toEqual(Object.keys(harbor).sort());
});

test.each([
  { name: "nothing", findings: [], argv: [], code: 0, last: "0 warnings; 0.0 s" },
  { name: "a note", findings: [note], argv: ["--strict"], code: 0, last: "0 warnings, 1 fact assumed; 0.0 s" },
  { name: "a warning", findings: [warning], argv: [], code: 0, last: "1 warning; 0.0 s" },
  { name: "a strict warning", findings: [warning], argv: ["--strict"], code: 1, last: "1 error, 0 warnings; 0.0 s" },
  { name: "an error", findings: [error], argv: [], code: 1, last: "1 error, 0 warnings; 0.0 s" },
])("exits with $code on $name", async ({ findings, argv, code, last }) => {
  const ran = await command(bare(), ["lint", "h", ...argv], { findings });
  expect(ran).toMatchObject({ code, stderr: "" });
  expect(ran.stdout.trimEnd().split("\n").at(-1)).toBe(last);
});

test("--quiet prints errors alone", async () => {
  const ran = await command(bare(), ["lint", "h", "--quiet"], { findings: [error, warning, note] });
  expect(ran.stdout).toBe("error  Unexpected value.  [config/invalid-override]\n  help: Correct the value.\n");
});

describe("reporters", () => {
  test("json", async () => {
    const ran = await command(bare(), ["lint", "h", "--reporter", "json"], { findings: [note], samples: [sample] });
    expect(JSON.parse(ran.stdout)).toEqual({
      apis: [
        {
          slug: "h",
          diagnostics: [
            {
              code: "infer/assumed",
              severity: "info",
              message: "Unexpected silence.",
              help: "State it in an override.",
              file: "h/docs/a.md",
              line: 12,
              column: 3,
              related: [],
            },
            {
              code: "docs/unfit-sample",
              severity: "warning",
              message: "Unexpected sample.",
              help: "Correct the sample, or the table of the page.",
              file: "h/docs/a.md",
              line: 7,
              column: 5,
              related: [],
            },
          ],
          overrides: null,
        },
      ],
      problems: [],
      ok: true,
    });
  });

  test("github", async () => {
    const evil = diagnostic("docs/unread-row", "100%: a,\r\n::error::b", "docs/a.md#row", {
      related: [{ place: "docs/b:c,d.md#row", message: "here" }],
      help: "",
    });
    const findings = [error, evil, note];
    const ran = await command(bare(), ["lint", "h", "--reporter", "github"], { findings, samples: [sample] });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe(`\
::error title=An override whose value cannot be read (config/invalid-override)::Unexpected value.%0Ahelp: Correct the value.
::warning file=h/docs/a.md,line=7,col=5,title=A sample that its type refuses (docs/unfit-sample)::Unexpected sample.%0Ahelp: Correct the sample, or the table of the page.
::warning file=h/docs/a.md,line=12,col=3,title=A table row that cannot be read (docs/unread-row)::100%25: a,\\u000d\\u000a::error::b%0Ah/docs/b:c,d.md:12:3: here
::notice file=h/docs/a.md,line=12,col=3,title=A fact that no sentence supports (infer/assumed)::Unexpected silence.%0Ahelp: State it in an override.
1 error, 2 warnings, 1 fact assumed; 0.0 s
`);
  });
});

describe("--codes", () => {
  test("lists every code without any docs", async () => {
    const ran = await command(folder(), ["lint", "--codes"], { files: () => expect.unreachable() });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const heads = ran.stdout.split("\n").filter((line) => /^\S/.test(line));
    expect(heads).toEqual(
      Object.entries(catalogue).map(([code, { severity, title }]) => `${code}  ${severity}  ${title}`),
    );
    expect(ran.stdout).toContain(`docs/unfit-sample  warning  A sample that its type refuses
  A TypeScript sample of a model has a property, a value or a gap that the model's page does not allow.
  help: Correct the sample, or the table of the page.
`);
  });

  test("as JSON", async () => {
    const ran = await command(folder(), ["lint", "--codes", "--reporter", "json"]);
    expect(JSON.parse(ran.stdout)).toEqual({
      codes: Object.entries(catalogue).map(([code, entry]) => ({ code, ...entry })),
    });
  });
});

describe("--write-overrides", () => {
  const file = "docsdk.overrides.harbor.json";
  const stub = (subject: string): object => ({
    subject,
    value: expect.anything(),
    reason: expect.stringMatching(/^TODO: /),
  });

  test("writes a stub for what is missing or assumed", async () => {
    const root = folder(harbor);
    const ran = await program(root, ["lint", "--write-overrides"]);
    expect(ran.stdout).toContain(
      '3 stubs → docsdk.overrides.harbor.json: name it in the config (apis: { "harbor": { overrides: "docsdk.overrides.harbor.json" } }) and give each right value a reason\n',
    );
    expect(tree(root)).toEqual([...Object.keys(harbor), file].sort());
    expect(JSON.parse(text(root, file))).toEqual([
      { ...stub("operation vessels.locate"), value: "POST /…" },
      { ...stub("field Vessel.crewSize"), value: { wireName: "crew_size", type: "number" } },
      { ...stub("parameter vessels.locate.vesselId"), value: { wireName: "vessel_id" } },
    ]);
  });

  test("never over a file that stands, and with --force keeps what has a reason", async () => {
    const root = folder(harbor);
    const config = { apis: { harbor: { docs: "input-docs/harbor", overrides: file } } };
    const stated = { subject: "field Vessel.crewSize", value: { wireName: "crew" }, reason: "Measured." };
    const stale = { subject: "field Vessel.gone", value: { wireName: "gone" }, reason: "TODO: say why." };
    put(root, { "docsdk.config.json": JSON.stringify(config), [file]: JSON.stringify([stated, stale]) });
    const refused = await program(root, ["lint", "--write-overrides"]);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain(
      `error  Unexpected file ${file}, expected none where stubs are written  [workspace/overrides]`,
    );
    expect(JSON.parse(text(root, file))).toEqual([stated, stale]);

    const forced = await program(root, ["lint", "--write-overrides", "--force"]);
    expect(forced).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`3 stubs → ${file}: give each right value a reason\n`),
    });
    expect(JSON.parse(text(root, file))).toEqual([
      stated,
      stub("operation vessels.locate"),
      { ...stub("field Vessel.crewSize"), value: { type: "number" } },
      stub("parameter vessels.locate.vesselId"),
    ]);
  });

  test("writes nothing where there is nothing to state", async () => {
    const root = folder({ "input-docs/harbor/docs/a.md": "" });
    expect(await command(root, ["lint", "--write-overrides"])).toMatchObject({ code: 0 });
    expect(tree(root)).toEqual(["input-docs/harbor/docs/a.md"]);
  });

  test("does not lose a file that it cannot read", async () => {
    const root = folder({ ...harbor, [file]: "[{]" });
    const ran = await program(root, ["lint", "--write-overrides", "--force"]);
    expect(ran).toMatchObject({ code: 1, stdout: expect.stringContaining("Unexpected text, expected JSON") });
    expect(text(root, file)).toBe("[{]");
  });
});

test("the output folder of a project is no obstacle", async () => {
  const root = folder({ "a.md": "# A" });
  expect(await command(root, ["lint", "."])).toMatchObject({ code: 0 });
});
