import { expect, test } from "vitest";
import { readPage } from "../../generator/docs/index.ts";

const table = [
  "| Name | Type | Required | Description |",
  "| --- | --- | --- | --- |",
  "| `id` | string | Yes | Its key. |",
];
const values = ["| Value | Description |", "| --- | --- |", "| free | Nobody in it. |"];

/** What a page of these lines is, with the names that it lists and what it says. */
function read(lines: readonly string[], path: string): readonly unknown[] {
  const { page, diagnostics } = readPage({ path, text: lines.join("\n") });
  const codes = diagnostics.map(({ code }) => code).filter((code) => code !== "docs/other-mark");
  if (page.kind === "model") return [page.kind, page.rows.map(({ name }) => name), page.description, ...codes];
  if (page.kind === "enum") return [page.kind, page.values.map(({ raw }) => raw), page.description, ...codes];
  if (page.kind === "union") return [page.kind, page.members.map(({ heading }) => heading), page.description, ...codes];
  return [page.kind, ...codes];
}

test.each([
  {
    name: "a table below the title",
    given: ["# Nest", "", "For rent.", "", ...table],
    want: ["model", ["id"], "For rent."],
  },
  { name: "a table and nothing else", given: ["# Nest", "", ...table], want: ["model", ["id"], ""] },
  {
    name: "a heading of its own",
    given: ["# Nest", "", "For rent.", "", "## Properties", "", ...table],
    want: ["model", ["id"], "For rent."],
  },
  {
    name: "a sample behind it",
    given: ["# Nest", "", ...table, "", "## Example Usage", "", "```json", "{}", "```"],
    want: ["model", ["id"], ""],
  },
  { name: "values below the title", given: ["# Nest", "", ...values], want: ["enum", ["free"], ""] },
  {
    name: "a table with descriptions in place of marks",
    given: ["# Nest", "", "| Name | Type | Description |", "| --- | --- | --- |", "| id | string | Its key. |"],
    want: ["model", ["id"], "", "docs/missing-column"],
  },
  {
    name: "words that say in its place whether a value may be missing",
    given: [
      "# Nest",
      "",
      ...["| Name | Type | Description |", "| --- | --- | --- |"],
      ...["| id | string | **Required.** Its key. |", "| size | integer (optional) | |"],
    ],
    want: ["model", ["id", "size"], ""],
  },
  {
    name: "a list of values in code",
    given: ["# Nest", "", "One of:", "", "- `free`: nobody in it", "- `taken`"],
    want: ["enum", ["free", "taken"], "One of:"],
  },
  {
    name: "a sentence of values",
    given: ["# Nest", "", "How it is built.", "", "Allowed values: `box`, `hole` or `bowl`."],
    want: ["enum", ["box", "hole", "bowl"], "How it is built."],
  },
  {
    name: "a sentence that mentions values",
    given: ["# Nest", "", "One of `box` and `hole` is taken."],
    want: ["other", "docs/unread-page"],
  },
  {
    name: "a list of links to pages",
    given: ["# Nest", "", "One of:", "", "- [Box](box.md)", "- [Hole](hole.md) in a tree"],
    want: ["union", ["[Box](box.md)", "[Hole](hole.md)"], "One of:"],
  },
  {
    name: "a heading of the format, but deeper",
    given: ["# Nest", "", "For rent.", "", "### Fields", "", ...table],
    want: ["model", ["id"], "For rent."],
  },
  { name: "a title with its kind", given: ["# Nest (model)", "", ...table], want: ["model", ["id"], ""] },
  { name: "a title in words", given: ["# The Nest object", "", ...table], want: ["model", ["id"], ""] },
  {
    name: "values below their names",
    given: ["# Nest (enum)", "", "| Name | Value | Meaning |", "| --- | --- | --- |", "| `FREE` | `free` | Nobody. |"],
    want: ["enum", ["free"], ""],
  },
  {
    name: "values beside something else",
    given: ["# Nest", "", "| Setting | Value |", "| --- | --- |", "| size | 3 |"],
    want: ["other", "docs/unread-page"],
  },
  {
    name: "fields in bullets",
    given: ["# Nest", "", "## Fields", "", "- `id` (string, required): Its key.", "- `size` (integer)"],
    want: ["model", ["id", "size"], ""],
  },
  {
    name: "a table of values and the pages that they stand for",
    given: [
      "# Nest",
      "",
      "Told apart by `kind`:",
      "",
      ...["| `kind` | Model |", "| --- | --- |", "| `box` | [Box](box.md) |", "| `hole` | [Hole](hole.md) |"],
    ],
    want: ["union", ["[Box](box.md)", "[Hole](hole.md)"], "Told apart by `kind`:"],
  },
  {
    name: "values beside pages",
    given: ["# Nest", "", "| Value | Type |", "| --- | --- |", "| box | [Box](box.md) |", "| hole | [Hole](hole.md) |"],
    want: ["union", ["[Box](box.md)", "[Hole](hole.md)"], ""],
  },
  {
    name: "values whose text links to a page",
    given: [
      "# Nest",
      "",
      ...[
        "| Value | Description |",
        "| --- | --- |",
        "| box | As a [Box](box.md). |",
        "| hole | As a [Hole](hole.md). |",
      ],
    ],
    want: ["enum", ["box", "hole"], ""],
  },
  {
    name: "a table with one page",
    given: ["# Nest", "", "| Kind | Model |", "| --- | --- |", "| box | [Box](box.md) |"],
    want: ["other", "docs/unread-page"],
  },
  {
    name: "a list of names on a page that calls itself a union",
    given: ["# Nest", "", "A union, told apart by `kind`.", "", "- `BoxNest` when it is `box`", "- `HoleNest`"],
    want: ["union", ["BoxNest", "HoleNest"], "A union, told apart by `kind`."],
  },
  {
    name: "a list of names that are values",
    given: ["# Nest", "", "How it is built.", "", "- `Box`", "- `Hole`"],
    want: ["enum", ["Box", "Hole"], "How it is built."],
  },
  {
    name: "one link",
    given: ["# Nest", "", "See:", "", "- [Box](box.md)"],
    want: ["other", "docs/unread-page"],
  },
  {
    name: "a list of other links",
    given: ["# Nest", "", "See:", "", "- [Box](https://nests.example/box.md)", "- [Hole](#hole)"],
    want: ["other", "docs/unread-page"],
  },
  {
    name: "a list of calls",
    given: ["# Nest", "", "- `build()`", "- `leave`()"],
    want: ["other", "docs/unread-page"],
  },
  {
    name: "two tables of fields",
    given: ["# Nest", "", ...table, "", "Or:", "", ...table],
    want: ["other", "docs/unread-page"],
  },
  { name: "another title", given: ["# How to nest", "", ...table], want: ["other", "docs/unread-page"] },
  {
    name: "a table deep in the text",
    given: ["# Nest", "", "## Use", "", "### Options", "", ...table],
    want: ["other", "docs/unread-page"],
  },
  {
    name: "a table without marks, as another generator writes it",
    given: ["# Nest", "", "## Properties", "", "| Name | Type | Notes |", "| --- | --- | --- |", "| id | string | |"],
    want: ["other", "docs/unread-page"],
  },
  {
    name: "a table of another kind",
    given: ["# Nest", "", "| Bird | Eggs |", "| --- | --- |", "| tern | 2 |"],
    want: ["other", "docs/unread-page"],
  },
  {
    name: "a heading of the format, and one more table",
    given: ["# Nest", "", ...table, "", "## Fields", "", ...table],
    want: ["model", ["id"], table.join("\n")],
  },
])("$name", ({ given, want }) => {
  expect(read(given, "docs/nest.md")).toEqual(want);
});

