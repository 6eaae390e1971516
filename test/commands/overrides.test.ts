import { expect, test } from "vitest";
import type { CompileInput } from "../../generator/toolchain.ts";
import { command, folder, program } from "./fixture.ts";
import { harbor } from "./harbor.ts";

const one = { subject: "field A.b", value: { wireName: "b" }, reason: "Measured." };
const other = { subject: "field A.c", value: { wireName: "c" }, reason: "Asked." };

function project(overrides: unknown, files: Readonly<Record<string, string>> = {}): string {
  const config = { apis: { harbor: { docs: "../input-docs/harbor", overrides } } };
  return folder({ ...harbor, "own/docsdk.config.json": JSON.stringify(config), ...files });
}

test.each([
  { name: "a list", overrides: [one], want: [one] },
  { name: "the path of a file", overrides: "o.json", want: [other] },
  { name: "both, in their order", overrides: [one, "o.json"], want: [one, other] },
  { name: "nothing", overrides: [], want: [] },
])("a config takes $name", async ({ overrides, want }) => {
  const root = project(overrides, { "own/o.json": `\ufeff${JSON.stringify([other])}` });
  const seen: CompileInput[] = [];
  expect(await command(root, ["--config", "own/docsdk.config.json"], { seen })).toMatchObject({ code: 0, stderr: "" });
  expect(seen.map(({ options }) => options.overrides)).toEqual([want]);
});

test.each([
  { overrides: "nope.json", want: "Unexpected missing file own/nope.json, expected a list of overrides." },
  { overrides: "o.json", text: "{,", want: "own/o.json: Unexpected text, expected JSON." },
  { overrides: "o.json", text: "{}", want: "own/o.json: Unexpected Object, expected a list of overrides." },
  {
    overrides: "o.json",
    text: '[{ "subject": "field A.b", "value": 1 }]',
    want: 'own/o.json: [0]: Unexpected end, expected the key "reason".',
  },
  {
    overrides: "o.json",
    text: '[{ "subject": "field A.b", "value": 1, "reason": "x", "raeson": "y" }]',
    want: 'own/o.json: [0].raeson: Unexpected key "raeson", expected a known one. Did you mean "reason"?',
  },
  { overrides: 3, want: "own/docsdk.config.json: apis.harbor.overrides: Unexpected 3, expected Array." },
  {
    overrides: [{ subject: "x", value: 1 }],
    want: 'own/docsdk.config.json: apis.harbor.overrides[0]: Unexpected end, expected the key "reason".',
  },
])("a mistake is told: $want", async ({ overrides, text = "", want }) => {
  const root = project(overrides, { "own/o.json": text });
  const ran = await command(root, ["--config", "own/docsdk.config.json"]);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(want);
});

test("an override without a reason of its own counts for nothing, and is a warning at its line", async () => {
  const stub = { subject: "field Vessel.crewSize", value: { wireName: "crew" }, reason: "TODO: say why." };
  const root = project("o.json", { "own/o.json": JSON.stringify([stub], null, 2) });
  const ran = await program(root, ["lint", "--config", "own/docsdk.config.json"]);
  expect(ran.stdout).toContain(
    "own/o.json:3:16  warning  Unexpected reason `TODO…` of the override `field Vessel.crewSize`, expected why the value is right  [config/unwritten-reason]",
  );
  expect(ran.stdout).toContain("Unexpected silence on the wire name of `Vessel.crewSize`");
});

test("one whose value is still an ellipsis is refused", async () => {
  const stub = { subject: "operation vessels.locate", value: "POST /…", reason: "Asked." };
  const ran = await program(project([stub]), ["lint", "--config", "own/docsdk.config.json"]);
  expect(ran).toMatchObject({ code: 1, stdout: expect.stringContaining("[config/invalid-override]") });
});
