import { expect, test } from "vitest";
import { folder, program, put, text, tree } from "./fixture.ts";

const page = (type: string): string => `# Vessel

## Fields

| Field  | Type    | Required           | Description |
| ------ | ------- | ------------------ | ----------- |
| \`name\` | ${type} | :heavy_check_mark: | N/A         |
| \`flag\` | *str*   | :heavy_check_mark: | N/A         |
`;
const project = (): string => folder({ "docs/models/vessel.md": page("*str*") });

test("--emit writes the named parts alone", async () => {
  const root = project();
  expect((await program(root, ["docs", "--out", "sdk", "--emit", "openapi,ir"])).code).toBe(0);
  expect(tree(root).filter((path) => path.startsWith("sdk/"))).toEqual([
    "sdk/.docsdk.json",
    "sdk/ir.json",
    "sdk/openapi.json",
  ]);
});

test("--emit leaves the other parts as they are, in the manifest too", async () => {
  const root = project();
  await program(root, ["docs", "--out", "sdk"]);
  const [before, model] = [tree(root), text(root, "sdk/src/models/vessel.ts")];
  put(root, { "docs/models/vessel.md": page("*int*") });
  expect((await program(root, ["docs", "--out", "sdk", "--emit", "openapi"])).stdout).toContain(
    "\n1 file written, 0 unchanged, 0 removed;",
  );
  expect([tree(root), text(root, "sdk/src/models/vessel.ts")]).toEqual([before, model]);
  expect((await program(root, ["check", "docs", "--out", "sdk", "--emit", "openapi"])).code).toBe(0);
  expect((await program(root, ["check", "docs", "--out", "sdk"])).code).toBe(1);
  expect((await program(root, ["docs", "--out", "sdk"])).code).toBe(0);
});

test("an unknown part is a mistake of the command line", async () => {
  const ran = await program(project(), ["docs", "--emit", "opanapi"]);
  expect([ran.code, ran.stderr.includes('Did you mean "openapi"?')]).toEqual([2, true]);
});

test("evidence is written into openapi.json where the config asks for it", async () => {
  const root = project();
  put(root, { "docsdk.config.json": '{ "apis": { "harbor": { "docs": "docs" } }, "evidence": "include" }' });
  await program(root, ["--emit", "openapi"]);
  const { name } = JSON.parse(text(root, "output/harbor/openapi.json")).components.schemas.Vessel.properties;
  expect(name["x-evidence"].type.because).toEqual([
    {
      value: '{"kind":"string"}',
      rule: "type/cell",
      strength: "stated",
      places: ["docs/models/vessel.md#fields/name:type"],
      why: "The type cell says so.",
    },
  ]);
});
