import { describe, expect, test } from "vitest";
import type { Sighting } from "../../generator/dialects/sighting.ts";
import { type Draw, enumeration, list, name, object, readme, resource, row, union } from "../link/sightings.ts";
import { brief, decided, objectModel, property } from "./decided.ts";

const ship = (...rows: readonly Draw[]): Sighting => object("Ship", rows, { dialect: "typescript" });

/** A page whose keys weigh more than anything else: the API writes its names in camel case. */
const camel = object("Style", [
  row("text", "string", { description: '{"mooringBuoy": 1, "harborDue": 2, "anchorAge": 3, "cargoHold": 4}' }),
]);

describe("what the author says of the whole", () => {
  const text = 'Send `{"port_call": 1}`, sorted by `call_sign`.';
  const fields = ship(row("portCall", "string"), row("callSign", "string"), row("berthPlan", "string"));
  test.each<readonly [string, Sighting, readonly string[]]>([
    ["of a resource", { ...resource([]), description: text }, ["port_call", "call_sign", "berth_plan"]],
    ["of the API", readme({ description: text, isSummarized: true }), ["port_call", "call_sign", "berth_plan"]],
    ["of the SDK", readme({ description: text }), ["portCall", "callSign", "berthPlan"]],
  ])("%s", (_, told, want) => {
    const { api } = decided([fields, told]);
    expect(objectModel(api, "Ship").properties.map(({ wireName }) => wireName.value)).toEqual(want);
  });
});

describe("a name in an enum that lists names", () => {
  const fields = ["portCall", "callSign", "berthPlan", "flag"];
  const ships = ship(...fields.map((name) => row(name, "string")));
  const cases: readonly [string, readonly (string | number)[], string, string][] = [
    ["as it is", ["port_call", "flag"], "portCall", "port_call by wire-name/listed (derived)"],
    [
      "beside as many values that are no names",
      ["port_call", "flag", "none", "all"],
      "portCall",
      "port_call by wire-name/listed (derived)",
    ],
    [
      "beside more values that are no names",
      ["port_call", "none", "all"],
      "portCall",
      "portCall by wire-name/style (assumed)",
    ],
    ["in the plural", ["port_calls", "flags"], "portCall", "port_call by wire-name/listed (derived)"],
    ["behind another word", ["last_port_call", "flag"], "portCall", "port_call by wire-name/listed (derived)"],
    ["before another word", ["port_call_asc", "port_call_desc"], "portCall", "port_call by wire-name/listed (derived)"],
    ["inside a name of another style", ["totalPortCall", "flag"], "portCall", "portCall by wire-name/listed (derived)"],
    ["inside a longer text", ["by_port_call_or_not", "flag"], "portCall", "portCall by wire-name/style (assumed)"],
    ["of one word", ["flag", "call_sign"], "flag", "flag by wire-name/single-word (derived)"],
  ];
  test.each(cases)("%s", (_title, values, field, want) => {
    const { api } = decided([ships, camel, enumeration("SortBy", values)]);
    expect(brief(property(api, `Ship.${field}`).wireName)).toBe(want);
  });

  test("in two spellings says nothing", () => {
    const lists = [enumeration("SortBy", ["port_call"]), enumeration("GroupBy", ["portCall"])];
    const { api } = decided([ships, camel, ...lists]);
    expect(brief(property(api, "Ship.portCall").wireName)).toBe("portCall by wire-name/style (assumed)");
  });
});

