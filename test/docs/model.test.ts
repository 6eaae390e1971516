import { expect, test } from "vitest";
import { type ModelPage, readPage } from "../../generator/docs/index.ts";

const path = "docs/models/vessel.md";

function model(lines: readonly string[]): Omit<ModelPage, "positions"> {
  const { page, diagnostics } = readPage({ path, text: lines.join("\n") });
  expect(diagnostics).toEqual([]);
  if (page.kind !== "model") throw new Error(`Unexpected ${page.kind}`);
  const { positions, ...rest } = page;
  return rest;
}

test("reads a model", () => {
  const given = [
    "# Vessel",
    "",
    "A ship, as its owner registered it.",
    "",
    "* one",
    "* two",
    "",
    "## Example Usage",
    "",
    "```typescript",
    'import { Vessel } from "harbor/models";',
    "",
    "# not a heading",
    "| not | a | table |",
    "```",
    "",
    "## Fields",
    "",
    "| Field              | Type                                   | Required           | Description                      | Example      |",
    "| ------------------ | -------------------------------------- | ------------------ | -------------------------------- | ------------ |",
    "| `mmsi`             | *string*                               | :heavy_check_mark: | The nine digits.<br/>Not nine \\| | 244660000    |",
    "| `last_port`        | [models.Port](../models/port.md)       | :heavy_minus_sign: | N/A                              |              |",
    "| ~~`callsign`~~     | *Optional\\<String>*                    | :heavy_minus_sign: | : warning: ** DEPRECATED **: Use mmsi.<br/><br/>What it *answers* to. | PA1234 |",
    '| `hold`             | *ReadableStream<Uint8Array>*           | :heavy_minus_sign: | <b>Bytes</b> | **Example 1:** {<br/>"a": 1<br/>}<br/>**Example 2:** null |',
  ];
  expect(model(given)).toEqual({
    kind: "model",
    path,
    title: "Vessel",
    description: "A ship, as its owner registered it.\n\n* one\n* two",
    samples: [
      {
        language: "typescript",
        text: 'import { Vessel } from "harbor/models";\n\n# not a heading\n| not | a | table |',
        place: `${path}#usage/sample/1`,
      },
    ],
    rows: [
      {
        name: "mmsi",
        type: "*string*",
        required: true,
        description: "The nine digits.\nNot nine |",
        examples: ["244660000"],
        place: `${path}#fields/mmsi`,
      },
      {
        name: "last_port",
        type: "[models.Port](../models/port.md)",
        required: false,
        description: "",
        examples: [],
        place: `${path}#fields/last_port`,
      },
      {
        name: "callsign",
        type: "*Optional\\<String>*",
        required: false,
        description: "What it *answers* to.",
        examples: ["PA1234"],
        deprecated: "Use mmsi.",
        place: `${path}#fields/callsign`,
      },
      {
        name: "hold",
        type: "*ReadableStream<Uint8Array>*",
        required: false,
        description: "<b>Bytes</b>",
        examples: ['{\n"a": 1\n}', "null"],
        place: `${path}#fields/hold`,
      },
    ],
  });
});

test("reads what a getter gives, and what is said of null", () => {
  const given = [
    "# Vessel",
    "",
    "## Fields",
    "",
    "| Field | Setter Type | Getter Type | Required | Description |",
    "| --- | --- | --- | --- | --- |",
    "| `flag` | @Nullable *String* | JsonNullable\\<*String*> | :heavy_minus_sign: | As registered.<br/>Supports tri-state: omit setter to leave unset, pass null to send explicit JSON null. |",
    "| `port` | @Nullable *String* | @Nullable *String* | :heavy_minus_sign: | Supports tri-state: omit setter to leave unset, pass null to send explicit JSON null. |",
    "| `tons` | *long* | *long* | :heavy_check_mark: | N/A |",
  ];
  const [flag, port, tons] = model(given).rows;
  expect(flag).toMatchObject({ type: "JsonNullable\\<*String*>", description: "As registered.", takesNull: true });
  expect(port).toMatchObject({ type: "@Nullable *String*", description: "", takesNull: true });
  expect(tons).toEqual({
    name: "tons",
    type: "*long*",
    required: true,
    description: "",
    examples: [],
    place: `${path}#fields/tons`,
  });
});

