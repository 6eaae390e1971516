import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diagnostic } from "../../generator/diagnostics.ts";
import type { CompileInput } from "../../generator/toolchain.ts";
import { command, folder, put, text, tree } from "./fixture.ts";

const warning = diagnostic("link/missing-reference", "Unexpected link to B, expected a document.", "docs/a.md#row");
const error = diagnostic("config/unused-override", "Unexpected subject X, expected a known one.", null);
const note = diagnostic("infer/assumed", "Unexpected silence about c, expected a name.", "docs/a.md#gone");
const project = (): string =>
  folder({ "input-docs/harbor/docs/a.md": "# A", "input-docs/harbor/README.md": "# Harbor" });

describe("what is generated", () => {
  test("every folder of input-docs into output/<api>", async () => {
    const root = folder({ "input-docs/harbor/docs/a.md": "", "input-docs/Quill Docs/docs/b.md": "" });
    const ran = await command(root, []);
    expect(ran).toEqual({
      code: 0,
      stdout:
        "quill-docs → output/quill-docs\nharbor → output/harbor\n\n2 files written, 0 unchanged, 0 removed; 0 warnings; 0.0 s\n",
      stderr: "",
    });
    expect(tree(join(root, "output"))).toEqual([
      "harbor/.docsdk.json",
      "harbor/src/docs/a.md.ts",
      "quill-docs/.docsdk.json",
      "quill-docs/src/docs/b.md.ts",
    ]);
  });

  test.each([
    { name: "its docs folder", argv: ["harbor/docs"], want: "output/harbor/src/docs/a.md.ts" },
    { name: "the folder that holds docs", argv: ["harbor"], want: "output/harbor/src/docs/a.md.ts" },
    { name: "a bare folder", argv: ["harbor/docs/models"], want: "output/models/src/b.md.ts" },
    { name: "an output folder", argv: ["harbor", "--out", "sdk"], want: "sdk/src/docs/a.md.ts" },
    { name: "the command spelled out", argv: ["generate", "harbor", "-o", "sdk"], want: "sdk/src/docs/a.md.ts" },
    { name: "several folders as one API", argv: ["harbor", "pier", "--out", "sdk"], want: "sdk/src/pier/docs/p.md.ts" },
  ])("$name", async ({ argv, want }) => {
    const root = folder({ "harbor/docs/a.md": "", "harbor/docs/models/b.md": "", "pier/docs/p.md": "" });
    expect(await command(root, argv)).toMatchObject({ code: 0, stderr: "" });
    expect(tree(root)).toContain(want);
  });

  test("the APIs of the config, with their options, beside the config", async () => {
    const config = {
      fields: "wire",
      dates: "string",
      apis: {
        harbor: { docs: "harbor", dates: "Date", package: { name: "@h/sdk" }, servers: [{ url: "https://h.example" }] },
        pier: { docs: ["pier"], out: "packages/pier" },
      },
    };
    const root = folder({
      "own/c.json": JSON.stringify(config),
      "own/harbor/docs/a.md": "",
      "own/pier/a.md": "",
      "input-docs/x/a.md": "",
    });
    const seen: CompileInput[] = [];
    expect(await command(root, ["--config", "own/c.json", "--dialect", "typescript"], { seen })).toMatchObject({
      code: 0,
    });
    expect(tree(root).filter((path) => path.endsWith(".ts"))).toEqual([
      "own/output/harbor/src/docs/a.md.ts",
      "own/packages/pier/src/a.md.ts",
    ]);
    const shared = {
      fields: "wire",
      unknownFields: "keep",
      evidence: "exclude",
      unstatedNull: "exclude",
      overrides: [],
      dialect: "typescript",
    };
    const servers = [{ name: "", url: "https://h.example", description: "" }];
    expect(seen.map((input) => input.options)).toEqual([
      { ...shared, slug: "harbor", dates: "Date", package: { name: "@h/sdk" }, servers },
      { ...shared, slug: "pier", dates: "string", package: {}, servers: [] },
    ]);
  });

  test("folders of the command line with the decisions of the config about them", async () => {
    const config = { fields: "wire", apis: { pier: { docs: "harbor", dates: "string", out: "sdk" } } };
    const root = folder({
      "docsdk.config.json": JSON.stringify(config),
      "harbor/docs/a.md": "",
      "other/docs/a.md": "",
    });
    const seen: CompileInput[] = [];
    await command(root, ["harbor"], { seen });
    await command(root, ["other"], { seen });
    expect(seen.map(({ options }) => [options.slug, options.fields, options.dates])).toEqual([
      ["pier", "wire", "string"],
      ["other", "wire", "Date"],
    ]);
    expect(tree(root)).toEqual(expect.arrayContaining(["sdk/src/docs/a.md.ts", "output/other/src/docs/a.md.ts"]));
  });

  test("several folders with the decisions of the config about them, in any order", async () => {
    const config = { apis: { pier: { docs: ["go", "python"], out: "sdk" } } };
    const root = folder({
      "docsdk.config.json": JSON.stringify(config),
      "go/docs/a.md": "",
      "python/docs/a.md": "",
    });
    const seen: CompileInput[] = [];
    await command(root, ["python", "go"], { seen });
    expect(seen.map(({ options }) => options.slug)).toEqual(["pier"]);
  });
});

