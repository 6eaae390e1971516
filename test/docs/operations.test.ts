import { expect, test } from "vitest";
import { type OperationsPage, readPage } from "../../generator/docs/index.ts";

const path = "docs/sdks/vessels/README.md";

function read(lines: readonly string[]): { page: OperationsPage; reported: readonly string[] } {
  const { page, diagnostics } = readPage({ path, text: lines.join("\n") });
  if (page.kind !== "operations") throw new Error(`Unexpected ${page.kind}`);
  const reported = diagnostics.map(
    ({ code, place, message }) => `${code} ${place?.slice(path.length + 1)}: ${message}`,
  );
  return { page, reported };
}

test("reads the operations of a resource", () => {
  const { page, reported } = read([
    "# Harbor.Vessels",
    "(*harbor.vessels*)",
    "",
    "## Overview",
    "",
    "Everything that floats.",
    "",
    "### Available Operations",
    "",
    "* [locate](#locate) - Locate a [vessel](x)",
    "* [~~sink~~](#sink) - Sink it - for good :warning: **Deprecated**",
    "* [list_](#list_)",
    "",
    "## locate",
    "",
    "Tells where a vessel is.",
    "",
    "## Accuracy",
    "",
    "### Parameters",
    "",
    "Good.",
    "",
    "### Example Usage: by-number",
    "",
    '<!-- UsageSnippet language="typescript" operationID="vessels:locate" method="get" path="/vessels/{mmsi}#one" example="by-number" -->',
    "```typescript",
    "## sink",
    "```",
    "",
    "### Standalone function",
    "",
    "The standalone function version of this method:",
    "",
    "```typescript",
    "vesselsLocate(core);",
    "```",
    "### Example Usage: by-name",
    "",
    "```typescript",
    "two",
    "```",
    "",
    "### Parameters",
    "",
    "| Parameter | Type | Required | Description |",
    "| --- | --- | --- | --- |",
    "| `request` | [operations.R](../../r.md) | :heavy_check_mark: | The request object to use for the request. |",
    "| `options.retries` | [RetryConfig](../../x.md) | :heavy_minus_sign: | Enables retrying. |",
    "",
    "### Response",
    "",
    "**Promise\\<[models.Report](../../models/report.md)\\>**",
    "### Errors",
    "",
    "| Error Type | Status Code | Content Type |",
    "| --- | --- | --- |",
    "| errors.NotFound | 404, 410 | application/json |",
    "| errors.SDKError | 4XX, 5XX | \\*/\\* |",
    "",
    "## ~~sink~~",
    "",
    "Sinks it.",
    "",
    "> :warning: **DEPRECATED**: Use patience.",
    "",
    "### Example Usage",
    "",
    "```typescript",
    "```",
    "## list_",
  ]);
  expect(reported).toEqual([]);
  expect(page).toMatchObject({
    title: "Harbor.Vessels",
    accessor: "harbor.vessels",
    description: "Everything that floats.",
    operations: [
      {
        name: "locate",
        summary: "Locate a [vessel](x)",
        description: "Tells where a vessel is.\n\n## Accuracy\n\n### Parameters\n\nGood.",
        usages: [
          {
            name: "by-number",
            snippet: {
              language: "typescript",
              operationId: "vessels:locate",
              method: "get",
              path: "/vessels/{mmsi}#one",
            },
            fences: [{ language: "typescript", text: "## sink", place: `${path}#locate/usage/1/sample/1` }],
            place: `${path}#locate/usage/1`,
          },
          { name: "by-name", snippet: null, fences: [{ text: "two" }], place: `${path}#locate/usage/2` },
        ],
        parameters: [
          { name: "request", required: true, place: `${path}#locate/parameters/request` },
          { name: "options.retries", required: false },
        ],
        response: {
          raw: "Promise\\<[models.Report](../../models/report.md)\\>",
          place: `${path}#locate/response`,
        },
        errors: [
          {
            type: "errors.NotFound",
            status: "404, 410",
            contentType: "application/json",
            place: `${path}#locate/errors/1`,
          },
          { type: "errors.SDKError", status: "4XX, 5XX", contentType: "*/*" },
        ],
        place: `${path}#locate`,
      },
      {
        name: "sink",
        summary: "Sink it - for good",
        description: "Sinks it.",
        deprecated: "Use patience.",
        usages: [{ name: "", snippet: null }],
        parameters: [],
        response: null,
        errors: [],
      },
      { name: "list_", summary: "", description: "", usages: [], response: null },
    ],
  });
  expect(page.operations[0]).not.toHaveProperty("deprecated");
  expect(page.positions.get("locate")).toEqual({ line: 14, column: 1 });
  expect(page.positions.get("locate/parameters/request:type")).toEqual({ line: 48, column: 15 });
});