describe("an example that lists names", () => {
  const fields = ["portCall", "callSign", "flag", "berthPlan"].map((name) => row(name, "string"));
  test.each<readonly [string, string, string, string]>([
    ["has a name", "flag,port_call,call_sign", "portCall", "port_call by wire-name/listed (derived)"],
    ["with blanks has one", "flag, port_call", "portCall", "port_call by wire-name/listed (derived)"],
    ["shows how others are spelled", "port_call,call_sign", "berthPlan", "berth_plan by wire-name/style (assumed)"],
    ["of no names says nothing", "north_sea,south_sea", "portCall", "portCall by wire-name/documented (assumed)"],
    ["alone says nothing", "port_call", "portCall", "portCall by wire-name/documented (assumed)"],
  ])("%s", (_, example, field, want) => {
    const asked = row("view", "string", { examples: [example] });
    const { api } = decided([ship(...fields, asked)]);
    expect(brief(property(api, `Ship.${field}`).wireName)).toBe(want);
  });
});

describe("the keys of an example", () => {
  const free: Draw["type"] = { kind: "map", value: { kind: "any" } };
  const cases: readonly [string, Draw["type"], string][] = [
    ["of anything else show how names are spelled", { kind: "any" }, "port_call by wire-name/style (assumed)"],
    ["of a map are the caller's", free, "portCall by wire-name/style (assumed)"],
  ];
  test.each(cases)("%s", (_title, type, want) => {
    const examples = ['{"my_buoy": 1, "my_due": 2, "my_age": 3, "my_hold": 4, "my_crew": 5}'];
    const docs = [ship(row("portCall", "string")), camel, object("Log", [row("payload", type, { examples })])];
    expect(brief(property(decided(docs).api, "Ship.portCall").wireName)).toBe(want);
  });
});

describe("the style of a model's own page", () => {
  const cases: readonly [string, string, string][] = [
    ["is that of its other names", "`call_sign`", "port_call by wire-name/page-style (assumed)"],
    ["is that of its other names without a mark", "Or call_sign.", "port_call by wire-name/page-style (assumed)"],
    ["is none where it shows two", "`call_sign` `berthPlan`", "portCall by wire-name/style (assumed)"],
    ["is none where one of two has no mark", "`call_sign`, or berthPlan", "portCall by wire-name/style (assumed)"],
    ["is none where it shows names of others", "`tide_table`", "portCall by wire-name/style (assumed)"],
  ];
  test.each(cases)("%s", (_title, description, want) => {
    const rows = [row("portCall", "string", { description }), row("callSign", "string"), row("berthPlan", "string")];
    expect(brief(property(decided([ship(...rows), camel]).api, "Ship.portCall").wireName)).toBe(want);
  });
});

test("the style of an object's examples is that of its page, whatever its texts show", () => {
  const rows = [
    row("portCall", "string", { description: "`berthPlan`" }),
    row("callSign", "string"),
    row("berthPlan", "string"),
  ];
  const fleet = object("Fleet", [row("last", name("Ship"), { examples: ['{"call_sign": 1}'] })]);
  const { api } = decided([ship(...rows), fleet, camel]);
  expect(brief(property(api, "Ship.portCall").wireName)).toBe("port_call by wire-name/page-style (assumed)");
});

describe("a name without a mark in the prose of a model's page", () => {
  const other = object("Log", [row("text", "string", { description: "Or port_call." })]);
  const cases: readonly [string, string, string][] = [
    ["is the field's", "Left out when port_call is set.", "port_call by wire-name/own-prose (derived)"],
    ["of another page says nothing", "Left out.", "portCall by wire-name/style (assumed)"],
    ["in two spellings says nothing", "Either port_call or portCall.", "portCall by wire-name/style (assumed)"],
    ["in code is a mark", "See `port_call`.", "port_call by wire-name/back-ticked (stated)"],
  ];
  test.each(cases)("%s", (_title, description, want) => {
    const ships = ship(row("portCall", "string"), row("flag", "string", { description }));
    expect(brief(property(decided([ships, other, camel]).api, "Ship.portCall").wireName)).toBe(want);
  });
});

