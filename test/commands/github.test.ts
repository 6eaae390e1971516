import { expect, test } from "vitest";
import { diagnostic } from "../../generator/diagnostics.ts";
import { command, folder, put } from "./fixture.ts";

const files = (): Readonly<Record<string, string>> => ({ "src/a.ts": "1\n", "src/b.ts": "b\n" });
const findings = [
  diagnostic("docs/unread-page", "Unexpected page.", "docs/a.md#row"),
  diagnostic("infer/assumed", "Unexpected silence.", "docs/a.md#row"),
];
const warning =
  "::warning file=h/docs/a.md,line=12,col=3,title=A page of an unknown layout (docs/unread-page)::Unexpected page.%0Ahelp: Give the page the layout of its kind (`## Fields` of a model; `## name`, a line `GET /path` and `### Response` of an operation), or move prose out of the docs folder.\n";

test("generate tells its findings as workflow commands, and what it did", async () => {
  const ran = await command(folder({ "h/docs/a.md": "" }), ["h", "--reporter", "github"], { files, findings });
  expect(ran).toEqual({
    code: 0,
    stdout: `${warning}2 files written, 0 unchanged, 0 removed; 1 warning, 1 fact assumed (shown with --verbose); 0.0 s\n`,
    stderr: "",
  });
});

test("check tells what is stale", async () => {
  const root = folder({ "h/docs/a.md": "" });
  await command(root, ["h"], { files });
  put(root, { "output/h/src/a.ts": "mine\n" });
  const now = (): Readonly<Record<string, string>> => ({ "src/a.ts": "1\n", "src/c,d:e.ts": "" });
  const ran = await command(root, ["check", "h", "--reporter", "github"], { files: now });
  expect(ran.code).toBe(1);
  expect(ran.stdout).toBe(`\
::error file=output/h/src/a.ts,title=Stale output::The file is not what the docs give.%0Ahelp: Run the same without \`check\`, and commit what it writes.
::error file=output/h/src/b.ts,title=Stale output::The file is no longer generated.%0Ahelp: Run the same without \`check\`, and commit what it writes.
::error file=output/h/src/c%2Cd%3Ae.ts,title=Stale output::The file is missing.%0Ahelp: Run the same without \`check\`, and commit what it writes.
3 stale files, 0 up to date: run the same without \`check\`; 0 warnings; 0.0 s
`);
});

test("mistakes of the command line too", async () => {
  const ran = await command(folder(), ["check", "nope", "--reporter", "github"]);
  expect(ran.code).toBe(2);
  expect(ran.stdout).toBe(
    "::error title=docsdk::the command line: Unexpected missing folder nope, expected a folder of docs.%0Ahelp: Pass the folder that holds `docs/` and `README.md`.\n",
  );
});
