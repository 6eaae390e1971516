import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { type Docs, enumeration, folders, model, modelOf, openapiOf, partsOf, understood } from "./docs.ts";

/** The values and the openness of one enum page, among other pages of the same folder. */
function flag(text: string, dialect: DialectName = "python", more: Docs = {}) {
  const path = `${folders[dialect]}/Flag.md`;
  const from = understood({ [path]: text, ...more }, { dialect });
  const found = from.api.models.find(({ title }) => title === "Flag");
  if (found?.kind !== "enum") throw new Error("no enum");
  return { values: found.values.map(({ value }) => value), open: found.open, found: from.found };
}

const heading = "# Flag\n\n\n## Values\n\n";

describe("32 values", () => {
  test.each<readonly [DialectName, string, readonly (string | number)[]]>([
    ["python", `${heading}| Name | Value |\n| --- | --- |\n| \`NL\` | nl |\n| \`BE\` | be |`, ["nl", "be"]],
    ["python", `${heading}- \`"nl"\`\n- \`"be"\`\n`, ["nl", "be"]],
    ["python", `${heading}- \`100\`\n- \`-1\`\n`, [100, -1]],
    ["typescript", `${heading}\`\`\`typescript\n"nl" | "be"\n\`\`\``, ["nl", "be"]],
    ["typescript", `${heading}\`\`\`typescript\n301 | 302\n\`\`\``, [301, 302]],
    [
      "typescript",
      `${heading}\`\`\`typescript\n"a\\"b" | "c\\\\d" | "e | f" | "g\\nh" | ""\n\`\`\``,
      ['a"b', "c\\d", "e | f", "g\nh", ""],
    ],
    ["typescript", `${heading}| Name | Value |\n| --- | --- |\n| \`Nl\` | nl |`, ["nl"]],
    ["go", `${heading}| Name | Value |\n| --- | --- |\n| \`FlagOne\` | 1 |\n| \`FlagTwo\` | 2 |`, [1, 2]],
    ["java", `${heading}| Name | Value |\n| --- | --- |\n| \`NL\` | nl |`, ["nl"]],
    ["ruby", `${heading}| Name | Value |\n| --- | --- |\n| \`NL\` | nl |\n| \`BE\` | be |`, ["nl", "be"]],
    ["csharp", `${heading}| Name | Value |\n| --- | --- |\n| \`Nl\` | nl |\n| \`Be\` | be |`, ["nl", "be"]],
    ["php", `${heading}| Name | Value |\n| --- | --- |\n| \`Nl\` | nl |\n| \`Be\` | be |`, ["nl", "be"]],
    // The value may be empty, a wildcard, a media type, a path, or have blanks.
    [
      "java",
      `${heading}| Name | Value |\n| --- | --- |\n| \`UNKNOWN\` |  |\n| \`WILDCARD\` | * |\n| \`WILDCARD_XSL\` | *xsl |\n| \`APPLICATION_JSON\` | application/json |\n| \`LOGIN_PASSWORD\` | login/password |\n| \`TWO_WORDS\` | two words |\n| \`PIPE\` | a\\|b |`,
      ["", "*", "*xsl", "application/json", "login/password", "two words", "a|b"],
    ],
    ["typescript", `${heading}\`\`\`typescript\n1.5 | 2\n\`\`\``, [1.5, 2]],
    // Written by hand: the value first, and what it means.
    [
      "python",
      `${heading}| Value | Description |\n| --- | --- |\n| \`nl\` | Dutch |\n| \`be\` | Belgian |\n\n**Note:** by hand.`,
      ["nl", "be"],
    ],
  ])("32 %s, %#", (dialect, text, want) => {
    const found = flag(text, dialect);
    expect(found.values).toEqual(want);
    expect(found.found).toEqual([]);
  });

  test.each([
    ["1.5", [1.5, 2.5]],
    ['"1.5"', ["1.5", "2.5"]],
    ["", ["1.5", "2.5"]],
  ])("32 decimals are numbers where the sample has them bare: %s", (sample, want) => {
    const usage = sample === "" ? "" : `## Example Usage\n\n\`\`\`python\nvalue: Flag = ${sample}\n\`\`\`\n\n`;
    const rows = "| Name | Value |\n| --- | --- |\n| `ONE` | 1.5 |\n| `TWO` | 2.5 |";
    expect(flag(`# Flag\n\n${usage}## Values\n\n${rows}`).values).toEqual(want);
  });

  test("32 digits that a sample quotes are text", () => {
    const sample = '## Example Usage\n\n```python\nfrom harbour.models import Flag\n\nvalue: Flag = "1"\n```\n\n';
    const text = `# Flag\n\n${sample}\n## Values\n\n| Name | Value |\n| --- | --- |\n| \`ONE\` | 1 |\n| \`TWO\` | 2 |`;
    expect(flag(text).values).toEqual(["1", "2"]);
  });
});

