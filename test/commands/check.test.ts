import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diagnostic } from "../../generator/diagnostics.ts";
import { command, folder, program, put, text, tree } from "./fixture.ts";

const files = (): Readonly<Record<string, string>> => ({ "src/a.ts": "1\n2\n3\n", "src/b.ts": "b\n" });

async function generated(): Promise<string> {
  const root = folder({ "input-docs/harbor/docs/a.md": "# A" });
  await command(root, [], { files });
  return root;
}

test("is up to date after generate, and writes nothing", async () => {
  const root = await generated();
  const before = tree(root);
  expect(await command(root, ["check"], { files })).toEqual({
    code: 0,
    stdout: "up to date: 2 files; 0 warnings; 0.0 s\n",
    stderr: "",
  });
  expect(tree(root)).toEqual(before);
});

test("names what is changed, missing and no longer generated, with a diff", async () => {
  const root = await generated();
  put(root, { "output/harbor/src/a.ts": "1\nmine\n3\n" });
  const now = (): Readonly<Record<string, string>> => ({ "src/a.ts": "1\n2\n3\n", "src/c.ts": "c\n" });
  const ran = await command(root, ["check"], { files: now });
  expect(ran.code).toBe(1);
  expect(ran.stdout).toBe(`changed  output/harbor/src/a.ts
extra    output/harbor/src/b.ts
missing  output/harbor/src/c.ts

--- a/output/harbor/src/a.ts
+++ b/output/harbor/src/a.ts
@@ -1,3 +1,3 @@
 1
-mine
+2
 3
--- a/output/harbor/src/b.ts
+++ /dev/null
@@ -1,1 +0,0 @@
-b
--- /dev/null
+++ b/output/harbor/src/c.ts
@@ -0,0 +1,1 @@
+c

3 stale files, 0 up to date: run the same without \`check\`; 0 warnings; 0.0 s
`);
  expect(text(root, "output/harbor/src/a.ts")).toBe("1\nmine\n3\n");
  expect(tree(root)).not.toContain("output/harbor/src/c.ts");
});

test("holds an edited file that is no longer generated against the docs", async () => {
  const root = await generated();
  put(root, { "output/harbor/src/b.ts": "mine\n" });
  const ran = await command(root, ["check", "--quiet"], { files: () => ({ "src/a.ts": "1\n2\n3\n" }) });
  expect(ran).toMatchObject({ code: 1, stdout: "extra    output/harbor/src/b.ts\n" });
});

test("ignores files that were never generated", async () => {
  const root = await generated();
  put(root, { "output/harbor/LICENSE": "theirs" });
  expect(await command(root, ["check"], { files })).toMatchObject({ code: 0 });
});

test("misses the manifest", async () => {
  const root = await generated();
  rmSync(join(root, "output/harbor/.docsdk.json"));
  expect((await command(root, ["check"], { files })).stdout).toContain("missing  output/harbor/.docsdk.json");
});

test("is stale before the first generate", async () => {
  const root = folder({ "h/docs/a.md": "" });
  expect(await command(root, ["check", "h", "--out", "sdk"], { files })).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("2 stale files"),
  });
  expect(tree(root)).toEqual(["h/docs/a.md"]);
});

test("fails on errors in the docs, and with --strict on warnings", async () => {
  const root = await generated();
  const findings = [diagnostic("docs/unread-page", "Unexpected page.", "docs/a.md#row")];
  expect(await command(root, ["check"], { files, findings })).toMatchObject({ code: 0 });
  const ran = await command(root, ["check", "--strict"], { files, findings });
  expect(ran).toMatchObject({ code: 1, stdout: expect.stringMatching(/not compared; 1 error, 0 warnings/) });
});

test.each([
  { argv: ["check", "--reporter", "json"] },
  { argv: ["--reporter", "json", "check"] },
  { argv: ["--reporter", "pretty", "check", "--reporter", "json"] },
  { argv: ["generate", "check", "--reporter", "json", "--no-color"] },
])("reports as JSON: $argv", async ({ argv }) => {
  const root = await generated();
  put(root, { "output/harbor/src/a.ts": "mine" });
  const ran = await command(root, argv, { files });
  expect(ran.code).toBe(1);
  const fileReport = { written: [], unchanged: ["src/b.ts"], removed: [], stale: ["src/a.ts"] };
  expect(JSON.parse(ran.stdout)).toEqual({
    apis: [{ slug: "harbor", out: "output/harbor", files: fileReport, diagnostics: [] }],
    problems: [],
    ok: false,
  });
});

test("does not take the options of writing", async () => {
  expect(await command(await generated(), ["check", "--force"], { files })).toMatchObject({ code: 2 });
});

test.each([
  { argv: ["check"], want: true },
  { argv: ["check", "--no-color"], want: false },
  { argv: ["--no-color", "check"], want: false },
])("colors the diff: $argv", async ({ argv, want }) => {
  const root = await generated();
  put(root, { "output/harbor/src/a.ts": "mine" });
  const out: string[] = [];
  await command(root, argv, { files }, { stdout: { write: (text) => void out.push(text), color: true } });
  expect(out.join("").includes("\u001b[32m+1")).toBe(want);
});

test("tells what the changed docs mean, with their lines", async () => {
  const page = (mark: string): string =>
    `# Ship\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| \`id\` | *string* | ${mark} | N/A |\n`;
  const root = folder({ "input-docs/harbor/docs/models/ship.md": page(":heavy_check_mark:") });
  await program(root, []);
  put(root, { "input-docs/harbor/docs/models/ship.md": page(":heavy_minus_sign:") });
  const ran = await program(root, ["check"]);
  expect(ran.code).toBe(1);
  expect(
    ran.stdout.slice(ran.stdout.indexOf("harbor: ")).replace(/\d+ up to date/, "… up to date"),
  ).toBe(`harbor: what the docs change of the output is major

1 breaking change
  field Ship.id  presence: required → optional (received)  [field/presence]
    input-docs/harbor/docs/models/ship.md:7:21

3 stale files, … up to date: run the same without \`check\`; 1 warning; 0.0 s
`);
  const { apis } = JSON.parse((await program(root, ["check", "--reporter", "json"])).stdout);
  expect(apis[0].changes).toMatchObject([{ code: "field/presence", after: { line: 7, column: 21 } }]);
  expect((await program(root, ["check", "--reporter", "github"])).stdout).toContain(
    "::warning file=input-docs/harbor/docs/models/ship.md,line=7,col=21,title=breaking%3A field/presence::field Ship.id",
  );

  put(root, { "output/harbor/ir.json": "{}" });
  expect((await program(root, ["check"])).stdout).not.toContain("harbor: what");
});
