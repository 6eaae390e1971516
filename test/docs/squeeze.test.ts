import { expect, test } from "vitest";
import { squeeze } from "../../generator/docs/squeeze.ts";

test.each<{ name: string; given: string; want: string; origin: readonly number[] }>([
  {
    name: "words go, and lines that continue a paragraph",
    given: "# A title\n\nSome text,\nmore text.\n\n\n- a bullet",
    want: "# x\n\nx\n\n- x",
    origin: [0, 1, 2, 4, 6],
  },
  {
    name: "of a table stays a cell, and of its rows one",
    given: "| Field   | Type |\n| ------- | ---- |\n| `a`     | b    |\n| `c`     | d    |",
    want: "|x\n|-\n|x",
    origin: [0, 1, 2],
  },
  {
    name: "a table whose separator does not fit keeps its cells",
    given: "| a | b |\n| - |",
    want: "| a | b |\n| - |",
    origin: [0, 1],
  },
  {
    name: "a header may lack pipes",
    given: "text\nheader\n|---|",
    want: "x\nheader\n|---|",
    origin: [0, 1, 2],
  },
  {
    name: "a line indented less, or as deep as code, stays",
    given: "  text\n   text\ntext\n     text",
    want: "  x\nx\n     x",
    origin: [0, 2, 3],
  },
  {
    name: "a page with HTML that ends anywhere stays as it is",
    given: "<!--\nSome text -->\nmore\ntext",
    want: "<!--\nSome text -->\nmore\ntext",
    origin: [0, 1, 2, 3],
  },
])("$name", ({ given, want, origin }) => {
  expect(squeeze(given.split("\n"))).toEqual({ text: want, origin });
});