describe("what is written", () => {
  test("only what changed, and what is gone is removed", async () => {
    const root = project();
    await command(root, []);
    put(root, { "input-docs/harbor/docs/b.md": "" });
    expect((await command(root, [])).stdout).toMatch(/^1 file written, 2 unchanged, 0 removed;/m);
    const fewer = { files: () => ({ "src/README.md.ts": "// README.md\n" }) };
    expect((await command(root, [], fewer)).stdout).toMatch(/^0 files written, 1 unchanged, 2 removed;/m);
    expect(tree(join(root, "output"))).toEqual(["harbor/.docsdk.json", "harbor/src/README.md.ts"]);
  });

  test("nothing, when a person changed a file", async () => {
    const root = project();
    await command(root, []);
    put(root, { "output/harbor/src/README.md.ts": "mine", "output/harbor/src/new.ts": "mine" });
    const files = (): Readonly<Record<string, string>> => ({
      "src/README.md.ts": "2",
      "src/docs/a.md.ts": "2",
      "src/new.ts": "2",
    });
    const before = text(root, "output/harbor/.docsdk.json");
    const ran = await command(root, [], { files });
    expect(ran.code).toBe(1);
    expect(
      ran.stdout,
    ).toBe(`error  Unexpected change in output/harbor/src/README.md.ts, expected the bytes that were generated  [workspace/edited]
  help: Move the change into the docs or the config, or pass \`--force\` to overwrite it.
error  Unexpected file output/harbor/src/new.ts, expected none or one that was generated  [workspace/foreign]
  help: Move the file away, choose another folder with \`--out\`, or pass \`--force\` to overwrite it.

nothing written; 2 errors, 0 warnings; 0.0 s
`);
    expect([text(root, "output/harbor/src/docs/a.md.ts"), text(root, "output/harbor/.docsdk.json")]).toEqual([
      "// docs/a.md\n",
      before,
    ]);
    expect(await command(root, ["--force"], { files })).toMatchObject({ code: 0 });
    expect(text(root, "output/harbor/src/new.ts")).toBe("2");
  });

  test("a folder with files of its own is taken over only where they are the same", async () => {
    const root = project();
    put(root, { "output/harbor/src/README.md.ts": "// README.md\n", "output/harbor/LICENSE": "theirs" });
    expect((await command(root, [])).stdout).toMatch(/^1 file written, 1 unchanged, 0 removed;/m);
    expect(tree(join(root, "output/harbor"))).toContain("LICENSE");
  });

  test("nothing of any API, when one has errors", async () => {
    const root = folder({ "input-docs/harbor/docs/a.md": "", "input-docs/void/notes.txt": "" });
    const ran = await command(root, []);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(
      "Unexpected folder input-docs/void without a document, expected Markdown  [docs/no-pages]",
    );
    expect(tree(root)).not.toContain("output/harbor/src/docs/a.md.ts");
  });

  test("nothing, with --dry-run", async () => {
    const root = project();
    const ran = await command(root, ["--dry-run", "--verbose"]);
    expect(ran.stdout).toBe(`write   output/harbor/src/README.md.ts
write   output/harbor/src/docs/a.md.ts
harbor → output/harbor

dry run: 2 files to write, 0 unchanged, 0 to remove; 0 warnings; 0.0 s
`);
    expect(tree(root)).not.toContain("output/harbor/.docsdk.json");
  });

  test("nothing through a link that leads out of the output", async () => {
    const root = project();
    put(root, { "away/keep": "", "output/harbor/keep": "" });
    symlinkSync(join(root, "away"), join(root, "output/harbor/src"));
    const ran = await command(root, ["--force"]);
    expect(ran).toMatchObject({ code: 1, stdout: expect.stringContaining("[workspace/blocked]") });
    expect(tree(join(root, "away"))).toEqual(["keep"]);
  });
});

