import { expect, test } from "vitest";
import { diagnostic } from "../../generator/diagnostics.ts";
import { command, folder, put } from "./fixture.ts";

const files = (): Readonly<Record<string, string>> => ({ "src/a.ts": "1\n", "src/b.ts": "b\n" });
const findings = [
  diagnostic("docs/unread-page", "Unexpected `page`, </details> and \u001b[31m.", "docs/a.md#row"),
  diagnostic("infer/assumed", "Unexpected silence.", "docs/a.md#row"),
];

test("generate tells what it did, and its findings in spans of code", async () => {
  const ran = await command(folder({ "h/docs/a.md": "" }), ["h", "--reporter", "markdown"], { files, findings });
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toMatchInlineSnapshot(`
    "## docsdk generate

    2 files written, 0 unchanged, 0 removed; 1 warning, 1 fact assumed (shown with --verbose); 0.0 s

    ### \`h\`

    - **warning** \`h/docs/a.md:12:3\` \`\` Unexpected \`page\`, </details> and \\u001b[31m. \`\` (docs/unread-page)
      \`\` Give the page the layout of its kind (\`## Fields\` of a model; \`## name\`, a line \`GET /path\` and \`### Response\` of an operation), or move prose out of the docs folder. \`\`
    "
  `);
});

test("check tells what is stale", async () => {
  const root = folder({ "h/docs/a.md": "" });
  await command(root, ["h"], { files });
  put(root, { "output/h/src/a.ts": "mine\n" });
  const ran = await command(root, ["check", "h", "--reporter", "markdown"], { files });
  expect(ran.code).toBe(1);
  expect(ran.stdout).toMatchInlineSnapshot(`
    "## docsdk check

    1 stale file, 1 up to date: run the same without \`check\`; 0 warnings; 0.0 s

    - changed \`output/h/src/a.ts\`
    "
  `);
});

test("lint tells notes too, and mistakes of the command line are told as well", async () => {
  const root = folder({ "h/docs/a.md": "" });
  const ran = await command(root, ["lint", "h", "--reporter", "markdown"], { findings });
  expect(ran.stdout).toContain("- **info** `h/docs/a.md:12:3` `Unexpected silence.` (infer/assumed)\n");
  expect(await command(root, ["check", "nope", "--reporter", "markdown"])).toMatchObject({
    code: 2,
    stdout:
      "- **error** `the command line: Unexpected missing folder nope, expected a folder of docs.`\n  `` Pass the folder that holds `docs/` and `README.md`. ``\n",
  });
});
