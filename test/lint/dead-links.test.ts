import { expect, test } from "vitest";
import { deadLinks } from "../../generator/lint/dead-links.ts";

const path = "docs/models/port.md";

test.each([
  { name: "a document that is not there", given: "See [it](other.md).", want: ["1:10 other.md"] },
  { name: "one that is", given: "See [it](vessel.md), [it](./vessel.md#top) and [it](../../README.md?x)." },
  { name: "a file beside the documents", given: "See [it](../logo.png)." },
  {
    name: "a link from the root",
    given: "See [it](/docs/models/vessel.md) and [it](/nope.md).",
    want: ["1:43 /nope.md"],
  },
  { name: "an address without extension", given: "[x](vessel) [y](vessel#top) [z](nope)", want: ["1:33 nope"] },
  { name: "another page of the site that shows the docs", given: "[x](/guides/start#first)" },
  { name: "other sites", given: "[a](https://a.example/b.md) [b](mailto:b@c.example) [c](//d.example/e.md)" },
  { name: "the same page", given: "[a](#fields) [b]()" },
  { name: "the target without a name of a type that has no document", given: "[x](../models/.md) [y](.md)" },
  {
    name: "the page that a type of the language has not",
    given: "**a** | [**List[str]**](str.md) | [**Ship**](Ship.md) | [str](str.md)",
    want: ["1:46 Ship.md", "1:63 str.md"],
  },
  { name: "encoded names", given: "[x](a%20b.md) [y](c%20d.md) [z](%zz.md)", want: ["1:19 c%20d.md", "1:33 %zz.md"] },
  { name: "a title behind the target", given: '[x](nope.md "Nope")', want: ["1:5 nope.md"] },
  { name: "an HTML link", given: 'See <a href="nope.md">it</a>.', want: ["1:14 nope.md"] },
  { name: "an image", given: "![x](nope.png)", want: ["1:6 nope.png"] },
  { name: "code", given: "Write `[x](nope.md)`.\n\n```md\n[x](nope.md)\n```\n\n[x](nope.md)", want: ["7:5 nope.md"] },
  {
    name: "a link whose text is code",
    given: "[`x`](nope.md) and [`f(x)`](gone.md)",
    want: ["1:7 nope.md", "1:29 gone.md"],
  },
  { name: "several in a line", given: "a [x](n1.md) | [y](n2.md)", want: ["1:7 n1.md", "1:20 n2.md"] },
  { name: "parentheses in a path", given: "[x](a(b).md)", want: ["1:5 a(b).md"] },
  { name: "a line that was told of", given: "\n\n[x](nope.md)", told: [`${path}:3`] },
  {
    name: "another into a folder that is not there, of which a line was told",
    given: "[x](gone/nope.md)\n\n[y](gone/none.md)\n\n[z](none.md)",
    told: [`${path}:1`],
    want: ["5:5 none.md"],
  },
])("$name", ({ given, want = [], told = [] }) => {
  const sources = [
    { path, text: given },
    ...["README.md", "docs/models/vessel.md", "docs/models/a b.md"].map((other) => ({ path: other, text: "" })),
  ];
  const found = deadLinks(sources, (file) => file === "docs/logo.png", new Set(told));
  expect(found.map(({ at, finding }) => `${at.line}:${at.column} ${/`(.*)`/.exec(finding.message)?.[1]}`)).toEqual(
    want,
  );
});
