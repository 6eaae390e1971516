import { expect, test } from "vitest";
import { squeeze } from "../../generator/docs/squeeze.ts";

test.each<{ name: string; given: string; want: readonly [text: string, ...origin: readonly number[]][] }>([
  {
    name: "words go, and lines that continue a paragraph; a heading begins a piece",
    given: "# A title\n\nSome text,\nmore text.\n\n\n- a bullet\n## Another\n",
    want: [
      ["# x\n\nx\n\n- x", 0, 1, 2, 4, 6, 7],
      ["## x\n", 7, 8, 9],
    ],
  },
  {
    name: "so do those of headings, bullets and quotes, code and links too",
    given: '### `a | b`\n* [c](d)\n- `"e"`\n> :warning: **f**',
    want: [["### x\n* x\n- x\n> x", 0, 1, 2, 3, 4]],
  },
  {
    name: "of a table stays a cell, and of its rows one",
    given: "| Field   | Type |\n| ------- | ---- |\n| `a`     | b    |\n| `c`     | d    |",
    want: [["|x\n|-\n|x", 0, 1, 2, 4]],
  },
  {
    name: "a table whose separator does not fit keeps its cells",
    given: "| a | b |\n| - |",
    want: [["| a | b |\n| - |", 0, 1, 2]],
  },
  {
    name: "a header may lack pipes",
    given: "text\nheader\n|---|",
    want: [["x\nheader\n|---|", 0, 1, 2, 3]],
  },
  {
    name: "a line indented less, or as deep as code, stays",
    given: "  text\n   text\ntext\n     text",
    want: [["  x\nx\n     x", 0, 2, 3, 4]],
  },
  {
    name: "what stands in a fence goes, marks and language too",
    given: "~~~~ php\n<?php\n# not a title\n~~~\n~~~~~\ntext\n```\n",
    want: [["```\n```\nx\n```", 0, 4, 5, 6, 8]],
  },
  {
    name: "a fence that is indented may be that of a list: it stays",
    given: "- a\n  ```\n  # b\n  ```",
    want: [["- x\n  ```\n  # x\n  ```", 0, 1, 2, 3, 4]],
  },
  {
    name: "HTML swallows headings up to a blank line",
    given: "<div>\n# a\n\n# b",
    want: [
      ["<div>\n# x\n", 0, 1, 2, 3],
      ["# x", 3, 4],
    ],
  },
  {
    name: "behind what may be a fence in HTML, all that looks like a heading may be text",
    given: "<div>\n```\n\n# b\n```\n# c",
    want: [["<div>\n```\n\n# x\n```\n# x", 0, 1, 2, 3, 4, 5, 6]],
  },
  {
    name: "a comment that ends swallows nothing",
    given: "<!-- a -->\n```\n# b\n```\n# c",
    want: [
      ["<!-- -->\n```\n```", 0, 1, 3, 4],
      ["# x", 4, 5],
    ],
  },
  {
    name: "a page with HTML that ends anywhere stays as it is",
    given: "<!--\nSome text -->\nmore\n# text",
    want: [["<!--\nSome text -->\nmore\n# text", 0, 1, 2, 3, 4]],
  },
  {
    name: "so does one with such HTML in a list",
    given: "1. - <!--\n     a -->\n     b\nc",
    want: [["1. - <!--\n     a -->\n     b\nc", 0, 1, 2, 3, 4]],
  },
])("$name", ({ given, want }) => {
  expect(squeeze(given.split("\n"))).toEqual(want.map(([text, ...origin]) => ({ text, origin })));
});
