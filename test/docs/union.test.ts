import { expect, test } from "vitest";
import { readPage } from "../../generator/docs/index.ts";

const path = "docs/models/cargo.md";

test("reads a union", () => {
  const text = [
    "# Cargo",
    "",
    "What a vessel carries.",
    "",
    "## Supported Types",
    "",
    "### `models.Grain`",
    "",
    "```typescript",
    "const value: models.Grain = { tons: 1 };",
    "```",
    "",
    "### `EventStream<models.Event>`",
    "",
    "### Livestock",
    "```go",
    "```",
    "### ",
    "",
    "```python",
    "value: list[list[int]] = /* values here */",
    "```",
    "## Union Discrimination",
    "",
    "Use the `kind` field:",
    "",
    "```go",
    "switch cargo.Kind {",
    "```",
  ].join("\n");
  const { page, diagnostics } = readPage({ path, text });
  expect(diagnostics).toEqual([]);
  expect(page).toMatchObject({
    kind: "union",
    title: "Cargo",
    description: "What a vessel carries.",
    members: [
      {
        heading: "models.Grain",
        fences: [
          {
            language: "typescript",
            text: "const value: models.Grain = { tons: 1 };",
            place: `${path}#members/1/sample/1`,
          },
        ],
        place: `${path}#members/1`,
      },
      { heading: "EventStream<models.Event>", fences: [], place: `${path}#members/2` },
      { heading: "Livestock", fences: [{ language: "go", text: "" }] },
      { heading: "", fences: [{ language: "python", text: "value: list[list[int]] = /* values here */" }] },
    ],
  });
  expect(page.positions.get("members/4/sample/1")).toEqual({ line: 20, column: 1 });
});

test("reads a union with a table of its discriminator, notes on its samples and ways to use it", () => {
  const text = [
    "# Cargo",
    "",
    "## Supported Types",
    "",
    "### Discriminator: `cargoKind`",
    "",
    "| Value | Type |",
    "| ----- | ---- |",
    '| `"grain"` | [Grain](../../models/components/Grain.md) |',
    "",
    "### [`Grain`](../../models/components/Grain.md)",
    "",
    'Discriminator value: `"grain"`',
    "",
    "```java",
    "Cargo value = Grain.builder()",
    "```",
    "",
    "**Referred Types:**",
    "",
    "- [Port](../../models/components/Port.md)",
    "- [Flag](../../models/components/Flag.md)",
    "",
    "### `List<String>`",
    "",
    "```java",
    "Cargo value = Cargo.of(List.of());",
    "```",
    "",
    "**Referred Types:** [Port](../../models/components/Port.md)",
    "",
    "## Consumption Patterns",
    "",
    "### Java 11+ (Discriminator Switch)",
    "",
    "```java",
    "switch (value.cargoKind()) {",
    "```",
  ].join("\n");
  const { page, diagnostics } = readPage({ path, text });
  expect(diagnostics).toEqual([]);
  expect(page).toMatchObject({
    discriminator: { name: "cargoKind", place: `${path}#discriminator` },
    members: [
      {
        heading: "[`Grain`](../../models/components/Grain.md)",
        value: "grain",
        fences: [{ text: "Cargo value = Grain.builder()" }],
      },
      { heading: "List<String>", fences: [{ text: "Cargo value = Cargo.of(List.of());" }] },
    ],
  });
});

test.each<{ name: string; path: string; given: string; want: object; reported?: readonly string[] }>([
  {
    name: "a bare page in a folder of models",
    path: "docs/models/shared/CargoKind.md",
    given: "# CargoKind\n\nOne of several.\n\n### Deep\ntext",
    want: { kind: "union", title: "CargoKind", description: "One of several.\n\n### Deep\ntext", members: [] },
  },
  {
    name: "a bare page named by a reserved word",
    path: "docs/models/in_.md",
    given: "# ~~In~~",
    want: { kind: "union", title: "In", description: "", deprecated: "", members: [] },
  },
  {
    name: "a bare page with a sample",
    path: "docs/models/cargo.md",
    given: "# Cargo\n## Example Usage\n```ts\nx\n```",
    want: { kind: "union", samples: [{ language: "ts", text: "x" }], members: [] },
  },
  {
    name: "a paper of another name",
    path: "docs/models/cargo.md",
    given: "# On the carriage of goods",
    want: { kind: "other", reason: "foreign", title: "On the carriage of goods" },
    reported: ["docs/unread-page docs/models/cargo.md#title"],
  },
  {
    name: "a paper elsewhere",
    path: "docs/cargo.md",
    given: "# Cargo",
    want: { kind: "other", reason: "foreign" },
    reported: ["docs/unread-page docs/cargo.md#title"],
  },
  {
    name: "a page of another generator",
    path: "docs/models/cargo.md",
    given: "# Cargo\n\n## Properties\n\n| Name | Type |\n| --- | --- |",
    want: { kind: "other", reason: "foreign" },
    reported: ["docs/unread-page docs/models/cargo.md#title"],
  },
  {
    name: "a helper of the SDK",
    path: "docs/lib/utils/retryconfig.md",
    given:
      '# RetryConfig\n\n## Fields\n\n| Name | Type | Description |\n| --- | --- | --- |\n| `a` | `"b" | "c"` | d |',
    want: { kind: "other", reason: "utility", title: "RetryConfig" },
  },
  {
    name: "the options of the SDK",
    path: "docs/models/operations/option.md",
    given: "# Options\n\n## Global Options\n",
    want: { kind: "other", reason: "utility" },
  },
  {
    name: "the options of the SDK, without a title",
    path: "docs/option.md",
    given: "## Options\n\n### WithServerURL\n\nAnother server.\n",
    want: { kind: "other", reason: "utility" },
  },
  {
    name: "a model called like a helper",
    path: "docs/models/components/date.md",
    given: "# Date",
    want: { kind: "union", title: "Date" },
  },
  {
    name: "an empty page",
    path: "docs/models/empty.md",
    given: "",
    want: { kind: "other", title: "" },
    reported: ["docs/unread-page docs/models/empty.md#title"],
  },
])("tells $name", ({ path, given, want, reported = [] }) => {
  const { page, diagnostics } = readPage({ path, text: given });
  expect(page).toMatchObject(want);
  expect(diagnostics.map(({ code, place }) => `${code} ${place}`)).toEqual(reported);
});
