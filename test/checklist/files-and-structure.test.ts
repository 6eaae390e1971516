import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { generate } from "../../generator/index.ts";
import { cellIn, type Docs, enumeration, model, modelOf, partsOf, resource, section, understood } from "./docs.ts";

/** The ids of the models, in order. */
function ids(docs: Docs, options = {}): readonly string[] {
  return understood(docs, options).api.models.map(({ id }) => id);
}

/** Runs over folders on disk. */
async function onDisk<T>(docs: Docs, run: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "docsdk-checklist-"));
  try {
    for (const [path, text] of Object.entries(docs)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await run(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("1 a README with a list of operations is a resource, any other is none", () => {
  const { api, found } = understood({
    "docs/sdks/ships/README.md": resource("Ships", { list: section({ route: "GET /ships", response: "str" }) }),
    // Before 2024 there was no overview, and the bullets stood below the accessor.
    "docs/sdks/ports/README.md": [
      "# ports",
      "(*ports*)",
      "",
      "### Available Operations",
      "",
      "* [get](#get) - One port",
      "",
      "## get",
      "",
      section({ route: "GET /ports/{port}" }),
    ].join("\n"),
    "docs/examples/README.md": "# Examples\n\nRun `list.py`.\n\n| Name | Type |\n| --- | --- |\n| a | b |\n",
    "README.md": "# Harbour SDK\n\nHarbours.\n",
  });
  expect(api.operations.map(({ group, words }) => [...group, ...words].join("."))).toEqual(["ports.get", "list"]);
  expect(api.models).toEqual([]);
  expect(found.filter((each) => each.startsWith("docs/"))).toEqual(["docs/unread-page docs/examples/README.md#title"]);
});

test("2 pages in MDX have their title in front matter, and escape braces", () => {
  const from = understood({
    "docs/models/components/ship.mdx": [
      "---",
      'title: "Ship"',
      "---",
      "",
      "A ship of \\{the\\} fleet.",
      "",
      "## Fields",
      "",
      "| Field | Type | Required | Description | Example |",
      "| --- | --- | --- | --- | --- |",
      '| `Berth` | [*components.Berth](../../models/components/berth.mdx) | :heavy_minus_sign: | Where \\{it\\} lies. | \\{<br/>"number": 7<br/>\\} |',
      "| `Flag` | `string` | :heavy_check_mark: | N/A | nl |",
    ].join("\n"),
    "docs/models/components/berth.mdx":
      "---\ntitle: Berth\ndescription: 'x'\n---\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `Number` | `int64` | :heavy_check_mark: | N/A |\n",
    "docs/models/components/flag.mdx":
      '---\r\ntitle: "Flag"\r\n---\r\n\r\n## Values\r\n\r\n| Name | Value |\r\n| --- | --- |\r\n| `FlagNl` | nl |\r\n| `FlagBe` | be |\r\n',
    "docs/overview.mdx": '---\ntitle: Overview\n---\n\n<Card title="x">\n\nWelcome.\n\n</Card>\n',
    "docs/sdks/ships/README.mdx": `---\ntitle: "Ships - Go SDK"\n---\n\n${resource("x", {
      Get: section({
        sample: "go\nfunc main() {}",
        response: "[*components.Ship](../../models/components/ship.mdx), error",
      }),
    })
      .split("\n")
      .slice(2)
      .join("\n")}`,
  });
  expect(partsOf(from, "components/ship")).toEqual(["berth?: components/berth | null?", "flag: string"]);
  expect(modelOf(from, "components/ship").description).toBe("A ship of {the} fleet.");
  expect(modelOf(from, "components/ship")).toMatchObject({
    properties: [{ description: "Where {it} lies.", examples: ['{\n"number": 7\n}'] }, {}],
  });
  expect(partsOf(from, "components/flag")).toEqual(['"nl"', '"be"']);
  expect(from.api.operations.map(({ words }) => words)).toEqual([["get"]]);
  expect(from.found).toEqual([
    "docs/unread-page docs/overview.mdx#title",
    "infer/missing-route docs/sdks/ships/README.mdx#Get",
    "infer/missing-server null",
  ]);
});

test.each<[name: string, comment: string, code: string, route: string | undefined, found: readonly string[]]>([
  ["in braces", '{/* UsageSnippet operationID="getShip" method="get" path="/ship" */}', "", "/ship", []],
  ["in code", "", '{/* UsageSnippet method="get" path="/ship" */}', undefined, ["infer/missing-route"]],
])("2 comments of MDX stand in braces: %s", (_, comment, code, route, found) => {
  const text = `---
title: "Ships"
---

{/* banner:start */}
<Warning>In beta.</Warning>
{/* banner:end */}

## Overview

### Available Operations

* [get](#get)

## get

Does it.

### Example Usage

${comment}
\`\`\`typescript
${code}
\`\`\`

### Response

**Promise\\<string\\>**
`;
  const from = understood({ "docs/sdks/ships/README.mdx": text });
  expect(from.api.operations.map((one) => [one.route?.value.path, one.description])).toEqual([[route, "Does it."]]);
  expect(from.found.map((each) => each.split(" ")[0])).toEqual([...found, "infer/missing-server"]);
});

test.each([
  ["lower case of the title", "docs/models/components/ship.md", "# Ship"],
  ["the title", "docs/models/components/ShipInPort.md", "# ShipInPort"],
  ["a reserved word", "docs/models/components/format_.md", "# Format"],
  ["a title that was struck", "docs/models/components/ship.md", "# ~~Ship~~"],
  ["a title of the tag's own case", "docs/models/shared/ship_to_port.md", "# ship_to_port"],
])("3 file name and title: %s", (_, path, heading) => {
  const name = (path.split("/").at(-1) ?? "").replace(".md", "");
  const from = understood(
    {
      [path]: `${heading}\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n`,
      "docs/models/components/Fleet.md": model("Fleet", [
        "first",
        `[${heading.replace(/[#~ ]/g, "")}](../../models/${path.split("/")[2]}/${name}.md)`,
      ]),
    },
    { dialect: "java" },
  );
  const id = `${path.split("/")[2]}/${heading.replace(/[#~ ]/g, "").toLowerCase()}`;
  expect(partsOf(from, "components/fleet")).toEqual([`first: ${id}`]);
  expect(modelOf(from, id).deprecated).toBe(heading.includes("~~") ? "" : undefined);
  expect(from.found).toEqual([]);
});

test.each<readonly [string, string, string, string]>([
  ["php flat", "docs/Ship.md", "[?Berth](./Berth.md)", "docs/Berth.md"],
  [
    "php",
    "docs/Models/Components/Ship.md",
    "[?Components\\Berth](../../Models/Components/Berth.md)",
    "docs/Models/Components/Berth.md",
  ],
  [
    "csharp",
    "docs/Models/Components/Ship.md",
    "[Berth](../../Models/Components/Berth.md)",
    "docs/Models/Components/Berth.md",
  ],
  ["python flat", "docs/models/ship.md", "[Optional[models.Berth]](../models/berth.md)", "docs/models/berth.md"],
  ["python of old", "docs/api/ship.md", "[Optional[models.Berth]](../models/berth.md)", "docs/models/berth.md"],
  ["typescript errors", "docs/errors/ship.md", "[models.Berth](../models/berth.md)", "docs/models/berth.md"],
  [
    "typescript of old",
    "docs/sdk/models/shared/ship.md",
    "[shared.Berth](../../../sdk/models/shared/berth.md)",
    "docs/sdk/models/shared/berth.md",
  ],
  ["services", "docs/Models/Tides/Ship.md", "[Berth](../../Models/Tides/Berth.md)", "docs/Models/Tides/Berth.md"],
])("4 folders: %s", (language, ship, cell, berth) => {
  const dialect = language.split(" ")[0] === "services" ? "csharp" : language.split(" ")[0];
  const from = understood(
    { [ship]: model("Ship", ["berth", cell, "–"]), [berth]: model("Berth") },
    { dialect: dialect as "php" },
  );
  const target = from.api.models.find(({ title }) => title === "Berth");
  const source = from.api.models.find(({ title }) => title === "Ship");
  expect(from.found).toEqual([]);
  expect(partsOf(from, source?.id ?? "")[0]).toMatch(new RegExp(`^berth\\?: ${target?.id}( |$)`));
});

test("4 folders: unions of PHP and Java without a heading are found in flat folders too", () => {
  const from = understood(
    {
      "docs/Ship.md": model("Ship", ["cargo", "[string\\|int](./Cargo.md)"]),
      "docs/Cargo.md":
        "# Cargo\n\n\n## Supported Types\n\n### `string`\n\n```php\nstring $value = /* values here */\n```\n\n### `int`\n\n```php\nint $value = /* values here */\n```\n",
      "docs/Errors/Sunk.md": model("Sunk", ["message", "*string*"]),
    },
    { dialect: "php" },
  );
  expect(partsOf(from, "/ship")).toEqual(["cargo: /cargo | null?"]);
  expect(partsOf(from, "/cargo")).toEqual(["string", "integer"]);
  expect(partsOf(from, "errors/sunk")).toEqual(["message: string | null?"]);
});

test("5 several SDKs in one checkout are kept apart", async () => {
  const page = (name: string) =>
    `# Ship\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| \`${name}\` | *str* | :heavy_check_mark: | N/A |\n`;
  const names = await onDisk(
    {
      "docs/models/ship.md": page("own"),
      "README.md": "# Harbour\n",
      "packages/north/docs/models/ship.md": page("north"),
      "packages/south/docs/models/ship.md": page("south"),
      "USAGE.md": "# Usage\n",
    },
    async (root) =>
      Promise.all(
        [root, join(root, "packages/north")].map(async (folder) => {
          const { api, diagnostics } = await generate({ docs: folder });
          expect(diagnostics.filter(({ code }) => code.startsWith("link/"))).toEqual([]);
          return api.models.flatMap((one) => (one.kind === "object" ? one.properties.map(({ name }) => name) : []));
        }),
      ),
  );
  expect(names).toEqual([["own"], ["north"]]);
});

test("6 papers and the docs of other generators are skipped, each with a finding", () => {
  const docs: Docs = {
    "docs/models/ship.md": model("Ship", ["name", "*str*"]),
    "docs/Model/Berth.md":
      "# # Berth\n\n## Properties\n\nName | Type | Description | Notes\n------------ | ------------- | ------------- | -------------\n**id** | **string** |  | [optional]\n\n[[Back to Model list]](../../README.md#models)\n",
    "docs/Api/ShipsApi.md":
      "# Harbour\\ShipsApi\n\nAll URIs are relative to http://localhost.\n\nMethod | HTTP request | Description\n------------- | ------------- | -------------\n[**list()**](ShipsApi.md#list) | **GET** /ships | All\n\n## `list()`\n\n```php\nlist(): array\n```\n\n## Methods\n\n### Parameters\n\nName | Type | Description  | Notes\n------------- | ------------- | ------------- | -------------\n **id** | **string**| The id |\n",
    "docs/设计.md": "# 设计\n\n## 概述\n\n| 字段 | Type |\n| --- | --- |\n| a | str |\n",
    "docs/rationale.md": "# Rationale\n\nWhy.\n\n## Fields of work\n\n```python\n# not a heading\n```\n",
  };
  expect(ids(docs)).toEqual(["models/ship"]);
  expect(understood(docs).found).toEqual([
    "docs/unread-page docs/rationale.md#title",
    "docs/unread-page docs/设计.md#title",
    "docs/unread-page docs/Api/ShipsApi.md#title",
    "docs/unread-page docs/Model/Berth.md#title",
  ]);
});

test.each([
  ["docs/lib/utils/retryconfig.md", "RetryConfig", "typescript"],
  ["docs/models/utils/retryconfig.md", "RetryConfig", "python"],
  ["docs/types/rfcdate.md", "RFCDate", "typescript"],
  ["docs/types/date.md", "Date", "go"],
  ["docs/utils/Blob.md", "Blob", "java"],
  ["docs/models/operations/option.md", "Options", "go"],
] as const)("7 %s is no model", (path, title, dialect) => {
  const ship = { "docs/models/components/ship.md": model("Ship") };
  const retries =
    '| Name | Type | Description | Example |\n| --- | --- | --- | --- |\n| `strategy` | `"backoff" | "none"` | The kind. | `"backoff"` |\n';
  const { api, found } = understood(
    { ...ship, [path]: `# ${title}\n\nA helper.\n\n## Fields\n\n${retries}\n## BackoffStrategy\n\n${retries}` },
    { dialect },
  );
  expect(api.models.map(({ id }) => id)).toEqual(["components/ship"]);
  expect(found).toEqual([]);
});

test("7 the page of Python's globals states parameters of all operations, and is no model", () => {
  const get = (id: string) => section({ id, route: `GET /${id}`, rows: [["harbour_account", "*Optional[str]*", "–"]] });
  const { api, found } = understood({
    "docs/models/internal/globals.md": model("Globals", ["harbour_account", "*Optional[str]*", "–", "The account."]),
    "docs/sdks/ships/README.md": resource("Ships", { ships: get("ships"), ports: get("ports") }),
  });
  expect(api.models).toEqual([]);
  expect(api.operations.map(({ parameters: [one] }) => [one?.location.value, one?.wireName.value])).toEqual([
    ["header", "harbour-account"],
    ["header", "harbour-account"],
  ]);
  expect(found).toEqual(["infer/missing-server null"]);
});

test("7 an API may have models of the same names", () => {
  const docs = Object.fromEntries(
    ["RetryConfig", "Date", "Blob", "Option", "Options", "Globals"].map((title) => [
      `docs/models/components/${title.toLowerCase()}.md`,
      model(title, ["value", "*str*"]),
    ]),
  );
  expect(ids(docs)).toEqual(
    ["blob", "date", "globals", "option", "options", "retryconfig"].map((id) => `components/${id}`),
  );
});

test("8 one title in two namespaces is two models; an unlinked name finds the one of its namespace", () => {
  const union = (...members: readonly string[]) =>
    `# Cargo\n\n\n## Supported Types\n\n${members.map((one) => `### \`${one}\`\n\n\`\`\`typescript\nconst value: ${one} = x;\n\`\`\`\n`).join("\n")}`;
  const from = understood({
    "docs/models/components/cargo.md": union("string", "string[]"),
    "docs/models/operations/cargo.md": union("boolean", "string"),
    "docs/models/errors/ship.md": model("Ship", ["message", "*string*"]),
    "docs/models/components/ship.md": model(
      "Ship",
      ["own", "*components.Cargo*"],
      ["other", "*operations.Cargo*[]", "–"],
    ),
    "docs/models/operations/listresponse.md": model("ListResponse", ["cargo", "*operations.Cargo*"]),
  });
  expect(partsOf(from, "components/ship")).toEqual([
    "own: components/cargo | null?",
    "other?: operations/cargo[] | null?",
  ]);
  expect(partsOf(from, "operations/listresponse")).toEqual(["cargo: operations/cargo | null?"]);
  expect(partsOf(from, "errors/ship")).toEqual(["message: string | null?"]);
  expect(from.found).toEqual([]);
});

test.each([
  ["typescript", "[ReadableStream<Uint8Array>](../../models/.md)", "bytes"],
  ["typescript", "[operations.Ship[]](../../models/.md)", "components/ship[]"],
  ["java", "[byte[]](../../models//.md)", "bytes"],
  ["java", "[List<Ship>](../../models//.md)", "components/ship[]"],
  ["csharp", "[string](../../Models/.md)", "string"],
  ["csharp", "[Dictionary<string, object>](../../Models/.md)", "{unknown (any)}"],
  ["go", "[[]components.Ship](../../.md)", "components/ship[]"],
  ["php", "[array<Components\\Ship>](../../.md)", "components/ship[]"],
  ["php", "[string](../../.md)", "string"],
  ["ruby", "[::String](../../models//.md)", "string"],
  ["ruby", "[T::Array[Models::Components::Ship]](../../models//.md)", "components/ship[]"],
  ["python", "[List[models.Ship]](../../models/operations/.md)", "models/ship[]"],
  ["python", "[Union[bytes, IO[bytes], io.BufferedReader]](../../models/.md)", "bytes"],
] as const)("9 %s: a link to no document is the type that it reads: %s", (dialect, cell, want) => {
  const { text, found } = cellIn(dialect, cell);
  expect(found).toEqual([]);
  expect(text.replace(" | null?", "")).toBe(want);
});

test.each([
  ["go", "[*components.Berth](../../models/shared/berth.md)", "docs/models/components/berth.md", "components/berth"],
  [
    "ruby",
    "[Models::Components::Berth](../../models/shared/berth.md)",
    "docs/models/components/berth.md",
    "components/berth",
  ],
  // Of two documents of that name the namespace in the text tells.
  [
    "ruby",
    "[Models::Operations::Berth](../../models/shared/berth.md)",
    "docs/models/operations/berth.md",
    "operations/berth",
  ],
  ["java", "[Berth](../../models/shared/Berth.md)", "docs/models/components/Berth.md", "components/berth"],
  ["python", "[models.Berth](../models/components/berth.md)", "docs/models/berth.md", "models/berth"],
] as const)("10 %s: a link into the wrong folder: %s", (dialect, cell, path, want) => {
  const other = want.startsWith("operations") ? { "docs/models/components/berth.md": model("Berth") } : {};
  const { text, found } = cellIn(dialect, cell, "✓", { [path]: model("Berth"), ...other });
  expect(text.replace(/ \| null\??$/, "")).toBe(want);
  expect(found.map((each) => each.split(" ")[0])).toEqual(["link/missing-folder"]);
});

test("10 a document that is not there is whatever comes, with a warning", () => {
  const { text, found } = cellIn("typescript", "[components.Command](../../models/components/command.md)");
  expect(text).toBe("unknown (missing) | null?");
  expect(found).toEqual(["link/missing-reference docs/models/components/Ship.md#fields/cargo:type"]);
});

test.each<readonly [DialectName, string, string]>([
  ["typescript", "[string](../../models/components/gone.md)", "string"],
  ["python", "[Optional[str]](../../models/gone.md)", "string"],
  ["csharp", "[string](../../Models/Components/Gone.md)", "string"],
])("10 %s: the text of a link to nothing that is a type is that type: %s", (dialect, cell, want) => {
  const { text, found } = cellIn(dialect, cell);
  expect(text.replace(" | null?", "")).toBe(want);
  expect(found.map((each) => each.split(" ")[0])).toEqual(["link/missing-reference"]);
});

test.each([
  ["no last line end", (text: string) => text.trimEnd()],
  ["many line ends", (text: string) => `${text}\n\n\n`],
  ["the line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ["front matter", (text: string) => `---\ntitle: "Ship"\n---\n${text.slice(text.indexOf("\n"))}`],
] as const)("11 bytes: %s", (_, change) => {
  const text = `${model("Ship", ["flag", "[models.Flag](../models/flag.md)", "✓", "Höhe ⚓ – 船", "⚓"], ["öl", "*str*"])}\n`;
  const flag = `${enumeration("Flag", ["ANKER", "⚓"], ["KRÄHE", "krähe"])}\n`;
  const from = understood({ "docs/models/ship.md": change(text), "docs/models/flag.md": flag }, { dialect: "python" });
  expect(partsOf(from, "models/ship")).toEqual(["flag: models/flag", "öl: string"]);
  expect(modelOf(from, "models/ship")).toMatchObject({
    properties: [{ description: "Höhe ⚓ – 船", examples: ["⚓"] }, {}],
  });
  expect(partsOf(from, "models/flag")).toEqual(['"⚓"', '"krähe"']);
  expect(from.found).toEqual([]);
});
