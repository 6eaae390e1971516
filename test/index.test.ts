import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../generator/index.ts";
import { folder, tree } from "./commands/fixture.ts";

const page = `# Vessel

## Fields

| Field  | Type  | Required           | Description |
| ------ | ----- | ------------------ | ----------- |
| \`name\` | *str* | :heavy_check_mark: | N/A         |
`;

test("generates from memory", async () => {
  const made = await generate({
    sources: [{ path: "docs/models/vessel.md", text: page }],
    options: { slug: "harbor" },
  });
  expect(made.api.package.name).toBe("harbor");
  expect(made.api.models.map((model) => model.title)).toEqual(["Vessel"]);
  expect(made.files.map((file) => file.path)).toContain("src/models/vessel.ts");
  expect(made.diagnostics.filter((finding) => finding.severity === "error")).toEqual([]);
});

test("generates from a folder, under its name, and writes nothing", async () => {
  const root = folder({ "Harbor/docs/models/vessel.md": page });
  const made = await generate({ docs: join(root, "Harbor") });
  expect(made.api.package.name).toBe("harbor");
  expect(tree(root)).toEqual(["Harbor/docs/models/vessel.md"]);
});

test.each([{ input: { sources: [] } }, { input: { docs: "generator" } }])(
  "tells of no documents: $input",
  async ({ input }) => {
    expect((await generate(input)).diagnostics.map((finding) => finding.code)).toContain("docs/no-pages");
  },
);
