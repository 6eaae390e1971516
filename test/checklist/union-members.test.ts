import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { model, modelOf, openapiOf, partsOf, resource, section } from "./docs.ts";
import { members, union } from "./union-pages.ts";

describe("36 members by heading, fence, name or link", () => {
  const box = "const value: components.Box = {\n  a: 1,\n};";
  test.each<readonly [DialectName, string, readonly string[]]>([
    [
      "typescript",
      union(
        "Cargo",
        "typescript",
        ["`components.Box`", box],
        ["`string[]`", 'const value: string[] = ["a"];'],
        ["`{ [k: string]: any }`", 'const value: { [k: string]: any } = { "a": 1 };'],
        ["`components.Box[]`", "const value: components.Box[] = [];"],
        ["`boolean`", "const value: boolean = true;"],
        ["`any`", "const value: any = x;"],
        ["`components.Kind`", 'const value: components.Kind = "a";'],
      ),
      [
        "components/box",
        "string[]",
        "{unknown (any)}",
        "components/box[]",
        "boolean",
        "unknown (any)",
        "components/kind",
      ],
    ],
    [
      "python",
      union(
        "Cargo",
        "python",
        ["`models.Box`", "value: models.Box = /* values here */"],
        ["`List[str]`", "value: List[str] = /* values here */"],
        ["`Dict[str, Any]`", "value: Dict[str, Any] = /* values here */"],
        ["`List[models.Bag]`", "value: List[models.Bag] = /* values here */"],
        ["`int`", "value: int = /* values here */"],
        ["`None`", "value: None = /* values here */"],
      ),
      ["models/box", "string[]", "{unknown (any)}", "models/bag[]", "integer", "null"],
    ],
    // Until 2024 the headings had no namespace, or nothing at all.
    [
      "python",
      union(
        "Cargo",
        "python",
        ["Box", "cargo: models.Box = /* values here */"],
        ["", "cargo: list[list[int]] = /* values here */"],
        ["", "cargo: str = /* values here */"],
      ),
      ["models/box", "integer[][]", "string"],
    ],
    [
      "php",
      union(
        "Cargo",
        "php",
        ["`Components\\Box`", "Components\\Box $value = /* values here */"],
        ["`string`", "string $value = /* values here */"],
        ["`int`", "int $value = /* values here */"],
        ["`bool`", "bool $value = /* values here */"],
        ["`float`", "float $value = /* values here */"],
      ),
      ["components/box", "string", "integer", "boolean", "number"],
    ],
    [
      "go",
      union(
        "Cargo",
        "go",
        ["Box", "cargo := components.CreateCargoBox(components.Box{/* values here */})"],
        ["", "cargo := components.CreateCargoStr(string{/* values here */})"],
        ["", "cargo := components.CreateCargoArrayOfBox([]components.Box{/* values here */})"],
        ["", "cargo := components.CreateCargoMapOfAny(map[string]any{/* values here */})"],
        ["", "cargo := components.CreateCargoInteger(int64{/* values here */})"],
        ["", "cargo := components.CreateCargoNumber(float64{/* values here */})"],
        ["", "cargo := components.CreateCargoBoolean(bool{/* values here */})"],
        ["", "cargo := components.CreateCargoAny(any{/* values here */})"],
      ),
      [
        "components/box",
        "string",
        "components/box[]",
        "{unknown (any)}",
        "integer",
        "number",
        "boolean",
        "unknown (any)",
      ],
    ],
    [
      "csharp",
      union(
        "Cargo",
        "csharp",
        ["Box", "Cargo.CreateBox(\n    new Box() {\n        /* values here */\n    }\n);"],
        ["Str", "Cargo.CreateStr(\n    /* values here */\n);"],
        ["ArrayOfStr", "Cargo.CreateArrayOfStr(/* values here */);"],
        ["ArrayOfBag", "Cargo.CreateArrayOfBag(/* values here */);"],
        ["MapOfAny", "Cargo.CreateMapOfAny(/* values here */);"],
        ["Integer", "Cargo.CreateInteger(/* values here */);"],
        ["Number", "Cargo.CreateNumber(/* values here */);"],
        ["Boolean", "Cargo.CreateBoolean(/* values here */);"],
        ["Any", "Cargo.CreateAny(/* values here */);"],
        ["MapOfArrayOfStr", "Cargo.CreateMapOfArrayOfStr(/* values here */);"],
      ),
      [
        "components/box",
        "string",
        "string[]",
        "components/bag[]",
        "{unknown (any)}",
        "integer",
        "number",
        "boolean",
        "unknown (any)",
        "{string[]}",
      ],
    ],
  ])("36 %s, %#", (dialect, text, want) => {
    const found = members(dialect, text);
    expect(found.members).toEqual(want);
    expect(found.found).toEqual([]);
  });

  test("36 a model may be called like a label of C#", () => {
    const found = members(
      "csharp",
      union(
        "Cargo",
        "csharp",
        ["One", "Cargo.CreateOne(/* values here */);"],
        ["Two", "Cargo.CreateTwo(/* values here */);"],
      ),
      {
        "docs/Models/Components/One.md": model("One", ["kind", "*string*"]),
        "docs/Models/Components/Two.md": model("Two"),
      },
    );
    expect(found.members).toEqual(["components/one", "components/two"]);
  });

  test("36 Java lists the members nowhere: anything may come, with a finding", () => {
    const found = members("java", "# Cargo\n\nA cargo.\n\n\n", {
      "docs/models/components/Ship.md": model("Ship", ["cargo", "[Cargo](../../models/components/Cargo.md)"]),
    });
    expect(found.members).toEqual(["unknown (missing)"]);
    expect(found.found).toEqual(["link/missing-members docs/models/components/Cargo.md#title"]);
    expect(modelOf(found.from, "components/cargo").description).toBe("A cargo.");
    expect(partsOf(found.from, "components/ship")).toEqual(["cargo: components/cargo"]);
    const { components } = openapiOf(
      { "docs/models/components/Cargo.md": "# Cargo\n\nA cargo.\n\n\n" },
      { dialect: "java" },
    );
    expect(components).toEqual({ schemas: { Cargo: { description: "A cargo." } } });
  });

  test("36 the cells of Ruby list the members, in parameters and answers too", () => {
    const page = "# Cargo\n\n\n";
    const found = members("ruby", page, {
      "docs/sdks/ships/README.md": resource("Ships", {
        load: section({
          route: "POST /ships",
          rows: [
            [
              "request",
              "[Crystalline::Union.new(Models::Components::Box, ::String)](../../models/components/cargo.md)",
              "✓",
              "The request object to use for the request.",
            ],
          ],
        }),
      }),
    });
    expect(found.members).toEqual(["components/box", "string"]);
  });
});
