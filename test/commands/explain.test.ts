import { expect, test } from "vitest";
import { folder, program } from "./fixture.ts";
import { harbor } from "./harbor.ts";

test("a field: every fact, the claims for and against, and the lines behind them", async () => {
  const ran = await program(folder(harbor), ["explain", "vessel.ship_name"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toMatchInlineSnapshot(`
    "field Vessel.shipName  of harbor
      input-docs/harbor/docs/models/vessel.md:21:3  \`shipName\` | *string* | :heavy_check_mark: | Sent as \`ship_name\`. | Aurora

      wire name: ship_name
        for      stated    A description spells it so.  [wire-name/back-ticked]
          input-docs/harbor/docs/models/vessel.md:21:116  Sent as \`ship_name\`.
        for      assumed   Its page shows names in snake case.  [wire-name/page-style]
          input-docs/harbor/docs/models/vessel.md:21:3  \`shipName\` | *string* | :heavy_check_mark: | Sent as \`ship_name\`. | Aurora
        for      assumed   100 % of the names that the docs show are snake case, weighed by where they stand.  [wire-name/style]
          input-docs/harbor/docs/models/vessel.md:21:3
        against  assumed   shipName  The docs write it so.  [wire-name/documented]
          input-docs/harbor/docs/models/vessel.md:21:3

      type: string
        for      stated    The type cell says so.  [type/cell]
          input-docs/harbor/docs/models/vessel.md:21:19  *string*

      presence: required
        for      stated    The Required cell is marked.  [presence/required-mark]
          input-docs/harbor/docs/models/vessel.md:21:95  :heavy_check_mark:

      nullable: unstated
        for      assumed   TypeScript docs do not say whether a value may be null.  [nullable/type-cell]
          input-docs/harbor/docs/models/vessel.md:21:19  *string*

      description: Sent as \`ship_name\`.
        for      stated    The row says so.  [description/cell]
          input-docs/harbor/docs/models/vessel.md:21:116  Sent as \`ship_name\`.
    "
  `);
});

test("an operation and a model", async () => {
  const root = folder(harbor);
  expect((await program(root, ["explain", "vessels.locate"])).stdout).toMatchInlineSnapshot(`
    "operation vessels.locate  of harbor
      input-docs/harbor/docs/sdks/vessels/README.md:8:1  ## locate

      route: none, so that the client leaves the operation out
        for      assumed   The docs state neither method nor path.  [route/none]
          input-docs/harbor/docs/sdks/vessels/README.md:8:1  ## locate

      location of vesselId: query
        for      derived   Nothing says that it is elsewhere.  [location/query]
          input-docs/harbor/docs/sdks/vessels/README.md:22:3  \`vesselId\` | *string* | :heavy_check_mark: | N/A

      replies: JSON: Vessel
        for      stated    The response line says so.  [replies/response-line]
          input-docs/harbor/docs/sdks/vessels/README.md:26:1  **Promise\\<[models.Vessel](../../models/vessel.md)\\>**

      sample: {"parameters":[{"name":"vessel_id","in":"query","value":"1"}]}
        for      shown     The usage sample sends it.  [sample/usage]
          input-docs/harbor/docs/sdks/vessels/README.md:15:1  const result = await harbor.vessels.locate("1");

      pagination: none
        for      derived   No name leads to a next page.  [pagination/none]
          input-docs/harbor/docs/sdks/vessels/README.md:8:1  ## locate

      secured: no
        for      assumed   The docs name no security scheme.  [secured/no-scheme]
          input-docs/harbor/docs/sdks/vessels/README.md:8:1  ## locate

      parameters: vessels.locate.vesselId
    "
  `);
  expect((await program(root, ["explain", "Vessel"])).stdout).toMatchInlineSnapshot(`
    "model Vessel  of harbor
      input-docs/harbor/docs/models/vessel.md:1:1  # Vessel

      role: data
        for      assumed   Most documented objects are JSON.  [role/data]
          input-docs/harbor/docs/models/vessel.md:1:1  # Vessel

      read as: JSON: Vessel
        for      stated    An operation answers with it.  [read/answer]
          input-docs/harbor/docs/sdks/vessels/README.md:26:1  **Promise\\<[models.Vessel](../../models/vessel.md)\\>**

      fields: Vessel.shipName, Vessel.crewSize, Vessel.launched
    "
  `);
});

test("a fact that a person stated, at its line in the config", async () => {
  const config = `{ "apis": { "harbor": { "docs": "input-docs/harbor", "overrides": [
    { "subject": "field Vessel.crewSize", "value": { "wireName": "crew" }, "reason": "Measured." }
  ] } } }`;
  const root = folder({ ...harbor, "docsdk.config.json": config });
  const ran = await program(root, ["explain", "Vessel.crew"]);
  expect(ran.stdout).toContain(`  wire name: crew
    for      declared  Measured.  [override]
      docsdk.config.json:2:18
`);
});

test("as JSON", async () => {
  const ran = await program(folder(harbor), ["explain", "Port.name", "--reporter", "json"]);
  const report: unknown = JSON.parse(ran.stdout);
  expect(report).toMatchObject({ subject: "Port.name", suggestions: [], ok: true });
  expect(report).toHaveProperty("explained.0.kind", "field");
  expect(report).toHaveProperty("explained.0.answers.2", {
    question: "presence",
    value: "required",
    text: "required",
    because: [
      {
        value: "required",
        rule: "presence/required-mark",
        strength: "stated",
        why: "The Required cell is marked.",
        text: "required",
        places: [{ file: "input-docs/harbor/docs/models/port.md", line: 13, column: 23, text: ":heavy_check_mark:" }],
      },
    ],
    against: [],
  });
});

test("what is not there, with names that are near", async () => {
  const root = folder(harbor);
  expect(await program(root, ["explain", "Vesel.shipname"])).toEqual({
    code: 1,
    stdout: "",
    stderr: `error: Unexpected subject Vesel.shipname, expected the name of a model, a field, an operation or a parameter. Did you mean "Vessel.shipName"?
  help: Models are called as their pages, fields \`Model.field\`, operations \`resource.method\`.
`,
  });
  const json = await program(root, ["explain", "Vesel", "--reporter", "json"]);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout)).toEqual({ subject: "Vesel", explained: [], suggestions: ["Vessel"], ok: false });
});

