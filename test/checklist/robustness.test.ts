import { describe, expect, test } from "vitest";
import { positionsOf, readPages } from "../../generator/docs/index.ts";
import { squeeze } from "../../generator/docs/squeeze.ts";
import { generate } from "../../generator/index.ts";
import {
  type Docs,
  enumeration,
  model,
  modelOf,
  openapiOf,
  operationOf,
  partsOf,
  type Row,
  resource,
  section,
  sent,
  understood,
} from "./docs.ts";

/** The same tables as the docs pad them: every cell as wide as the widest of its column. */
function padded(text: string): string {
  const lines = text.split("\n");
  const widths: number[] = [];
  const rows = lines.filter((line) => line.startsWith("| ")).map((line) => line.slice(2, -2).split(" | "));
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return lines
    .map((line) => {
      if (!line.startsWith("| ")) return line;
      const cells = line.slice(2, -2).split(" | ");
      const isRule = cells.every((cell) => /^-+$/.test(cell));
      return `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, isRule ? "-" : " ")).join(" | ")} |`;
    })
    .join("\n");
}

const fleet: Docs = {
  "docs/models/ship.md": model(
    "Ship",
    ["name", "*str*", "✓", "The name.", "Ada"],
    ["berths", "List[[models.Berth](../models/berth.md)]", "–", "One.<br/>Two."],
  ),
  "docs/models/berth.md": model("Berth", ["kind", "[models.Kind](../models/kind.md)"]),
  "docs/models/kind.md": enumeration("Kind", ["A", "a"], ["B", "b b"]),
  "docs/sdks/ships/README.md": resource("Ships", {
    list: section({
      route: "GET /ships",
      rows: [["page_size", "*Optional[int]*", "–"]],
      response: "[models.Ship](../../models/ship.md)",
      errors: [["errors.SDKError", "4XX, 5XX", "\\*/\\*"]],
    }),
    get: section({
      route: "GET /ships/{id}",
      rows: [["id", "*str*"]],
      response: "[models.Ship](../../models/ship.md)",
    }),
  }),
};

describe("66 large documents", () => {
  test("66 a row of 20 KB and a page of 500 KB are read whole, and the parser sees none of their padding", () => {
    const long = "x".repeat(20_000);
    const rows = Array.from(
      { length: 40 },
      (_, index): Row => [`field${index}`, "*str*", "✓", index === 7 ? long : "N/A"],
    );
    const text = padded(model("Ship", ...rows));
    expect(text.length).toBeGreaterThan(500_000);
    const from = understood({ "docs/models/ship.md": text });
    const found = modelOf(from, "models/ship");
    expect(found.kind === "object" && found.properties.map(({ description }) => description.length)).toEqual(
      rows.map((_, index) => (index === 7 ? 20_000 : 0)),
    );
    // What the parser is given does not grow with what stands in the cells.
    const pieces = squeeze(text.split("\n"));
    expect(pieces.reduce((sum, piece) => sum + piece.text.length, 0)).toBeLessThan(1000);
  });

  test("66 a resource of many operations", () => {
    const names = Array.from({ length: 300 }, (_, index) => `load_${index}`);
    const text = padded(
      resource(
        "Ships",
        Object.fromEntries(
          names.map((name) => [
            name,
            section({
              id: name,
              route: `GET /ships/${name}`,
              rows: [["page_size", "*Optional[int]*", "–", "x".repeat(800)]],
            }),
          ]),
        ),
      ),
    );
    expect(text.length).toBeGreaterThan(500_000);
    const from = understood({ "docs/sdks/ships/README.md": text }, { dialect: "python" });
    expect(from.api.operations.map(({ id }) => id)).toEqual(names);
  });

  test("66 a folder of thousands of files", () => {
    const titles = Array.from({ length: 6_000 }, (_, index) => `Ship${index}`);
    const docs = Object.fromEntries(
      titles.map((title, index) => [
        `docs/models/${title.toLowerCase()}.md`,
        model(title, ["next_ship", `[models.Ship${(index + 1) % 6_000}](../models/ship${(index + 1) % 6_000}.md)`]),
      ]),
    );
    const from = understood(docs, { dialect: "python" });
    expect(from.api.models).toHaveLength(6_000);
    expect(from.found).toEqual([]);
  });

  test.each([
    ["lists", (depth: number) => `${"List[".repeat(depth)}*str*${"]".repeat(depth)}`],
    ["emphasis", (depth: number) => "*".repeat(depth)],
    ["links", (depth: number) => "[".repeat(depth)],
    ["brackets", (depth: number) => "Fleet[".repeat(depth)],
    ["bars", (depth: number) => "a \\| ".repeat(depth)],
  ])("66 a cell of 20 KB of %s cannot be read, and stops nothing", (_, cell) => {
    const from = understood(
      { "docs/models/ship.md": model("Ship", ["deep", cell(5_000)], ["name", "*str*"]) },
      { dialect: "python" },
    );
    expect(partsOf(from, "models/ship").at(-1)).toBe("name: string");
    expect(from.found).toEqual(["dialect/unread-type docs/models/ship.md#fields/deep:type"]);
  });
});