describe("what is said", () => {
  const findings = [warning, note];

  test("findings with the place that a terminal can open", async () => {
    const ran = await command(project(), [], { findings });
    expect(ran.code).toBe(0);
    expect(
      ran.stdout,
    ).toBe(`input-docs/harbor/docs/a.md:12:3  warning  Unexpected link to B, expected a document.  [link/missing-reference]
  help: Add the document, or correct the link.

harbor → output/harbor

2 files written, 0 unchanged, 0 removed; 1 warning, 1 fact assumed (shown with --verbose); 0.0 s
`);
  });

  test("with --strict a warning is an error, and nothing is written", async () => {
    const root = project();
    const ran = await command(root, ["--strict"], { findings });
    expect(ran).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/12:3 {2}error {2}[\s\S]*nothing written; 1 error, 0 warnings/),
    });
    expect(tree(root)).not.toContain("output/harbor/.docsdk.json");
  });

  test("with --quiet errors alone", async () => {
    expect(await command(project(), ["--quiet"], { findings })).toEqual({ code: 0, stdout: "", stderr: "" });
    const ran = await command(project(), ["--quiet"], { findings: [...findings, error] });
    expect(ran.stdout).toBe(
      "error  Unexpected subject X, expected a known one.  [config/unused-override]\n  help: Correct the subject, or remove the override.\n",
    );
  });

  test("with --verbose notes and times", async () => {
    const ran = await command(project(), ["--verbose"], { findings });
    expect(ran.stdout).toContain("input-docs/harbor/docs/a.md  info  Unexpected silence about c");
    expect(ran.stderr).toBe("harbor: read: 2 documents, 0 ms\nharbor: parse: 2 pages, 0 ms\n");
  });

  test("as JSON", async () => {
    const ran = await command(project(), ["--reporter", "json"], { findings: [warning, error] });
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toEqual({
      apis: [
        {
          slug: "harbor",
          out: "output/harbor",
          files: { written: [], unchanged: [], removed: [], stale: [] },
          diagnostics: [
            {
              code: warning.code,
              severity: "warning",
              message: warning.message,
              help: warning.help,
              file: "input-docs/harbor/docs/a.md",
              line: 12,
              column: 3,
              related: [],
            },
            {
              code: error.code,
              severity: "error",
              message: error.message,
              help: error.help,
              file: null,
              line: null,
              column: null,
              related: [],
            },
          ],
        },
      ],
      problems: [],
      ok: false,
    });
  });

  test("places of one of several folders", async () => {
    const root = folder({ "h/go/docs/a.md": "", "h/python/docs/a.md": "" });
    const finding = diagnostic("docs/unread-page", "Unexpected page.", "python/docs/a.md#row");
    expect((await command(root, ["h"], { findings: [finding] })).stdout).toContain("h/python/docs/a.md:12:3  warning");
  });

  test("progress on a terminal alone, wiped when it is over", async () => {
    const ran = await command(project(), [], {}, { progress: true });
    expect(ran.stderr).toBe("\r\u001b[Kharbor (1 of 1)\r\u001b[K");
  });

  test("bytes that are no text", async () => {
    const root = folder({ "input-docs/h/docs/a.md": Uint8Array.of(0xff) });
    expect((await command(root, [])).stdout).toContain(
      "input-docs/h/docs/a.md  warning  Unexpected bytes in line 1, expected UTF-8 text",
    );
  });
});

test("what the compiler throws is not swallowed", async () => {
  const files = (): never => {
    throw new Error("bug");
  };
  await expect(command(project(), [], { files })).rejects.toThrow("bug");
  await expect(command(project(), [], { files: () => ({ "../x": "" }) })).rejects.toThrow(/output path/);
});

test("--profile writes what the developer tools of a browser read", async () => {
  const root = project();
  expect(await command(root, ["--profile", "run.cpuprofile"])).toMatchObject({ code: 0, stderr: "" });
  const profile = JSON.parse(text(root, "run.cpuprofile"));
  expect(profile.nodes.length).toBeGreaterThan(1);
  expect(profile.samples.length).toBe(profile.timeDeltas.length);

  const other = project();
  const ran = await command(other, ["--profile", "nowhere/run.cpuprofile"]);
  expect([ran.code, tree(other).filter((path) => path.startsWith("output"))]).toEqual([2, []]);
  expect(ran.stderr).toContain("Unexpected --profile nowhere/run.cpuprofile, expected a file in a folder that stands.");
});
