import { describe, expect, test } from "vitest";
import type { NeutralType, Sighting } from "../../generator/dialects/sighting.ts";
import { contradiction, decide } from "../../generator/infer/decide.ts";
import type { Claim } from "../../generator/ir/index.ts";
import { type Draw, enumeration, list, name, object, operation, resource, row, union } from "../link/sightings.ts";
import { brief, decided, model, property, spelled } from "./decided.ts";

const says = <T>(strength: Claim<T>["strength"], value: T): Claim<T> => ({
  value,
  rule: "r",
  strength,
  places: [],
  why: "",
});

describe("a decision", () => {
  const none = says("assumed", 0);
  test("is the strongest claim, the first of several", () => {
    const claims = [says("shown", 1), says("stated", 2), says("stated", 3), says("derived", 2)];
    const fact = decide(claims, none);
    expect(fact).toEqual({ value: 2, because: [claims[1], claims[3]], against: [claims[0], claims[2]] });
    expect(contradiction(fact)).toEqual([claims[1], claims[2]]);
  });
  test("without claims is the default", () =>
    expect(decide([], none)).toEqual({ value: 0, because: [none], against: [] }));
  test("contradicts itself only where the docs speak", () => {
    expect(contradiction(decide([says("derived", 1), says("derived", 2)], none))).toBeUndefined();
    expect(contradiction(decide([says("stated", 1), says("shown", 2)], none))).toBeUndefined();
  });
});

/** A TypeScript model with one number, and what else the docs have. */
const number: NeutralType = { kind: "number-or-integer" };
const ship = (more: Omit<Draw, "name" | "type"> = {}, sample = "", type: NeutralType = number) =>
  object("Ship", [row("draft", type, more)], { dialect: "typescript", sample });

describe("a number", () => {
  const cases: readonly [string, readonly Sighting[], string, string][] = [
    ["with a whole literal", [ship({}, "let value: Ship = { draft: 12 };")], "integer", "type/literal"],
    ["with a decimal literal", [ship({}, "let value: Ship = { draft: 12.5 };")], "number", "type/literal"],
    ["with both", [ship({ examples: ["4"] }, "let value: Ship = { draft: 12.5 };")], "number", "type/literal"],
    ["in an example cell", [ship({ examples: ["7"] })], "integer", "type/literal"],
    ["in a list", [ship({ examples: ["[1, 2.5]"] }, "", list(number))], "number[]", "type/literal"],
    [
      "in the sample of a model around it",
      [
        ship(),
        object("Fleet", [row("flag", name("Ship"))], { sample: "let value: Fleet = {\n  flag: { draft: 3 },\n};" }),
      ],
      "integer",
      "type/literal",
    ],
    [
      "in an example of a model around it",
      [ship(), object("Fleet", [row("ships", list(name("Ship")), { examples: ['[{"draft": 3}]'] })])],
      "integer",
      "type/literal",
    ],
    [
      "described as a Unix time",
      [ship({ description: "The Unix timestamp of its launch." })],
      "integer",
      "type/unix-time",
    ],
    [
      "whose description has a decimal, against a whole literal",
      [ship({ description: "Between -2.0 and 2.0.", examples: ["0"] })],
      "number",
      "type/described-decimal",
    ],
    [
      "whose description has a decimal of something else",
      [ship({ description: "In cents: `1299` for `$12.99`. As of v1.2, below 1.5m. See 1.2.3.", examples: ["0"] })],
      "integer",
      "type/literal",
    ],
    [
      "under the same key elsewhere",
      [ship(), object("Log", [], { sample: "let value: Log = { other: { draft: 3 } };" })],
      "integer",
      "type/same-key",
    ],
    [
      "in a sample that two members of a union fit",
      [
        ship(),
        object("Boat", [row("draft", "string")]),
        union("Craft", [name("Ship"), name("Boat")]),
        object("Fleet", [row("flag", name("Craft"), { examples: ['{"draft": 3}'] })]),
      ],
      "number",
      "type/no-literal",
    ],
    ["that no sample shows", [ship()], "number", "type/no-literal"],
  ];
  test.each(cases)("%s", (_title, docs, want, rule) => {
    const { type } = property(decided(docs).api, "Ship.draft");
    expect([spelled(type.value), type.because[0]?.rule]).toEqual([want, rule]);
  });

  test("that no sample shows is reported", () => {
    expect(decided([ship()]).found).toEqual(["infer/assumed docs/models/shared/ship.md#fields/draft:type"]);
  });
});

