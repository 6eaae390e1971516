import { describe, expect, test } from "vitest";
import { type Doc, docComment, docText, indentedComment } from "../../../generator/emit/print/comment.ts";

const long = "word ".repeat(30).trim();

describe("a doc comment", () => {
  test.each<[what: string, doc: Doc, text: string]>([
    ["nothing to say", { text: "" }, ""],
    ["blanks alone", { text: " \n\t\n" }, ""],
    ["one line", { text: "One line." }, "/** One line. */"],
    ["two lines", { text: "One.\nTwo." }, "/**\n * One.\n * Two.\n */"],
    ["paragraphs", { text: "One.\n\n\n\nTwo.\n" }, "/**\n * One.\n *\n * Two.\n */"],
    ["its end", { text: "a */ b /* c **/" }, "/** a *\\/ b /\\* c **\\/ */"],
    ["a slash behind a star that ends the line", { text: "*\n/" }, "/**\n * *\n * /\n */"],
    ["what would be tags", { text: "@param x\n  @see y\nmail@x" }, "/**\n * \\@param x\n *   \\@see y\n * mail@x\n */"],
    ["other line ends", { text: "a\r\nb\rc\u2028d\u0085e" }, "/**\n * a\n * b\n * c\n * d\n * e\n */"],
    ["hidden characters", { text: "a\u202eb\u0000" }, "/** aU+202EbU+0000 */"],
    ["tabs", { text: "a\tb" }, "/** a  b */"],
    [
      "long lines",
      { text: `${long} @end ${long}` },
      `/**\n * ${"word ".repeat(23).trim()}\n * ${"word ".repeat(7)}@end ${"word ".repeat(15).trim()}\n * ${"word ".repeat(15).trim()}\n */`,
    ],
    [
      "code and tables as they are",
      { text: `\`\`\`\n${long}\n\`\`\`\n| ${long} |` },
      `/**\n * \`\`\`\n * ${long}\n * \`\`\`\n * | ${long} |\n */`,
    ],
    ["a tag", { text: "", tags: [{ tag: "deprecated", text: "Use b." }] }, "/** @deprecated Use b. */"],
    ["a tag without text", { text: "", tags: [{ tag: "deprecated", text: "" }] }, "/** @deprecated */"],
    [
      "text and tags",
      {
        text: "A.",
        tags: [
          { tag: "example", text: "1" },
          { tag: "throws", text: "{E} 4*/" },
        ],
      },
      "/**\n * A.\n *\n * @example 1\n * @throws {E} 4*\\/\n */",
    ],
    [
      "an example of several lines",
      { text: "", tags: [{ tag: "example", text: "{\n  @a\n}" }] },
      "/**\n * @example\n * {\n *   \\@a\n * }\n */",
    ],
  ])("%s", (_, doc, text) => {
    expect(docComment(doc)).toBe(text);
  });

  test("at an indentation, behind blanks but for its first line", () => {
    expect(indentedComment({ text: "a\nb" }, 2)).toBe("/**\n   * a\n   * b\n   */");
    expect(indentedComment({ text: "a" }, 2)).toBe("/** a */");
  });

  test("as ts-morph takes it", () => {
    expect(docText({ text: "" })).toBeUndefined();
    expect(docText({ text: "a" })).toBe("a");
    expect(docText({ text: "a\nb */" })).toBe("\na\nb *\\/");
  });

  test("no longer than a line allows", () => {
    const exact = "x".repeat(111);
    expect(docComment({ text: exact })).toBe(`/** ${exact} */`);
    expect(docComment({ text: "y".repeat(200) })).toBe(`/**\n * ${"y".repeat(200)}\n */`);
  });
});