const header = ["## Fields", "", "| Field | Type | Required | Description |", "| --- | --- | --- | --- |"];

test.each<{ name: string; given: readonly string[]; want: Partial<ModelPage> }>([
  {
    name: "no fields",
    given: ["# Empty", "", "", ...header],
    want: { title: "Empty", description: "", rows: [] },
  },
  {
    name: "a deprecated page with a note",
    given: [
      "# ~~Barge~~",
      "",
      "Flat.",
      "",
      "> :warning: **DEPRECATED**: Use a ship.",
      "> Soon.",
      "more",
      "",
      ...header,
    ],
    want: { title: "Barge", description: "Flat.\n\nmore", deprecated: "Use a ship.\nSoon." },
  },
  {
    name: "a deprecated page without a note",
    given: ["# ~~Barge~~", "", ...header],
    want: { title: "Barge", deprecated: "" },
  },
  {
    name: "a quote that is no note",
    given: ["# Barge", "", "> As sailors say.", "", ...header],
    want: { description: "> As sailors say." },
  },
  {
    name: "headings in the description",
    given: ["# Barge", "", "# About", "## Use", "```", "## Fields", "```", "### Note", "text", "", ...header],
    want: { description: "# About\n## Use\n```\n## Fields\n```\n### Note\ntext" },
  },
  {
    name: "a title in back-ticks, with closing marks",
    given: ["# `Barge` ##", ...header],
    want: { title: "Barge" },
  },
])("reads $name", ({ given, want }) => {
  expect(model(given)).toMatchObject(want);
});

test.each<readonly [given: string, want: readonly string[]]>([
  ["DK", ["DK"]],
  ["**Example 1:** DK<br/>**Example 2:** NL", ["DK", "NL"]],
  ['**home port:** {<br/>"a": "**b:** c"<br/>}<br/>**Abroad:** DK', ['{\n"a": "**b:** c"\n}', "DK"]],
  ["**Bold:** words", ["**Bold:** words"]],
  ["[object Object]", []],
])("reads the examples %j", (given, want) => {
  const head = ["## Fields", "", "| Field | Type | Required | Example |", "| --- | --- | --- | --- |"];
  const [row] = model(["# Barge", ...head, `| \`a\` | *x* | :heavy_check_mark: | ${given} |`]).rows;
  expect(row?.examples).toEqual(want);
});

test.each<{ given: string; want: Partial<ModelPage["rows"][number]> }>([
  {
    given: "| `$request` | [?Ns\\X](./X.md) | :heavy_check_mark: | N/A |",
    want: { name: "request", type: "[?Ns\\X](./X.md)" },
  },
  { given: "| `a` | File \\| Blob \\| X | :heavy_check_mark: | |", want: { type: "File | Blob | X", description: "" } },
  {
    given: "| `a` | List\\\\<X> | :heavy_check_mark: | `x \\| y` |",
    want: { type: "List\\\\<X>", description: "`x | y`" },
  },
  { given: "| ~~`a`~~ | *x* | :heavy_minus_sign: | Old. |", want: { name: "a", deprecated: "", description: "Old." } },
  {
    given: "| `a` | *x* | :heavy_minus_sign: | : warning: ** DEPRECATED **: Gone soon. |",
    want: { deprecated: "Gone soon.", description: "" },
  },
  {
    given: "| plain | *x* | :heavy_minus_sign: | a<br>b<br />c<BR/>d |",
    want: { name: "plain", description: "a\nb\nc\nd" },
  },
  { given: " `a` | *x* | :heavy_minus_sign: | no outer pipes", want: { name: "a", description: "no outer pipes" } },
  {
    given: "| `__proto__` | *x* | :heavy_check_mark: | |",
    want: { name: "__proto__", place: `${path}#fields/__proto__` },
  },
  {
    given: "| `a/b#c:d e` | *x* | :heavy_check_mark: | |",
    want: { name: "a/b#c:d e", place: `${path}#fields/a%2Fb%23c%3Ad%20e` },
  },
  { given: "| `\uD800` | *x* | :heavy_check_mark: | |", want: { name: "\uD800", place: `${path}#fields/%EF%BF%BD` } },
  ...["✔️", "✔", "✅", ":white_check_mark:"].map((mark) => ({
    given: `| \`a\` | *x* | ${mark} | |`,
    want: { required: true },
  })),
  { given: "| `a` | *x* | ➖ | |", want: { required: false } },
])("reads the row $given", ({ given, want }) => {
  expect(model(["# Vessel", ...header, given]).rows).toMatchObject([want]);
});

