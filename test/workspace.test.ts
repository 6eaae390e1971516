import { mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DocsFolder } from "../generator/folders.ts";
import { type Plan, planOutput } from "../generator/plan.ts";
import { packageVersion, readDocs, readOutput, readTemplates, subfolders, writePlans } from "../generator/workspace.ts";
import { folder, put, text, tree } from "./commands/fixture.ts";

const docs = (base: string, more: Partial<DocsFolder> = {}): DocsFolder => ({
  base,
  walk: "docs",
  readme: "always",
  prefix: "",
  ...more,
});
const paths = (given: DocsFolder): readonly string[] => readDocs(given).sources.map((source) => source.path);

describe("readDocs", () => {
  test("tells the README of one of several folders from those below it", () => {
    const root = folder({ "docs/README.md": "", "README.md": "" });
    expect(readDocs(docs(root, { prefix: "go/" })).sources).toEqual([
      { path: "go/README.md", text: "", isReadme: true },
      { path: "go/docs/README.md", text: "" },
    ]);
    expect(readDocs(docs(root)).sources).toEqual([
      { path: "README.md", text: "" },
      { path: "docs/README.md", text: "" },
    ]);
  });

  test("reads Markdown alone, in the order of code units", () => {
    const root = folder({
      "docs/b.md": "",
      "docs/B.md": "",
      "docs/a/z.mdx": "",
      "docs/a.txt": "",
      "docs/x.md.bak": "",
      "docs/node_modules/n.md": "",
      "docs/.git/g.md": "",
      "docs/.hidden.md": "",
      "README.md": "",
      "USAGE.md": "",
      "other/o.md": "",
    });
    expect(paths(docs(root))).toEqual(["README.md", "docs/B.md", "docs/a/z.mdx", "docs/b.md"]);
    expect(paths(docs(root, { prefix: "go/" }))).toEqual([
      "go/README.md",
      "go/docs/B.md",
      "go/docs/a/z.mdx",
      "go/docs/b.md",
    ]);
    expect(paths(docs(`${root}/docs`, { walk: "", readme: "never" }))).toEqual(["B.md", "a/z.mdx", "b.md"]);
  });

  test.each([
    { text: "See [the models](docs/models/chat.md).", want: true },
    { text: "See [the models](./docs/models/chat.md).", want: true },
    { text: "[models]: docs/models/chat.md", want: true },
    { text: "<!-- Start SDK Installation [installation] -->", want: true },
    { text: "A monorepo. See https://harbor.example/docs/ for more.", want: false },
  ])("takes the README beside a given docs folder where it speaks of it: $text", ({ text, want }) => {
    const root = folder({ "docs/a.md": "", "README.md": text });
    expect(paths(docs(root, { readme: "when-linked" }))).toEqual(want ? ["README.md", "docs/a.md"] : ["docs/a.md"]);
  });

  test("takes the README beside a given folder that is called doc", () => {
    const root = folder({ "doc/a.md": "", "README.md": "See [the models](doc//models/chat.md)." });
    expect(paths(docs(root, { walk: "doc", readme: "when-linked" }))).toEqual(["README.md", "doc/a.md"]);
  });

  test("follows links inside the folder, once, and none that leaves it", () => {
    const root = folder({ "outside/secret.md": "", "api/docs/a/x.md": "", "api/README.md": "" });
    symlinkSync(join(root, "outside"), join(root, "api/docs/leak"));
    symlinkSync(join(root, "outside/secret.md"), join(root, "api/docs/leak.md"));
    symlinkSync(join(root, "api/docs"), join(root, "api/docs/a/loop"));
    symlinkSync(join(root, "api/docs/a"), join(root, "api/docs/b"));
    symlinkSync(join(root, "api/docs/nowhere"), join(root, "api/docs/dangling.md"));
    expect(paths(docs(join(root, "api")))).toEqual(["README.md", "docs/a/x.md", "docs/b/x.md"]);
  });

  test("does not follow a docs folder that leads out of the given folder", () => {
    const root = folder({ "outside/secret.md": "", "api/README.md": "" });
    symlinkSync(join(root, "outside"), join(root, "api/docs"));
    expect(paths(docs(join(root, "api")))).toEqual(["README.md"]);
    expect(paths(docs(join(root, "api"), { readme: "when-linked" }))).toEqual(["docs/secret.md"]);
  });

  test("drops a byte order mark and names what is not UTF-8", () => {
    const root = folder({ "docs/bom.md": "\ufeff# A\r\n", "docs/latin.md": Uint8Array.of(0x23, 0xe4) });
    expect(readDocs(docs(root))).toEqual({
      sources: [
        { path: "docs/bom.md", text: "# A\r\n" },
        { path: "docs/latin.md", text: "#\ufffd" },
      ],
      garbled: [{ path: "docs/latin.md", line: 1 }],
    });
  });
});

