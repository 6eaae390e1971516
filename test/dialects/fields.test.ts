import { expect, test } from "vitest";
import { readSightings } from "../../generator/dialects/index.ts";
import type { DialectName, ObjectSighting } from "../../generator/dialects/sighting.ts";
import type { Row } from "../../generator/docs/page.ts";
import { modelPage, row } from "./pages.ts";

function objectOf(dialect: DialectName, rows: readonly Row[], others: readonly Row[] = []): ObjectSighting {
  const pages = [modelPage(rows), modelPage(others, "docs/models/shared/other.md")];
  const [sighting] = readSightings(pages, dialect).sightings;
  if (sighting?.kind !== "object") throw new Error("no object");
  return sighting;
}

const nullFree = [row("other", "*OptionalNullable[str]*", "–")];

test.each([
  ["*str*", "no"],
  ["*Optional[str]*", "no"],
  ["*Nullable[str]*", "yes"],
  ["*OptionalNullable[str]*", "yes"],
  ["[models.Usage](../models/usage.md)", "no"],
  ["[OptionalNullable[models.Usage]](../models/usage.md)", "yes"],
  ["List[*str*]", "unstated"],
  ["Dict[str, *Any*]", "unstated"],
  ["[date](https://docs.python.org/3/library/datetime.html#date-objects)", "unstated"],
  ["*Any*", "unstated"],
  ["*Nullable[Any]*", "yes"],
  ["*Literal[None]*", "yes"],
])("Python says of %s that null is: %s", (type, value) => {
  const [field] = objectOf("python", [row("x", type)], nullFree).fields;
  expect(field?.nullable).toMatchObject({ value, strength: value === "unstated" ? "assumed" : "stated" });
  expect(field?.nullable.places).toEqual(["x.md#fields/x:type"]);
});

test.each([
  ["list[*str*]", "in lower case"],
  ["[requests.Response](https://requests.readthedocs.io/en/latest/api/#requests.Response)", "`requests`"],
  ["[Optional[Union[str, int]]](loc.md)", "in line"],
  ["[Optional[Usage]](../../models/shared/usage.md)", "no namespace"],
])("a folder with %s and no mark for null cannot state it", (mark, reason) => {
  const fields = objectOf("python", [row("x", "*str*"), row("y", "*Optional[str]*", "–")], [row("old", mark)]).fields;
  expect(fields.map((field) => field.nullable.value)).toEqual(["unstated", "unstated"]);
  expect(fields[0]?.nullable.why).toContain(reason);
});

test("a folder without marks for null is no legacy yet", () => {
  expect(objectOf("python", [row("x", "*str*")]).fields[0]?.nullable.value).toBe("no");
});

test("one mark for null anywhere states it everywhere", () => {
  const fields = objectOf("python", [row("x", "*str*")], [row("old", "list[*str*]"), ...nullFree]).fields;
  expect(fields[0]?.nullable.value).toBe("no");
});

test("what a row says of null counts more than its cell", () => {
  const told = { ...row("x", "*Optional\\<String>*", "–"), takesNull: true as const };
  expect(objectOf("java", [told]).fields[0]?.nullable).toMatchObject({
    value: "yes",
    strength: "stated",
    places: ["x.md#fields/x:description"],
  });
});

test("TypeScript never states null", () => {
  expect(objectOf("typescript", [row("x", "*string*")]).fields[0]?.nullable).toMatchObject({
    value: "unstated",
    strength: "assumed",
  });
});

test("presence is the mark of the row", () => {
  const fields = objectOf("python", [row("a", "*str*"), row("b", "*str*", "–"), row("c", "*str*", "")]).fields;
  expect(fields.map(({ presence }) => [presence.value, presence.strength])).toEqual([
    ["required", "stated"],
    ["optional", "stated"],
    ["optional", "assumed"],
  ]);
  expect(fields[0]?.presence.places).toEqual(["x.md#fields/a:required"]);
});

test("names come with their words, and texts as they are", () => {
  const more = { description: "Why.", examples: ["stop"], deprecated: "Use `end`." };
  const [field] = objectOf("python", [row("from_", "*str*", "✓", more)]).fields;
  expect(field).toMatchObject({ name: "from_", words: ["from"], place: "x.md#fields/from_", ...more });
});

test("a field that cannot be called like its model has the model's words", () => {
  expect(objectOf("csharp", [row("UsageValue", "*string*")]).fields[0]?.words).toEqual(["usage"]);
});

test("a model knows its namespace by its folder", () => {
  expect(objectOf("python", [])).toMatchObject({ title: "Usage", namespace: "shared", fields: [] });
});

test.each<readonly [DialectName, string, string]>([
  ["python", "__pydantic_extra__", "Dict[str, *Any*]"],
  ["typescript", "additionalProperties", "Record<string, *any*>"],
  ["go", "AdditionalProperties", "map[string]`any`"],
  ["java", "additionalProperties", "Map\\<String, *Object*>"],
  ["csharp", "AdditionalProperties", "Dictionary<String, *object*>"],
  ["php", "additionalProperties", "array<string, *mixed*>"],
  ["ruby", "additional_properties", "T::Hash[Symbol, *::Object*]"],
])("%s: %s holds the undocumented properties", (dialect, name, type) => {
  const sighting = objectOf(dialect, [row("x", type), row(name, type, "–")]);
  expect(sighting.fields.map((field) => field.name)).toEqual(["x"]);
  expect(sighting.additional).toEqual({ kind: "any" });
});

test.each<readonly [DialectName, string, string, string, string]>([
  ["go", "AdditionalProperties", "map[string]`any`", "HTTPMeta", "[components.HTTPMetadata](httpmetadata.md)"],
  [
    "go",
    "AdditionalProperties",
    "map[string]`any`",
    "RawResponse",
    "[*http.Response](https://pkg.go.dev/net/http#Response)",
  ],
  ["csharp", "AdditionalProperties", "Dictionary<String, *object*>", "HttpMeta", "[HTTPMetadata](httpmetadata.md)"],
])("%s: %s %s before what an error tells of the answer", (dialect, name, type, meta, metaType) => {
  const sighting = objectOf(dialect, [row("x", type), row(name, type, "–"), row(meta, metaType)]);
  expect(sighting.fields.map((field) => field.name)).toEqual(["x", meta]);
  expect(sighting.additional).toEqual({ kind: "any" });
});

test("a property may be called like it", () => {
  const rows = [row("additional_properties", "*Optional[Literal[False]]*", "–")];
  const sighting = objectOf("python", rows);
  expect(sighting.fields).toHaveLength(1);
  expect(sighting).not.toHaveProperty("additional");
});

test("a cell that cannot be read is a warning at the cell, and the rest is read", () => {
  const pages = [modelPage([row("x", "Mapp[*str*]"), row("y", "*str*")])];
  const { sightings, diagnostics } = readSightings(pages, "python");
  expect(sightings).toMatchObject([
    { fields: [{ type: { kind: "unread", raw: "Mapp[*str*]" } }, { type: { kind: "string" } }] },
  ]);
  expect(diagnostics).toMatchObject([
    {
      code: "dialect/unread-type",
      severity: "warning",
      place: "x.md#fields/x:type",
      message: "Unexpected `Mapp[*str*]`, expected a type of the python dialect",
    },
  ]);
});
