import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { cellIn, fieldText, folders, model, partsOf, understood } from "./docs.ts";
import { type Case, check } from "./type-cells.ts";

describe("25 Go", () => {
  test.each<Case>([
    ["`string`", "✓", "string"],
    ["`*string`", "✓", "string | null"],
    ["`*string`", "–", "string | null?"],
    ["*string*", "✓", "string"],
    ["**string*", "–", "string | null?"],
    ["**string*", "✓", "string | null"],
    ["`int64`", "✓", "integer"],
    ["`*float64`", "–", "number | null?"],
    ["`any`", "–", "unknown (any) | null?"],
    ["*any*", "✓", "unknown (any) | null?"],
    ["[components.Berth](../../models/components/berth.md)", "✓", "components/berth"],
    ["[*components.Berth](../../models/components/berth.md)", "✓", "components/berth | null"],
    ["[][components.Berth](../../models/components/berth.md)", "✓", "components/berth[] | null?"],
    ["[]`string`", "–", "string[] | null?"],
    ["[]*string*", "–", "string[] | null?"],
    ["[][][components.Berth](../../models/components/berth.md)", "✓", "components/berth[][] | null?"],
    ["map[string][components.Berth](../../models/components/berth.md)", "–", "{components/berth} | null?"],
    ["map[string][*components.Berth](../../models/components/berth.md)", "✓", "{components/berth | null} | null?"],
    ["map[string]`*string`", "✓", "{string | null} | null?"],
    ["map[string]`any`", "–", "{unknown (any)} | null?"],
    ["[]map[string]`any`", "–", "{unknown (any)}[] | null?"],
    ["map[string][][components.Berth](../../models/components/berth.md)", "–", "{components/berth[]} | null?"],
    ["[[]components.Berth](../../.md)", "✓", "components/berth[] | null?"],
    ["[time.Time](https://pkg.go.dev/time#Time)", "✓", "date-time | null?"],
    ["[*time.Time](https://pkg.go.dev/time#Time)", "✓", "date-time | null"],
    ["[types.Date](../../types/date.md)", "✓", "date | null?"],
    ["[*types.Date](../../types/date.md)", "–", "date | null?"],
    ["[]byte", "✓", "bytes"],
    ["`[]byte`", "✓", "bytes"],
    ["optionalnullable.OptionalNullable[`string`]", "–", "string | null"],
    [
      "optionalnullable.OptionalNullable[[components.Berth](../../models/components/berth.md)]",
      "–",
      "components/berth | null",
    ],
    [
      "optionalnullable.OptionalNullable[[][components.Berth](../../models/components/berth.md)]",
      "–",
      "components/berth[] | null",
    ],
    ["optionalnullable.OptionalNullable[map[string]`any`]", "–", "{unknown (any)} | null"],
    ["optionalnullable.OptionalNullable[[time.Time](https://pkg.go.dev/time#Time)]", "–", "date-time | null"],
  ])("25 %s %s", (...given) => check("go")(...given));
});

