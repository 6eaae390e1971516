import { expect, test } from "vitest";
import { passageAt } from "../../generator/explain/text-at.ts";

const page = `# Port

Where ships lie. The stream
ends with \`data: [DONE]\`.

### Example Usage

<!-- UsageSnippet language="python" method="get" path="/ports/{id}" -->
\`\`\`typescript
let value: Port = {

  # no heading
  maxDepth: 12,
};
\`\`\`

| Field      | Type         | Required | Description     |
| ---------- | ------------ | -------- | --------------- |
| \`max_depth\` | int \\| null  |          | In   metres.    |
`.split("\n");

test.each([
  { name: "a cell", at: [19, 17], key: "fields/max_depth:type", terms: [], want: "19:17 int \\| null" },
  {
    name: "a row",
    at: [19, 3],
    key: "fields/max_depth",
    terms: ["max_depth"],
    want: "19:3 `max_depth` | int \\| null | | In metres.",
  },
  {
    name: "the row of a cell without text",
    at: [19, 32],
    key: "fields/max_depth:required",
    terms: [],
    want: "19:32 `max_depth` | int \\| null | | In metres.",
  },
  {
    name: "the line of a sample that has the name",
    at: [9, 1],
    key: "usage/sample/1",
    terms: ["max_depth"],
    want: "13:3 maxDepth: 12,",
  },
  {
    name: "the first line of a sample without it",
    at: [9, 1],
    key: "usage/sample/1",
    terms: ["draught"],
    want: "10:1 let value: Port = {",
  },
  { name: "a heading", at: [1, 1], key: "title", terms: [], want: "1:1 # Port" },
  {
    name: "a sentence below a heading",
    at: [1, 1],
    key: "title",
    terms: ["[DONE]"],
    want: "4:1 ends with `data: [DONE]`.",
  },
  {
    name: "the comment below a heading",
    at: [6, 1],
    key: "get/usage",
    terms: ["/ports/{id}"],
    want: '8:1 <!-- UsageSnippet language="python" method="get" path="/ports/{id}" -->',
  },
  { name: "nothing of the next section", at: [1, 1], key: "title", terms: ["max_depth"], want: "1:1 # Port" },
])("$name", ({ at: [line = 0, column = 0], key, terms, want }) => {
  const passage = passageAt(page, { line, column }, `docs/port.md#${key}`, terms);
  expect(`${passage.line}:${passage.column} ${passage.text}`).toBe(want);
});

test("says where in a long line the name stands", () => {
  const line = "The tokens of the prompt plus `max_tokens` cannot exceed the length.";
  const found = passageAt([line], { line: 1, column: 1 }, "docs/a.md#description", ["maxTokens", "max_tokens"]);
  expect(line.slice(found.focus)).toBe("max_tokens` cannot exceed the length.");
});
