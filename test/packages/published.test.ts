import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  apis,
  compile,
  consumerOf,
  copyPackage,
  installTools,
  irOf,
  packageName,
  project,
  type Ran,
  runNode,
  runProgram,
  typescript7,
  workFolder,
} from "./fixture.ts";
import { startServer } from "./http/api-server.ts";
import { documentedAnswer } from "./http/ir-server.ts";

// A registry's view of the packages: what is packed, and what comes of it in the hands of a stranger.

// Compilers and npm are slow where many run at once; nothing here is about time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 400_000 });

const tools = join(project, "test/published");
const judge = join(tools, "judge.mjs");
const work = workFolder();
// Beside this project, whose tools a stranger does not have.
const abroad = mkdtempSync(join(tmpdir(), "docsdk-published-"));
afterAll(() => rmSync(abroad, { recursive: true, force: true }));
const server = await startServer();

/** Loaded before a program, it leads the program's requests to the server of the test, whatever host they name. */
const detour = join(abroad, "detour.mjs");
writeFileSync(
  detour,
  `const { fetch } = globalThis;
globalThis.fetch = (request) => {
  const { pathname, search } = new URL(request.url);
  return fetch(new Request(process.env.TEST_SERVER + pathname + search, request));
};
`,
);

beforeAll(() => installTools(tools));

/** The archive that npm makes of a package; npm builds it first, as the package says. */
async function packed(folder: string): Promise<string> {
  const { code, stdout, stderr } = await runProgram("npm", ["pack", "--json"], folder);
  expect({ code, output: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, output: "" });
  const [archive] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  return join(folder, archive ?? "");
}

test("the judge finds fault with a package that lacks what it promises", async () => {
  const folder = join(work, "faulty");
  mkdirSync(folder);
  // Its types say that it is an ES module, which it is not.
  const entry = { types: "./index.d.ts", default: "./index.cjs" };
  const exports = { ".": entry, "./missing": "./missing.js" };
  const manifest = { name: "faulty", version: "1.0.0", type: "module", exports };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "index.d.ts"), "export declare const one: number;\n");
  writeFileSync(join(folder, "index.cjs"), "exports.one = 1;\n");
  const { stdout } = await runNode([judge, await packed(folder)], folder);
  expect(stdout).toMatch(/^publint: .*missing\.js/m);
  expect(stdout).toMatch(/^attw: /m);
});

describe.each(apis)("%s", (api) => {
  const folder = join(work, api);
  const home = join(abroad, api);
  let archive = "";
  let name = "";

  beforeAll(async () => {
    copyPackage(api, folder);
    archive = await packed(folder);
    name = packageName(folder);
    mkdirSync(home);
    writeFileSync(join(home, "package.json"), JSON.stringify({ name: "stranger", private: true, type: "module" }));
    const installed = await runProgram("npm", ["install", "--offline", "--no-audit", "--no-fund", archive], home);
    expect(installed).toMatchObject({ code: 0 });
  });

  test("is what publint and attw want", async () => {
    expect(await runNode([judge, archive], folder)).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("installs alone, and compiles under a stranger's settings", async () => {
    expect(readdirSync(join(home, "node_modules")).filter((entry) => !entry.startsWith("."))).toEqual([name]);
    writeFileSync(join(home, "program.ts"), consumerOf(api, name));
    const compilerOptions = {
      lib: ["es2022", "dom"],
      target: "es2022",
      module: "nodenext",
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    };
    writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
    expect(await compile(typescript7, ["-p", "."], home)).toBe("");
  });

  test("the manifest for JSR has the same entries, in the sources", () => {
    const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));
    const { exports } = read("package.json");
    const entries = Object.keys(exports).filter((entry) => entry !== "./package.json");
    const sources = entries.map((entry) => exports[entry].default.replace("/dist/", "/src/").replace(/js$/, "ts"));
    const jsr = read("jsr.json");
    expect(Object.entries(jsr.exports)).toEqual(entries.map((entry, index) => [entry, sources[index]]));
    for (const path of [...sources, ...jsr.publish.include]) expect(existsSync(join(folder, path)), path).toBe(true);
  });

  test("its sources are where the maps of its declarations lead", () => {
    const root = join(home, "node_modules", name);
    const { sources } = JSON.parse(readFileSync(join(root, "dist/index.d.ts.map"), "utf8"));
    for (const source of sources)
      expect(readFileSync(join(root, "dist", source), "utf8")).toMatch(/^\/\/ Generated by /);
  });

  test("the first example of its README runs as it stands", async () => {
    const readme = readFileSync(join(home, "node_modules", name, "README.md"), "utf8");
    const [, program = ""] = /```js\n(.*?)```/s.exec(readme) ?? [];
    writeFileSync(join(home, "first.mjs"), program);
    server.answer(documentedAnswer(irOf(api), false));
    expectAnswer(await runNode(["--import", detour, "first.mjs"], home, environmentOf(program)));
    expect(server.seen[0]?.headers.authorization).toBe("Bearer secret");
  });

  const examples = readdirSync(join(project, "output", api, "examples"));
  test.each(examples)("examples/%s runs", async (file) => {
    const path = join("node_modules", name, "examples", file);
    const environment = environmentOf(readFileSync(join(home, path), "utf8"));
    server.answer(documentedAnswer(irOf(api), false));
    expectAnswer(await runNode([path], home, environment));
    expect(server.seen[0]?.headers.authorization).toBe("Bearer secret");
    if (file !== "errors.mjs") return;
    server.answer(documentedAnswer(irOf(api), true));
    const failed = await runNode([path], home, environment);
    expect({ code: failed.code, stdout: failed.stdout }).toEqual({ code: 0, stdout: "" });
    expect(failed.stderr).toMatch(/^(documented: \w+|ApiError) 4\d\d /);
  });
});

/** Secrets and the server, under the names by which a program asks for them. */
function environmentOf(program: string): Readonly<Record<string, string>> {
  const names = [...program.matchAll(/process\.env\.(\w+)/g)].map(([, name = ""]) => name);
  const values = names.map((name) => [name, name.endsWith("_BASE_URL") ? server.baseUrl : "secret"]);
  return { ...Object.fromEntries(values), TEST_SERVER: server.baseUrl };
}

function expectAnswer({ code, stdout, stderr }: Ran): void {
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.trim()).not.toBe("");
  expect(server.seen.length).toBeGreaterThan(0);
}