test("a union has a model once that its page lists for each value of the discriminator", () => {
  const craft = union("Craft", [name("Ship"), name("Boat"), name("Ship")]);
  const { api } = decided([ship(), object("Boat", [row("draft", "string")]), craft]);
  const found = model(api, "Craft");
  expect(found.kind === "union" && found.members.map(({ type }) => spelled(type))).toEqual([
    "shared/ship",
    "shared/boat",
  ]);
});

describe("a null", () => {
  const cases: readonly [string, readonly Sighting[], string][] = [
    ["that the cell allows", [ship({ nullable: "yes" })], "yes by nullable/type-cell (stated)"],
    [
      "that the cell refuses, against a sample",
      [ship({ nullable: "no", examples: ["null"] })],
      "no by nullable/type-cell (stated)",
    ],
    ["that no cell speaks of", [ship()], "unstated by nullable/type-cell (assumed)"],
    ["in a sample", [ship({}, "let value: Ship = { draft: null };")], "yes by nullable/sample (shown)"],
    ["in an example", [ship({ examples: ["<nil>"] })], "yes by nullable/sample (shown)"],
    [
      "in an example around it",
      [ship(), object("Fleet", [row("flag", name("Ship"), { examples: ['{"draft": null}'] })])],
      "yes by nullable/sample (shown)",
    ],
    ["in prose", [ship({ description: "`null` while it is built." })], "yes by nullable/prose (shown)"],
    [
      "by the title of its model",
      [ship({}, "", name("CargoNullable")), object("CargoNullable", [row("weight", "integer")])],
      "yes by nullable/title (derived)",
    ],
    [
      "not by the title of an item's model",
      [ship({}, "", list(name("CargoNullable"))), object("CargoNullable", [row("weight", "integer")])],
      "unstated by nullable/type-cell (assumed)",
    ],
    ["in words", [ship({ description: "In metres. Null if it was not built." })], "yes by nullable/prose (shown)"],
    ["in words of what is set", [ship({ description: "Specify null for `draft`." })], "yes by nullable/prose (shown)"],
    [
      "in words of another field",
      [ship({ description: "To be null, `port` has to be left out." })],
      "unstated by nullable/type-cell (assumed)",
    ],
    [
      "in words that refuse it",
      [ship({ description: "Must not be null." })],
      "unstated by nullable/type-cell (assumed)",
    ],
    ["in a search for it", [ship({ description: "Filters for null." })], "unstated by nullable/type-cell (assumed)"],
    ["in prose that refuses it", [ship({ description: "Never `null`." })], "unstated by nullable/type-cell (assumed)"],
  ];
  test.each(cases)("%s", (_title, docs, want) => {
    expect(brief(property(decided(docs).api, "Ship.draft").nullable)).toBe(want);
  });
});

test("two cells that contradict each other are reported", () => {
  const { found } = decided([ship({ nullable: "no", examples: ["1"] }, "", { kind: "nullable", of: number })]);
  expect(found).toEqual(["infer/contradiction docs/models/shared/ship.md#fields/draft:type"]);
});

describe("an enum", () => {
  const open = { value: false, rule: "open/note", strength: "stated", places: [], why: "" } as const;
  test.each([
    ["of one value", enumeration("Kind", ["ship"]), "false by open/constant (derived)"],
    ["that does not say", enumeration("Kind", ["ship", "boat"]), "true by open/unstated (assumed)"],
    ["that says", { ...enumeration("Kind", ["ship", "boat"]), open }, "false by open/note (stated)"],
  ])("%s", (_title, kind, want) => {
    const found = model(decided([kind]).api, "Kind");
    expect(found.kind === "enum" ? brief(found.open) : "").toBe(want);
  });
});

