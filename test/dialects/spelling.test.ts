import fc from "fast-check";
import { expect, test } from "vitest";
import { csharp } from "../../generator/dialects/csharp.ts";
import { go } from "../../generator/dialects/go.ts";
import { java } from "../../generator/dialects/java.ts";
import { php } from "../../generator/dialects/php.ts";
import { python } from "../../generator/dialects/python.ts";
import { ruby } from "../../generator/dialects/ruby.ts";
import { readCell } from "../../generator/dialects/type-cell/index.ts";
import { type Spelling, spellingOf } from "../../generator/dialects/type-cell/spelling.ts";
import { typescript } from "../../generator/dialects/typescript.ts";

/** A spelling with every operator in front of its operands. */
function shown(spelling: Spelling | undefined): string {
  switch (spelling?.kind) {
    case undefined:
      return "nothing";
    case "word":
      return spelling.text;
    case "literal":
      return JSON.stringify(spelling.value);
    case "link":
      return `link(${shown(spelling.of)})`;
    case "apply":
      return `${spelling.head}(${spelling.args.map(shown).join(", ")})`;
  }
}

// One grammar serves all languages.
test.each([
  // Go
  ["`*string`", "*(string)"],
  ["**string*", "*(string)"],
  ["[]`string`", "[](string)"],
  ["[][components.X](../../models/components/x.md)", "[](link(components.X))"],
  ["[*components.X](../../models/components/x.md)", "link(*(components.X))"],
  ["[[]components.X](../../.md)", "link([](components.X))"],
  ["map[string]`*string`", "map(string, *(string))"],
  ["[]map[string][*components.X](x.md)", "[](map(string, link(*(components.X))))"],
  ["optionalnullable.OptionalNullable[[]`string`]", "optionalnullable.OptionalNullable([](string))"],
  // Java
  ["*Optional\\<String>*", "Optional(String)"],
  ["[JsonNullable\\<Usage>](../../models/shared/Usage.md)", "link(JsonNullable(Usage))"],
  ["List\\<List\\\\<*String*>>", "List(List(String))"],
  ["Map\\<String, List\\\\<[X](X.md)>>", "Map(String, List(link(X)))"],
  ["[Optional<? extends com.x.models.shared.Y>](Y.md)", "link(Optional(com.x.models.shared.Y))"],
  ["byte[]", "[](byte)"],
  ["[HttpResponse\\<?>](https://x)", "link(HttpResponse(?))"],
  // C#
  ["Dictionary<String, List<*string*>>", "Dictionary(String, List(string))"],
  ["[Models.Components.X](../../Models/Components/X.md)", "link(Models.Components.X)"],
  // PHP
  ["*?string*", "?(string)"],
  ["[?Components\\X](../../Models/Components/X.md)", "link(?(Components\\X))"],
  ["[\\DateTime](https://www.php.net/manual/en/class.datetime.php)", "link(\\DateTime)"],
  ["array<string, [bool|array|null](./Loc.md)>", "array(string, link(|(bool, array, null)))"],
  // Ruby
  ["*T.nilable(::String)*", "T.nilable(::String)"],
  ["*T.nilable(T::Boolean)*", "T.nilable(T::Boolean)"],
  ["T::Array<[Models::Shared::X](x.md)>", "T::Array(link(Models::Shared::X))"],
  ["T::Hash[Symbol, T::Array<*::String*>]", "T::Hash(Symbol, T::Array(::String))"],
  [
    "[T.nilable(T.any(::String, Models::Shared::X, T::Array[::Object]))](x.md)",
    "link(T.nilable(T.any(::String, Models::Shared::X, T::Array(::Object))))",
  ],
  ["*Crystalline::Nilable.new(Crystalline::Boolean.new)*", "Crystalline::Nilable.new(Crystalline::Boolean.new)"],
])("%s", (cell, spelling) => {
  expect(shown(spellingOf(cell))).toBe(spelling);
});

const dialects = [python, typescript, go, java, csharp, php, ruby];

const pieces = [
  "*",
  "`",
  "[",
  "]",
  "](",
  "(",
  ")",
  "<",
  ">",
  "\\",
  "{",
  "}",
  "?",
  "|",
  ",",
  " ",
  '"',
  "'",
  "-1",
  "X.md",
];
const words = [
  "str",
  "List",
  "Optional",
  "Union",
  "models.X",
  "string",
  "Record",
  "map",
  "{ [k: string]: ",
  "https://x",
  "map[string]",
  "array<",
  "T.nilable(",
  "Crystalline::Union.new(",
  "Optional\\<",
  "null",
];

test("no text makes the reader throw", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...pieces, ...words)).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(cell, (raw) => {
      for (const { types } of dialects) expect(() => readCell(raw, types)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});

test.each([
  "[",
  "*",
  "List[",
  "Optional[",
  "`",
  "?",
  "[]",
  "Record<string, ",
  "{ [k: string]: ",
  "map[x]",
  "(",
  '"',
  "\\",
  "array of ",
  "map of string to ",
])("a cell that opens %s without end is left unread", (piece) => {
  for (const { types } of dialects) expect(readCell(piece.repeat(100_000), types)).toBeUndefined();
});

test("a cell nests as deep as anybody writes, and not deeper", () => {
  const deep = (levels: number) => `${"List[".repeat(levels)}*str*${"]".repeat(levels)}`;
  expect(readCell(deep(20), python.types)).toBeDefined();
  expect(readCell(deep(2000), python.types)).toBeUndefined();
  expect(readCell(`*string*${"[]".repeat(2000)}`, typescript.types)).toBeUndefined();
});