test.each([
  ["`free`", ["free"]],
  ["`12`", ["12"]],
  ["`null`", ["null"]],
  ['`{"a":1}`', ['{"a":1}']],
  ["`a`, `b` or `c`", ["a", "b", "c"]],
  ["`a`<br/>`b`", ["a", "b"]],
  ["``a`b``", ["a`b"]],
  ["`'free'`", ["free"]],
  ["'free'", ["'free'"]],
  ["`a` in summer", ["`a` in summer"]],
  ["`a` unlike `b`", ["`a` unlike `b`"]],
  ["free", ["free"]],
  ["-", []],
  ["—", []],
])("%s shows %j", (cell, want) => {
  const text = `# Nest\n\n| Field | Type | Required | Example |\n|-|-|-|-|\n| id | string | yes | ${cell} |`;
  const { page } = readPage({ path: "docs/nest.md", text });
  expect(page.kind === "model" ? page.rows[0]?.examples : page).toEqual(want);
});

test.each([
  ["Nest", "Nest"],
  ["Nest (enum)", "Nest"],
  ["The `Nest` object", "Nest"],
  ["Nest Model", "Nest"],
  ["the Nest schema", "Nest"],
])("%s is called %s", (title, want) => {
  const { page } = readPage({ path: "docs/nest.md", text: [`# ${title}`, "", ...table].join("\n") });
  expect([page.kind, page.title]).toEqual(["model", want]);
});