describe("26 Java", () => {
  test.each<Case>([
    ["*String*", "✓", "string"],
    ["*boolean*", "✓", "boolean"],
    ["*long*", "✓", "integer"],
    ["*int*", "✓", "integer"],
    ["*double*", "✓", "number"],
    ["*float*", "✓", "number"],
    ["*Object*", "✓", "unknown (any) | null?"],
    ["*Optional\\<String>*", "–", "string | null?"],
    ["*Optional\\<String>*", "✓", "string | null"],
    ["*JsonNullable\\<String>*", "–", "string | null"],
    ["*Optional\\<Long>*", "–", "integer | null?"],
    ["*Optional\\<Object>*", "–", "unknown (any) | null?"],
    ["*Optional\\<InputStream>*", "–", "bytes | null?"],
    ["*Optional\\<byte[]>*", "–", "bytes | null?"],
    ["[Berth](../../models/components/Berth.md)", "✓", "components/berth"],
    ["[Optional\\<Berth>](../../models/components/Berth.md)", "–", "components/berth | null?"],
    ["[JsonNullable\\<Berth>](../../models/components/Berth.md)", "–", "components/berth | null"],
    ["List\\<*String*>", "✓", "string[] | null?"],
    ["List\\<[Berth](../../models/components/Berth.md)>", "–", "components/berth[] | null?"],
    ["Map\\<String, *Object*>", "–", "{unknown (any)} | null?"],
    ["Map\\<String, List\\\\<*String*>>", "–", "{string[]} | null?"],
    ["Map\\<String, List\\<*String*>>", "–", "{string[]} | null?"],
    ["List\\<List\\\\<[Berth](../../models/components/Berth.md)>>", "✓", "components/berth[][] | null?"],
    ["Map\\<String, Map\\\\<String, *Long*>>", "–", "{{integer}} | null?"],
    ["[List<Berth>](../../models/components/.md)", "✓", "components/berth[] | null?"],
    ["[byte[]](../../models//.md)", "✓", "bytes"],
    ["byte[]", "✓", "bytes"],
    [
      "[OffsetDateTime](https://docs.oracle.com/javase/8/docs/api/java/time/OffsetDateTime.html)",
      "✓",
      "date-time | null?",
    ],
    ["[LocalDate](https://docs.oracle.com/javase/8/docs/api/java/time/LocalDate.html)", "–", "date | null?"],
    ["*Optional<? extends String>*", "–", "string | null?"],
    [
      "[Optional<? extends io.harbour.models.shared.Berth>](../../models/components/Berth.md)",
      "–",
      "components/berth | null?",
    ],
    [
      "List<[io.harbour.sdk.models.components.Berth](../../models/components/Berth.md)>",
      "–",
      "components/berth[] | null?",
    ],
    [
      "[com.harbour.harbour_client_java.models.components.Berth](../../models/components/Berth.md)",
      "✓",
      "components/berth",
    ],
    ["*BigDecimal*", "✓", "decimal"],
  ])("26 %s %s", (...given) => check("java")(...given));
});

describe("27 C#", () => {
  test.each<Case>([
    ["*string*", "✓", "string | null?"],
    ["*string*", "–", "string | null?"],
    ["*bool*", "–", "boolean | null?"],
    ["*long*", "✓", "integer | null?"],
    ["*int*", "✓", "integer | null?"],
    ["*double*", "✓", "number | null?"],
    ["*float*", "✓", "number | null?"],
    ["*object*", "–", "unknown (any) | null?"],
    ["*byte[]*", "–", "bytes | null?"],
    ["[Berth](../../Models/Components/Berth.md)", "–", "components/berth | null?"],
    ["[Models.Components.Berth](../../Models/Components/Berth.md)", "✓", "components/berth | null?"],
    ["List<*string*>", "–", "string[] | null?"],
    ["List<[Berth](../../Models/Components/Berth.md)>", "✓", "components/berth[] | null?"],
    ["Dictionary<String, *object*>", "–", "{unknown (any)} | null?"],
    ["Dictionary<String, List<*string*>>", "–", "{string[]} | null?"],
    ["Dictionary<String, [Berth](../../Models/Components/Berth.md)>", "–", "{components/berth} | null?"],
    ["List<List<*long*>>", "–", "integer[][] | null?"],
    ["[DateTime](https://learn.microsoft.com/en-us/dotnet/api/system.datetime?view=net-5.0)", "–", "date-time | null?"],
    ["[LocalDate](https://nodatime.org/3.1.x/api/NodaTime.LocalDate.html)", "–", "date | null?"],
    ["[object](../../Models/.md)", "–", "unknown (any) | null?"],
    ["[Dictionary<string, object>](../../Models/.md)", "–", "{unknown (any)} | null?"],
    ["*HttpRequestMessage*", "✓", ""],
  ])("27 %s %s", (...given) => check("csharp")(...given));
});