describe("a null of the same field in another document", () => {
  const words = "The depth below the waterline.";
  const boat = object("Boat", [row("draft", "integer", { nullable: "yes", description: words })]);
  const cases: readonly [string, Draw, string][] = [
    ["holds", row("draft", "integer", { description: words }), "yes by nullable/twin (derived)"],
    [
      "gives way to the cell",
      row("draft", "integer", { description: words, nullable: "no" }),
      "no by nullable/type-cell (stated)",
    ],
    [
      "needs the same description",
      row("draft", "integer", { description: "The depth above the waterline." }),
      "unstated by nullable/type-cell (assumed)",
    ],
    ["needs the same type", row("draft", "string", { description: words }), "unstated by nullable/type-cell (assumed)"],
    [
      "needs the same mark",
      row("draft", "integer", { description: words, mark: "–" }),
      "unstated by nullable/type-cell (assumed)",
    ],
  ];
  test.each(cases)("%s", (_title, field, want) => {
    expect(brief(property(decided([ship(field), boat]).api, "Ship.draft").nullable)).toBe(want);
  });

  test("is no evidence of the field that has it", () => {
    const { because } = property(decided([boat]).api, "Boat.draft").nullable;
    expect(because.map(({ rule }) => rule)).toEqual(["nullable/type-cell"]);
  });

  test("is not taken from a description of few words", () => {
    const short = { description: "The draft." };
    const docs = [
      ship(row("draft", "integer", short)),
      object("Boat", [row("draft", "integer", { ...short, nullable: "yes" })]),
    ];
    expect(brief(property(decided(docs).api, "Ship.draft").nullable)).toBe("unstated by nullable/type-cell (assumed)");
  });

  test("is taken from few words where the two models have the same fields", () => {
    const [length, width] = [row("length", "integer"), row("width", "integer")];
    const docs = [
      ship(row("draft", "integer"), length, width),
      object("Boat", [length, width, row("draft", "integer", { nullable: "yes" })]),
    ];
    expect(brief(property(decided(docs).api, "Ship.draft").nullable)).toBe("yes by nullable/twin (derived)");
  });
});

describe("a default in a description", () => {
  const cases: readonly [string, Draw, unknown][] = [
    ["in back-ticks", row("a", "integer", { description: "How many. Defaults to `7` if not given." }), 7],
    ["in back-ticks, of a text", row("a", "string", { description: "Defaults to `7`." }), "7"],
    ["in quotes inside back-ticks", row("a", "string", { description: 'Defaults to `"fast"`.' }), "fast"],
    ["in quotes", row("a", "string", { description: 'The title, which defaults to "Sign up".' }), "Sign up"],
    ["a bare number", row("a", { kind: "number" }, { description: "Defaults to 0.25. Higher is wilder." }), 0.25],
    ["a bare boolean", row("a", "boolean", { description: "Defaults to false" }), false],
    ["a number with a unit, in a text", row("a", "string", { description: "Defaults to 7 days." }), undefined],
    ["a number that is the beginning of a word", row("a", "integer", { description: "Defaults to 24h." }), undefined],
    ["a value of another type", row("a", "boolean", { description: "Defaults to `7`." }), undefined],
    ["what is computed", row("a", "string", { description: "Defaults to `slug(name + flag)`." }), undefined],
    ["a text with a remark", row("a", "string", { description: "Defaults to `Sloop (small)`." }), "Sloop (small)"],
    ["words without marks", row("a", "string", { description: "Defaults to the current date." }), undefined],
    ["a value of the enum", row("a", name("Speed"), { description: "Defaults to `slow`." }), "slow"],
    ["no value of the enum", row("a", name("Speed"), { description: "Defaults to `still`." }), undefined],
    ["of a list", row("a", list({ kind: "string" }), { description: "Defaults to `x`." }), undefined],
  ];
  test.each(cases)("%s", (_, field, want) => {
    const { api } = decided([ship(field), enumeration("Speed", ["slow", "fast"])]);
    expect(property(api, "Ship.a").default?.value).toBe(want);
  });
});

