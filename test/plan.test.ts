import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  type Disk,
  hashesOf,
  type OnDisk,
  parseManifest,
  pathFault,
  planOutput,
  printManifest,
} from "../generator/plan.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const file = (text: string): OnDisk => ({ kind: "file", bytes: Buffer.from(text), hash: sha256(text) });

/** A disk whose manifest lists these texts. */
function disk(files: Readonly<Record<string, OnDisk>>, listed: Readonly<Record<string, string>> | null): Disk {
  const texts = Object.entries(listed ?? {}).map(([path, text]) => ({ path, text }));
  const manifest = listed === null ? ({ kind: "none" } as const) : parseManifest(printManifest(hashesOf(texts)));
  return { manifest, files: new Map(Object.entries(files)) };
}

describe("planOutput", () => {
  const cases = [
    { name: "writes a new file", on: {}, listed: {}, want: { write: ["a"] }, force: {} },
    {
      name: "leaves a file of the same bytes",
      on: { a: file("new") },
      listed: {},
      want: { unchanged: ["a"] },
      force: {},
    },
    {
      name: "writes what was generated and is another now",
      on: { a: file("old") },
      listed: { a: "old" },
      want: { write: ["a"] },
      force: {},
    },
    {
      name: "stops at a file that a person changed",
      on: { a: file("mine") },
      listed: { a: "old" },
      want: { write: ["a"], findings: ["edited a"] },
      force: { write: ["a"], findings: [] },
    },
    {
      name: "stops at a file that is not listed",
      on: { a: file("mine") },
      listed: {},
      want: { write: ["a"], findings: ["foreign a"] },
      force: { write: ["a"], findings: [] },
    },
    {
      name: "stops without a manifest",
      on: { a: file("mine") },
      listed: null,
      want: { write: ["a"], findings: ["foreign a"] },
      force: { write: ["a"], findings: [] },
    },
    {
      name: "stops at a link",
      on: { a: { kind: "link" } as const },
      listed: { a: "old" },
      want: { write: ["a"], findings: ["edited a"] },
      force: { write: ["a"], findings: [] },
    },
    {
      name: "stops at a folder, whatever the force",
      on: { a: { kind: "blocked" } as const },
      listed: {},
      want: { write: ["a"], findings: ["blocked a"] },
      force: {},
    },
    {
      name: "removes what is no longer generated",
      on: { b: file("b") },
      listed: { b: "b" },
      want: { write: ["a"], remove: ["b"] },
      force: {},
    },
    { name: "forgets what is gone already", on: {}, listed: { b: "b" }, want: { write: ["a"] }, force: {} },
    {
      name: "never removes what a person changed",
      on: { b: file("mine") },
      listed: { b: "b" },
      want: { write: ["a"], findings: ["edited b"] },
      force: { write: ["a"], findings: ["kept b"] },
    },
  ] as const;
  test.each(cases)("$name", ({ on, listed, want, force }) => {
    const plan = (forced: boolean): unknown => {
      const made = planOutput([{ path: "a", text: "new" }], disk(on, listed), { force: forced });
      return {
        write: made.write.map((one) => one.path),
        unchanged: made.unchanged,
        remove: made.remove,
        findings: made.findings.map((one) => `${one.kind} ${one.path}`),
      };
    };
    const none = { write: [], unchanged: [], remove: [], findings: [] };
    expect(plan(false)).toEqual({ ...none, ...want });
    expect(plan(true)).toEqual({ ...none, ...want, ...force });
  });

  test("prints the manifest sorted, and only where it changes", () => {
    const files = [
      { path: "b", text: "2" },
      { path: "a/x", text: "1" },
    ];
    const want = `${JSON.stringify({ version: 1, files: { "a/x": sha256("1"), b: sha256("2") } }, null, 2)}\n`;
    expect(planOutput(files, disk({}, null), { force: false }).manifest).toBe(want);
    expect(
      planOutput(files, { manifest: parseManifest(want), files: new Map() }, { force: false }).manifest,
    ).toBeNull();
  });

  test("leaves the parts alone that are not asked for", () => {
    const files = [
      { path: "openapi.json", text: "{}" },
      { path: "src/a.ts", text: "a" },
      { path: "src/gone.ts", text: "b" },
    ];
    const on: Disk = {
      manifest: parseManifest(printManifest(hashesOf(files))),
      files: new Map(files.map(({ path, text }) => [path, file(text)])),
    };
    const wanted = [{ path: "openapi.json", text: "[]" }];
    const part = planOutput(wanted, on, { force: false, emit: ["openapi"] });
    expect([part.write, part.remove, part.findings]).toEqual([wanted, [], []]);
    expect(part.manifest).toBe(printManifest(hashesOf([...wanted, ...files.slice(1)])));
    expect(planOutput(wanted, on, { force: false }).remove).toEqual(["src/a.ts", "src/gone.ts"]);
  });

  test("stops at a manifest that cannot be read", () => {
    const broken: Disk = { manifest: parseManifest("{"), files: new Map() };
    expect(planOutput([], broken, { force: false }).findings).toEqual([{ kind: "manifest", path: ".docsdk.json" }]);
    expect(planOutput([], broken, { force: true }).findings).toEqual([]);
  });

  test.each([
    [["../a"]],
    [["/a"]],
    [["C:/a"]],
    [["a\\b"]],
    [["a\0"]],
    [["a//b"]],
    [["./a"]],
    [[""]],
    [[".docsdk.json"]],
    [["a", "a"]],
    [["A", "a"]],
    [["a", "a/b"]],
    [["a/b/c", "a"]],
  ])("throws for our own paths %j", (paths) => {
    expect(() =>
      planOutput(
        paths.map((path) => ({ path, text: "" })),
        disk({}, null),
        { force: true },
      ),
    ).toThrow(/output path/);
  });
});

test.each([
  "{",
  "[]",
  "null",
  '{"version":2,"files":{}}',
  '{"version":1}',
  '{"version":1,"files":{"a":1}}',
  '{"version":1,"files":{"../a":"x"}}',
  '{"version":1,"files":{"/etc/passwd":"x"}}',
])("parseManifest refuses %s", (text) => {
  expect(parseManifest(text)).toEqual({ kind: "unreadable" });
});

test.each(["src/index.ts", "a..b", "...", "src/a b.ts", "ü"])("pathFault takes %s", (path) => {
  expect(pathFault(path)).toBeNull();
});