test("reads the older layout, without overview and samples", () => {
  const { page, reported } = read([
    "# ~~berths~~",
    "",
    "### Available Operations",
    "",
    "* [get](#get) - Get one",
    "",
    "## get",
    "",
    "Gets it.",
    "",
    "### Response",
    "",
    "**Promise<[shared.Berth](../../x.md)>**",
    "",
  ]);
  expect(reported).toEqual([]);
  expect(page).toMatchObject({
    title: "berths",
    deprecated: "",
    accessor: "",
    description: "",
    operations: [{ description: "Gets it.", response: { raw: "Promise<[shared.Berth](../../x.md)>" } }],
  });
});

test("a summary may be a whole description", () => {
  const { page, reported } = read([
    "# Vessels",
    "### Available Operations",
    "* [locate](#locate) - Tells where a *vessel* is.",
    "It may be late.",
    "",
    "More of it:",
    "  + Send the [terms](https://ships.example#terms) first.",
    "  + [Sink](https://ships.example/sink) it never.",
    "",
    "#### Accuracy",
    "* Within a mile.",
    "* [raise](#raise) - What **can** be raised:",
    "  + hulls",
    "  * masts",
    "",
    "[Learn more](/guides)",
    "",
    "* [~~sink~~](../vessels/README.md#sink) :warning: **Deprecated**",
    "* dock - Docks",
    "",
    "## locate",
    "## raise",
    "## ~~sink~~",
    "## dock",
  ]);
  expect(page.operations.map(({ name, summary }) => [name, summary])).toEqual([
    ["locate", "Tells where a *vessel* is.\nIt may be late."],
    ["raise", "What **can** be raised:"],
    ["sink", ""],
    ["dock", "Docks"],
  ]);
  expect(reported).toEqual([]);
});

test("reads the text that leads to a second sample of one call", () => {
  const { page, reported } = read([
    "# Vessels",
    "### Available Operations",
    "* [locate](#locate)",
    "",
    "## locate",
    "### Example Usage",
    '<!-- UsageSnippet language="python" operationID="locate" method="get" path="/vessels" -->',
    "```python",
    "fleet.locate()",
    "```",
    "",
    "</br>",
    "",
    "The same call can wait for the tide as well.",
    "",
    "```python",
    "await fleet.locate_async()",
    "```",
  ]);
  expect(page.operations[0]?.usages[0]?.fences.map(({ text }) => text)).toEqual([
    "fleet.locate()",
    "await fleet.locate_async()",
  ]);
  expect(reported).toEqual([]);
});

test("reports what it does not read", () => {
  const { page, reported } = read([
    "# Vessels",
    "### Available Operations",
    "Some text.",
    "* [locate](#locate) - Locate",
    "* [raise](#raise) - Raise",
    "",
    "## Preface",
    "",
    "## locate",
    "### Example Usage",
    "```ts",
    "```",
    "Mind the tide.",
    "### Caveats",
    "## Appendix",
    "### Response",
    "",
    "**Nothing of locate**",
  ]);
  expect(page.operations).toMatchObject([{ name: "locate", response: null }]);
  expect(reported).toEqual([
    "docs/unread-section section/Available%20Operations: Unexpected text in section `Available Operations`, expected a list",
    "docs/missing-operation raise: Unexpected end of page, expected a section `raise`",
    "docs/unlisted-operation section/Preface: Unexpected section `Preface`, expected a listed operation",
    "docs/unread-section section/Example%20Usage: Unexpected text in section `Example Usage`, expected a code or a html",
    "docs/unread-section section/Caveats: Unexpected section `Caveats`, expected a part of an operation",
    "docs/unlisted-operation section/Appendix: Unexpected section `Appendix`, expected a listed operation",
  ]);
});

test("an operation may be called like another key", () => {
  const { page } = read(["# A", "### Available Operations", "* [title](#title)", "## title"]);
  expect(page.operations).toMatchObject([{ name: "title", place: `${path}#title~2` }]);
});
