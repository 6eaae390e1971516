import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { answers, enumeration, folders, model, modelOf, operationOf, resource, section } from "./docs.ts";
import { members, union } from "./union-pages.ts";

describe("37 lists of PHP and numbers of TypeScript", () => {
  test.each([
    [
      "array",
      "/**\n* @var array<\\Harbour\\SDK\\Models\\Components\\Box>\n*/\narray $value = /* values here */",
      "components/box[]",
    ],
    ["array", "/**\n * @var array<string>\n */\narray $value = /* values here */", "string[]"],
    ["array", "/** @var array<string, mixed> */\narray $value = /* values here */", "{unknown (any)}"],
    ["array", "array $value = /* values here */", "unknown (any)[]"],
  ])("37 `%s` with %j", (heading, code, want) => {
    const found = members(
      "php",
      union("Cargo", "php", ["`string`", "string $value = /* values here */"], [`\`${heading}\``, code]),
    );
    expect(found.members).toEqual(["string", want]);
    expect(found.found).toEqual([]);
  });

  test("37 a number with a decimal point is a number, one without an integer", () => {
    const text = union(
      "Cargo",
      "typescript",
      ["`number`", "const value: number = 128403;"],
      ["`number`", "const value: number = 1284.03;"],
      ["`number[]`", "const value: number[] = [\n  1,\n  2,\n];"],
      ["`number[][]`", "const value: number[][] = [[1.5]];"],
      ["`string`", 'const value: string = "<value>";'],
    );
    expect(members("typescript", text).members).toEqual(["integer", "number", "integer[]", "number[][]", "string"]);
  });
});

describe("38 unions of one and of many members, and of streams", () => {
  test("38 one member", () => {
    expect(members("typescript", union("Cargo", "typescript", ["`components.Box`", ""])).members).toEqual([
      "components/box",
    ]);
    expect(
      members(
        "go",
        union("Cargo", "go", ["Box", "cargo := components.CreateCargoBox(components.Box{/* values here */})"]),
      ).members,
    ).toEqual(["components/box"]);
  });

  test("38 more than four hundred members", () => {
    const titles = Array.from({ length: 450 }, (_, index) => `Source${index}`);
    const more = Object.fromEntries(
      titles.map((title) => [`docs/models/${title.toLowerCase()}.md`, model(title, ["kind", `*Literal["${title}"]*`])]),
    );
    const found = members(
      "python",
      union("Cargo", "python", ...titles.map((title) => [`\`models.${title}\``, ""] as const)),
      more,
    );
    expect(found.members).toHaveLength(450);
    expect(modelOf(found.from, "models/cargo")).toMatchObject({ tag: { value: "kind" } });
    expect(found.found).toEqual([]);
  });

  const streamed: readonly (readonly [DialectName, string, string])[] = [
    [
      "typescript",
      union("Cargo", "typescript", ["`components.Box`", ""], ["`EventStream<components.BoxEvent>`", ""]),
      "sse components/box",
    ],
    [
      "typescript",
      union("Cargo", "typescript", ["`components.Box`", ""], ["`JsonLStream<components.Bag>`", ""]),
      "json-lines components/bag",
    ],
    [
      "python",
      union(
        "Cargo",
        "python",
        ["`models.Box`", "value: models.Box = /* values here */"],
        [
          "`Union[eventstreaming.EventStream[models.BoxEvent], eventstreaming.EventStreamAsync[models.BoxEvent]]`",
          "value: Union[eventstreaming.EventStream[models.BoxEvent], eventstreaming.EventStreamAsync[models.BoxEvent]] = /* values here */",
        ],
      ),
      "sse models/box",
    ],
    [
      "python",
      union(
        "Cargo",
        "python",
        ["`models.Box`", ""],
        ["`Union[Generator[models.BoxEvent, None, None], AsyncGenerator[models.BoxEvent, None]]`", ""],
      ),
      "sse models/box",
    ],
    [
      "go",
      union(
        "Cargo",
        "go",
        ["Box", "cargo := components.CreateCargoBox(components.Box{/* values here */})"],
        ["", "cargo := components.CreateCargoEventStream(*stream.EventStream[components.BoxEvent]{/* values here */})"],
      ),
      "sse components/box",
    ],
  ];
  test.each(streamed)("38 %s, %#: a stream is no JSON", (dialect, text, want) => {
    const folder = folders[dialect];
    const namespace = dialect === "python" ? "models" : "components";
    const cells: Partial<Record<DialectName, string>> = {
      typescript: "[components.Box](../../models/components/box.md)",
      python: "[models.Box](../models/box.md)",
      go: "[components.Box](../../models/components/box.md)",
    };
    const answer: Partial<Record<DialectName, string>> = {
      typescript: "Promise\\<[components.Cargo](../../models/components/cargo.md)\\>",
      python: "[models.Cargo](../../models/cargo.md)",
      go: "[*components.Cargo](../../models/components/cargo.md), error",
    };
    const name = dialect === "go" ? ["ID", "Data"] : ["id", "data"];
    const text0 = { typescript: "*string*", python: "*Optional[str]*", go: "`*string`" }[dialect as "go"];
    const { from, id } = members(dialect, text, {
      [`${folder}/boxevent.md`]: model(
        "BoxEvent",
        [name[0] ?? "", text0, "–"],
        [name[1] ?? "", cells[dialect] ?? "", "✓"],
      ),
      "docs/sdks/ships/README.md": resource("Ships", {
        load: section({ route: "POST /ships", response: answer[dialect] ?? "" }),
      }),
    });
    expect(answers(operationOf(from))).toEqual([`json ${namespace}/box`, want]);
    expect(modelOf(from, id).read?.value).toHaveLength(2);
    expect(from.found).toEqual(["infer/missing-server null"]);
  });
});

