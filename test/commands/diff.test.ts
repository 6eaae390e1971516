import { execFileSync, spawnSync } from "node:child_process";
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Shell } from "../../generator/shell.ts";
import { folder, program, put, text } from "./fixture.ts";

const page = (...rows: readonly string[]): string =>
  [
    "# Ship",
    "",
    "A ship.",
    "",
    "## Fields",
    "",
    "| Field | Type | Required | Description |",
    "| --- | --- | --- | --- |",
  ]
    .concat(rows)
    .join("\n");

const before = page(
  "| `id` | *string* | :heavy_check_mark: | N/A |",
  "| `flag` | *string* | :heavy_check_mark: | Its flag. |",
);
const after = page(
  "| `id` | *string* | :heavy_minus_sign: | N/A |",
  "| `flag` | *string* | :heavy_check_mark: | The flag. |",
  "| `berth` | *string* | :heavy_minus_sign: | N/A |",
);

const ship = "docs/models/ship.md";
let root = "";
let shell: Partial<Shell> = {};

beforeEach(() => {
  root = folder({ "old/README.md": "# Harbor\n", [`old/${ship}`]: before, [`new/${ship}`]: after });
  shell = { git: gitIn(root) };
});

/** The real git, without what the machine's user has configured. */
function gitIn(cwd: string): Shell["git"] {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return (args, input = "") => {
    const { status, stdout, stderr } = spawnSync("git", args, { cwd, input, env });
    return { code: status, output: stdout, error: stderr.toString() };
  };
}

function commit(): void {
  const git = (...args: readonly string[]): void => void execFileSync("git", args, { cwd: root, stdio: "ignore" });
  git("init", "-q");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false", "commit", "-qm", "docs");
}

test("two docs folders: changes by their gravity, with the lines of both", async () => {
  expect(await program(root, ["diff", "old", "new", "--verbose"])).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "1 breaking change
      field Ship.id  presence: required → optional (received)  [field/presence]
        old/docs/models/ship.md:9:21
        new/docs/models/ship.md:9:21

    1 minor change
      field Ship.berth  added: string, optional (received)  [field/added]
        new/docs/models/ship.md:11:3

    2 in words alone
      package  other words  [package/docs]
      field Ship.flag  other words (received)  [field/docs]
        old/docs/models/ship.md:10:3
        new/docs/models/ship.md:10:3

    major: 1 breaking change, 1 minor change, 2 in words alone; 0.0 s
    ",
    }
  `);
});

test("nothing to tell", async () => {
  expect(await program(root, ["diff", "old", "old"])).toEqual({ code: 0, stdout: "no change; 0.0 s\n", stderr: "" });
});

test.each([
  ["breaking", 1],
  ["minor", 1],
  ["patch", 1],
])("--fail-on %s", async (impact, code) => {
  expect((await program(root, ["diff", "old", "new", "--fail-on", impact])).code).toBe(code);
  expect((await program(root, ["diff", "old", "old", "--fail-on", impact])).code).toBe(0);
});

test("--fail-on breaking, where nothing breaks", async () => {
  put(root, { [`new/${ship}`]: before.replace("Its flag.", "The flag.") });
  expect((await program(root, ["diff", "old", "new", "--fail-on", "breaking"])).code).toBe(0);
  expect((await program(root, ["diff", "old", "new", "--fail-on", "patch"])).code).toBe(1);
});

test("--reporter json", async () => {
  const { stdout } = await program(root, ["diff", "old", "new", "--reporter", "json"]);
  const { verdict, changes, ...rest } = JSON.parse(stdout);
  expect({ verdict, ...rest }).toEqual({ ok: true, old: "old", new: "new", version: "0.1.0", verdict: "major" });
  expect(changes[0]).toEqual({
    code: "field/presence",
    impact: "breaking",
    direction: "response",
    subject: "field Ship.id",
    was: "required",
    is: "optional",
    before: { place: "docs/models/ship.md#fields/id:required", file: "old/docs/models/ship.md", line: 9, column: 21 },
    after: { place: "docs/models/ship.md#fields/id:required", file: "new/docs/models/ship.md", line: 9, column: 21 },
  });
});

test("--reporter markdown, and github", async () => {
  expect((await program(root, ["diff", "old", "new", "--reporter", "markdown"])).stdout).toMatchInlineSnapshot(`
    "## Changes of the API: **major**

    From \`old\` to \`new\`.

    **1 breaking change**

    - \`field Ship.id\` \`presence: required → optional\` (received), \`new/docs/models/ship.md:9:21\`

    **1 minor change**

    - \`field Ship.berth\` \`added: string, optional\` (received), \`new/docs/models/ship.md:11:3\`

    **2 in words alone**

    - \`package\` \`other words\`
    - \`field Ship.flag\` \`other words\` (received), \`new/docs/models/ship.md:10:3\`
    "
  `);
  expect((await program(root, ["diff", "old", "new", "--reporter", "github"])).stdout).toMatchInlineSnapshot(`
    "::warning file=new/docs/models/ship.md,line=9,col=21,title=breaking%3A field/presence::field Ship.id: presence: required → optional
    ::notice file=new/docs/models/ship.md,line=11,col=3,title=minor%3A field/added::field Ship.berth: added: string, optional
    ::notice title=patch%3A package/docs::package: other words
    ::notice file=new/docs/models/ship.md,line=10,col=3,title=patch%3A field/docs::field Ship.flag: other words
    major: 1 breaking change, 1 minor change, 2 in words alone; 0.0 s
    "
  `);
});

