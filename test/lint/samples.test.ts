import { expect, test } from "vitest";
import { readPages } from "../../generator/docs/index.ts";
import { sampleFindings } from "../../generator/lint/samples.ts";
import { defaultOptions } from "../../generator/options.ts";
import { understand } from "../../generator/understand.ts";

const date = "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)";

function fields(...rows: readonly (readonly [name: string, type: string, required: boolean])[]): string {
  const lines = rows.map(
    ([name, type, required]) =>
      `| \`${name}\` | ${type} | ${required ? ":heavy_check_mark:" : ":heavy_minus_sign:"} | N/A |`,
  );
  return ["## Fields", "", "| Field | Type | Required | Description |", "| - | - | - | - |", ...lines, ""].join("\n");
}

const docs: Readonly<Record<string, string>> = {
  "docs/models/cargo.md": `# Cargo\n\n${fields(["kind", '*"bulk"*', true], ["tons", "*number*", true])}`,
  "docs/models/crew.md": `# Crew\n\n${fields(["kind", '*"crew"*', true], ["names", "*string*[]", true])}`,
  "docs/models/load.md": `# Load

## Supported Types

### \`models.Cargo\`

\`\`\`typescript
const value: models.Cargo = LOAD;
\`\`\`

### \`models.Crew\`

\`\`\`typescript
const value: models.Crew = { kind: "crew", names: ["Ada"] };
\`\`\`
`,
  "docs/models/flag.md":
    '# Flag\n\n## Example Usage\n\n```typescript\nlet value: Flag = FLAG;\n```\n\n## Values\n\n```typescript\n"nl" | "de" | Unrecognized<string>\n```\n',
};

const vessel = fields(
  ["shipName", "*string*", true],
  ["crewSize", "*number*", false],
  ["isAfloat", "*boolean*", false],
  ["launchedAt", date, false],
  ["load", "[models.Load](../models/load.md)", false],
  ["flag", "[models.Flag](../models/flag.md)", false],
  ["ports", "*string*[]", false],
  ["tags", "Record<string, *number*>", false],
  ["chart", "*Uint8Array*", false],
);

/** Findings as `line:column message`, of a sample that begins at line 6 of its page. */
function found(sample: string, more: { readonly load?: string; readonly flag?: string } = {}): readonly string[] {
  const { load = '{ kind: "bulk", tons: 1 }', flag = '"nl"' } = more;
  const page = `# Vessel\n\n## Example Usage\n\n\`\`\`typescript\n${sample}\n\`\`\`\n\n${vessel}`;
  const sources = Object.entries({ ...docs, "docs/models/vessel.md": page }).map(([path, text]) => ({
    path,
    text: text.replace("LOAD", load).replace("FLAG", flag),
  }));
  const { pages } = readPages(sources);
  const options = { ...defaultOptions, slug: "harbor", dialect: "typescript" } as const;
  return sampleFindings(pages, understand({ pages, options }).api).map(
    ({ finding, at }) => `${at.path.replace(/.*\//, "")}:${at.line}:${at.column} ${finding.code} ${finding.message}`,
  );
}

test.each([
  {
    name: "all fields",
    given: '{ shipName: "Aurora", crewSize: 12, isAfloat: true, ports: ["Delft"], tags: { a: 1 } }',
  },
  { name: "a date", given: '{ shipName: "Aurora", launchedAt: new Date("2024-02-29T12:30:00Z") }' },
  { name: "a negative number", given: '{ shipName: "Aurora", crewSize: -1.5 }' },
  { name: "null where the docs do not refuse it", given: '{ shipName: "Aurora", crewSize: null }' },
  { name: "undefined where the field is optional", given: '{ shipName: "Aurora", crewSize: undefined }' },
  { name: "what only running tells", given: '{ shipName: name(), crewSize: process.env["SIZE"], ...rest }' },
  { name: "a spread that may hold what is missing", given: "{ ...rest }" },
  { name: "a member of a union by its tag", given: '{ shipName: "Aurora", load: { kind: "crew", names: [] } }' },
  { name: "a value that an enum lists", given: '{ shipName: "Aurora", flag: "de" }' },
  { name: "another spelling of a name", given: '{ ship_name: "Aurora" }' },
  { name: "a file for bytes", given: '{ shipName: "Aurora", chart: await openAsBlob("chart.png") }' },
  { name: "a cast", given: '({ shipName: "Aurora" } as Vessel)' },
])("takes $name", ({ given }) => {
  expect(found(`let value: Vessel = ${given};`)).toEqual([]);
});

