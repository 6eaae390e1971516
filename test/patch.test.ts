import { describe, expect, test } from "vitest";
import { unifiedDiff } from "../generator/patch.ts";

const lines = (count: number, word: string): string =>
  Array.from({ length: count }, (_, at) => `${word} ${at}\n`).join("");

describe("unifiedDiff", () => {
  test.each([
    { name: "changed", before: "a\nb\n", after: "a\nc\n", want: "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n" },
    { name: "missing", before: null, after: "a\n", want: "--- /dev/null\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n" },
    { name: "extra", before: "a\n", after: null, want: "--- a/x\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n" },
    { name: "line ends", before: "a\r\n", after: "a\n", want: "--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-a\\u000d\n+a\n" },
    {
      name: "no line end",
      before: "a",
      after: "a\n",
      want: "--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n",
    },
    {
      name: "tabs and escapes",
      before: "",
      after: "\ta\u001b\n",
      want: "--- a/x\n+++ b/x\n@@ -0,0 +1,1 @@\n+\ta\\u001b\n",
    },
  ])("$name", ({ before, after, want }) => {
    expect(unifiedDiff([{ path: "x", before, after }], false)).toBe(want);
  });

  test("cuts a long diff and says so", () => {
    const diff = unifiedDiff([{ path: "x", before: null, after: lines(500, "new") }], false);
    expect(diff.split("\n")).toHaveLength(2 + 120 + 1 + 1);
    expect(diff).toContain("… 381 more lines\n");
  });

  test("cuts the diff of many files and says so", () => {
    const files = Array.from({ length: 20 }, (_, at) => ({ path: `x${at}`, before: null, after: lines(110, "new") }));
    const diff = unifiedDiff(files, false);
    expect(diff.split("\n").length).toBeLessThan(1010);
    expect(diff).toMatch(/… the diff of \d+ more files is not shown\n$/);
  });

  test("does not search for ever", () => {
    const diff = unifiedDiff([{ path: "x", before: lines(3000, "old"), after: lines(3000, "new") }], false);
    expect(diff).toContain("… too many differences to show");
  });
});