test("subfolders leaves out files, dot folders and node_modules", () => {
  expect(subfolders(folder({ "b/x": "", "a/x": "", ".git/x": "", "node_modules/x": "", file: "" }))).toEqual([
    "a",
    "b",
  ]);
});

test("readTemplates gives the runtime byte for byte under the package's paths", () => {
  const { runtime } = readTemplates();
  const json = runtime.find((file) => file.path === "src/runtime/json.ts");
  expect(json?.text).toBe(readFileSync(new URL("../templates/typescript/runtime/json.ts", import.meta.url), "utf8"));
});

test("packageVersion is that of package.json", () => {
  expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/);
});

describe("writePlans", () => {
  const write = (out: string, files: Readonly<Record<string, string>>): Plan => {
    const wanted = Object.entries(files).map(([path, text]) => ({ path, text }));
    const plan = planOutput(wanted, readOutput(out, Object.keys(files)), { force: false });
    writePlans([{ out, plan }]);
    return plan;
  };

  test("writes, leaves and removes, and leaves no empty folder", () => {
    const out = join(folder(), "new/sdk");
    write(out, { "src/a.ts": "1", "src/deep/down/b.ts": "2" });
    expect(tree(out)).toEqual([".docsdk.json", "src/a.ts", "src/deep/down/b.ts"]);
    put(out, { "src/mine.ts": "" });
    const before = statSync(join(out, "src/a.ts")).mtimeMs;
    write(out, { "src/a.ts": "1", "src/c.ts": "3" });
    expect(tree(out)).toEqual([".docsdk.json", "src/a.ts", "src/c.ts", "src/mine.ts"]);
    expect(statSync(join(out, "src/a.ts")).mtimeMs).toBe(before);
  });

  test("touches nothing where nothing changed", () => {
    const out = folder();
    write(out, { a: "1" });
    const before = statSync(join(out, ".docsdk.json")).mtimeMs;
    expect(write(out, { a: "1" })).toMatchObject({ write: [], unchanged: ["a"], manifest: null });
    expect(statSync(join(out, ".docsdk.json")).mtimeMs).toBe(before);
  });

  test("leaves the old output whole when a late step fails", () => {
    const out = folder();
    write(out, { a: "1", z: "1", gone: "1" });
    const plan = planOutput(
      [
        { path: "a", text: "2" },
        { path: "b/c", text: "2" },
        { path: "z", text: "2" },
      ],
      readOutput(out, []),
      { force: true },
    );
    const before = text(out, ".docsdk.json");
    // Someone puts a folder there between the plan and the writing.
    const other = folder({ "z/x": "" });
    expect(() =>
      writePlans([
        { out, plan },
        { out: other, plan },
      ]),
    ).toThrow(/EISDIR|ENOTEMPTY|EEXIST|ENOTDIR/);
    expect(tree(out)).toEqual([".docsdk.json", "a", "gone", "z"]);
    expect([text(out, "a"), text(out, "gone"), text(out, ".docsdk.json")]).toEqual(["1", "1", before]);
    expect(tree(other)).toEqual(["z/x"]);
  });

  test("replaces a link and writes nothing through it", () => {
    const root = folder({ target: "theirs" });
    mkdirSync(join(root, "out"));
    symlinkSync(join(root, "target"), join(root, "out/a"));
    const wanted = [{ path: "a", text: "ours" }];
    writePlans([
      { out: join(root, "out"), plan: planOutput(wanted, readOutput(join(root, "out"), ["a"]), { force: true }) },
    ]);
    expect([text(root, "target"), text(root, "out/a")]).toEqual(["theirs", "ours"]);
  });
});

test("readOutput sees folders, links and ways out", () => {
  const root = folder({ "away/x": "", "out/folder/x": "", "out/file": "f" });
  symlinkSync(join(root, "away"), join(root, "out/leak"));
  symlinkSync(join(root, "out/folder"), join(root, "out/inside"));
  symlinkSync(join(root, "out/file"), join(root, "out/link"));
  const kinds = ["folder", "leak/new", "leak/deep/new", "inside/new", "file/new", "link", "file", "new/new"].map(
    (path) => {
      return [path, readOutput(join(root, "out"), [path]).files.get(path)?.kind];
    },
  );
  expect(Object.fromEntries(kinds)).toEqual({
    folder: "blocked",
    "leak/new": "blocked",
    "leak/deep/new": "blocked",
    "inside/new": "absent",
    "file/new": "blocked",
    link: "link",
    file: "file",
    "new/new": "absent",
  });
});