test("67 models that hold themselves and one another", async () => {
  const union = (title: string, ...members: readonly string[]) =>
    `# ${title}\n\n\n## Supported Types\n\n${members.map((one) => `### \`${one}\`\n`).join("\n")}`;
  const docs: Docs = {
    "docs/models/node.md": model(
      "Node",
      ["parent", "[Optional[models.Node]](../models/node.md)", "–"],
      ["children", "List[[models.Node](../models/node.md)]"],
    ),
    "docs/models/ship.md": model("Ship", ["crew", "List[[models.Sailor](../models/sailor.md)]"]),
    "docs/models/sailor.md": model(
      "Sailor",
      ["ship", "[Nullable[models.Ship]](../models/ship.md)"],
      ["value", "[models.Value](../models/value.md)"],
    ),
    "docs/models/value.md": union("Value", "str", "List[models.Value]", "Dict[str, models.Value]", "models.Other"),
    "docs/models/other.md": union("Other", "models.Value", "models.Other"),
    "docs/sdks/ships/README.md": resource("Ships", {
      get: section({ route: "GET /ships", response: "[models.Value](../../models/value.md)" }),
    }),
  };
  const from = understood(docs);
  expect(partsOf(from, "models/node")).toEqual(["parent?: models/node", "children: models/node[] | null?"]);
  // A union that leads back to itself has the values of its other members.
  for (const id of ["models/value", "models/other"])
    expect(partsOf(from, id)).toEqual(["string", "models/value[]", "{models/value}"]);
  const { files, diagnostics } = await generate({
    sources: Object.entries(docs).map(([path, text]) => ({ path, text })),
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(files.some(({ path }) => path === "src/models/value.ts")).toBe(true);
});

test("68 operations in the order of the bullets, fields of the table, members of the headings, whatever the order of the files", () => {
  const docs: Docs = {
    "docs/sdks/ships/README.md": resource("Ships", {
      zoom: section({ route: "GET /z" }),
      anchor: section({ route: "GET /a" }),
    }),
    "docs/models/ship.md": model("Ship", ["zeta", "*str*"], ["alpha", "*str*"]),
    "docs/models/cargo.md": "# Cargo\n\n\n## Supported Types\n\n### `models.Ship`\n\n### `bool`\n\n### `List[str]`\n",
    "docs/models/kind.md": enumeration("Kind", ["Z", "z"], ["A", "a"]),
  };
  const from = understood(docs);
  const turned = understood(Object.fromEntries(Object.entries(docs).reverse()));
  expect(from.api.operations.map(({ words }) => words.join(" "))).toEqual(["zoom", "anchor"]);
  expect(partsOf(from, "models/ship")).toEqual(["zeta: string", "alpha: string"]);
  expect(partsOf(from, "models/cargo")).toEqual(["models/ship", "boolean", "string[]"]);
  expect(partsOf(from, "models/kind")).toEqual(['"z"', '"a"']);
  expect(turned).toEqual(from);
  expect(JSON.stringify(openapiOf(docs))).toBe(
    JSON.stringify(openapiOf(Object.fromEntries(Object.entries(docs).reverse()))),
  );
});

describe("69 losses", () => {
  test("69 each loss has its file and its line, and none stops the run", () => {
    const docs: Docs = {
      "docs/models/ship.md": `${model("Ship", ["a", "*str*"], ["b", "[models.Gone](../models/gone.md)"], ["c", "<<?>>"])}\n| \`d\` | *str* | once | N/A |\n| \`e\` | *str* |\n\nBy hand.\n\n## Notes\n\nMore.\n`,
      "docs/models/kind.md": "# Kind\n\n## Values\n\nNone.\n",
      "docs/models/cargo.md": "# Cargo\n\n## Supported Types\n\n### `?`\n",
      "docs/paper.md": "# Paper\n\nText.\n",
      "docs/sdks/ships/README.md":
        "# Ships\n\n## Overview\n\n### Available Operations\n\n* [get](#get) - One\n* [gone](#gone) - None\n\n## get\n\n### Example Usage\n\n```python\n```\n\n### Unknown\n\nText.\n\n### Response\n\n**<<?>>**\n",
    };
    const { pages, diagnostics } = readPages(Object.entries(docs).map(([path, text]) => ({ path, text })));
    const positionOf = positionsOf(pages);
    const from = understood(docs, { dialect: "python" });
    const placed = from.found
      .filter((each) => !each.endsWith(" null"))
      .map((each) => {
        const [code = "", place = ""] = each.split(" ");
        const position = positionOf(place) ?? positionOf(place.replace(/:type$/, ""));
        return `${code} ${position?.path.replace("docs/", "")}:${position?.line}`;
      });
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(placed).toEqual([
      "docs/empty-section models/kind.md:3",
      "docs/unread-section models/ship.md:4",
      "docs/unread-mark models/ship.md:11",
      "docs/unread-row models/ship.md:12",
      "docs/unread-section models/ship.md:16",
      "docs/unread-page paper.md:1",
      "docs/missing-operation sdks/ships/README.md:8",
      "docs/unread-section sdks/ships/README.md:17",
      "dialect/unread-type models/cargo.md:5",
      "dialect/unread-type models/ship.md:10",
      "dialect/unread-type sdks/ships/README.md:23",
      "link/missing-reference models/ship.md:9",
      "infer/missing-route sdks/ships/README.md:10",
    ]);
    expect(partsOf(from, "models/ship").slice(0, 2)).toEqual(["a: string", "b: unknown (missing)"]);
  });

  test("69 pages that break off anywhere stop nothing", () => {
    for (const [path, text] of Object.entries(fleet)) {
      for (let length = 0; length < text.length; length += 11) {
        const { api } = understood({ ...fleet, [path]: text.slice(0, length) }, { dialect: "python" });
        expect(api.irVersion).toBe(1);
      }
    }
  });
});

test("70 padding changes nothing", () => {
  const wide = Object.fromEntries(Object.entries(fleet).map(([path, text]) => [path, padded(text)]));
  expect(wide["docs/models/ship.md"]?.length).toBeGreaterThan((fleet["docs/models/ship.md"]?.length ?? 0) + 20);
  expect(understood(wide)).toEqual(understood(fleet));
  expect(sent(operationOf(understood(wide), "get"))).toEqual(["path id: string"]);
});
