import { expect, test } from "vitest";
import { detectDialect, dialectNames, readSightings } from "../../generator/dialects/index.ts";
import { modelPage, operationsPage, row, section, usage } from "./pages.ts";

test.each([
  ["python", ["*str*", "List[*int*]", "*Optional[bool]*"]],
  ["python", ["list[*int*]"]],
  ["python", ["[OptionalNullable[models.Usage]](../models/usage.md)"]],
  ["go", ["`string`", "[]`string`", "[*components.Usage](../../models/components/usage.md)"]],
  ["go", ["optionalnullable.OptionalNullable[`string`]", "**string*", "*float64*"]],
  ["java", ["*Optional\\<String>*", "List\\<*String*>", "*Object*"]],
  ["java", ["List<[com.tern.models.shared.Usage](../../models/shared/Usage.md)>"]],
  ["csharp", ["Dictionary<String, *object*>", "List<*string*>", "[Usage](../../Models/Components/Usage.md)"]],
  ["csharp", ["List<[Models.Components.Usage](../../Models/Components/Usage.md)>"]],
  ["php", ["*?string*", "array<*string*>", "[Components\\Usage](../../Models/Components/Usage.md)"]],
  ["php", ["[?Usage](./Usage.md)", "[string|array|null](../../Models/Operations/Ids.md)"]],
  ["ruby", ["*::String*", "*T::Boolean*", "[Models::Shared::Usage](../../models/shared/usage.md)"]],
  ["ruby", ["Crystalline::Array<*::String*>", "[T.any(::String, ::Float)](../../models/shared/v.md)"]],
  ["typescript", ["*number*", "*string*[]"]],
  ["typescript", ["*string*", "*components.Loc*"]],
])("%s: %o", (dialect, cells) => {
  expect(detectDialect([modelPage(cells.map((cell, at) => row(`f${at}`, cell)))])).toMatchObject({
    dialect,
    diagnostics: [],
    claims: [{ value: dialect, strength: "shown" }],
  });
});

test("fences count too", () => {
  expect(detectDialect([operationsPage([section({ usages: [usage("x", "typescript")] })])])?.dialect).toBe(
    "typescript",
  );
});

test("the most spoken for wins", () => {
  const page = modelPage([row("a", "*str*"), row("b", "*number*"), row("c", "*Any*")]);
  expect(detectDialect([page])).toMatchObject({
    dialect: "python",
    claims: [{ count: 2 }, { count: 1 }],
    diagnostics: [],
  });
});

test("a tie is a warning, and the first dialect", () => {
  const page = modelPage([row("a", "*str*"), row("b", "*number*")]);
  expect(detectDialect([page])).toMatchObject({ dialect: dialectNames[0], diagnostics: [{ code: "dialect/unknown" }] });
});

test("where most cells are in plain words, the fences tell the dialect, and nothing tells TypeScript", () => {
  const page = modelPage([row("a", "string"), row("b", "array of numbers"), row("c", "`string`")]);
  expect(detectDialect([page])).toMatchObject({
    dialect: "typescript",
    claims: [],
    diagnostics: [],
  });
  const shown = operationsPage([section({ usages: [usage("x", "ruby")] })]);
  expect(detectDialect([page, shown])).toMatchObject({ dialect: "ruby", claims: [{ count: 1 }], diagnostics: [] });
  const most = modelPage([row("a", "string"), row("b", "`string`"), row("c", "`bool`")]);
  expect(detectDialect([most])?.dialect).toBe("go");
});

test.each([
  ["python", ["`str`", "`List[str]`", "`int`", "`Optional[date]`", "`bool`"]],
  ["typescript", ["`string`", "`string`", "`bool`", "`number`", "`boolean`"]],
  ["typescript", ["`string`", "`string[]`", "`number`"]],
  ["go", ["`string`", "[]`string`", "`map[string]any`", "`int64`"]],
])("people set any language's words in code: %s of %j", (dialect, cells) => {
  expect(detectDialect([modelPage(cells.map((cell, at) => row(`f${at}`, cell)))])?.dialect).toBe(dialect);
});

test("nothing to tell it by is no dialect", () => {
  expect(detectDialect([])).toBeUndefined();
  expect(detectDialect([modelPage([row("a", "*bool*")])])).toBeUndefined();
});

test("pages in, sightings out, in order; pages of no kind say nothing", () => {
  const other = { kind: "other", reason: "utility", path: "y.md", title: "", positions: new Map() } as const;
  const pages = [operationsPage([]), other, modelPage([])];
  expect(readSightings(pages, "python").sightings.map((sighting) => sighting.kind)).toEqual(["resource", "object"]);
});
