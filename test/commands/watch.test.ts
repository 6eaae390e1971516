import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { command, folder, put, text } from "./fixture.ts";

/** What a run in the background has said so far, and how it is ended. */
function watching(
  root: string,
  files: (pages: readonly string[]) => Readonly<Record<string, string>>,
  ...argv: readonly string[]
) {
  const said: string[] = [];
  let end = (): void => {};
  const stream = { write: (part: string) => void said.push(part), color: false };
  const done = command(
    root,
    ["watch", ...argv],
    { files: ({ pages }) => files(pages.map(({ path }) => path)) },
    { stdout: stream, stderr: stream, interrupted: () => new Promise((resolve) => (end = resolve)) },
  );
  const runs = (): number => said.filter((part) => part.startsWith("watching ")).length;
  return {
    said,
    /** Waits for the end of a run; a change is seen some milliseconds later. */
    run: async (count: number) => vi.waitFor(() => expect(runs()).toBeGreaterThanOrEqual(count), { timeout: 10_000 }),
    end: async () => {
      end();
      return done;
    },
  };
}

test("a document that comes, changes and goes, and a config: each is generated anew", async () => {
  const root = folder({ "input-docs/harbor/docs/a.md": "# A" });
  const at = watching(root, (pages) => ({ "pages.txt": `${pages.join(" ")}\n` }));
  await at.run(1);
  expect(text(root, "output/harbor/pages.txt")).toBe("docs/a.md\n");
  put(root, { "input-docs/harbor/docs/deep/b.md": "# B" });
  await vi.waitFor(() => expect(text(root, "output/harbor/pages.txt")).toBe("docs/a.md docs/deep/b.md\n"), 10_000);
  rmSync(join(root, "input-docs/harbor/docs/a.md"));
  await vi.waitFor(() => expect(text(root, "output/harbor/pages.txt")).toBe("docs/deep/b.md\n"), 10_000);

  put(root, { "docsdk.config.json": "{" });
  await vi.waitFor(() => expect(at.said.join("")).toContain("error: docsdk.config.json"), 10_000);
  put(root, { "docsdk.config.json": JSON.stringify({ apis: { port: { docs: "input-docs/harbor", out: "port" } } }) });
  await vi.waitFor(() => expect(text(root, "port/pages.txt")).toBe("docs/deep/b.md\n"), 10_000);
  expect(await at.end()).toMatchObject({ code: 0 });
});

test("what is no document, and what is hidden, starts nothing", async () => {
  const root = folder({ "input-docs/harbor/docs/a.md": "# A" });
  const at = watching(root, () => ({ "a.txt": "a\n" }));
  await at.run(1);
  put(root, { "input-docs/harbor/docs/notes.txt": "x", "input-docs/harbor/docs/.draft.md": "x" });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(at.said.filter((part) => part.startsWith("watching "))).toEqual(["watching the docs of 1 API; Ctrl+C ends\n"]);
  await at.end();
});

const pagesFile = (pages: readonly string[]): Readonly<Record<string, string>> => ({
  "pages.txt": `${pages.join(" ")}\n`,
});

const api = "input-docs/harbor/docs";

test.each([
  [
    "an API that goes and comes back",
    { [`${api}/a.md`]: "# A" },
    "input-docs/harbor",
    [],
    { [`${api}/b.md`]: "# B" },
    "harbor",
  ],
  ["an API that is new", { [`${api}/a.md`]: "# A" }, "", [], { "input-docs/port/docs/b.md": "# B" }, "port"],
  ["docs that are not there yet", {}, "", ["docs", "--out", "output/harbor"], { "docs/b.md": "# B" }, "harbor"],
  ["the first API of all", {}, "", [], { [`${api}/b.md`]: "# B" }, "harbor"],
  [
    "a config with a name of its own that is mended",
    { "my.json": "{", "docs/b.md": "# B" },
    "",
    ["docs", "--out", "output/harbor", "--config", "my.json"],
    { "my.json": "{}" },
    "harbor",
  ],
])("%s", async (_what, files, gone, argv, come, name) => {
  const root = folder(files);
  const at = watching(root, pagesFile, ...argv);
  await at.run(1);
  if (gone !== "") {
    rmSync(join(root, gone), { recursive: true });
    await at.run(2);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  put(root, come);
  await vi.waitFor(() => expect(text(root, `output/${name}/pages.txt`)).toBe("docs/b.md\n"), 5_000);
  await at.end();
});

test("a README whose name is in small letters", async () => {
  const root = folder({ [`${api}/a.md`]: "# A", "input-docs/harbor/readme.md": "# H" });
  const at = watching(root, pagesFile);
  await at.run(1);
  put(root, { "input-docs/harbor/readme.md": "# Harbor" });
  await at.run(2);
  await at.end();
});