test("a page that is called after a kind of type keeps its title", () => {
  const { page } = readPage({ path: "docs/nestmodel.md", text: ["# Nest Model", "", ...table].join("\n") });
  expect([page.kind, page.title]).toEqual(["model", "Nest Model"]);
});

test("events are called after what they are sent as", () => {
  const lines = ["# Webhooks", "", "What we send.", "", "## Retries", "", "Twice.", ""];
  const text = [...lines, "### `nest.left_empty`", "", "Nobody is in it.", "", ...table].join("\n");
  const { page, diagnostics } = readPage({ path: "docs/hooks.md", text });
  expect(page).toMatchObject({
    kind: "models",
    models: [{ title: "NestLeftEmptyEvent", description: "Nobody is in it." }],
  });
  expect(diagnostics.filter(({ code }) => code !== "docs/other-mark")).toEqual([]);
});

test.each([
  { header: "Default", cell: "`20`", want: { default: "20" } },
  { header: "Default value", cell: "–", want: {} },
  { header: "Default", cell: "`null`", want: {} },
  { header: "Nullable", cell: "Yes", want: { nullable: true } },
  { header: "Nullable?", cell: "❌", want: { nullable: false } },
  { header: "Nullable", cell: "perhaps", want: {} },
])("a column $header of $cell", ({ header, cell, want }) => {
  const text = `# Nest\n\n| Field | Type | Required | ${header} |\n|-|-|-|-|\n| id | string | yes | ${cell} |`;
  const { page, diagnostics } = readPage({ path: "docs/nest.md", text });
  const [row] = page.kind === "model" ? page.rows : [];
  const found = Object.fromEntries(Object.entries(row ?? {}).filter(([key]) => ["default", "nullable"].includes(key)));
  expect([found, ...diagnostics.map(({ code }) => code)]).toEqual([want, "docs/other-mark"]);
});

test.each([
  ["**Deprecated**: use `id`.", "", "use `id`."],
  ["**Deprecated.** Use `id`.", "", "Use `id`."],
  ["_Deprecated_<br/>Its old key.", "", "Its old key."],
  ["Deprecated things have it.", "Deprecated things have it.", undefined],
])("the description %s", (cell, description, deprecated) => {
  const text = `# Nest\n\n| Field | Type | Required | Description |\n|-|-|-|-|\n| id | string | yes | ${cell} |`;
  const { page } = readPage({ path: "docs/nest.md", text });
  const [row] = page.kind === "model" ? page.rows : [];
  expect([row?.description, row?.deprecated]).toEqual([description, deprecated]);
});

test("names may say whether a value may be missing", () => {
  const rows = ["| id | string | Its key. |", "| `size?` | integer | In cm. |", "| owner? | ?string | Whose. |"];
  const text = ["# Nest", "", "| Field | Type | Description |", "| --- | --- | --- |", ...rows].join("\n");
  const { page, diagnostics } = readPage({ path: "docs/nest.md", text });
  const found = page.kind === "model" ? page.rows.map(({ name, required }) => [name, required]) : [];
  expect([found, diagnostics]).toEqual([
    [
      ["id", true],
      ["size", false],
      ["owner", false],
    ],
    [],
  ]);
});
