import { expect, test } from "vitest";
import { enumeration, fact, guessed, listOf, object, optional, property, reference, text } from "./api.ts";
import { emitted } from "./emitted.ts";

test("presence and null are two things", () => {
  const vessel = object(
    "Vessel",
    [
      property("name", text, { description: "As painted on the bow" }),
      property("callSign", text, { nullable: fact("yes") }),
      property("draught", { kind: "number" }, { ...optional, examples: ["12.5"] }),
      property("flag", text, { ...optional, nullable: fact("yes"), deprecated: "Use `registry`." }),
      property("registry", text, { ...optional, nullable: fact("unstated") }),
      property("builtAt", { kind: "date-time" }, { nullable: fact("yes") }),
    ],
    { description: "A ship, and where it is registered." },
  );
  expect(emitted("src/models/vessel.ts", { models: [vessel] })).toMatchInlineSnapshot();
});

test("a name that rests on style alone is read in either spelling", () => {
  const berth = object("Berth", [
    property("maxDraught", { kind: "integer" }, { wireName: guessed("max_draught", "maxDraught") }),
    property("quayName", text, { ...optional, wireName: guessed("quay_name", "quayName") }),
  ]);
  expect(emitted("src/models/berth.ts", { models: [berth] })).toMatchInlineSnapshot();
});

test("fields that the docs know by their type alone", () => {
  const tariff = object("Tariff", [property("currency", text)], { additional: { kind: "number" } });
  expect(emitted("src/models/tariff.ts", { models: [tariff] })).toMatchInlineSnapshot();
});

test("dates and bytes", () => {
  const call = object("PortCall", [
    property("arrivedAt", { kind: "date-time" }),
    property("leftAt", { kind: "date-time" }, optional),
    property("day", { kind: "date" }),
    property("tides", listOf({ kind: "date-time" })),
    property("photo", { kind: "bytes" }, optional),
    property("due", { kind: "decimal" }),
  ]);
  expect(emitted("src/models/port-call.ts", { models: [call] })).toMatchInlineSnapshot();
});

test("a model that holds itself", () => {
  const container = object("Container", [
    property("parts", listOf(reference("Container")), optional),
    property("byName", { kind: "map", value: reference("Container") }, optional),
  ]);
  expect(emitted("src/models/container.ts", { models: [container] })).toMatchInlineSnapshot();
});

test("a model without fields", () => {
  expect(emitted("src/models/ping.ts", { models: [object("Ping", [])] })).toMatchInlineSnapshot();
});

test("the enums that only one model uses stand in its file", () => {
  const models = [
    object("Crane", [
      property("state", reference("CraneState")),
      property("lane", reference("Lane"), optional),
      property("make", reference("Make")),
    ]),
    enumeration("CraneState", ["idle", "lifting"], { description: "What a crane is doing." }),
    enumeration("Lane", [1, 2, 3]),
    enumeration("Make", ["gantry", "jib"], { open: fact(true) }),
  ];
  expect(emitted("src/models/crane.ts", { models })).toMatchInlineSnapshot();
});

test("an open enum of numbers has a file of its own where nothing uses it", () => {
  const level = enumeration("AlertLevel", [1, 2], { open: fact(true) });
  expect(emitted("src/models/alert-level.ts", { models: [level] })).toMatchInlineSnapshot();
});

const chart = object("Chart", [
  property("printedAt", { kind: "date-time" }, { name: "printed_at", wireName: fact("printedAt") }),
  property("sheetCount", { kind: "integer" }, { ...optional, name: "sheet_count", wireName: fact("sheet-count") }),
]);

test("`fields: documented`, `dates: string`", () => {
  const options = { fields: "documented", dates: "string" } as const;
  expect(emitted("src/models/chart.ts", { models: [chart] }, options)).toMatchInlineSnapshot();
});

test("`fields: wire`, `unknownFields: drop`", () => {
  const options = { fields: "wire", unknownFields: "drop" } as const;
  expect(emitted("src/models/chart.ts", { models: [chart] }, options)).toMatchInlineSnapshot();
});