const pythonSample = (comment = "") =>
  `## Example Usage\n\n\`\`\`python\nfrom harbour.models import Flag\n${comment}\nvalue: Flag = "nl"\n\`\`\`\n\n\n`;
const sampleOf = (language: string, text: string) => `## Example Usage\n\n\`\`\`${language}\n${text}\n\`\`\`\n\n\n`;
const values = "## Values\n\n| Name | Value |\n| --- | --- |\n| `NL` | nl |\n| `BE` | be |\n";

describe("33 open enums", () => {
  test.each<readonly [string, DialectName, string]>([
    ["the member for all others", "typescript", '## Values\n\n```typescript\n"nl" | "be" | Unrecognized<string>\n```'],
    ["the same of numbers", "typescript", "## Values\n\n```typescript\n1 | 2 | Unrecognized<number>\n```"],
    ["the row", "typescript", `${values}| - | \`Unrecognized<string>\` |\n`],
    [
      "a note",
      "typescript",
      `## Values\n\nThis is an open enum. Unrecognized values will be captured as the \`Unrecognized<string>\` branded type.\n\n| Name | Value |\n| --- | --- |\n| \`Nl\` | nl |\n| \`Be\` | be |\n| - | \`Unrecognized<string>\` |`,
    ],
    [
      "a note before a fence",
      "typescript",
      '## Values\n\nThis is an open enum. Unrecognized values will be captured as the `Unrecognized<string>` branded type.\n\n```typescript\n"nl" | "be"\n```',
    ],
    [
      "a note of Python",
      "python",
      '## Values\n\nThis is an open enum. Unrecognized values will not fail type checks.\n\n- `"nl"`\n- `"be"`\n',
    ],
    [
      "a comment",
      "python",
      `${pythonSample("\n# Open enum: unrecognized values are captured as UnrecognizedStr")}${values}`,
    ],
    [
      "a comment",
      "java",
      `${sampleOf("java", 'import harbour.Flag;\n\nFlag value = Flag.NL;\n\n// Open enum: use .of() to create instances from custom string values\nFlag custom = Flag.of("custom_value");')}${values}`,
    ],
    [
      "a comment",
      "csharp",
      `${sampleOf("csharp", 'var value = Flag.Nl;\n\n// Open enum: use .Of() to create instances from custom string values\nvar custom = Flag.Of("custom_value");')}${values}`,
    ],
    [
      "a comment",
      "go",
      `${sampleOf("go", 'value := components.FlagNl\n\n// Open enum: custom values can be created with a direct type cast\ncustom := components.Flag("custom_value")')}${values}`,
    ],
    [
      "a comment",
      "ruby",
      `${sampleOf("ruby", 'value = Models::Components::Flag::NL\n\n# Open enum: use .deserialize() to create instances from custom string values\ncustom = Models::Components::Flag.deserialize("custom_value")')}${values}`,
    ],
    [
      "an enum of integers in Python",
      "python",
      `${sampleOf("python", "# Open enum: unrecognized values are captured as UnrecognizedInt\nvalue: Flag = 1")}## Values\n\n- \`1\`\n- \`2\`\n`,
    ],
  ])("33 %s in %s", (_, dialect, text) => {
    const found = flag(`# Flag\n\n\n${text}`, dialect);
    expect(found.open.value).toBe(true);
    expect(found.open.because[0]?.strength).toMatch(/stated|shown/);
    expect(found.values).toHaveLength(2);
    expect(found.found).toEqual([]);
  });

  test("33 the digits of an open enum of text stay text", () => {
    const text = `# Flag\n\n\n## Values\n\n${"This is an open enum. Unrecognized values will be captured as the `Unrecognized<string>` branded type."}\n\n| Name | Value |\n| --- | --- |\n| \`One\` | 1 |\n| \`Two\` | 2 |\n| - | \`Unrecognized<string>\` |`;
    expect(flag(text, "typescript").values).toEqual(["1", "2"]);
  });

  test("33 where others say that they are open, one that could say so and does not is closed", () => {
    const open = {
      "docs/models/kind.md": `# Kind\n\n\n${pythonSample("\n# Open enum: unrecognized values are captured as UnrecognizedStr")}${values}`,
    };
    const silent = `# Flag\n\n\n${pythonSample()}${values}`;
    expect(flag(silent, "python", open).open).toMatchObject({ value: false, because: [{ strength: "derived" }] });
    // Without a sample the comment has nowhere to stand.
    expect(flag(`# Flag\n\n\n${values}`, "python", open).open).toMatchObject({
      value: true,
      because: [{ strength: "assumed" }],
    });
    // And where no enum says it, the docs may be of a time or a language that never does.
    expect(flag(silent, "python").open).toMatchObject({ value: true, because: [{ strength: "assumed" }] });
  });
});