describe("28 PHP", () => {
  test.each<Case>([
    ["*string*", "✓", "string | null?"],
    ["*?string*", "–", "string | null?"],
    ["*?int*", "–", "integer | null?"],
    ["*float*", "✓", "number | null?"],
    ["*?bool*", "–", "boolean | null?"],
    ["*mixed*", "–", "unknown (any) | null?"],
    ["[Components\\Berth](../../Models/Components/Berth.md)", "✓", "components/berth | null?"],
    ["[?Components\\Berth](../../Models/Components/Berth.md)", "–", "components/berth | null?"],
    ["[?Berth](../../Models/Components/Berth.md)", "–", "components/berth | null?"],
    ["[?\\Harbour\\Models\\Components\\Berth](../../Models/Components/Berth.md)", "–", "components/berth | null?"],
    ["[string\\|Components\\Berth](../../Models/Components/Cargo.md)", "✓", "components/cargo | null?"],
    ["[string\\|Components\\Berth\\|null](../../Models/Components/Cargo.md)", "–", "components/cargo | null?"],
    ["[bool\\|array](../../Models/Components/Cargo.md)", "✓", "components/cargo | null?"],
    ["array<*string*>", "–", "string[] | null?"],
    ["array<string, *mixed*>", "–", "{unknown (any)} | null?"],
    ["array<[Components\\Berth](../../Models/Components/Berth.md)>", "–", "components/berth[] | null?"],
    ["array<string, [bool\\|array](../../Models/Components/Cargo.md)>", "–", "{components/cargo} | null?"],
    ["array<[string\\|int](../../Models/Components/Cargo.md)>", "✓", "components/cargo[] | null?"],
    ["array<array<*float*>>", "–", "number[][] | null?"],
    ["array<string, array<string, *string*>>", "–", "{{string}} | null?"],
    ["[\\DateTime](https://www.php.net/manual/en/class.datetime.php)", "–", "date-time | null?"],
    ["array<string, [\\DateTime](https://www.php.net/manual/en/class.datetime.php)>", "–", "{date-time} | null?"],
    [
      "[\\Psr\\Http\\Message\\ResponseInterface](https://www.php-fig.org/psr/psr-7/#33-psrhttpmessageresponseinterface)",
      "✓",
      "",
    ],
  ])("28 %s %s", (...given) => check("php")(...given));

  test.each([
    ["✓", "N/A", "2024-02-29", "date"],
    ["✓", "N/A", "2024-02-29T10:00:00Z", "date-time"],
    ["✓", "In the form YYYY-MM-DD.", "", "date"],
  ] as const)("28 a \\DateTime %s with %s and the example %s", (mark, description, example, want) => {
    const cell = "[\\DateTime](https://www.php.net/manual/en/class.datetime.php)";
    const from = understood(
      { "docs/Models/Components/Ship.md": model("Ship", ["built", cell, mark, description, example]) },
      { dialect: "php" },
    );
    expect(partsOf(from, "components/ship")).toEqual([`built: ${want} | null?`]);
  });
});

const rubyDate = "https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc/Date.html";
const rubyTime = "https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc/DateTime.html";

