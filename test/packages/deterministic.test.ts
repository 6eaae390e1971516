import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { generate } from "../../generator/index.ts";
import { findJobs } from "../../generator/jobs.ts";
import type { ApiOptions, Source } from "../../generator/options.ts";
import { readFolders } from "../../generator/read.ts";
import { type ApiName, apis, filesBelow, project, workFolder } from "./fixture.ts";
import { command } from "./program.ts";

// Whole APIs are compiled several times; nothing here is about time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Input {
  readonly sources: readonly Source[];
  readonly options: ApiOptions;
}

/** The documents of an API with the decisions of the project's config. */
async function inputOf(api: ApiName): Promise<Input> {
  const jobs = await findJobs({ docs: [] }, project);
  const job = jobs.ok ? jobs.value.find(({ options }) => options.slug === api) : undefined;
  if (job === undefined) throw new Error(`The config has no ${api}`);
  return { sources: readFolders(job.folders, project).sources, options: job.options };
}

/** The files as one text, which is quicker to compare than to tell apart; a difference is shown file by file. */
async function bytesOf({ sources, options }: Input): Promise<string> {
  const { files, diagnostics } = await generate({ sources, options });
  return JSON.stringify({ files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)), diagnostics }, null, 1);
}

describe.each(apis)("%s gives the same bytes", async (api) => {
  const input = await inputOf(api);
  let bytes: string;

  beforeAll(async () => {
    bytes = await bytesOf(input);
  });

  test("twice", async () => {
    expect(await bytesOf(input)).toBe(bytes);
  });

  test("from the documents in any order", async () => {
    expect(await bytesOf({ ...input, sources: [...input.sources].reverse() })).toBe(bytes);
    const orders = fc.shuffledSubarray([...input.sources], {
      minLength: input.sources.length,
      maxLength: input.sources.length,
    });
    const property = fc.asyncProperty(orders, async (sources) => {
      expect(await bytesOf({ ...input, sources })).toBe(bytes);
    });
    await fc.assert(property, { numRuns: 2 });
  });

  test.each([
    {
      name: "without padding in its tables",
      pad: (row: string) => row.replaceAll(/ +\|/g, " |").replaceAll(/-{3,}/g, "---"),
    },
    {
      name: "with more of it",
      pad: (row: string) => row.replaceAll(/ \|/g, "      |").replaceAll(/(?<!\\)\| /g, "|    "),
    },
  ])("$name", async ({ pad }) => {
    const sources = input.sources.map(({ path, text }) => ({ path, text: text.replaceAll(/^\|.*\|$/gm, pad) }));
    expect(sources).not.toEqual(input.sources);
    expect(await bytesOf({ ...input, sources })).toBe(bytes);
  });
});

describe("`generate check`", () => {
  const home = workFolder();
  const document = join(home, "input-docs/tern/docs/models/chatcompletionresponse.md");
  const original = readFileSync(join(project, "input-docs/tern/docs/models/chatcompletionresponse.md"), "utf8");

  beforeAll(() => {
    for (const part of ["docsdk.config.ts", "input-docs", "output"]) {
      cpSync(join(project, part), join(home, part), {
        recursive: true,
        filter: (path) => !/\/(dist|node_modules)$/.test(path),
      });
    }
  });

  test("holds the packages that are checked in to the docs", async () => {
    const { code, stdout } = await command(["check"], home);
    expect(stdout.split("\n").filter((line) => /^(changed|missing|extra) /.test(line))).toEqual([]);
    expect(stdout).toMatch(/^up to date: /);
    expect(code).toBe(0);
  });

  // Cells are found by what they hold: the padding behind them takes up the difference.
  test.each([
    {
      name: "a word of a description",
      from: "The model that wrote it.",
      to: "The machine that wrote it.",
      gone: "   * The model that wrote it.",
      come: "   * The machine that wrote it.",
    },
    {
      name: "a type",
      from: /(`created` +\| )\*int\*/,
      to: "$1*str*",
      gone: "  created: number;",
      come: "  created: string;",
    },
  ])("tells of a change: $name", async ({ from, to, gone, come }) => {
    writeFileSync(document, original);
    // From docs and sources of the same day, whatever is checked in.
    expect(await command(["input-docs/tern"], home)).toMatchObject({ code: 0 });
    const before = snapshot();
    writeFileSync(document, original.replace(from, to));
    const { code, stdout } = await command(["check", "input-docs/tern"], home);
    expect(code).toBe(1);
    const file = "output/tern/src/models/chat-completion-response.ts";
    const lines = stdout.split("\n");
    expect(lines).toContain(`changed  ${file}`);
    const diff = lines.slice(lines.indexOf(`--- a/${file}`));
    expect(diff.slice(0, 2)).toEqual([`--- a/${file}`, `+++ b/${file}`]);
    expect(diff).toEqual(expect.arrayContaining([`-${gone}`, `+${come}`]));
    expect(snapshot()).toEqual(before);
  });

  function snapshot(): readonly (readonly [path: string, text: string])[] {
    const output = join(home, "output");
    return filesBelow(output).map((path) => [path, readFileSync(join(output, path), "utf8")]);
  }
});