describe("a name that two objects spell in two ways, and an example of the object", () => {
  const fleet = (type: Draw["type"], example: string): Sighting =>
    object("Fleet", [row("last", type, { examples: [example] })]);
  const other = object("Log", [row("text", "string", { description: '{"port_call": 1, "portCall": 2, "_flag": 3}' })]);
  const cases: readonly [string, string, Sighting, string][] = [
    ["has it", "portCall", fleet(name("Ship"), '{"port_call": 1}'), "port_call by wire-name/own-example (stated)"],
    [
      "has it in a list",
      "portCall",
      fleet(list(name("Ship")), '[{"port_call": 1}]'),
      "port_call by wire-name/own-example (stated)",
    ],
    [
      "has it as one of a union",
      "portCall",
      fleet(name("Vessel"), '{"port_call": 1}'),
      "port_call by wire-name/own-example (stated)",
    ],
    [
      "has it in capitals",
      "portCall",
      fleet(name("Ship"), '{"PortCall": 1}'),
      "PortCall by wire-name/own-example (stated)",
    ],
    [
      "has it with an underscore",
      "flag",
      fleet(name("Ship"), '{"_flag": 1}'),
      "_flag by wire-name/own-example (stated)",
    ],
    ["has one word as expected", "flag", fleet(name("Ship"), '{"flag": 1}'), "flag by wire-name/single-word (derived)"],
    [
      "has it twice",
      "portCall",
      fleet(name("Ship"), '{"port_call": 1, "portCall": 2}'),
      "portCall by wire-name/style (assumed)",
    ],
    [
      "has it further down",
      "portCall",
      fleet(name("Ship"), '{"a": {"port_call": 1}}'),
      "portCall by wire-name/style (assumed)",
    ],
    ["is cut off", "portCall", fleet(name("Ship"), '{"port_call": 1, "port'), "portCall by wire-name/style (assumed)"],
  ];
  test.each(cases)("%s", (_title, field, example, want) => {
    const ships = ship(row("portCall", "string"), row("flag", "string"));
    const { api } = decided([ships, union("Vessel", [name("Ship")]), example, other, camel]);
    expect(brief(property(api, `Ship.${field}`).wireName)).toBe(want);
  });

  test("for several rows, of which one is inside another", () => {
    const inner = object("Port", [row("berthPlan", "string")], { dialect: "typescript" });
    const example = fleet(name("Ship"), '{"port_call": {"berth_plan": ""}}');
    const { api } = decided([ship(row("portCall", name("Port"))), inner, example, other, camel]);
    expect(property(api, "Port.berthPlan").wireName.value).toBe("berth_plan");
  });
});

describe("names of another standard in texts", () => {
  const spelled = (name: string, other: string): Draw =>
    row(name, "string", { description: `Corresponds to \`${other}\` of the harbour code.` });
  const cases: readonly [string, string, string][] = [
    ["that examples spell otherwise are none of the wire", '{"portCall": 1, "callSign": 2}', "berthPlan lastBuoy"],
    ["that examples confirm are", '{"port_call": 1, "call_sign": 2}', "berth_plan last_buoy"],
    ["that one example spells otherwise are", '{"portCall": 1}', "berth_plan last_buoy"],
    ["that examples confirm as often are", '{"portCall": 1, "call_sign": 2}', "berth_plan last_buoy"],
  ];
  test.each(cases)("%s", (_title, example, want) => {
    const ships = ship(spelled("portCall", "port_call"), spelled("callSign", "call_sign"));
    const berths = object("Berth", [spelled("berthPlan", "berth_plan"), row("lastBuoy", "string")]);
    const { api } = decided([ships, berths, object("Fleet", [row("last", name("Ship"), { examples: [example] })])]);
    const names = ["berthPlan", "lastBuoy"].map((field) => property(api, `Berth.${field}`).wireName.value);
    expect(names.join(" ")).toBe(want);
  });
});