test("of several APIs all that have it, or the one that is asked for", async () => {
  const port = harbor["input-docs/harbor/docs/models/port.md"] ?? "";
  const root = folder({ ...harbor, "input-docs/pier/docs/models/port.md": port });
  const heads = async (...argv: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await program(root, ["explain", "port", ...argv]);
    return stdout.split("\n").filter((line) => line.startsWith("model"));
  };
  expect(await heads()).toEqual(["model Port  of harbor", "model Port  of pier"]);
  expect(await heads("--api", "pier")).toEqual(["model Port  of pier"]);
  expect(await heads("input-docs/pier")).toEqual(["model Port  of pier"]);
  expect(await program(root, ["explain", "Port", "--api", "peir"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Unexpected --api peir, expected one of harbor, pier. Did you mean "pier"?'),
  });
});

test("nothing of the docs steers the terminal, and colors come only where they are wanted", async () => {
  const evil = harbor["input-docs/harbor/docs/models/port.md"]?.replace("| N/A         |", "| \u001b[2J\u202e |") ?? "";
  const root = folder({ ...harbor, "input-docs/harbor/docs/models/port.md": evil });
  const plain = await program(root, ["explain", "Port.name"]);
  expect(plain.stdout).toContain("\\u001b[2J\\u202e");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(plain.stdout).not.toMatch(/[\u001b\u202e]/);
  const out: string[] = [];
  await program(root, ["explain", "Port.name"], { stdout: { write: (text) => void out.push(text), color: true } });
  expect(out.join("")).toContain("\u001b[1mfield Port.name\u001b[22m");
});

test.each([
  { argv: ["explain"], want: "missing required argument 'subject'" },
  { argv: ["explain", "Port", "--reporter", "github"], want: "Expected one of pretty, json." },
  { argv: ["--reporter", "github", "explain", "Port"], want: "Unexpected --reporter github, expected pretty or json." },
])("refuses $argv", async ({ argv, want }) => {
  const ran = await program(folder(harbor), argv);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain(want);
});
