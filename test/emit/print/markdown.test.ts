import fc from "fast-check";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { flat } from "../../../generator/emit/print/layout.ts";
import { codeSpan, markdownBlock, markdownLine } from "../../../generator/emit/print/markdown.ts";
import { hostileText } from "../hostile-text.ts";

describe("text in a Markdown document", () => {
  test.each<[text: string, block: string, line: string]>([
    ["plain `code` **bold**", "plain `code` **bold**", "plain `code` **bold**"],
    ["a < b <c> </d> <!-- e", "a < b &lt;c> &lt;/d> &lt;!-- e", "a < b &lt;c> &lt;/d> &lt;!-- e"],
    ["a\r\n\n\n\nb\t", "a\n\nb", "a b"],
    ["a\u202eb", "aU+202Eb", "aU+202Eb"],
    ["```js\nx", "```js\nx\n```", "```js x"],
    ["~~~~\n~~~\nx", "~~~~\n~~~\nx\n~~~~", "~~~~ ~~~ x"],
    ["```\nx\n```", "```\nx\n```", "``` x ```"],
    ["``` a`b\nx", "``` a`b\nx", "``` a`b x"],
    ["", "", ""],
  ])("%j", (text, block, line) => {
    expect(flat(markdownBlock(text))).toBe(block);
    expect(flat(markdownLine(text))).toBe(line);
  });

  test.each([
    ["x", "`x`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["a``b`", "```a``b` ```".replace("```a", "``` a")],
    ["a\nb", "`a b`"],
  ])("the code span of %j is %s", (text, span) => {
    expect(flat(codeSpan(text))).toBe(span);
  });

  test("does not reach what stands below it", () => {
    fc.assert(
      fc.property(fc.array(hostileText(), { minLength: 1, maxLength: 4 }), (texts) => {
        const { children } = unified()
          .use(remarkParse)
          .parse(`${flat(markdownBlock(texts.join("\n")))}\n\n## Ours\n`);
        expect(children.at(-1)).toMatchObject({ type: "heading", depth: 2, children: [{ value: "Ours" }] });
        expect(children.filter((node) => node.type === "html")).toEqual([]);
      }),
    );
  });
});
