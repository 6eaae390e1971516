import { describe, expect, test } from "vitest";
import { defineConfig, parseConfig } from "../generator/config.ts";
import { loadConfig } from "../generator/config-file.ts";
import { folder } from "./commands/fixture.ts";

describe("parseConfig", () => {
  test("takes a whole config as it is", () => {
    const config = defineConfig({
      fields: "wire",
      apis: {
        "harbor-api": {
          docs: ["python", "go"],
          out: "sdk",
          package: {
            name: "@harbor/sdk",
            version: "1.2.3-rc.1",
            license: "MIT OR Apache-2.0",
            author: "Harbor Ltd. <sdk@harbor.example>",
            repository: "https://github.com/harbor/sdk",
            jsr: "@harbor/traffic",
          },
          dialect: "python",
          dates: "string",
          unknownFields: "drop",
          unstatedNull: "include",
          servers: [{ url: "https://{region}.harbor.example" }],
          overrides: [{ subject: "operation vessels.locate", value: null, reason: "the vendor said so" }],
        },
      },
    });
    expect(parseConfig(config, "c")).toEqual({ ok: true, value: config });
  });

  const refused: readonly { readonly given: unknown; readonly want: readonly string[] }[] = [
    { given: undefined, want: ["c: Unexpected undefined, expected Object."] },
    { given: { api: {} }, want: ['c: api: Unexpected key "api", expected a known one. Did you mean "apis"?'] },
    { given: { apis: { h: {} } }, want: ['c: apis.h: Unexpected end, expected the key "docs".'] },
    {
      given: { apis: { "Har bor": { docs: "d" } } },
      want: ['c: apis["Har bor"]: Unexpected "Har bor", expected a slug in kebab case, e.g. `harbor-api`.'],
    },
    { given: api({ docs: [] }), want: ["c: apis.h.docs: Unexpected 0, expected at least one folder."] },
    { given: api({ docs: 3 }), want: ["c: apis.h.docs: Unexpected 3, expected a folder or a list of folders."] },
    {
      given: api({ feilds: "wire", packge: {} }),
      want: [
        'c: apis.h.feilds: Unexpected key "feilds", expected a known one. Did you mean "fields"?',
        // Every mistake of an object but the first is told once the first is mended.
      ],
    },
    { given: api({ zzzzzz: 1 }), want: ['c: apis.h.zzzzzz: Unexpected key "zzzzzz", expected a known one.'] },
    {
      given: { fields: "camelcase" },
      want: [
        'c: fields: Unexpected "camelcase", expected one of "camelCase", "documented", "wire". Did you mean "camelCase"?',
      ],
    },
    {
      given: api({ package: { nme: "x" } }),
      want: ['c: apis.h.package.nme: Unexpected key "nme", expected a known one. Did you mean "name"?'],
    },
    {
      given: api({ package: { name: "Not A Name" } }),
      want: ['c: apis.h.package.name: Unexpected "Not A Name", expected an npm package name, e.g. `@harbor/sdk`.'],
    },
    {
      given: api({ package: { jsr: "harbor" } }),
      want: ['c: apis.h.package.jsr: Unexpected "harbor", expected a JSR package name, e.g. `@harbor/sdk`.'],
    },
    {
      given: api({ package: { repository: "harbor/sdk" } }),
      want: ['c: apis.h.package.repository: Unexpected "harbor/sdk", expected a URL that begins with `https://`.'],
    },
    {
      given: api({ package: { version: "1" } }),
      want: ['c: apis.h.package.version: Unexpected "1", expected a semantic version, e.g. `1.2.3`.'],
    },
    {
      given: api({ servers: [{ url: "ftp://x" }] }),
      want: ['c: apis.h.servers[0].url: Unexpected "ftp://x", expected a URL that begins with `https://`.'],
    },
    {
      given: api({ overrides: [{ subject: "s", value: 1 }] }),
      want: ['c: apis.h.overrides[0]: Unexpected end, expected the key "reason".'],
    },
    {
      given: api({ overrides: [{ subject: "s", value: 1, reason: " " }] }),
      want: ['c: apis.h.overrides[0].reason: Unexpected " ", expected some text.'],
    },
    {
      given: api({ overrides: [{ subject: "s", reason: "r" }] }),
      want: ['c: apis.h.overrides[0]: Unexpected end, expected the key "value".'],
    },
  ];
  test.each(refused)("$want.0", ({ given, want }) => {
    const parsed = parseConfig(given, "c");
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.message)).toEqual(want);
  });

  test("names the way out", () => {
    const parsed = parseConfig(api({ package: { nme: "x" } }), "c");
    expect(parsed).toMatchObject({
      problems: [{ help: "Use one of name, version, license, author, repository, jsr, or remove it." }],
    });
  });
});

describe("loadConfig", () => {
  const module = 'export default { fields: "wire" };';

  test.each([
    { name: "docsdk.config.ts", text: 'const fields: string = "wire";\nexport default { fields };' },
    { name: "docsdk.config.js", text: module },
    { name: "docsdk.config.json", text: '\ufeff{ "fields": "wire" }' },
  ])("finds $name", async ({ name, text }) => {
    const root = folder({ [name]: text });
    expect(await loadConfig(undefined, root)).toEqual({
      ok: true,
      value: { config: { fields: "wire" }, name, folder: root },
    });
  });

  test("lets a config import defineConfig where the package is not installed", async () => {
    const text = 'import { defineConfig } from "docsdk";\nexport default defineConfig({ dates: "string" });';
    const root = folder({ "docsdk.config.ts": text });
    expect(await loadConfig(undefined, root)).toMatchObject({ ok: true, value: { config: { dates: "string" } } });
  });

  test("takes a config of another folder, which paths are relative to", async () => {
    const root = folder({ "deep/own.json": "{}" });
    expect(await loadConfig("deep/own.json", root)).toMatchObject({
      value: { name: "deep/own.json", folder: `${root}/deep` },
    });
  });

  test("is empty without a file", async () => {
    expect(await loadConfig(undefined, folder())).toMatchObject({ ok: true, value: { config: {} } });
  });

  test.each([
    { files: {}, path: "no.json", want: /Unexpected --config no.json, expected a file/ },
    { files: { "docsdk.config.json": "{}", "docsdk.config.js": module }, path: undefined, want: /expected one/ },
    { files: { "docsdk.config.json": "{,}" }, path: undefined, want: /docsdk.config.json: Unexpected failure .*JSON/ },
    { files: { "docsdk.config.ts": 'throw new Error("boom")' }, path: undefined, want: /failure .*boom/ },
    {
      files: { "docsdk.config.ts": "export const x = 1;" },
      path: undefined,
      want: /Unexpected undefined, expected Object/,
    },
  ])("refuses $files", async ({ files, path, want }) => {
    const loaded = await loadConfig(path, folder(files));
    expect(loaded.ok ? "" : loaded.problems.map((problem) => problem.message).join()).toMatch(want);
  });
});

function api(entry: Readonly<Record<string, unknown>>): unknown {
  return { apis: { h: { docs: "d", ...entry } } };
}
