import { expect, test } from "vitest";
import { positionsOf, readPages } from "../../generator/docs/index.ts";

/** Padded as the generators pad, to the width of the widest cell. */
const table = [
  "| Field               | Type                     | Required           | Description       |",
  "| ------------------- | ------------------------ | ------------------ | ----------------- |",
  "| `a`                 | *string*                 | :heavy_check_mark: | N/A               |",
  "|   ~~`b`~~           | File \\| Blob            | :heavy_minus_sign: |                   |",
  "| `a`                 |\t[models.X](./x.md)        | :heavy_minus_sign: | é 🙂 x           |",
];

const wants: readonly [string, number, number][] = [
  ["title", 1, 1],
  ["description", 3, 3],
  ["fields/a", 7, 3],
  ["fields/a:name", 7, 3],
  ["fields/a:type", 7, 25],
  ["fields/a:required", 7, 52],
  ["fields/a:description", 7, 73],
  ["fields/b", 8, 5],
  ["fields/b:description", 8, 71],
  ["fields/a~2", 9, 3],
  ["fields/a~2:type", 9, 25],
];

test.each([
  { name: "plain", before: "", end: "\n" },
  { name: "with carriage returns", before: "", end: "\r\n" },
  { name: "with a byte order mark", before: "\uFEFF", end: "\n" },
])("positions are those of the text $name", ({ before, end }) => {
  const text = before + ["# X", "", "  Text.", "## Fields", ...table].join(end);
  const { pages } = readPages([
    { path: "docs/models/y.md", text: "# Y" },
    { path: "docs/models/a#b.md", text },
  ]);
  const found = wants.map(([key]) => positionsOf(pages)(`docs/models/a#b.md#${key}`));
  expect(found).toEqual(wants.map(([, line, column]) => ({ path: "docs/models/a#b.md", line, column })));
});

test("a place on no page has no position", () => {
  const { pages } = readPages([{ path: "docs/models/y.md", text: "# Y" }]);
  expect(positionsOf(pages)("docs/models/y.md#fields/a")).toBeUndefined();
  expect(positionsOf(pages)("docs/models/z.md#title")).toBeUndefined();
  expect(positionsOf(pages)("")).toBeUndefined();
});

test("pages are sorted by code units, whatever the order of the sources", () => {
  const sources = ["docs/b.md", "docs/B.md", "docs/ä.md", "docs/a.md"].map((path) => ({ path, text: "# T" }));
  const sorted = readPages(sources);
  expect(sorted.pages.map(({ path }) => path)).toEqual(["docs/B.md", "docs/a.md", "docs/b.md", "docs/ä.md"]);
  expect(readPages(sources.toReversed())).toEqual(sorted);
});
