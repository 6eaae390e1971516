import { describe, expect, test } from "vitest";
import { complaints } from "./biome.ts";
import { collisions } from "./collisions.ts";
import { flawsOf } from "./package-checks.ts";
import { typeErrors } from "./type-check.ts";

describe("names that meet other names", () => {
  test.each(Object.keys(collisions))("%s", (name) => {
    expect(flawsOf(collisions[name]?.() ?? [])).toEqual([]);
  });

  test("compile", { timeout: 120_000 }, async () => {
    expect(await typeErrors(Object.values(collisions).map((make) => make()))).toBe("");
  });

  test("are formatted", { timeout: 120_000 }, async () => {
    const packages = Object.values(collisions).map((make, index) => [String(index), make()]);
    // No names to lint: a parameter called `then` is what it is.
    expect(await complaints(Object.fromEntries(packages), ["--linter-enabled=false"])).toBe("");
  });
});
