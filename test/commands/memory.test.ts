import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diagnostic } from "../../generator/diagnostics.ts";
import type { CompileInput } from "../../generator/toolchain.ts";
import { command, folder, put, text, tree } from "./fixture.ts";

const warning = diagnostic("link/missing-reference", "Unexpected link to B, expected a document.", "docs/a.md#row");
const files = {
  "input-docs/harbor/docs/a.md": "# A",
  "input-docs/harbor/README.md": "# Harbor",
  "docsdk.config.json": "{}",
  "node_modules/.package-lock.json": "{}",
};

/** A project in which everything was generated, and how often it was compiled since. */
async function generated(): Promise<{ readonly root: string; readonly seen: CompileInput[] }> {
  const root = folder(files);
  await command(root, [], { findings: [warning] });
  return { root, seen: [] };
}

describe("a run after which nothing changed", () => {
  test.each([[[]], [["check"]], [["--dry-run"]]])("%j compiles nothing and says the same", async (argv) => {
    const { root, seen } = await generated();
    const before = tree(root);
    const first = await command(root, [...argv, "--no-cache"], { findings: [warning] });
    expect(await command(root, argv, { seen })).toEqual(first);
    expect(first.stdout).toContain("input-docs/harbor/docs/a.md:12:3  warning");
    expect([seen, tree(root)]).toEqual([[], before]);
  });

  test.each([
    { what: "a document", change: { "input-docs/harbor/docs/a.md": "# B" } },
    { what: "a new document", change: { "input-docs/harbor/docs/b.md": "# B" } },
    { what: "an option", change: { "docsdk.config.json": '{ "fields": "wire" }' } },
    { what: "what is installed", change: { "node_modules/.package-lock.json": "{  }" } },
    { what: "a file of the output", change: { "output/harbor/src/README.md.ts": "mine" }, argv: ["--force"] },
  ])("is compiled where $what changed", async ({ change, argv = [] }) => {
    const { root, seen } = await generated();
    put(root, change);
    expect(await command(root, argv, { seen })).toMatchObject({ code: 0 });
    expect(seen).toHaveLength(1);
  });

  test.each([
    { what: "another flag", argv: ["--strict"] },
    { what: "another part", argv: ["--emit", "ir"] },
    { what: "another output", argv: ["--out", "elsewhere"] },
    { what: "--no-cache", argv: ["--no-cache"] },
    { what: "--no-cache before the command", argv: ["--no-cache", "check"] },
  ])("is compiled with $what", async ({ argv }) => {
    const { root, seen } = await generated();
    await command(root, argv, { seen });
    expect(seen).toHaveLength(1);
  });

  test("is compiled by another engine", async () => {
    const { root, seen } = await generated();
    await command(root, [], { seen }, { engine: "another" });
    expect(seen).toHaveLength(1);
  });
});

describe("the file that remembers", () => {
  const memoryOf = (root: string): string => {
    const found = tree(join(root, "node_modules/.cache/docsdk")).find((path) => path.endsWith(".json"));
    return `node_modules/.cache/docsdk/${found}`;
  };

  test.each([
    { what: "empty", damage: () => "" },
    { what: "cut off", damage: (whole: string) => whole.slice(0, -20) },
    { what: "edited", damage: (whole: string) => whole.replace("link/missing-reference", "link/missing-member") },
    { what: "no JSON", damage: () => "x\n{" },
  ])("is made anew where it is $what", async ({ damage }) => {
    const { root, seen } = await generated();
    const whole = text(root, memoryOf(root));
    put(root, { [memoryOf(root)]: damage(whole) });
    await command(root, [], { seen, findings: [warning] });
    expect(seen).toHaveLength(1);
    expect(text(root, memoryOf(root))).toBe(whole);
  });

  test("is not there without a node_modules, nor after errors", async () => {
    const { "node_modules/.package-lock.json": _, ...bare } = files;
    const root = folder(bare);
    await command(root, []);
    expect(tree(root).filter((path) => path.includes("node_modules"))).toEqual([]);

    const failed = folder(files);
    await command(failed, [], { findings: [diagnostic("config/unused-override", "Unexpected subject X.", null)] });
    expect(tree(failed).filter((path) => path.includes(".cache") && path.endsWith(".json"))).toEqual([]);
  });

  test("stands whole after two runs at once", async () => {
    const root = folder(files);
    await Promise.all([command(root, []), command(root, [])]);
    const seen: CompileInput[] = [];
    await command(root, [], { seen });
    expect(seen).toEqual([]);
    expect(tree(join(root, "node_modules/.cache/docsdk"))).toHaveLength(2);
  });

  test("may lie where nobody can write", async () => {
    const root = folder({ ...files, "node_modules/.cache": "a file" });
    expect(await command(root, [])).toMatchObject({ code: 0, stderr: "" });
  });
});

test.each([
  { documents: 4000, want: 0 },
  { documents: 4001, want: 1 },
])("of $documents documents more memory is allowed $want times", async ({ documents, want }) => {
  const pages = Array.from({ length: documents }, (_, index) => [`docs/${index}.md`, ""] as const);
  let allowed = 0;
  await command(folder(Object.fromEntries(pages)), ["."], { files: () => ({}) }, { allowMemory: () => void allowed++ });
  expect(allowed).toBe(want);
});