describe("the tag of a union", () => {
  const literal = (value: string): NeutralType => ({ kind: "literal", value });
  const of = (title: string, ...rows: readonly Draw[]) => object(title, rows);
  const cases: readonly [
    string,
    readonly Sighting[],
    readonly NeutralType[],
    string | null,
    readonly (readonly unknown[])[],
  ][] = [
    [
      "a literal each",
      [of("A", row("kind", literal("a"))), of("B", row("kind", literal("b")))],
      [name("A"), name("B")],
      "kind",
      [["a"], ["b"]],
    ],
    [
      "an enum of one value",
      [of("A", row("kind", name("One"))), of("B", row("kind", literal("b"))), enumeration("One", ["a"])],
      [name("A"), name("B")],
      "kind",
      [["a"], ["b"]],
    ],
    [
      "the same literal twice",
      [of("A", row("kind", literal("a"))), of("B", row("kind", literal("a")))],
      [name("A"), name("B")],
      null,
      [[], []],
    ],
    [
      "missing in one",
      [of("A", row("kind", literal("a"))), of("B", row("size", "integer"))],
      [name("A"), name("B")],
      null,
      [[], []],
    ],
    [
      "optional, where another is required",
      [
        of("A", row("x", literal("a"), { mark: "–" }), row("y", literal("a"))),
        of("B", row("x", literal("b")), row("y", literal("b"))),
      ],
      [name("A"), name("B")],
      "y",
      [["a"], ["b"]],
    ],
    [
      "in a member that is a union",
      [
        of("A", row("kind", literal("a"))),
        of("B", row("kind", literal("b"))),
        of("C", row("kind", literal("c"))),
        union("BC", [name("B"), name("C")]),
      ],
      [name("A"), name("BC")],
      "kind",
      [["a"], ["b", "c"]],
    ],
    [
      "beside text",
      [of("A", row("kind", literal("a"))), of("B", row("kind", literal("b")))],
      [name("A"), name("B"), { kind: "string" }],
      "kind",
      [["a"], ["b"], []],
    ],
    [
      "beside a map",
      [of("A", row("kind", literal("a"))), of("B", row("kind", literal("b")))],
      [name("A"), name("B"), { kind: "map", value: { kind: "any" } }],
      null,
      [[], [], []],
    ],
    [
      "under its wire name",
      [of("A", row("ship_kind", literal("a"), { description: "`shipKind`" })), of("B", row("ship_kind", literal("b")))],
      [name("A"), name("B")],
      "shipKind",
      [["a"], ["b"]],
    ],
  ];
  test.each(cases)("%s", (_title, docs, members, tag, tags) => {
    const found = model(decided([...docs, union("U", members)]).api, "U");
    if (found.kind !== "union") throw new Error("no union");
    expect([found.tag.value, found.members.map((member) => member.tags)]).toEqual([tag, tags]);
  });

  test.each([
    ["cargoKind", "cargo_kind by tag/stated"],
    ["flag", "type by tag/constants"],
  ])("that the page calls %s", (stated, want) => {
    const docs = ["a", "b"].map((value) =>
      object(value.toUpperCase(), [
        row("type", literal(value)),
        row("cargo_kind", literal(value)),
        row("flag", "string"),
      ]),
    );
    const cargo = union("U", [name("A"), name("B")]);
    const page = { ...cargo, discriminator: { name: stated, place: `${cargo.page}#discriminator` } };
    const found = model(decided([...docs, page]).api, "U");
    if (found.kind !== "union") throw new Error("no union");
    expect(`${found.tag.value} by ${found.tag.because[0]?.rule}`).toBe(want);
  });
});

test("the raw response of an error is not on the wire", () => {
  const error = object(
    "Failure",
    [row("code", "string"), row("raw_response", "response"), row("status_code", "integer")],
    {
      namespace: "errors",
    },
  );
  const { api } = decided([error, resource([operation("list")])]);
  const found = model(api, "Failure");
  expect(found.kind === "object" ? [found.role.value, found.properties.map(({ name }) => name)] : []).toEqual([
    "data",
    ["code", "status_code"],
  ]);
});
