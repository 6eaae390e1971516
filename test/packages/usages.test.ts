import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OutputFile } from "../../generator/options.ts";
import { typeErrors } from "../emit/type-check.ts";
import { type ApiName, apis, filesBelow, packageFolder } from "./fixture.ts";
import { usageExamples, withUsages } from "./usage-examples.ts";

function filesOf(api: ApiName): readonly OutputFile[] {
  const folder = packageFolder(api);
  return ["tsconfig.json", ...filesBelow(join(folder, "src")).map((path) => join("src", path))].map((path) => ({
    path,
    text: readFileSync(join(folder, path), "utf8"),
  }));
}

test("each documented call in the comments of functions and methods compiles", { timeout: 120_000 }, async () => {
  const packages = apis.map(filesOf);
  // As many methods as functions, and of every operation whose docs show a call.
  expect(packages.map((files) => usageExamples(files).length)).toEqual([10, 24, 4, 2, 8]);
  expect(await typeErrors(packages.map(withUsages))).toBe("");
});

test("a call that does not fit its operation is told", { timeout: 120_000 }, async () => {
  const files = filesOf("cove").map((file) => ({
    ...file,
    text: file.text.replaceAll("maxTokens: 400", 'maxTokens: "400"'),
  }));
  expect(await typeErrors([withUsages(files)])).toContain("is not assignable to type 'number");
});
