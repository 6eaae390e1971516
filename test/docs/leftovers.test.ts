import { expect, test } from "vitest";
import { readPage } from "../../generator/docs/index.ts";
import { withoutLeftovers } from "../../generator/docs/leftovers.ts";

const page = (path: string, lines: readonly string[]) => readPage({ path, text: lines.join("\n") }).page;

const noted = page("docs/ShipsApi.md", [
  "# ShipsApi",
  "",
  "Method | HTTP request | Description",
  "--- | --- | ---",
  "[**addShip**](#addShip) | **POST** /ships | ",
  "",
  "# **addShip**",
  "> addShip()",
]);
const modelAt = (path: string) =>
  page(path, ["# Ship", "", "## Fields", "", "| Field | Type | Required |", "| --- | --- | --- |"]);
const model = modelAt("docs/Ship.md");
const elsewhere = modelAt("docs/models/Ship.md");
const bare = page("docs/models/Boat.md", ["# Boat", "", "A boat."]);
const operations = page("docs/sdks/ships/README.md", [
  "# Ships",
  "",
  "### Available Operations",
  "",
  "* [add](#add)",
  "",
  "## add",
]);

test.each([
  ["stay where nothing else is", [noted], ["docs/ShipsApi.md"]],
  ["stay beside a page of nothing but text", [noted, bare], ["docs/ShipsApi.md", "docs/models/Boat.md"]],
  [
    "stay beside a page or two that a person wrote",
    [...Array.from({ length: 11 }, () => noted), elsewhere],
    [...Array.from({ length: 11 }, () => "docs/ShipsApi.md"), "docs/models/Ship.md"],
  ],
  [
    "stay beside a page of the same folder, where none has operations",
    [noted, model],
    ["docs/ShipsApi.md", "docs/Ship.md"],
  ],
  ["go where one of another folder has fields", [noted, elsewhere], ["docs/models/Ship.md"]],
  ["go where another one has operations", [noted, operations], ["docs/sdks/ships/README.md"]],
] as const)("pages that have notes in place of marks %s", (_, pages, want) => {
  expect(withoutLeftovers(pages).pages.map(({ path }) => path)).toEqual(want);
});
