import { expect, test } from "vitest";
import { type EnumPage, readPage } from "../../generator/docs/index.ts";

const path = "docs/models/status.md";

function read(lines: readonly string[]): EnumPage {
  const { page, diagnostics } = readPage({ path, text: lines.join("\n") });
  expect(diagnostics).toEqual([]);
  if (page.kind !== "enum") throw new Error(`Unexpected ${page.kind}`);
  return page;
}

test.each<{ name: string; given: readonly string[]; want: readonly string[]; note?: string }>([
  {
    name: "a table of names and values",
    given: [
      "| Name | Value |",
      "| --- | --- |",
      "| `StatusMoored` | moored |",
      "| `NONE` | |",
      "| `ANY` | *sail \\| motor |",
      "| - | `Unrecognized<string>` |",
    ],
    want: ["table StatusMoored=moored", "table NONE=", "table ANY=*sail | motor", "table =Unrecognized<string>"],
  },
  {
    name: "a table of values and descriptions",
    given: ["| Value | Description |", "| --- | --- |", "| `256x256` | Small<br/>one |", "| 100 | N/A |"],
    want: ["table =256x256 (Small\none)", "table =100"],
  },
  {
    name: "bullets",
    given: ['- `"auto"`', '- `"a`b"`', "- `100`", '- `""`', '- `"on deck"`: In the open.', "- bare"],
    want: [
      'literal ="auto"',
      'literal ="a`b"',
      "literal =100",
      'literal =""',
      'literal ="on deck" (In the open.)',
      "literal =bare",
    ],
  },
  {
    name: "a fenced union on one line",
    given: ["```typescript", '"a" | "b \\" | c" | Unrecognized<string>', "```"],
    want: ['literal ="a"', 'literal ="b \\" | c"', "literal =Unrecognized<string>"],
  },
  {
    name: "a fenced union on several lines",
    given: ["```typescript", "| 301", "  | 302 |", "Unrecognized<number>", "```"],
    want: ["literal =301", "literal =302", "literal =Unrecognized<number>"],
  },
  {
    name: "a note above and below",
    given: ["This is an open enum.", "", '- `"a"`', "", "**Note:** more."],
    want: ['literal ="a"'],
    note: "This is an open enum.\n\n\n**Note:** more.",
  },
])("reads $name", ({ given, want, note = "" }) => {
  const page = read(["# Status", "", "How it lies.", "", "## Values", "", ...given]);
  const rows = page.values.map(
    ({ form, name, raw, description }) => `${form} ${name}=${raw}${description === "" ? "" : ` (${description})`}`,
  );
  expect(rows).toEqual(want);
  expect(page).toMatchObject({ title: "Status", description: "How it lies.", note });
});

test("keys are the values without their quotes", () => {
  const page = read(["# Status", "## Values", '- `"a b"`', "- `1`", '- `"1"`', "- `'1'`"]);
  expect(page.values.map(({ place }) => place)).toEqual([
    `${path}#values/a%20b`,
    `${path}#values/1`,
    `${path}#values/1~2`,
    `${path}#values/1~3`,
  ]);
  expect(page.positions.get("values/a%20b")).toEqual({ line: 3, column: 3 });
});

test("has samples", () => {
  const page = read(["# Status", "## Example Usage", "```go", "value := Moored", "```", "## Values", "- `1`"]);
  expect(page.samples).toEqual([{ language: "go", text: "value := Moored", place: `${path}#usage/sample/1` }]);
});

test("reports values that are none", () => {
  const { diagnostics } = readPage({ path, text: "# Status\n## Values\nSee the website." });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "Unexpected section `Values` without values, expected a table, a list or a fence",
  ]);
});