test.each([
  {
    given: "let value: Vessel = {\n  crewSize: 12,\n};",
    want: "6:21 docs/unfit-sample Unexpected absence of `shipName` in a sample of `Vessel`, expected it, as Vessel requires it",
  },
  {
    given: 'let value: Vessel = {\n  shipName: "Aurora",\n  colour: "red",\n};',
    want: "8:3 docs/unfit-sample Unexpected property `colour` in a sample of `Vessel`, expected one of the properties of Vessel",
  },
  {
    given: "let value: Vessel = { shipName: 12 };",
    want: "6:33 docs/unfit-sample Unexpected `12` at `shipName` in a sample of `Vessel`, expected a string",
  },
  {
    given: 'let value: Vessel = { shipName: "Aurora", isAfloat: "yes" };',
    want: '6:53 docs/unfit-sample Unexpected `"yes"` at `isAfloat` in a sample of `Vessel`, expected a boolean',
  },
  {
    given: 'let value: Vessel = { shipName: "Aurora", launchedAt: new Date("1s") };',
    want: '6:55 docs/unfit-sample Unexpected `new Date("1s")` at `launchedAt` in a sample of `Vessel`, expected a date',
  },
  {
    given: 'let value: Vessel = { shipName: "Aurora", ports: [\n  "Delft",\n  7,\n] };',
    want: "8:3 docs/unfit-sample Unexpected `7` at `ports[1]` in a sample of `Vessel`, expected a string",
  },
  {
    given: 'let value: Vessel = { shipName: "Aurora", tags: { a: "1" } };',
    want: '6:54 docs/unfit-sample Unexpected `"1"` at `tags.a` in a sample of `Vessel`, expected a number',
  },
  {
    given: 'let value: Vessel = { shipName: "Aurora", flag: "fr" };',
    want: '6:49 docs/unfit-sample Unexpected `"fr"` at `flag` in a sample of `Vessel`, expected one of the values of Flag',
  },
  {
    given: 'let value: Vessel = { shipName: "Aurora", load: { kind: "bulk", tons: "9" } };',
    want: '6:71 docs/unfit-sample Unexpected `"9"` at `load.tons` in a sample of `Vessel`, expected an integer',
  },
  {
    given: 'let value: Vessel = { shipName: "Aurora", load: 5 };',
    want: "6:49 docs/unfit-sample Unexpected `5` at `load` in a sample of `Vessel`, expected a member of the union",
  },
  {
    given: "let value: Vessel = [];",
    want: "6:21 docs/unfit-sample Unexpected a list in a sample of `Vessel`, expected an object",
  },
  {
    given: 'let value: Vessel = await openAsBlob("example.file");',
    want: "6:21 docs/unfit-sample Unexpected a file in a sample of `Vessel`, expected an object",
  },
  {
    given: "let value: Vessel = { shipName: ;",
    want: "6:33 docs/broken-sample Unexpected syntax in a sample, expected TypeScript that compiles: Expression expected",
  },
])("refuses $given", ({ given, want }) => {
  expect(found(given)).toEqual([`vessel.md:${want}`]);
});

const fine = 'let value: Vessel = { shipName: "Aurora" };';

test("checks the members of unions and the values of enums", () => {
  expect(found(fine, { load: '{ kind: "bulk" }', flag: '"fr"' })).toEqual([
    'flag.md:6:19 docs/unfit-sample Unexpected `"fr"` in a sample of `Flag`, expected one of the values of Flag',
    "load.md:8:29 docs/unfit-sample Unexpected absence of `tons` in a sample of `models.Cargo`, expected it, as Cargo requires it",
  ]);
});

test("believes samples of other languages", () => {
  expect(found(`${fine}\n\`\`\`\n\n\`\`\`python\nvalue = {`)).toEqual([]);
});

test("a sample is held to the object of its page, not to one inside of that", () => {
  const table =
    "| Field | Type | Required |\n| - | - | - |\n| name | string | yes |\n| berth | object | yes |\n| berth.number | integer | yes |";
  const sample = "```typescript\nlet value: Quay = { name: 5, berth: { number: 1 } };\n```";
  const text = `# Quay\n\n## Example Usage\n\n${sample}\n\n## Fields\n\n${table}\n`;
  const { pages } = readPages([{ path: "docs/models/quay.md", text }]);
  const { api } = understand({ pages, options: { ...defaultOptions, slug: "harbor" } });
  expect(sampleFindings(pages, api).map(({ finding }) => finding.message)).toEqual([expect.stringContaining("`name`")]);
});
