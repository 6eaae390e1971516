import { describe, expect, test } from "vitest";
import { readPage } from "../../generator/docs/index.ts";

/** What is wrong with a page, each with its line and column. */
function reported(path: string, text: string): readonly string[] {
  const { page, diagnostics } = readPage({ path, text });
  return diagnostics.map(({ code, place, message }) => {
    const at = page.positions.get(place?.slice(path.length + 1) ?? "");
    return `${at?.line}:${at?.column} ${code} ${message}`;
  });
}

const separator = "| - | - | - | - |";
const nested = (levels: number): string =>
  "[{x:".repeat(levels / 2) + (levels % 2 ? "[]" : "") + "}]".repeat(levels / 2);

describe("a page of a model", () => {
  const cases: readonly [title: string, lines: readonly string[], want: readonly string[]][] = [
    [
      "a column that the format does not know",
      ["| Field | Type | Required | Remarks |", separator, "| `id` | *str* | :heavy_check_mark: | Its name. |"],
      ["5:29 docs/unread-column Unexpected column `Remarks`, expected one of Type, Required, Description, Example"],
    ],
    [
      "such a column without text",
      ["| Field | Type | Required | |", separator, "| `id` | *str* | :heavy_check_mark: | |"],
      [],
    ],
    [
      "a column that is not there",
      ["| Field | Type | Description |", "| - | - | - |", "| `id` | *str* | Its name. |"],
      [
        "5:3 docs/missing-column Unexpected table without the column `Required`, expected a name, a type and a mark in each row",
      ],
    ],
    [
      "no table",
      [],
      [
        "3:1 docs/empty-section Unexpected section `Fields` without its table, expected a name, a type and a mark in each row",
      ],
    ],
    [
      "a mark of another kind",
      ["| Field | Type | Required |", "| - | - | - |", "| `id` | *str* | once |"],
      ["7:18 docs/unread-mark Unexpected `once`, expected `:heavy_check_mark:` or `:heavy_minus_sign:`"],
    ],
    [
      "a mark in words",
      ["| Field | Type | Required |", "| - | - | - |", "| `id` | *str* | **Yes** |"],
      [
        "7:18 docs/other-mark Unexpected `**Yes**`, expected `:heavy_check_mark:` or `:heavy_minus_sign:`; took required",
      ],
    ],
    [
      "two rows of one name",
      [
        "| Field | Type | Required |",
        "| - | - | - |",
        "| `id` | *str* | :heavy_check_mark: |",
        "| `id` | *int* | :heavy_check_mark: |",
      ],
      ["8:3 docs/duplicate-row Unexpected second row of `id`, expected one"],
    ],
    [
      "an example that nests too deep",
      [
        "| Field | Type | Required | Description | Example |",
        "| - | - | - | - | - |",
        `| \`id\` | *any* | :heavy_check_mark: | – | ${nested(201)} |`,
        `| \`no\` | *any* | :heavy_check_mark: | – | ${nested(200)} |`,
      ],
      ["7:43 docs/deep-nesting Unexpected example of more than 200 levels, expected one that can be followed"],
    ],
  ];
  test.each(cases)("%s", (_, lines, want) => {
    const text = ["# Ship", "", "## Fields", "", ...lines].join("\n");
    expect(reported("docs/models/ship.md", text)).toEqual(want);
  });

  test("no title: it is called after its file", () => {
    const text = "\n## Fields\n\n| Field | Type | Required |\n| - | - | - |\n";
    expect(reported("docs/models/ship.md", text)).toEqual([
      "1:1 docs/missing-title Unexpected page without a title, expected `# Name`",
    ]);
    expect(readPage({ path: "docs/models/ship.md", text }).page).toMatchObject({ title: "ship" });
  });
});

describe("a page of an enum", () => {
  test.each<[title: string, lines: readonly string[], want: readonly string[]]>([
    [
      "no values",
      [],
      ["3:1 docs/empty-section Unexpected section `Values` without values, expected a table, a list or a fence"],
    ],
    ["a value twice", ['- `"a"`', '- `"a"`'], ['6:3 docs/duplicate-row Unexpected second row of `"a"`, expected one']],
    [
      "a column that the format does not know",
      ["| Name | Value | Since |", "| - | - | - |", "| `A` | a | 2024 |"],
      ["5:18 docs/unread-column Unexpected column `Since`, expected one of Name, Value, Description"],
    ],
  ])("%s", (_, lines, want) => {
    expect(reported("docs/models/kind.md", ["# Kind", "", "## Values", "", ...lines].join("\n"))).toEqual(want);
  });
});

describe("a page of operations", () => {
  const head = ["# Ships", "", "### Available Operations", "", "* [list](#list)", "", "## list", ""];
  const snippet = (attributes: string): string => `<!-- UsageSnippet language="python" ${attributes} -->`;
  const sample = [
    "### Example Usage",
    "",
    snippet('operationID="a" method="get" path="/a"'),
    "```python",
    "a()",
    "```",
  ];
  test.each<[title: string, lines: readonly string[], want: readonly string[]]>([
    [
      "a section that is not listed",
      [...sample, "## find"],
      ["15:1 docs/unlisted-operation Unexpected section `find`, expected a listed operation"],
    ],
    [
      "a section twice",
      [...sample, "## list", "", ...sample],
      ["15:1 docs/unlisted-operation Unexpected second section `list`, expected one for each bullet"],
    ],
    [
      "a comment without a path",
      ["### Example Usage", "", snippet('operationID="a" method="get"')],
      ["11:1 docs/unread-snippet Unexpected `UsageSnippet` without `path`, expected method and path"],
    ],
    [
      "a method that HTTP does not have",
      ["### Example Usage", "", snippet('operationID="a" method="fetch" path="/a"')],
      ["11:1 docs/unread-snippet Unexpected method `fetch`, expected one of HTTP, as `get`"],
    ],
    [
      "an error without a status",
      [
        ...sample,
        "### Errors",
        "",
        "| Error Type | Status Code | Content Type |",
        "| - | - | - |",
        "| Lost | 4 04 | application/json |",
      ],
      ["19:10 docs/unread-status Unexpected `4 04`, expected statuses, or ranges of them"],
    ],
  ])("%s", (_, lines, want) => {
    expect(reported("docs/sdks/ships/README.md", [...head, ...lines].join("\n"))).toEqual(want);
  });
});

test("a sample that nests too deep", () => {
  const path = "docs/sdks/ships/README.md";
  const text = `# Ships\n\n### Available Operations\n\n* [get](#get)\n\n## get\n\n### Example Usage\n\n\`\`\`python\n${nested(20_000)}\n\`\`\`\n`;
  expect(reported(path, text)).toEqual([
    "11:1 docs/deep-nesting Unexpected sample of more than 200 levels, expected one that can be followed",
  ]);
  expect(readPage({ path, text }).page).toMatchObject({ operations: [{ usages: [{ fences: [{ text: "" }] }] }] });
});
