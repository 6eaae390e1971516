import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, program, put, text, tree } from "./fixture.ts";

const page =
  "# Ship\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `id` | *string* | :heavy_check_mark: | N/A |\n";

test("a config and a workflow for every folder of input-docs/", async () => {
  const root = folder({
    "package-lock.json": "{}",
    "input-docs/harbor/docs/ship.md": page,
    "input-docs/sea-port/python/docs/ship.md": page,
    "input-docs/sea-port/go/docs/ship.md": page,
  });
  expect(await program(root, ["init"])).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "harbor: 1 model, 0 operations, 1 finding; package harbor
    sea-port: 1 model, 0 operations, 2 findings; package sea-port

    write  docsdk.config.ts
    write  .github/workflows/docsdk.yml

    Next: \`npm install --save-dev docsdk\`
    Then: \`npx --no-install docsdk\` generates, \`npx --no-install docsdk lint\` tells what the docs leave out.
    ",
    }
  `);
  expect(text(root, "docsdk.config.ts")).toMatchInlineSnapshot(`
    "import { type Config, defineConfig } from "docsdk";

    const config: Config = defineConfig({
      apis: {
        harbor: {
          docs: "input-docs/harbor",
          out: "output/harbor",
          package: { name: "harbor", version: "0.1.0" },
        },
        "sea-port": {
          docs: "input-docs/sea-port",
          out: "output/sea-port",
          package: { name: "sea-port", version: "0.1.0" },
        },
      },
    });

    export default config;
    "
  `);
  expect(text(root, ".github/workflows/docsdk.yml")).toMatchSnapshot();
  // The config is one that the next run takes.
  expect(await program(root, ["--dry-run", "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("what stands is left alone, whatever its ending", async () => {
  const config = JSON.stringify({ apis: { port: { docs: "sea" } } });
  const root = folder({ "docsdk.config.json": config, "sea/docs/ship.md": page, "pnpm-lock.yaml": "" });
  put(root, { ".github/workflows/docsdk.yml": "mine" });
  const { stdout } = await program(root, ["init"]);
  expect(stdout).toContain(
    "keep   docsdk.config.json, which stands\nkeep   .github/workflows/docsdk.yml, which stands\n",
  );
  expect(tree(root)).toEqual([
    ".github/workflows/docsdk.yml",
    "docsdk.config.json",
    "pnpm-lock.yaml",
    "sea/docs/ship.md",
  ]);
  expect(text(root, ".github/workflows/docsdk.yml")).toBe("mine");
});

test("docs folders of a name each, a folder docs/, and --dry-run", async () => {
  const root = folder({ "a/docs/ship.md": page, "b/docs/ship.md": page, "docs/ship.md": page, "yarn.lock": "" });
  const before = tree(root);
  const given = await program(root, ["init", "a", "b", "--dry-run"]);
  expect(given.stdout).toContain('      docs: "b",\n');
  expect(given.stdout).toContain("corepack enable && yarn install --immutable");
  expect((await program(root, ["init", "--dry-run"])).stdout).toContain('      docs: "docs",\n');
  expect(tree(root)).toEqual(before);
});

test("a path cannot say anything to the shell or to GitHub", async () => {
  const name = "it's $" + "{{ github.token }}";
  const root = folder({ [`${name}/docs/ship.md`]: page });
  const { stdout } = await program(root, ["init", name]);
  expect(stdout).toContain("skip   it-s-github-token in the workflow, for its paths");
  expect(text(root, ".github/workflows/docsdk.yml")).not.toContain("it's");
  expect(text(root, "docsdk.config.ts")).toContain(`docs: ${JSON.stringify(name)}`);
});

test("a folder that is no root of a repository is told", async () => {
  const root = folder({ "docs/ship.md": page });
  const git = () => ({ code: 0, output: new TextEncoder().encode("sdk/\n"), error: "" });
  expect((await program(root, ["init"], { git })).stdout).toContain("move .github/ there.\n");
});

test("mistakes: no docs, and two of one name", async () => {
  expect(await program(folder(), ["init"])).toMatchObject({ code: 2, stderr: expect.stringContaining("input-docs/") });
  const root = folder({ "a/x/docs/ship.md": page, "b/x/docs/ship.md": page });
  expect(await program(root, ["init", "a/x", "b/x"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Unexpected second API called x, expected folders with names of their own."),
  });
});

test("where the workflow cannot be written, no config is", async () => {
  const root = folder({ "docs/ship.md": page, ".github/a": "" });
  symlinkSync("nowhere/at/all", join(root, ".github/workflows"));
  expect(await program(root, ["init"])).toMatchObject({ code: 2, stdout: "" });
  expect(tree(root)).not.toContain("docsdk.config.ts");
});
