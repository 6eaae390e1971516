import { describe, expect, test } from "vitest";
import { restyle, type Sightings, styleOf, vote } from "../../generator/infer/names/style.ts";

const nothing = { keys: [], freeKeys: [], backTicked: [], others: [], prose: [], paths: [], routes: [] };
const none: Sightings = { ...nothing, hasInitials: false };
const many = (name: string, count: number): readonly string[] => Array.from({ length: count }, () => name);

describe("the vote", () => {
  const cases: readonly [string, Sightings, string | null][] = [
    ["nothing", none, null],
    ["single words", { ...none, keys: ["id", "ID"] }, null],
    ["keys over twice as many ticks", { ...none, keys: ["a_b"], backTicked: ["aB"] }, "snake"],
    ["ticks over prose", { ...none, backTicked: ["a_b"], prose: many("aB", 6) }, "snake"],
    ["ticks of fields over those of other things", { ...none, backTicked: ["a_b"], others: many("aB", 6) }, "snake"],
    ["ticks of other things when there is nothing else", { ...none, others: ["a_b"] }, "snake"],
    ["ticks over keys of maps", { ...none, backTicked: ["a_b"], freeKeys: many("aB", 6) }, "snake"],
    ["keys of maps when there is nothing else", { ...none, freeKeys: ["a_b"] }, "snake"],
    ["paths when there is nothing else", { ...none, paths: ["a_b"] }, "snake"],
    ["paths never otherwise", { ...none, prose: ["aB"], paths: many("a_b", 90) }, "camel"],
    [
      "words that paths join, over their variables",
      { ...none, paths: many("aB", 9), routes: ["/ships/{aB}", "/home_ports"] },
      "snake",
    ],
    ["initials over paths", { ...none, paths: ["a_b"], routes: ["/home_ports"], hasInitials: true }, "camel"],
    ["prose over initials", { ...none, prose: ["a_b"], hasInitials: true }, "snake"],
    ["no words that a variable joins", { ...none, paths: ["aB"], routes: ["/ships/{a_b}/ports#a_b"] }, "camel"],
    [
      "no words that paths join in two ways",
      { ...none, paths: ["aB"], routes: ["/home_ports", "/shipYards"] },
      "camel",
    ],
    ["prose over words that paths join", { ...none, prose: ["aB"], routes: ["/home_ports"] }, "camel"],
    ["no words of contracts", { ...none, backTicked: ["deepObject", "anyOf", "a_b"] }, "snake"],
    [
      "methods of Protocol Buffers over all",
      { ...none, backTicked: many("a_b", 9), routes: ["/harbor.v1.ShipService/MoorShip", "/harbor.Ships/Get", "/a"] },
      "camel",
    ],
    ["no methods below a prefix", { ...none, prose: ["a_b"], routes: ["/twirp/harbor.Ships/Get"] }, "snake"],
    [
      "a thousand ticks no louder than fifty",
      { ...none, keys: many("aB", 50), backTicked: many("a_b", 1000) },
      "camel",
    ],
  ];
  test.each(cases)("%s", (_title, sightings, want) => expect(vote(sightings).style).toBe(want));
});

test.each([
  ["a_b", "snake"],
  ["aB", "camel"],
  ["line1", null],
  ["AB", null],
  ["Ab", null],
  ["a-b", null],
])("the style of %s", (name, want) => expect(styleOf(name)).toBe(want));

test.each([
  ["used_3ds", ["used", "3ds"], "snake", "used_3ds"],
  ["usedBy", ["used", "by"], "snake", "used_by"],
  ["used_by", ["used", "by"], "camel", "usedBy"],
] as const)("%s restyled", (name, words, style, want) => expect(restyle(name, words, style)).toBe(want));
