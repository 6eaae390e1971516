import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readPages } from "../generator/docs/index.ts";
import type { Source } from "../generator/options.ts";
import { type PageMemory, parsePageMemory, printPageMemory, readThrough } from "../generator/page-memory.ts";

const none: PageMemory = new Map();
const page = (title: string): string => `# ${title}\n\n\n## Fields\n\n| Field | Type |\n| --- | --- |\n| a | *str* |\n`;
const sources: readonly Source[] = [
  { path: "docs/models/b.md", text: page("B") },
  { path: "docs/models/a.md", text: `${page("A")}\nlost words\n` },
  { path: "README.md", text: "# Harbor\n" },
];

/** What is read of the sources, and what the reader was asked for. */
function read(given: readonly Source[], memory: PageMemory) {
  const asked: string[] = [];
  const { reading, ...more } = readThrough(given, memory, (wanted) => {
    asked.push(...wanted.map(({ path }) => path));
    return readPages(wanted);
  });
  expect(reading).toEqual(readPages(given));
  return { asked, ...more };
}

function changed(path: string, text: string): readonly Source[] {
  return sources.map((source) => (source.path === path ? { path, text } : source));
}

describe("documents are read once", () => {
  const { memory } = read(sources, none);

  test.each<[what: string, given: readonly Source[], asked: readonly string[], isNew: boolean]>([
    ["the same", sources, [], false],
    ["the same in another order", sources.toReversed(), [], false],
    ["one with other words", changed("README.md", "# Pier\n"), ["README.md"], true],
    ["one more", [...sources, { path: "docs/c.md", text: "# C" }], ["docs/c.md"], true],
    ["one less", sources.slice(1), [], true],
    ["one that moved", changed("docs/models/b.md", page("A")), ["docs/models/b.md"], true],
  ])("%s", (_, given, asked, isNew) => {
    expect(read(given, memory)).toMatchObject({ asked, isNew });
  });

  test("not where two have one path", () => {
    const twins = [...sources, { path: "README.md", text: "# Other\n" }];
    expect(read(twins, memory)).toMatchObject({ isNew: false });
  });
});

describe("a memory on disk", () => {
  const { memory } = read(sources, none);
  const bytes = Buffer.from(printPageMemory(memory, "program 1"));

  test("is what it was, positions and findings included", () => {
    expect(parsePageMemory(bytes, "program 1")).toEqual(memory);
  });

  test.each<[what: string, bytes: Uint8Array | undefined, program: string]>([
    ["of another program", bytes, "program 2"],
    ["that is not there", undefined, "program 1"],
    ["that is empty", Buffer.alloc(0), "program 1"],
    ["that was cut off", bytes.subarray(0, -1), "program 1"],
    ["of which one byte differs", Buffer.from(bytes).fill(7, 200, 201), "program 1"],
    ["that is no memory", Buffer.from("x".repeat(100)), "program 1"],
  ])("%s is empty", (_, given, program) => {
    expect(parsePageMemory(given, program)).toEqual(none);
  });
});

test("all documents of the project are the same from memory", () => {
  const folder = fileURLToPath(new URL("../input-docs/", import.meta.url));
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  const given = paths.map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
  const { memory } = read(given, none);
  const { asked } = read(given, parsePageMemory(printPageMemory(memory, "1"), "1"));
  expect(asked).toEqual([]);
});
