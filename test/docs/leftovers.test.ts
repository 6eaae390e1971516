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
const model = page("docs/Ship.md", [
  "# Ship",
  "",
  "## Fields",
  "",
  "| Field | Type | Required |",
  "| --- | --- | --- |",
]);
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
  ["stay where no other page has operations", [noted, model], ["docs/ShipsApi.md", "docs/Ship.md"]],
  ["go where another one has operations", [noted, operations], ["docs/sdks/ships/README.md"]],
] as const)("pages that have notes in place of marks %s", (_, pages, want) => {
  expect(withoutLeftovers(pages).pages.map(({ path }) => path)).toEqual(want);
});