test.each<readonly [DialectName, string, readonly (string | number)[]]>([
  ["go", "| `FlagNl` | nl |\n| `FlagFlagBe` | FlagBe |", ["nl", "FlagBe"]],
  ["java", "| `One` | 1 |\n| `MinusTwo` | -2 |", [1, -2]],
  ["java", "| `TWO_HUNDRED` | 200 |", [200]],
  ["php", "| `Zero` | 0 |\n| `One` | 1 |", [0, 1]],
])("34 %s: the value counts, not the name: %s", (dialect, rows, want) => {
  expect(flag(`${heading}| Name | Value |\n| --- | --- |\n${rows}`, dialect).values).toEqual(want);
});

test("35 an enum of one value and a literal are constants", () => {
  const from = understood({
    "docs/models/components/cargo.md":
      "# Cargo\n\n\n## Supported Types\n\n### `components.Box`\n\n```typescript\nconst value: components.Box = {};\n```\n\n### `components.Bag`\n\n```typescript\nconst value: components.Bag = {};\n```\n",
    "docs/models/components/box.md": model("Box", ["kind", "[components.BoxKind](../../models/components/boxkind.md)"]),
    "docs/models/components/boxkind.md": enumeration("BoxKind", ["Box", "box"]),
    "docs/models/components/bag.md": model("Bag", ["kind", '*"bag"*']),
  });
  expect(modelOf(from, "components/boxkind")).toMatchObject({ open: { value: false } });
  expect(modelOf(from, "components/cargo")).toMatchObject({
    tag: { value: "kind" },
    members: [{ tags: ["box"] }, { tags: ["bag"] }],
  });
  expect(partsOf(from, "components/bag")).toEqual(['kind: "bag" | null?']);
  const { components } = openapiOf({
    "docs/models/bag.md": model("Bag", ["kind", '*Literal["bag"]*'], ["of", "[models.Of](../models/of.md)"]),
    "docs/models/of.md": enumeration("Of", ["A", "a"]),
  });
  expect(components).toMatchObject({
    schemas: { Bag: { properties: { kind: { const: "bag" } } }, Of: { const: "a" } },
  });
});
