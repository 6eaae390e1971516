import { expect, test } from "vitest";
import { readPage } from "../../generator/docs/index.ts";

test("reads the README of an SDK", () => {
  const text = [
    "# Harbor",
    "",
    "By hand.",
    "",
    "<!-- Start Summary [summary] -->",
    "## Summary",
    "",
    "Harbor API: where ships are.",
    "<!-- End Summary [summary] -->",
    "",
    "<!-- No Retries [retries] -->",
    "<!-- Start Available Resources and Operations [operations] -->",
    "## Available Resources and Operations",
    "",
    "<details open>",
    "<summary>Available methods</summary>",
    "",
    "### [Vessels](docs/sdks/vessels/README.md)",
    "",
    "* [locate](docs/sdks/vessels/README.md#locate) - See [this](that)",
    "* [~~sink~~](docs/sdks/vessels/README.md#sink) - Sink :warning: **Deprecated**",
    "",
    "#### [Vessels.Crews](docs/sdks/crews/README.md)",
    "",
    "</details>",
    "<!-- End Available Resources and Operations [operations] -->",
    "",
    "<!-- Start Authentication [security] -->",
    "## Authentication",
    "",
    "| Name | Type | Scheme |",
    "| --- | --- | --- |",
    "| `username`<br/>`password` | http | HTTP Basic |",
    "",
    "| Name | Type |",
    "| --- | --- |",
    "| `key` | apiKey | more |",
    "",
    "```ts",
    "<!-- Start Not This [not] -->",
    "```",
    "<!-- End Authentication [security] -->",
    "<!-- Start Idempotency Key -->",
    "Kept by a person.",
  ].join("\r\n");
  const { page, diagnostics } = readPage({ path: "README.md", text });
  expect(page).toMatchObject({
    kind: "readme",
    title: "Harbor",
    description: "Harbor API: where ships are.",
    sections: [
      { tag: "summary", title: "Summary", text: "## Summary\n\nHarbor API: where ships are." },
      {
        tag: "operations",
        title: "Available Resources and Operations",
        links: [
          { text: "Vessels", href: "docs/sdks/vessels/README.md", depth: 3 },
          { text: "locate", href: "docs/sdks/vessels/README.md#locate", depth: 0 },
          { text: "sink", href: "docs/sdks/vessels/README.md#sink", depth: 0 },
          { text: "Vessels.Crews", href: "docs/sdks/crews/README.md", depth: 4 },
        ],
      },
      {
        tag: "security",
        tables: [
          {
            header: ["Name", "Type", "Scheme"],
            rows: [{ cells: ["`username`<br/>`password`", "http", "HTTP Basic"], place: "README.md#security/1" }],
          },
          { header: ["Name", "Type"], rows: [{ cells: ["`key`", "apiKey", "more"], place: "README.md#security/2" }] },
        ],
        fences: [{ language: "ts", text: "<!-- Start Not This [not] -->", place: "README.md#security/sample/1" }],
        place: "README.md#security",
      },
      { tag: "idempotency-key", title: "Idempotency Key", text: "Kept by a person." },
    ],
  });
  expect(page.positions.get("security")).toEqual({ line: 28, column: 1 });
  expect(page.positions.get("security/2")).toEqual({ line: 37, column: 3 });
  expect(diagnostics.map(({ code, place }) => `${code} ${place}`)).toEqual(["docs/unread-row README.md#security/2"]);
});

test("its samples stand in the order of the page, in a section or not", () => {
  const fence = (text: string): string => `\`\`\`ts\n${text}\n\`\`\`\n`;
  const marked = `<!-- Start Usage [usage] -->\n${fence("two()")}<!-- End Usage [usage] -->\n`;
  const { page } = readPage({
    path: "README.md",
    text: `# Harbor\n\n${fence("one()")}\n${marked}\n${fence("three()")}`,
  });
  expect(page).toMatchObject({
    fences: [1, 2, 3].map((at) => ({
      text: ["one()", "two()", "three()"][at - 1],
      place: `README.md#page/sample/${at}`,
    })),
  });
});