test("what the docs say is no Markdown of ours, and steers no terminal", async () => {
  const row = (type: string): string => page(`| \`id\` | ${type} | :heavy_check_mark: | N/A |`);
  put(root, { [`old/${ship}`]: row('*"a``b"*'), [`new/${ship}`]: row('*"\u001b[31m</details>"*') });
  const { stdout } = await program(root, ["diff", "old", "new", "--reporter", "markdown"]);
  expect(stdout).not.toContain("\u001b");
  expect(stdout).toContain('``` type: "a``b" → "\\u001b[31m</details>" ```');
});

describe("a revision", () => {
  test("docs as a branch has them", async () => {
    commit();
    put(root, { [`old/${ship}`]: after });
    const { stdout } = await program(root, ["diff", "git:HEAD", "old"], shell);
    expect(stdout).toContain("field Ship.id  presence: required → optional");
    expect(stdout).toContain("    HEAD:old/docs/models/ship.md:9:21\n    old/docs/models/ship.md:9:21\n");
    expect(await program(root, ["diff", "git:HEAD:old/docs", "git:HEAD:new"], shell)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("major: "),
    });
  });

  test("docs that are gone, and an ir.json that was written from them", async () => {
    await program(root, ["old", "--out", "sdk"]);
    commit();
    rmSync(join(root, "old"), { recursive: true });
    for (const old of ["git:HEAD:old", "git:HEAD:sdk/ir.json", "sdk/ir.json"]) {
      const { stdout } = await program(root, ["diff", old, "new"], shell);
      expect(stdout).toContain("field Ship.id  presence: required → optional");
    }
    expect((await program(root, ["diff", "git:HEAD:old", "sdk/ir.json"], shell)).stdout).toBe("no change; 0.0 s\n");
  });

  test.each([
    ["a name that begins as magic of git does", ":a[b] *", ":a[b] *", []],
    ["a link to a folder", "link", "old", [["link", "old"]]],
    [
      "a link above the folder, to a link",
      "far/old/docs",
      "old/docs",
      [
        ["far", "near"],
        ["near", "."],
      ],
    ],
  ])("%s", async (_what, path, leads, links) => {
    put(root, { [`:a[b] */${ship}`]: before });
    for (const [link = "", to = ""] of links) symlinkSync(to, join(root, link));
    commit();
    const { stdout } = await program(root, ["diff", `git:HEAD:${path}`, "new"], shell);
    expect(stdout).toContain(`    HEAD:${leads.replace(/\/docs$/, "")}/docs/models/ship.md:9:21\n`);
  });

  test("a link that leads out, or to itself", async () => {
    symlinkSync("../outside", join(root, "out"));
    symlinkSync("self", join(root, "self"));
    commit();
    for (const [path, want] of [
      ["out", "Unexpected path out, expected one inside the repository."],
      ["self/docs", "Unexpected path self/docs, expected one that HEAD holds."],
    ] as const)
      expect((await program(root, ["diff", `git:HEAD:${path}`, "new"], shell)).stderr).toContain(want);
  });

  test("from a folder below the root of the repository", async () => {
    put(root, { "apis/harbor/docs/models/ship.md": before });
    commit();
    put(root, { "apis/harbor/docs/models/ship.md": after });
    const below = join(root, "apis");
    const { stdout } = await program(below, ["diff", "git:HEAD", "harbor"], { git: gitIn(below) });
    expect(stdout).toContain("HEAD:apis/harbor/docs/models/ship.md:9:21");
  });
});

describe("mistakes", () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ["a folder that is missing", ["nowhere", "new"], "Unexpected missing folder nowhere, expected a folder of docs."],
    ["a revision without a path", ["git:HEAD", "git:HEAD"], "Unexpected git:HEAD without a path"],
    ["a revision that is missing", ["git:nowhere", "new"], "Unexpected revision `nowhere`, expected a branch"],
    ["a revision that is an option", ["git:--all", "new"], "Unexpected revision `--all`, expected a branch"],
    ["a path that is missing", ["git:HEAD:nowhere", "new"], "Unexpected path nowhere, expected one that HEAD holds."],
    ["a path outside", ["git:HEAD:../..", "new"], "Unexpected path ../.., expected one inside the repository."],
    ["a file that is none of ours", ["package.json", "new"], 'Unexpected JSON without `"irVersion": 1`'],
    ["a file that is no JSON", [`old/${ship}`, "new"], "Unexpected text, expected the JSON of an ir.json."],
    ["a file that a person changed", ["ir.json", "new"], "ir.json: models.0.kind: Unexpected value"],
  ];

  test.each(cases)("%s", async (_what, states, want) => {
    put(root, { "package.json": "{}" });
    await program(root, ["old", "--out", "sdk"]);
    put(root, { "ir.json": text(root, "sdk/ir.json").replace('"kind": "object"', '"kind": "thing"') });
    commit();
    const ran = await program(root, ["diff", ...states], shell);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(want);
  });

  test("no repository", async () => {
    const { code, stderr } = await program(root, ["diff", "git:HEAD", "new"], {
      git: () => ({ code: 128, output: new Uint8Array(), error: "fatal: not a git repository\n" }),
    });
    expect(code).toBe(2);
    expect(stderr).toContain("expected a repository around this folder. It says: fatal: not a git repository");
  });

  test("docs with errors say nothing", async () => {
    put(root, { "empty/notes.txt": "" });
    const ran = await program(root, ["diff", "empty", "new"]);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("Unexpected folder empty without a document, expected Markdown");
  });
});