test("39 dates in the headings of unions are what they are called", () => {
  const python = union(
    "Cargo",
    "python",
    ["`datetime`", "value: datetime = /* values here */"],
    ["`date`", "value: date = /* values here */"],
  );
  expect(members("python", python).members).toEqual(["date-time", "date"]);
  const typescript = union(
    "Cargo",
    "typescript",
    ["`Date`", 'const value: Date = new Date("2024-02-29T00:00:00Z");'],
    ["`RFCDate`", 'const value: RFCDate = new RFCDate("2024-02-29");'],
  );
  expect(members("typescript", typescript).members).toEqual(["date-time", "date"]);
  const go = union(
    "Cargo",
    "go",
    ["", "cargo := components.CreateCargoDateTime(time.Time{/* values here */})"],
    ["", "cargo := components.CreateCargoDate(types.Date{/* values here */})"],
  );
  expect(members("go", go).members).toEqual(["date-time", "date"]);
  const csharp = union(
    "Cargo",
    "csharp",
    ["DateTime", "Cargo.CreateDateTime(/* values here */);"],
    ["Date", "Cargo.CreateDate(/* values here */);"],
  );
  expect(members("csharp", csharp).members).toEqual(["date-time", "date"]);
});

describe("40 discriminators", () => {
  test("40 another literal in each member, of a field that some call otherwise", () => {
    const found = members("python", union("Cargo", "python", ["`models.Box`", ""], ["`models.Bag`", ""]), {
      "docs/models/box.md": model("Box", ["type", '*Optional[Literal["box"]]*', "–"], ["object", '*Literal["cargo"]*']),
      "docs/models/bag.md": model("Bag", ["type", '*Optional[Literal["bag"]]*', "–"], ["object", '*Literal["cargo"]*']),
    });
    expect(modelOf(found.from, "models/cargo")).toMatchObject({
      tag: { value: "type" },
      members: [{ tags: ["box"] }, { tags: ["bag"] }],
    });
  });

  test("40 Go calls the variants after the values, and tells how to switch over them", () => {
    const text = `${union("Cargo", "go", ["Box", "cargo := components.CreateCargoBigBox(components.Box{/* values here */})"], ["Bag", "cargo := components.CreateCargoSmallBag(components.Bag{/* values here */})"])}
## Union Discrimination

Use the \`Type\` field to determine which variant is active, then access the corresponding field:

\`\`\`go
switch cargo.Type {
	case components.CargoTypeBigBox:
		// cargo.Box is populated
}
\`\`\`
`;
    const found = members("go", text, {
      "docs/models/components/box.md": model("Box", ["Kind", "`string`", "✓", "N/A", "big_box"]),
      "docs/models/components/bag.md": model("Bag", ["Kind", "`string`", "✓", "N/A", "small_bag"]),
    });
    expect(found.members).toEqual(["components/box", "components/bag"]);
    expect(modelOf(found.from, "components/cargo")).toMatchObject({
      tag: { value: "kind" },
      members: [{ tags: ["big_box"] }, { tags: ["small_bag"] }],
    });
    expect(modelOf(found.from, "components/cargo").description).toBe("A cargo.");
    expect(found.found).toEqual([]);
  });

  test("40 a heading of C# may be a value of the discriminator", () => {
    const found = members(
      "csharp",
      union(
        "Cargo",
        "csharp",
        ["CargoBox", "Cargo.CreateCargoBox(/* values here */);"],
        ["CargoBag", "Cargo.CreateCargoBag(/* values here */);"],
      ),
      {
        "docs/Models/Components/Box.md": model("Box", ["Object", "[BoxObject](../../Models/Components/BoxObject.md)"]),
        "docs/Models/Components/BoxObject.md": enumeration("BoxObject", ["CargoBox", "cargo_box"]),
        "docs/Models/Components/Bag.md": model("Bag", ["Object", "[BagObject](../../Models/Components/BagObject.md)"]),
        "docs/Models/Components/BagObject.md": enumeration("BagObject", ["CargoBag", "cargo_bag"]),
      },
    );
    expect(found.members).toEqual(["components/box", "components/bag"]);
    expect(modelOf(found.from, "components/cargo")).toMatchObject({ tag: { value: "object" } });
  });
});

describe("unions that lead back to themselves", () => {
  const listed = (...titles: readonly string[]) =>
    union("Cargo", "typescript", ...titles.map((title) => [`\`components.${title}\``, ""] as const));
  const bale = "docs/models/components/bale.md";
  const pages = (...titles: readonly string[]) => ({
    [bale]: union("Bale", "typescript", ...titles.map((title) => [`\`components.${title}\``, ""] as const)),
  });

  test.each([
    { what: "directly", cargo: ["Cargo", "Box"], bale: ["Bag"], want: ["components/box"], found: 1 },
    {
      what: "through another one, whose members stand in for it",
      cargo: ["Box", "Bale"],
      bale: ["Bag", "Cargo"],
      want: ["components/box", "components/bag"],
      found: 2,
    },
    {
      what: "not, where a union holds one that does",
      cargo: ["Box", "Bale"],
      bale: ["Bag", "Bale"],
      want: ["components/box", "components/bale"],
      found: 1,
    },
  ])("$what", ({ cargo, bale, want, found }) => {
    const given = members("typescript", listed(...cargo), pages(...bale));
    expect(given.members).toEqual(want);
    expect(given.found.filter((one) => one.includes("infer/endless-union"))).toHaveLength(found);
  });
});
