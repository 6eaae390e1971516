import { expect, test } from "vitest";
import { readPage } from "../../generator/docs/index.ts";

const path = "docs/nests.md";

const parts = [
  "### Parameters",
  "",
  "| Parameter | Type | Required | Description |",
  "| --- | --- | --- | --- |",
  "| id | string | :heavy_check_mark: | Its key. |",
  "",
  "### Response",
  "",
  "[Nest](nest.md)",
];

function operations(lines: readonly string[], at = path) {
  const { page, diagnostics } = readPage({ path: at, text: lines.join("\n") });
  if (page.kind !== "operations") return { kind: page.kind, codes: diagnostics.map(({ code }) => code) };
  const found = page.operations.map(({ name, description, route, parameters, response }) => [
    name,
    `${route?.snippet.method} ${route?.snippet.path}`,
    description,
    parameters.map((row) => row.name),
    response?.raw,
  ]);
  return { accessor: page.accessor, description: page.description, found, codes: diagnostics.map(({ code }) => code) };
}

test("a page without a list has the operations whose routes it states", () => {
  const given = [
    "# Nests",
    "",
    "All about nests.",
    "",
    "## Conventions",
    "",
    "Be kind.",
    "",
    "## getNest",
    "",
    "One nest.",
    "",
    "`GET /nests/{id}`",
    "",
    "Of your own.",
    "",
    ...parts,
    "",
    "## List nests",
    "",
    "**GET** `/nests`",
    "",
    "### Response",
    "",
    "array of [Nest](nest.md)",
  ];
  expect(operations(given)).toEqual({
    accessor: "Nests",
    description: "All about nests.\n\n## Conventions\n\nBe kind.",
    found: [
      ["getNest", "get /nests/{id}", "One nest.\n\n\nOf your own.", ["id"], "[Nest](nest.md)"],
      ["List nests", "get /nests", "", [], "array of [Nest](nest.md)"],
    ],
    codes: [],
  });
});

test("a listed operation may state its route in a line", () => {
  const given = [
    "# Nests",
    "",
    "## Overview",
    "",
    "### Available Operations",
    "",
    "* [getNest](#getnest) - One nest",
    "",
    "## getNest",
    "",
    "PATCH /nests/{id}",
    "",
    ...parts,
  ];
  expect(operations(given, "docs/sdks/nests/README.md")).toMatchObject({
    accessor: "",
    found: [["getNest", "patch /nests/{id}", "", ["id"], "[Nest](nest.md)"]],
    codes: [],
  });
});

test.each([
  { name: "a route in a sentence", line: "Sends `GET /nests/{id}` to the server." },
  { name: "a method that is none of HTTP", line: "`FETCH /nests`" },
  { name: "a path that is none", line: "`GET nests`" },
])("$name states no route", ({ line }) => {
  expect(operations(["# Nests", "", "## getNest", "", line, "", ...parts])).toEqual({
    kind: "other",
    codes: ["docs/unread-page"],
  });
});

test("what another generator calls otherwise is no operation", () => {
  const given = ["# NestsApi", "", "## `getNest()`", "", "GET /nests", "", "### Return type", "", "Nest"];
  expect(operations(given)).toEqual({ kind: "other", codes: ["docs/unread-page"] });
});
