import { expect, test } from "vitest";
import type { ApiOptions } from "../../generator/options.ts";
import { emitted } from "./emitted.ts";

const info = { name: "harbor", version: "1.2.3", license: null };

/** A JSON file of a package with these decisions of its publisher. */
function decided(path: string, options: ApiOptions["package"], license: string | null = null): Record<string, unknown> {
  return JSON.parse(emitted(path, { package: { ...info, license } }, { package: options }));
}

test("package.json says what the publisher says, and nothing in its place", () => {
  const { author, license, repository } = decided("package.json", {});
  expect({ author, license, repository }).toEqual({ author: undefined, license: undefined, repository: undefined });
  const options = { author: "Harbor Ltd.", repository: "https://github.com/harbor/sdk" };
  expect(decided("package.json", options, "MIT")).toMatchObject({
    license: "MIT",
    author: "Harbor Ltd.",
    repository: { type: "git", url: "git+https://github.com/harbor/sdk.git" },
  });
});

test("the text of a licence stands where it is a known one, with its holder", () => {
  const text = (license: string, options: ApiOptions["package"]): string =>
    emitted("LICENSE", { package: { ...info, license } }, { package: options });
  expect(text("MIT", { author: "Harbor\nLtd." })).toMatch(/^MIT License\n\nCopyright \(c\) Harbor Ltd\.\n/);
  expect(text("ISC", {})).toMatch(/^ISC License\n\nCopyright \(c\) The harbor authors\n/);
  expect(text("BSD-3-Clause", {})).toContain("Copyright (c) The harbor authors\n");
  expect(text("Apache-2.0", {})).toContain("Version 2.0, January 2004");
  for (const license of ["MIT OR ISC", "Proprietary"]) expect(() => text(license, {})).toThrow("No LICENSE");
});

test("jsr.json stands where a name with a scope is known", () => {
  expect(() => decided("jsr.json", {})).toThrow("No jsr.json");
  expect(decided("jsr.json", { jsr: "@harbor/traffic" }, "MIT")).toEqual({
    name: "@harbor/traffic",
    version: "1.2.3",
    license: "MIT",
    exports: {
      ".": "./src/index.ts",
      "./client": "./src/client.ts",
      "./models": "./src/models/index.ts",
      "./runtime": "./src/runtime/index.ts",
    },
    publish: { include: ["src", "README.md", "api.md", "LICENSE"] },
  });
  const scoped = emitted("jsr.json", { package: { ...info, name: "@harbor/sdk" } });
  expect(JSON.parse(scoped)).toMatchObject({ name: "@harbor/sdk" });
});