test.each<{ name: string; path: string; given: string; want: object }>([
  {
    name: "a README by hand",
    path: "README.md",
    given: "# Harbor\n\nWhere ships are.\n\n## Why ships\n\ntext",
    want: { kind: "readme", title: "Harbor", description: "Where ships are.", sections: [] },
  },
  {
    name: "the sections of a README by hand",
    path: "README.md",
    given:
      "# Harbor\n\nWhere ships are.\n\n## Install\n\n### By pip\n\ntext\n\n## Base URL\n\nhttps://harbor.example\n\n## Why ships\n\nmore",
    want: {
      kind: "readme",
      description: "Where ships are.",
      sections: [
        { tag: "installation", title: "Install", text: "### By pip\n\ntext" },
        { tag: "server", title: "Base URL", text: "https://harbor.example" },
      ],
    },
  },
  {
    name: "a README below badges",
    path: "README.md",
    given: [
      "[![Licence](https://badge.example/a)](https://ships.example)",
      "![Ships](https://badge.example/b) [![More](https://badge.example/c)](x)",
      "",
      "# Harbor",
      "",
      "Developer-friendly & type-safe Cobol SDK specifically catered to leverage *Harbor* API.",
      "",
      '<div align="left">',
      '  <img src="x.png" />',
      "</div>",
      "",
      "Where ships are. ![A map](map.png)",
      "<!-- not yet -->",
      "",
      "<br />",
      "",
      "And berths.",
      "",
      "---",
      "<!-- No Summary [summary] -->",
      "",
      "## Install",
    ].join("\n"),
    want: { kind: "readme", title: "Harbor", description: "Where ships are. ![A map](map.png)\n\nAnd berths." },
  },
  {
    name: "a README whose marks a person kept in part",
    path: "README.md",
    given: [
      "# Harbor",
      "<!-- Start SDK Installation [installation] -->",
      "## SDK Installation",
      "text",
      "<!-- End SDK Installation [installation] -->",
      "## Install",
      "by hand",
      "## Authentication",
      "a key",
      "<!-- Start Error Handling [errors] -->",
      "",
      "## Error Handling",
      "### By status",
      "rows",
      "## Server Selection",
      "an address",
      "### Another",
      "more",
      "<!-- Start Global Parameters [global-parameters] -->",
      "## Global Parameters",
      "one",
      "## Why ships",
      "they float",
    ].join("\n"),
    want: {
      kind: "readme",
      sections: [
        { tag: "installation", text: "## SDK Installation\ntext" },
        { tag: "security", title: "Authentication", text: "a key" },
        { tag: "errors", text: "## Error Handling\n### By status\nrows" },
        { tag: "server", title: "Server Selection", text: "an address\n### Another\nmore" },
        { tag: "global-parameters", text: "## Global Parameters\none" },
      ],
    },
  },
  { name: "an empty README", path: "README.md", given: "", want: { kind: "readme", title: "", description: "" } },
  {
    name: "the README of a second SDK",
    path: "packages/cloud/README.md",
    given: "<!-- Start Summary [summary] -->\n## Summary\ntext\n<!-- End Summary [summary] -->",
    want: { kind: "readme", description: "text" },
  },
  {
    name: "a README of examples",
    path: "examples/README.md",
    given: "# Examples",
    want: { kind: "other", reason: "foreign" },
  },
])("tells $name", ({ path, given, want }) => {
  expect(readPage({ path, text: given }).page).toMatchObject(want);
});

test.each([
  ["SDK Installation", "installation"],
  ["SDK Example Usage", "usage"],
  ["SDK Available Operations", "operations"],
  ["Authentication", "security"],
  ["Server Selection", "server"],
  ["Global Parameters", "global-parameters"],
])("the section %s of 2023 has no tag, and is %s", (title, want) => {
  const text = `# Harbour\n\n<!-- Start ${title} -->\n# ${title}\n\n## More\n\n| a |\n| - |\n| 1 |\n<!-- End ${title} -->\n`;
  const { page } = readPage({ path: "README.md", text });
  expect(page).toMatchObject({ kind: "readme", sections: [{ tag: want, title, tables: [{ rows: [{}] }] }] });
});

test("finds the headers that the README of an SDK names", () => {
  const text =
    "# Harbor\n\n## Choose a port\n\nThe API has the `X-Tern-Port-Id` header, no x-tern-gull.\n\n    `x-gull-port`: `x-`.\n" +
    "As `X-Tern-Key: <key>`, or:\n\n```bash\ncurl -H \"x-tern-key: $KEY\" --header='X-Crew-Size: 1' https://a.example -d 'x-sea: 1'\n```\n";
  const { page } = readPage({ path: "README.md", text });
  expect(page.kind === "readme" && page.headers).toEqual([
    { name: "X-Tern-Port-Id", place: "README.md#headers/1" },
    { name: "x-gull-port", place: "README.md#headers/2" },
    { name: "X-Tern-Key", place: "README.md#headers/3" },
    { name: "x-tern-key", place: "README.md#headers/4" },
    { name: "X-Crew-Size", place: "README.md#headers/5" },
  ]);
});

test("the README beside one of several folders needs no marks, as one that lies below does", () => {
  const source = { path: "go/README.md", text: "# Harbor\n\n## Authentication\n\nSend a bearer token.\n" };
  expect(readPage({ ...source, isReadme: true }).page).toMatchObject({
    kind: "readme",
    sections: [{ tag: "security" }],
  });
  expect(readPage(source).page).toMatchObject({ kind: "other" });
});
