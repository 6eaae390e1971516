import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { fieldText, folders, model, modelOf, openapiOf, partsOf, understood } from "./docs.ts";

/** The only model of one page, in Python unless its cells say otherwise. */
function ship(text: string, dialect: DialectName = "python") {
  const from = understood({ [`${folders[dialect]}/Ship.md`]: text }, { dialect });
  const [found] = from.api.models;
  if (found?.kind !== "object") throw new Error("no object");
  return { ...found, texts: found.properties.map(fieldText), found: from.found };
}

test("12 tables of four and five columns, with padding, and empty cells for no example", () => {
  const four = ship(
    [
      "# Ship",
      "",
      "",
      "## Fields",
      "",
      "| Field                | Type                 | Required             | Description          |",
      "| -------------------- | -------------------- | -------------------- | -------------------- |",
      "| `name`               | *str*                | :heavy_check_mark:   | The name.            |",
      "| `length`             | *Optional[float]*    | :heavy_minus_sign:   | N/A                  |",
    ].join("\n"),
  );
  expect(four.texts).toEqual(["name: string", "length?: number"]);
  const five = ship(
    [
      "# Ship",
      "",
      "## Fields",
      "",
      "| Field | Type | Required | Description | Example |",
      "| - | - | - | - | - |",
      "| `name` | *str* | :heavy_check_mark: | The name. | Ada |",
      "| `length` | *Optional[float]* | :heavy_minus_sign: | N/A |  |",
      '| `tags` | Dict[str, *str*] | :heavy_minus_sign: | N/A | {<br/>"a": "1"<br/>} |',
      "| `flag` | *OptionalNullable[str]* | :heavy_minus_sign: | N/A | <nil> |",
      "| `berth` | *Optional[int]* | :heavy_minus_sign: | N/A | **Example 1:** 7<br/>**Example 2:** 8 |",
    ].join("\n"),
  );
  expect(five.properties.map(({ examples }) => examples)).toEqual([
    ["Ada"],
    [],
    ['{\n"a": "1"\n}'],
    ["<nil>"],
    ["7", "8"],
  ]);
  expect([...four.found, ...five.found]).toEqual([]);
});

test("12 examples reach openapi.json as the type reads them", () => {
  const text = model(
    "Ship",
    ["number", "*str*", "✓", "N/A", "007"],
    ["length", "*float*", "✓", "N/A", "12.5"],
    ["flag", "*Nullable[str]*", "✓", "N/A", "<nil>"],
    ["tags", "Dict[str, *str*]", "✓", "N/A", '{<br/>"a": "1"<br/>}'],
    ["cut", "Dict[str, *str*]", "✓", "N/A", '{"a": "1...'],
    ["feedback", "Dict[str, *str*]", "✓", "N/A", "[object Object]"],
  );
  const { components } = openapiOf({ "docs/models/ship.md": text });
  expect(components).toMatchObject({
    schemas: {
      Ship: {
        properties: {
          number: { examples: ["007"] },
          length: { examples: [12.5] },
          flag: { examples: [null] },
          tags: { examples: [{ a: "1" }] },
        },
      },
    },
  });
  expect(JSON.stringify(components)).not.toContain("object Object");
});

test("13 a table without rows is an object without fields, and no map", () => {
  const empty = ship("# Ship\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |");
  expect(empty).toMatchObject({ kind: "object", properties: [] });
  expect(empty.additional).toBeUndefined();
  const { components } = openapiOf({ "docs/models/ship.md": model("Ship") });
  expect(components).toEqual({ schemas: { Ship: { type: "object" } } });
});

describe("14 undocumented properties", () => {
  test.each<readonly [DialectName, string, string, string]>([
    ["typescript", "additionalProperties", "Record<string, *any*>", "unknown (any)"],
    ["typescript", "additionalProperties", "Record<string, *string*[]>", "string[]"],
    ["java", "additionalProperties", "Map\\<String, *Object*>", "unknown (any)"],
    ["csharp", "AdditionalProperties", "Dictionary<String, *object*>", "unknown (any)"],
    ["go", "AdditionalProperties", "map[string]`any`", "unknown (any)"],
    ["python", "__pydantic_extra__", "Dict[str, *Any*]", "unknown (any)"],
    ["python", "__pydantic_extra__", "Dict[str, *str*]", "string"],
    ["ruby", "additional_properties", "T::Hash[Symbol, *::Object*]", "unknown (any)"],
    ["ruby", "additional_properties", "Crystalline::Hash[Symbol, *::String*]", "string"],
    ["php", "additionalProperties", "array<string, *mixed*>", "unknown (any)"],
  ])("14 %s: %s of %s", (dialect, name, cell, want) => {
    const cellOfName = dialect === "go" ? "`string`" : "*string*";
    const types: Partial<Record<DialectName, string>> = { python: "*str*", java: "*String*", ruby: "*::String*" };
    const text = model("Ship", ["name", types[dialect] ?? cellOfName], [name, cell, "–"]);
    const from = understood({ [`${folders[dialect]}/Ship.md`]: text }, { dialect });
    const [found] = from.api.models;
    expect(partsOf(from, found?.id ?? "").slice(1)).toEqual([`[*]: ${want}`]);
  });

  test.each<readonly [DialectName, string, string, string]>([
    ["python", "additional_properties", "*Optional[Literal[False]]*", "additional_properties?: false"],
    ["typescript", "additionalProperties", "*boolean*", "additionalProperties?: boolean | null?"],
    ["ruby", "additional_properties", "*T.nilable(T::Boolean)*", "additional_properties?: boolean | null?"],
    ["java", "additionalProperties", "*Optional\\<String>*", "additionalProperties?: string | null?"],
  ])("14 %s: %s of %s is a field", (dialect, name, cell, want) => {
    expect(ship(model("Ship", [name, cell, "–"]), dialect).texts).toEqual([want]);
  });
});