describe("29 Ruby", () => {
  test.each<Case>([
    ["*::String*", "✓", "string"],
    ["*String*", "✓", "string"],
    ["*::Integer*", "✓", "integer"],
    ["*::Float*", "✓", "number"],
    ["*T::Boolean*", "✓", "boolean"],
    ["*Crystalline::Boolean.new*", "✓", "boolean"],
    ["*::Object*", "✓", "unknown (any) | null?"],
    ["*T.nilable(::String)*", "–", "string | null?"],
    ["*T.nilable(::String)*", "✓", "string | null"],
    ["*Crystalline::Nilable.new(::String)*", "–", "string | null?"],
    ["*Crystalline::Nilable.new(Crystalline::Boolean.new)*", "✓", "boolean | null"],
    ["*T.nilable(::Object)*", "–", "unknown (any) | null?"],
    ["[Models::Components::Berth](../../models/components/berth.md)", "✓", "components/berth"],
    ["[T.nilable(Models::Components::Berth)](../../models/components/berth.md)", "–", "components/berth | null?"],
    [
      "[Crystalline::Nilable.new(Models::Components::Berth)](../../models/components/berth.md)",
      "✓",
      "components/berth | null",
    ],
    ["[::OpenApiSDK::Components::Berth](../../models/components/berth.md)", "✓", "components/berth"],
    ["[T.nilable(::OpenApiSDK::Components::Berth)](../../models/components/berth.md)", "–", "components/berth | null?"],
    ["T::Array<*::String*>", "✓", "string[] | null?"],
    ["T::Array<[Models::Components::Berth](../../models/components/berth.md)>", "–", "components/berth[] | null?"],
    [
      "Crystalline::Array<[Models::Components::Berth](../../models/components/berth.md)>",
      "–",
      "components/berth[] | null?",
    ],
    [
      "Crystalline::Array<[Crystalline::Union.new(::String, Models::Components::Berth)](../../models/components/cargo.md)>",
      "–",
      "components/cargo[] | null?",
    ],
    ["T::Hash[Symbol, *::Object*]", "–", "{unknown (any)} | null?"],
    ["Crystalline::Hash[Symbol, *::String*]", "–", "{string} | null?"],
    ["T::Hash[Symbol, T::Array<*::String*>]", "–", "{string[]} | null?"],
    [
      "T::Hash[Symbol, [Models::Components::Berth](../../models/components/berth.md)]",
      "–",
      "{components/berth} | null?",
    ],
    ["[T::Array[Models::Components::Berth]](../../models//.md)", "✓", "components/berth[] | null?"],
    ["[Crystalline::Array.new(Models::Components::Berth)](../../models//.md)", "✓", "components/berth[] | null?"],
    [`[Date](${rubyDate})`, "✓", "date-time | null?"],
    [`[DateTime](${rubyTime})`, "–", "date | null?"],
    [`T::Array<[Date](${rubyDate})>`, "–", "date-time[] | null?"],
    ["[Faraday::Response](https://www.rubydoc.info/gems/faraday/Faraday/Response)", "✓", ""],
  ])("29 %s %s", (...given) => check("ruby")(...given));

  test("29 the members in the text of a link are those of the union, and dates in it are not swapped", () => {
    const cell =
      "[T.nilable(T.any(::String, ::Float, T::Boolean, Models::Components::Berth, T::Array[::Object], ::DateTime))](../../models/components/value.md)";
    const from = understood(
      {
        "docs/models/components/ship.md": model("Ship", ["value", cell, "–"], ["other", "*::String*"]),
        "docs/models/components/value.md": "# Value\n\nA value.\n\n\n",
        "docs/models/components/berth.md": model("Berth"),
      },
      { dialect: "ruby" },
    );
    expect(partsOf(from, "components/ship")).toEqual(["value?: components/value | null?", "other: string"]);
    expect(partsOf(from, "components/value")).toEqual([
      "string",
      "number",
      "boolean",
      "components/berth",
      "unknown (any)[]",
      "date-time",
    ]);
    expect(from.found).toEqual([]);
  });
});

describe("30 models that are called like types", () => {
  test.each<readonly [DialectName, string, string, string]>([
    ["java", "List", "List\\<[List](../../models/components/List.md)>", "components/list[]"],
    ["java", "Object", "[Optional\\<Object>](../../models/components/Object.md)", "components/object"],
    ["java", "Map", "Map\\<String, [Map](../../models/components/Map.md)>", "{components/map}"],
    ["java", "Optional", "[Optional\\<Optional>](../../models/components/Optional.md)", "components/optional"],
    ["python", "Nullable", "List[[models.Nullable](../models/nullable.md)]", "models/nullable[]"],
    ["python", "Optional", "[Optional[models.Optional]](../models/optional.md)", "models/optional"],
    ["python", "Date", "[Optional[models.Date]](../models/date.md)", "models/date"],
    ["python", "List", "[models.List](../models/list.md)", "models/list"],
    ["python", "Union", "[models.Union](../models/union.md)", "models/union"],
    ["ruby", "Date", "[Models::Components::Date](../../models/components/date.md)", "components/date"],
    [
      "ruby",
      "Object",
      "[T.nilable(Models::Components::Object)](../../models/components/object.md)",
      "components/object",
    ],
    ["csharp", "Object", "[Object](../../Models/Components/Object.md)", "components/object"],
    ["csharp", "List", "List<[List](../../Models/Components/List.md)>", "components/list[]"],
    ["csharp", "Stream", "[Stream](../../Models/Components/Stream.md)", "components/stream"],
    ["typescript", "Date", "[components.Date](../../models/components/date.md)", "components/date"],
    ["typescript", "Event", "*components.Event*", "components/event"],
    ["typescript", "File", "[components.File](../../models/components/file.md)[]", "components/file[]"],
    [
      "typescript",
      "Record",
      "Record<string, [components.Record](../../models/components/record.md)>",
      "{components/record}",
    ],
    ["typescript", "ErrorT", "[errors.ErrorT](../../models/components/errort.md)", "components/errort"],
    ["typescript", "Function", "*components.Function*[]", "components/function[]"],
    ["php", "Error", "[?Components\\Error](../../Models/Components/Error.md)", "components/error"],
    ["php", "Response", "[Components\\Response](../../Models/Components/Response.md)", "components/response"],
    ["go", "Option", "[*components.Option](../../models/components/option.md)", "components/option"],
    ["go", "Date", "[*components.Date](../../models/components/date.md)", "components/date"],
    ["go", "Error", "[components.Error](../../models/components/error.md)", "components/error"],
  ])("30 %s: %s in %s", (dialect, title, cell, want) => {
    const isExact = ["java", "csharp", "php"].includes(dialect);
    const path = `${folders[dialect]}/${isExact ? title : title.toLowerCase()}.md`;
    const { text, found } = cellIn(dialect, cell, "–", { [path]: model(title) });
    expect(text.replace(/ \| null\??$/, "")).toBe(want);
    expect(found).toEqual([]);
  });
});