test("reads MDX: the title in front matter, braces escaped", () => {
  const text = [
    "---",
    'title: "Say \\"Vessel\\""',
    "---",
    "",
    "A \\{ship\\}.",
    "",
    "## Fields",
    "",
    "| Field | Type | Required | Description | Example |",
    "| --- | --- | --- | --- | --- |",
    '| `a` | *x* | :heavy_check_mark: | In \\{braces\\} | \\{"a": 1\\} |',
    "| `b` | *x* | :heavy_check_mark: | N/A | [object Object] |",
  ].join("\n");
  const { page, diagnostics } = readPage({ path: "docs/models/vessel.mdx", text });
  expect(diagnostics).toEqual([]);
  expect(page).toMatchObject({
    kind: "model",
    title: 'Say "Vessel"',
    description: "A {ship}.",
    rows: [{ description: "In {braces}", examples: ['{"a": 1}'] }, { examples: [] }],
  });
});

test.each<{ name: string; given: readonly string[]; want: readonly string[] }>([
  {
    name: "too few cells",
    given: [...header, "| `a` | *x* |"],
    want: ["docs/unread-row fields/a: Unexpected row of 2 cells, expected 4 as in the header"],
  },
  {
    name: "too many cells",
    given: [...header, '| `a` | "x" | "y" | :heavy_check_mark: | text |'],
    want: [
      "docs/unread-row fields/a: Unexpected row of 5 cells, expected 4 as in the header",
      'docs/unread-mark fields/a:required: Unexpected `"y"`, expected `:heavy_check_mark:` or `:heavy_minus_sign:`',
    ],
  },
  {
    name: "no mark",
    given: [...header, "| `a` | *x* | | text |", "| `b` | *x* | once | text |"],
    want: [
      "docs/unread-mark fields/a:required: Unexpected empty cell, expected `:heavy_check_mark:` or `:heavy_minus_sign:`",
      "docs/unread-mark fields/b:required: Unexpected `once`, expected `:heavy_check_mark:` or `:heavy_minus_sign:`",
    ],
  },
  {
    name: "no name",
    given: [...header, "| | *x* | :heavy_check_mark: | text |"],
    want: ["docs/unread-row fields/: Unexpected empty name, expected the name of a field"],
  },
  {
    name: "sections that the format does not know",
    given: [...header, "", "## Notes", "", "text", "", "### More"],
    want: [
      "docs/unread-section section/Notes: Unexpected section `Notes`, expected `Fields` alone",
      "docs/unread-section section/More: Unexpected section `More`, expected `Fields` alone",
    ],
  },
  {
    name: "text below the table",
    given: [...header, "| `a` | *x* | :heavy_check_mark: | text |", "", "**Note:** nothing."],
    want: [
      "docs/unread-section section/Fields: Unexpected text beside the table of `Fields`, expected the table alone",
    ],
  },
  {
    name: "no table",
    given: ["## Fields", "", "None."],
    want: [
      "docs/empty-section section/Fields: Unexpected section `Fields` without its table, expected a name, a type and a mark in each row",
    ],
  },
  {
    name: "a fence that does not end",
    given: ["## Example Usage", "", "```ts", "## Fields"],
    want: ["docs/unread-section unclosed: Unexpected end of page, expected the end of the fence"],
  },
])("reports $name", ({ given, want }) => {
  const { diagnostics } = readPage({ path, text: ["# Vessel", "", "", ...given].join("\n") });
  expect(diagnostics.map(({ code, place, message }) => `${code} ${place?.slice(path.length + 1)}: ${message}`)).toEqual(
    want,
  );
});