test("15 a struck row is deprecated; the note goes, the text stays", () => {
  const note =
    ": warning: ** DEPRECATED **: This will be removed in a future release, please migrate away from it as soon as possible.";
  const found = ship(
    model(
      "Ship",
      ["~~`old`~~", "*str*", "✓", note],
      ["~~`older`~~", "*Optional[str]*", "–", `${note}<br/><br/>The name.<br/>Of old.`],
      ["~~`oldest`~~", "*str*"],
      ["name", "*str*", "✓", "Not DEPRECATED."],
    ),
  );
  expect(found.properties.map(({ name, deprecated, description }) => [name, deprecated, description])).toEqual([
    ["old", expect.stringMatching(/^This will be removed/), ""],
    ["older", expect.stringMatching(/^This will be removed/), "The name.\nOf old."],
    ["oldest", "", ""],
    ["name", undefined, "Not DEPRECATED."],
  ]);
  const { components } = openapiOf({ "docs/models/ship.md": model("Ship", ["~~`old`~~", "*str*", "✓", note]) });
  expect(components).toMatchObject({ schemas: { Ship: { properties: { old: { deprecated: true } } } } });
});

test.each([
  ["N/A", ""],
  ["One.<br/>Two.<br/><br/>Three.", "One.\nTwo.\n\nThree."],
  ["- a<br/>- b", "- a\n- b"],
  ["Either `a\\|b` or a \\| b.", "Either `a|b` or a | b."],
  [
    'See <a href="https://harbour.example">here</a> and <i>there</i>.',
    'See <a href="https://harbour.example">here</a> and <i>there</i>.',
  ],
  [
    '**Bold**, _slanted_, [a link](https://harbour.example), C:\\ships\\a, \\"quoted\\".',
    '**Bold**, _slanted_, [a link](https://harbour.example), C:\\ships\\a, \\"quoted\\".',
  ],
  ["# not a heading", "# not a heading"],
  ["`<id>` of the <Berth> * with `two  blanks`", "`<id>` of the <Berth> * with `two  blanks`"],
  ["Nur N/A.", "Nur N/A."],
])("16 the description %s", (cell, want) => {
  const found = ship(model("Ship", ["name", "*str*", "✓", cell]));
  expect(found.properties[0]?.description).toBe(want);
  expect(found.found).toEqual([]);
});

test.each([
  [":heavy_check_mark:", "required", 0],
  [":heavy_minus_sign:", "optional", 0],
  ["yes", "required", 0],
  ["no", "optional", 0],
  ["y/n", "optional", 1],
  ["", "optional", 1],
])("17 the mark %s", (mark, want, findings) => {
  const text = `# Ship\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| \`name\` | *str* | ${mark} | N/A |\n`;
  const found = ship(text);
  expect(found.properties[0]?.presence.value).toBe(want);
  expect(found.found).toHaveLength(findings);
});

test("18 a description is all that stands above the first section", () => {
  const description = [
    "A ship. It",
    "goes by sea.",
    "",
    "* one",
    "* two: see [the port](https://harbour.example)",
    "",
    '<p class="x">Some <b>HTML</b>.</p>',
    "",
    "```json",
    "# not a heading",
    '{ "flag": "nl" }',
    "```",
    "",
    "### Notes",
    "",
    "> A quote.",
  ].join("\n");
  const found = ship(model("Ship", ["flag", "*str*"]).replace("# Ship\n\n", `# Ship\n\n${description}\n\n`));
  expect(found.description).toBe(description);
  expect(found.texts).toEqual(["flag: string"]);
});

test("19 a note of deprecation on a model", () => {
  const note =
    "> :warning: **DEPRECATED**: This will be removed in a future release, please migrate away from it as soon as possible.";
  const text = model("~~Ship~~", ["name", "*str*"]).replace("\n\n\n", `\n\nA ship.\n\n${note}\n\n\n`);
  const found = ship(text);
  expect([found.title, found.description, found.deprecated]).toEqual([
    "Ship",
    "A ship.",
    "This will be removed in a future release, please migrate away from it as soon as possible.",
  ]);
  const own = understood({
    "docs/models/ship.md": `# ~~Ship~~\n\n> :warning: **DEPRECATED**: Use a boat.\n\n## Values\n\n- \`"a"\`\n`,
  });
  expect(modelOf(own, "models/ship").deprecated).toBe("Use a boat.");
});
