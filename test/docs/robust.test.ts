import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockReader } from "../../generator/docs/blocks.ts";
import { readPage, readPages } from "../../generator/docs/index.ts";
import { createReader } from "../../generator/docs/processor.ts";
import { shallow, squeeze } from "../../generator/docs/squeeze.ts";
import { misplaced } from "./places.ts";
import { plainTree, squeezedTree } from "./trees.ts";

const seeds: readonly { path: string; text: string }[] = [
  {
    path: "docs/models/vessel.md",
    text: [
      "# Vessel",
      "",
      "A ship.",
      "",
      "* a [link](x)",
      "  more",
      "",
      "> :warning: **DEPRECATED**: Use a boat.",
      "",
      "## Example Usage",
      "",
      "```typescript",
      "let value: Vessel = {",
      '  name: "<name>",',
      "};",
      "```",
      "",
      "## Fields",
      "",
      "| Field      | Type           | Required           | Description   | Example |",
      "| ---------- | -------------- | ------------------ | ------------- | ------- |",
      "| `name`     | *string*       | :heavy_check_mark: | N/A           | a \\| b  |",
      "| ~~`port`~~ | [x.Port](y.md) | :heavy_minus_sign: | One<br/>two   |         |",
    ].join("\n"),
  },
  {
    path: "docs/models/status.md",
    text: '# Status\n\n## Values\n\nOpen.\n\n- `"a"`\n- `"b"`\n\n```ts\n"c" | "d"\n```\n\n| Name | Value |\n| --- | --- |\n| `E` | e |\n',
  },
  {
    path: "docs/models/cargo.md",
    text: "# Cargo\n\n## Supported Types\n\n### `models.Grain`\n\n```ts\nx\n```\n\n### \n\n## Union Discrimination\n",
  },
  {
    path: "docs/sdks/vessels/README.md",
    text: [
      "# Vessels",
      "(*vessels*)",
      "## Overview",
      "### Available Operations",
      "* [locate](#locate) - Locate",
      "* [sink](#sink)",
      "## locate",
      "Text.",
      "### Example Usage",
      '<!-- UsageSnippet language="ts" operationID="locate" method="get" path="/{id}" -->',
      "```ts",
      "locate();",
      "```",
      "### Parameters",
      "| Parameter | Type | Required | Description |",
      "| --- | --- | --- | --- |",
      "| `id` | *string* | :heavy_check_mark: | N/A |",
      "### Response",
      "**Promise\\<void\\>**",
      "### Errors",
      "| Error Type | Status Code | Content Type |",
      "| --- | --- | --- |",
      "| errors.X | 4XX, 5XX | \\*/\\* |",
      "## sink",
    ].join("\n"),
  },
  {
    path: "README.md",
    text: "# Harbor\n\n<!-- Start Servers [server] -->\n## Servers\n\n| # | Server |\n| - | --- |\n| 0 | `x` |\n\n* [a](b)\n<!-- End Servers [server] -->\n",
  },
];

/** Pieces that open, close or confuse blocks. */
const piece = fc.constantFrom(
  ..."\n,\n\n, ,  ,    ,\t,|,\\|,||,`,```,````,~~~,#,##,###,-,- ,---,*,**,+ ,1. ,>,> ,<,<!--,-->,<!-- x -->,<pre>,</pre>,<div>,<?,?>,:,:-:,=,===,[,](,),[a]: b,x,é,🙂,\r,\r\n,\0,\u00a0,\u2028,\uFEFF,\uD800,| a | b |,|---|---|,\n|-|\n,\n| x\n,## Fields,## Values,### Errors,~~,N/A,<br/>"
    .split(",")
    .filter((text) => text !== ""),
);

const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(12), insert: piece });

const mutated = fc.tuple(fc.constantFrom(...seeds), fc.array(edit, { maxLength: 12 })).map(([seed, edits]) => ({
  path: seed.path,
  text: edits.reduce((text, { at, cut, insert }) => {
    const index = Math.floor(at * text.length);
    return text.slice(0, index) + insert + text.slice(index + cut);
  }, seed.text),
}));

