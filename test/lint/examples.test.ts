import { expect, test } from "vitest";
import { generate } from "../../generator/index.ts";

const head = "# Port\n\n## Fields\n\n| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n";

const cases: readonly [title: string, row: string, want: string[]][] = [
  ["an integer", "| `depth` | *int* | :heavy_check_mark: | N/A | 12 |", []],
  ["a string without quotes", "| `name` | *str* | :heavy_check_mark: | N/A | Dover |", []],
  ["null where null is stated", "| `name` | *Nullable[str]* | :heavy_check_mark: | N/A | null |", []],
  [
    "text in an integer's row",
    "| `depth` | *int* | :heavy_check_mark: | N/A | deep |",
    ["docs/models/port.md:7:48 Unexpected example `deep`, expected an integer"],
  ],
  [
    "a list that breaks off",
    "| `depths` | List[*int*] | :heavy_check_mark: | N/A | [1, 2 |",
    ["docs/models/port.md:7:55 Unexpected example `[1, 2`, expected JSON"],
  ],
  [
    "a fraction in an integer's row",
    "| `depth` | *int* | :heavy_check_mark: | N/A | 1.5 |",
    ["docs/models/port.md:7:48 Unexpected example `1.5`, expected an integer"],
  ],
  [
    "a list with a wrong item",
    '| `depths` | List[*int*] | :heavy_check_mark: | N/A | [1, "two"] |',
    ['docs/models/port.md:7:55 Unexpected example `[1, "two"]`, expected an integer at `depths[1]`'],
  ],
];

test.each(cases)("%s", async (_title, row, want) => {
  const sources = [{ path: "docs/models/port.md", text: `${head}${row}\n` }];
  const { diagnostics } = await generate({ sources, options: { dialect: "python" } });
  const { readPages, positionsOf } = await import("../../generator/docs/index.ts");
  const { pages } = readPages(sources);
  const found = diagnostics.filter(({ code }) => code === "docs/unfit-example");
  expect(
    found.map(({ message, place }) => {
      const at = positionsOf(pages)(place ?? "");
      return `${at?.path}:${at?.line}:${at?.column} ${message}`;
    }),
  ).toEqual(want);
});

test("an example of a parameter is told of once, though its page is a model's, too", async () => {
  const row = "| `depth` | *int* | :heavy_check_mark: | N/A | deep |\n";
  const page = [
    "# Ports\n\n## Overview\n\n### Available Operations\n\n* [list](#list)\n\n## list\n\n### Example Usage\n",
    '<!-- UsageSnippet language="python" operationID="listPorts" method="get" path="/ports" -->\n',
    "### Parameters\n\n| Parameter | Type | Required | Description |\n| - | - | - | - |",
    "| `request` | [operations.ListPortsRequest](../../models/operations/listportsrequest.md) | :heavy_check_mark: | The request object to use for the request. |\n",
  ].join("\n");
  const sources = [
    {
      path: "docs/models/operations/listportsrequest.md",
      text: `${head.replace("# Port", "# ListPortsRequest")}${row}`,
    },
    { path: "docs/sdks/ports/README.md", text: page },
  ];
  const { diagnostics } = await generate({ sources, options: { dialect: "python" } });
  expect(diagnostics.filter(({ code }) => code === "docs/unfit-example")).toHaveLength(1);
});
