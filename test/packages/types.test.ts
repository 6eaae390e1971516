import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  type ApiName,
  apis,
  compile,
  consumerOf,
  copyPackage,
  installTools,
  packageFolder,
  packageName,
  project,
  runNode,
  typescript7,
  workFolder,
} from "./fixture.ts";

// Packages promise the compiler of today and the oldest one. That has a lock file of its own, since npm keeps one version
// of a name in a folder.
const old = join(project, "test/ts5");
const typescript5 = join(old, "node_modules/typescript/bin/tsc");
const compilers = [
  { version: "7", tsc: typescript7 },
  { version: "5.9", tsc: typescript5 },
];
// Everything is checked but the libraries of the compiler, which are its own business and most of the time.
const libraryCheck = { skipLibCheck: false, skipDefaultLibCheck: true };
const work = workFolder();

// Compilers are slow where many run at once, and so may a registry be; nothing here is about time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 400_000 });

beforeAll(() => installTools(old));

test.each(compilers)("TypeScript $version is what it says", async ({ version, tsc }) => {
  expect((await runNode([tsc, "--version"], work)).stdout).toMatch(`Version ${version}.`);
});

describe("under its own tsconfig.json", () => {
  const unused = { noUnusedLocals: true, noUnusedParameters: true };
  const more = Object.entries({ ...unused, ...libraryCheck }).flatMap(([name, value]) => [`--${name}`, String(value)]);

  test.each(apis)("%s type-checks with TypeScript 7", async (api) => {
    expect(await compile(typescript7, ["-p", ".", "--noEmit", ...more], packageFolder(api))).toBe("");
  });

  // One program for all: most of the time goes into the libraries. The packages' options are the same, word for word.
  test("all packages type-check with TypeScript 5.9", async () => {
    const texts = apis.map((api) => readFileSync(join(packageFolder(api), "tsconfig.json"), "utf8"));
    expect(new Set(texts).size).toBe(1);
    const config = {
      extends: join(packageFolder("cove"), "tsconfig.json"),
      compilerOptions: { ...unused, ...libraryCheck, noEmit: true, rootDir: join(project, "output") },
      include: apis.map((api) => join(packageFolder(api), "src")),
    };
    writeFileSync(join(work, "tsconfig.json"), JSON.stringify(config));
    expect(await compile(typescript5, ["-p", "."], work)).toBe("");
  });
});

// A stranger's program sees what is published, and has the libraries that it chose itself: none for disposal.
describe("a program that uses the packages", () => {
  const libraries = { lib: ["es2022", "dom"], target: "es2022", types: [], ...libraryCheck, strict: true };
  const settings: Readonly<Record<string, object>> = {
    node: { ...libraries, module: "nodenext", exactOptionalPropertyTypes: true },
    bundler: { ...libraries, module: "esnext", moduleResolution: "bundler", noUncheckedIndexedAccess: true },
  };
  const user = join(work, "user");

  beforeAll(async () => {
    for (const api of apis) await install(api);
    writeFileSync(join(user, "package.json"), JSON.stringify({ name: "user", type: "module" }));
    for (const [setting, compilerOptions] of Object.entries(settings)) {
      configure(setting, compilerOptions, apis);
      for (const api of apis) configure(`${api}.${setting}`, compilerOptions, [api]);
    }
  });

  // Each alone: of two packages in one program, one may bring the library that the other has forgotten.
  test.each(Object.keys(settings).flatMap((setting) => apis.map((api) => ({ api, setting }))))(
    "$api, for $setting, with TypeScript 7",
    async ({ api, setting }) => {
      expect(await compile(typescript7, ["-p", `tsconfig.${api}.${setting}.json`], user)).toBe("");
    },
  );

  test.each(Object.keys(settings))("all of them, for %s, with TypeScript 5.9", async (setting) => {
    expect(await compile(typescript5, ["-p", `tsconfig.${setting}.json`], user)).toBe("");
  });

  function configure(name: string, compilerOptions: object, programs: readonly ApiName[]): void {
    const files = programs.map((api) => `${api}.ts`);
    const config = { compilerOptions: { ...compilerOptions, noEmit: true }, files };
    writeFileSync(join(user, `tsconfig.${name}.json`), JSON.stringify(config));
  }

  /** Unpacks a package as npm does, and puts the program that uses it beside. */
  async function install(api: ApiName): Promise<void> {
    const built = copyPackage(api, join(work, api));
    expect(await compile(typescript7, ["-p", "."], built)).toBe("");
    const name = packageName(built);
    const home = join(user, "node_modules", name);
    mkdirSync(home, { recursive: true });
    for (const file of ["dist", "package.json"]) cpSync(join(built, file), join(home, file), { recursive: true });
    writeFileSync(join(user, `${api}.ts`), consumerOf(api, name));
  }
});