/** Lines that begin or end a block where another one may be open. */
const line = fc.tuple(
  fc.constantFrom("", "", "", " ", "  ", "   ", "    ", "\t", "> ", ">", "- ", "* ", "1. ", "- - ", "> - ", "  - "),
  fc.constantFrom(
    ..."|text|# a|## `b`|#|# b #|```|```ts|````|~~~|``` a`|~~~ a~|---|***|<div>|</div>|<a>|<!-- c -->|<!-- c|-->|<pre>|</pre>".split(
      "|",
    ),
    ..."<?php,?>,[a]: b,===,`a`,**b**,1. c,- d,+,*,-,\\,>,: a,\u00a0,    x,<br/>,| a | b |,|-|-|,|-|,a | b,-|-,| x,--,*,1)".split(
      ",",
    ),
  ),
);
const byLines = fc.array(line, { maxLength: 14 }).map((lines) => ({
  path: "docs/models/x.md",
  text: lines.map(([start, body]) => start + body).join("\n"),
}));

const arbitrary = fc.record({
  path: fc.oneof(fc.constantFrom(...seeds.map(({ path }) => path), "docs/models/x.mdx"), fc.string({ unit: "binary" })),
  text: fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  ),
});

describe("any text", () => {
  test("is read without an error, and each place has a position in the text", () => {
    fc.assert(
      fc.property(fc.oneof(arbitrary, mutated), (source) => {
        const { page, diagnostics } = readPage(source);
        const lines = source.text.split(/\r\n|\r|\n/);
        for (const { line, column } of page.positions.values()) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
        }
        for (const { place, message } of diagnostics) {
          expect(page.positions.has(place?.slice(source.path.length + 1) ?? "")).toBe(true);
          expect(message).toMatch(/^Unexpected .+, expected /s);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test("has the tree, squeezed, that the parser gives for the whole", () => {
    fc.assert(
      fc.property(fc.oneof(arbitrary, mutated, byLines), ({ text }) => {
        const lines = text.split(/\r\n|\r|\n/);
        expect(squeezedTree(lines)).toEqual(plainTree(lines));
      }),
      { numRuns: 2000, seed: 4 },
    );
  });

  test("stands where its places say", () => {
    fc.assert(
      fc.property(fc.oneof(arbitrary, mutated), (source) => {
        if (!/\.mdx$/i.test(source.path)) expect(misplaced(readPage(source).page, source.text)).toEqual([]);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  test("is read alike whatever was read before", () => {
    const texts = fc.array(fc.oneof(arbitrary, mutated, byLines), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, (sources) => {
        const read = blockReader();
        for (const { text } of [...sources, ...sources]) {
          const pieces = squeeze(text.split(/\r\n|\r|\n/));
          expect(read(pieces)).toEqual(blockReader()(pieces));
        }
        const alone = sources.map((source) => readPage(source).page);
        expect(readPages(sources).pages).toEqual(expect.arrayContaining(alone));
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  test("gives the same page squeezed and unsqueezed", () => {
    fc.assert(
      fc.property(fc.oneof(arbitrary, mutated), (source) => {
        expect(readPage(source)).toEqual(readPage(source, createReader(shallow)));
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});

test("padding changes positions alone", () => {
  const blanks = fc.nat(30).map((count) => " ".repeat(count));
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds.slice(0, -1)),
      fc.array(blanks, { minLength: 8, maxLength: 8 }),
      ({ path, text }, pads) => {
        let next = 0;
        const padded = text
          .split("\n")
          .map((line) =>
            line.startsWith("|") ? line.replace(/ \| /g, () => ` ${pads[next++ % 8]}| ${pads[next++ % 8]}`) : line,
          )
          .join("\n");
        const { positions: _, ...want } = readPage({ path, text }).page;
        expect(readPage({ path, text: padded }).page).toMatchObject(want);
      },
    ),
    { seed: 3 },
  );
});

const many = 4_000;
const rows = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";

test.each<{ name: string; text: string }>([
  { name: "deep quotes", text: ">".repeat(many) },
  { name: "deep bullets", text: "- ".repeat(many) },
  { name: "deep numbers", text: "1) ".repeat(many) },
  { name: "deep indentation", text: Array.from({ length: 200 }, (_, n) => `${"  ".repeat(n)}- a`).join("\n") },
  { name: "many headings", text: "# a\n".repeat(many) },
  { name: "many sections", text: "# T\n## Fields\n".repeat(many / 4) },
  { name: "many members", text: `## Supported Types\n${"### a\n".repeat(many / 2)}` },
  {
    name: "many rows of one name",
    text: `## Fields\n${rows}${"| `a` | x | :heavy_check_mark: | y |\n".repeat(many / 2)}`,
  },
  { name: "many cells", text: `## Fields\n${"| a ".repeat(many)}\n${"|-".repeat(many)}\n${"| b ".repeat(many)}` },
  {
    name: "a long row",
    text: `## Fields\n${rows}| ${"`a".repeat(many)} | ${"[(".repeat(many)} | ${" ".repeat(many)}x |`,
  },
  { name: "backslashes", text: `## Fields\n${rows}| ${"\\".repeat(many)} | ${"\\|".repeat(many)} | |` },
  { name: "quotes in a fence", text: `## Values\n\`\`\`\n${'"\\"|'.repeat(many)}\n\`\`\`` },
  { name: "a bullet of back-ticks", text: `## Values\n- ${"`".repeat(many)}x${"`a".repeat(many)}` },
  { name: "an unclosed fence", text: `## Values\n\`\`\`\n${"x\n\n".repeat(many)}` },
  { name: "an unclosed comment", text: `<!--\n${"x\n".repeat(many)}` },
  { name: "many notes", text: "> :warning: **DEPRECATED**\n\n".repeat(many / 4) },
  { name: "one long line", text: "x ".repeat(250_000) },
  { name: "many bars", text: "|".repeat(20_000) },
])("reads $name in linear time", ({ text }) => {
  const started = performance.now();
  readPage({ path: "docs/models/t.md", text });
  readPage({ path: "README.md", text: `<!-- Start A [a] -->\n${text}` });
  readPage({ path: "docs/a/README.md", text: `### Available Operations\n* [a](b)\n\n## a\n${text}` });
  // The limit is wide for slow machines; what is not linear here takes far longer.
  expect(performance.now() - started).toBeLessThan(10_000);
});

test.each([
  { name: "many headings of operations", text: "## a\n\n`GET /a`\n\n### b\n\n".repeat(many / 5) },
  { name: "many calls", text: `${"## `a.b()`\n\n`GET /a`\n\n".repeat(many / 4)}${"x\n".repeat(many)}` },
  { name: "many models", text: "## A\n\n| Field | Type | Required |\n|-|-|-|\n| a | b | yes |\n\n".repeat(many / 5) },
  { name: "a long route", text: `GET /${"_".repeat(200_000)}!\n` },
  { name: "many labels", text: "**Response**: a\n\n".repeat(many / 4) },
  { name: "a long label", text: `**${"a ".repeat(100_000)}** ${"*".repeat(100_000)}\n` },
  { name: "a heading of routes", text: `## ${"GET /a - ".repeat(20_000)}\n` },
  {
    name: "an example of ticks",
    text: `| Field | Type | Example |\n| - | - | - |\n| a | b | \`${"a`".repeat(99_999)} |\n`,
  },
  { name: "content types", text: `${"text/-".repeat(30_000)}${"image/.".repeat(30_000)}\n` },
  { name: "a heading of marks", text: `### ${":".repeat(200_000)}x\n` },
  {
    name: "a cell of blanks",
    text: `| Field | Type | Description |\n| - | - | - |\n| a | b${" ".repeat(200_000)}c | d |\n`,
  },
])("reads $name of a hand-written page in linear time", ({ text }) => {
  const started = performance.now();
  readPage({ path: "docs/b.md", text: `# b\n\n## a\n\n\`GET /a\`\n\n### Response\n\n${text}` });
  readPage({ path: "docs/c.md", text: `# c\n\n${text}` });
  expect(performance.now() - started).toBeLessThan(10_000);
});
