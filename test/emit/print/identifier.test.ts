import fc from "fast-check";
import { ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import {
  camelCase,
  fileName,
  identifier,
  isIdentifier,
  isReserved,
  kebabCase,
  lowerFirst,
  pascalCase,
  uniqueNames,
} from "../../../generator/emit/print/identifier.ts";

describe("words as names", () => {
  test.each<[words: readonly string[], camel: string, pascal: string]>([
    [["finish", "reason"], "finishReason", "FinishReason"],
    [["OAuth", "2", "token"], "oAuth2Token", "OAuth2Token"],
    [["URL"], "url", "URL"],
    [["top", "p"], "topP", "TopP"],
    [["x-y", "z!"], "xYZ", "XYZ"],
    [["1st"], "1st", "1st"],
    [["größe"], "größe", "Größe"],
    [["é"], "é", "É"],
    [["e\u0301"], "é", "É"],
    [["a\u200bb"], "aB", "AB"],
    [["\u3164"], "", ""],
    [["𝒳y"], "y", "Y"],
    [["日本", "語"], "日本語", "日本語"],
    [["ß"], "ß", "SS"],
    [["😀"], "", ""],
    [[], "", ""],
  ])("%j", (words, camel, pascal) => {
    expect(camelCase(words)).toBe(camel);
    expect(pascalCase(words)).toBe(pascal);
  });
});

test.each([
  ["ChatCompletionResponse", "chat-completion-response", "chatCompletionResponse"],
  ["MCPServerCard", "mcp-server-card", "mcpServerCard"],
  ["HTTPValidationError", "http-validation-error", "httpValidationError"],
  ["OAuth2Token", "o-auth2-token", "oAuth2Token"],
  ["ID", "id", "id"],
  ["Größe2", "größe2", "größe2"],
  ["日本", "日本", "日本"],
])("%s is the file %s and the stem %s", (name, file, stem) => {
  expect(kebabCase(name)).toBe(file);
  expect(lowerFirst(name)).toBe(stem);
});

describe("a file name", () => {
  test.each([
    ["ChatRequest", "chat-request"],
    ["Con", "model-con"],
    ["nul", "model-nul"],
    ["COM1", "model-com1"],
    ["console", "console"],
    ["", "model"],
    ["../etc", "etc"],
    ["a/b\\c:d*e", "a-b-c-d-e"],
    ["x".repeat(300), "x".repeat(120)],
    ["日".repeat(100), "日".repeat(40)],
    [`${"x".repeat(119)} y`, "x".repeat(119)],
  ])("%j is %j", (name, file) => {
    expect(fileName(name, "model")).toBe(file);
  });
});

test.each([
  ["name", "name"],
  ["1st", "field1st"],
  ["", "field"],
  ["$x", "$x"],
  ["日", "日"],
])("%j as an identifier is %j", (name, want) => {
  expect(identifier(name, "field")).toBe(want);
});

test.each([
  ["name", true],
  ["class", true],
  ["größe", true],
  ["$", true],
  ["", false],
  ["a-b", false],
  ["1a", false],
  ["a\u200d", false],
  ["\u3164", false],
  ["𝒳", false],
  ["a b", false],
])("%j can be a property without quotes: %j", (name, is) => {
  expect(isIdentifier(name)).toBe(is);
});

test("the compiler that reads emitted code back knows each letter of a name", () => {
  const { ESNext } = ts.ScriptTarget;
  const isRead = (name: string): boolean =>
    ts.isIdentifierStart(name.charCodeAt(0), ESNext) &&
    [...name].every((letter) => ts.isIdentifierPart(letter.charCodeAt(0), ESNext));
  const letters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  const plain = letters.flatMap((letter) => [letter, `a${letter}`]).filter(isIdentifier);
  expect(plain.filter((name) => !isRead(name))).toEqual([]);
  const made = letters.flatMap((letter) => [camelCase([letter]), camelCase(["a", letter]), pascalCase([letter])]);
  expect(made.filter((name) => !isRead(identifier(name, "field")))).toEqual([]);
});

test("what is reserved cannot be a binding, and everything else can", () => {
  for (const word of "class delete await yield let static enum eval arguments undefined package interface".split(" ")) {
    expect(isReserved(word)).toBe(true);
  }
  expect(isReserved("name")).toBe(false);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }), (words) => {
      const name = identifier(camelCase(words), "field");
      expect(isIdentifier(name)).toBe(true);
      if (!isReserved(name)) expect(() => Function(`"use strict"; const ${name} = 1;`)).not.toThrow();
    }),
  );
});

describe("unique names", () => {
  test("a second one gets a number that is free", () => {
    const unique = uniqueNames(["taken"]);
    const names = ["a", "a", "a2", "A", "taken", "b", "a"];
    expect(names.map(unique)).toEqual(["a", "a2", "a22", "A3", "taken2", "b", "a4"]);
  });

  test("whatever file systems take for the same", () => {
    const unique = uniqueNames();
    expect(["straße", "STRASSE", "ſet", "Set", "ﬁle", "file", "é", "e\u0301"].map(unique)).toEqual([
      "straße",
      "STRASSE2",
      "ſet",
      "Set2",
      "ﬁle",
      "file2",
      "é",
      "e\u03012",
    ]);
  });
});