describe("31 what may be missing and what may be null", () => {
  const cells: Readonly<Record<DialectName, readonly [string, string]>> = {
    typescript: ["*string*", "*string*"],
    python: ["*str*", "*Optional[str]*"],
    go: ["`string`", "`*string`"],
    java: ["*String*", "*Optional\\<String>*"],
    csharp: ["*string*", "*string*"],
    php: ["*string*", "*?string*"],
    ruby: ["*::String*", "*T.nilable(::String)*"],
  };
  test.each<readonly [DialectName, string, string]>([
    ["typescript", "a: string | null?", "b?: string | null?"],
    ["python", "a: string", "b?: string"],
    ["go", "a: string", "b?: string | null?"],
    ["java", "a: string", "b?: string | null?"],
    ["csharp", "a: string | null?", "b?: string | null?"],
    ["php", "a: string | null?", "b?: string | null?"],
    ["ruby", "a: string", "b?: string | null?"],
  ])("31 %s: required %s, optional %s", (dialect, required, optional) => {
    const [one, other] = cells[dialect];
    const from = understood({ "docs/models/ship.md": model("Ship", ["a", one, "✓"], ["b", other, "–"]) }, { dialect });
    expect(partsOf(from, "models/ship")).toEqual([required, optional]);
  });

  test("31 where Java has JsonNullable, and Go OptionalNullable, an optional mark says no null", () => {
    const java = model("Ship", ["a", "*Optional\\<String>*", "–"], ["b", "*JsonNullable\\<String>*", "–"]);
    const go = model("Ship", ["A", "`*string`", "–"], ["B", "optionalnullable.OptionalNullable[`string`]", "–"]);
    for (const [dialect, text] of [
      ["java", java],
      ["go", go],
    ] as const) {
      const from = understood({ "docs/models/components/Ship.md": text }, { dialect });
      expect(partsOf(from, "components/ship")).toEqual(["a?: string", "b?: string | null"]);
    }
  });

  test("31 a null in a TypeScript sample proves that the field may be null", () => {
    const text = [
      "# Ship",
      "",
      "## Example Usage",
      "",
      "```typescript",
      'import { Ship } from "harbour/models/components";',
      "",
      "let value: Ship = {",
      "  flag: null,",
      '  name: "Ada",',
      "};",
      "```",
      "",
      model("Ship", ["flag", "*string*"], ["name", "*string*"], ["berth", "*number*", "–"])
        .split("\n")
        .slice(3)
        .join("\n"),
    ].join("\n");
    const from = understood({ "docs/models/components/ship.md": text }, { dialect: "typescript" });
    const [ship] = from.api.models;
    expect(ship?.kind === "object" ? ship.properties.map(fieldText) : []).toEqual([
      "flag: string | null",
      "name: string | null?",
      "berth?: number | null?",
    ]);
  });
});
