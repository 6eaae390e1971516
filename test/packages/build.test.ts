import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  apis,
  copyPackage,
  filesBelow,
  packageFolder,
  packageName,
  runNode,
  runProgram,
  workFolder,
} from "./fixture.ts";

// Compilers and npm are slow where many run at once; nothing here is about time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const work = workFolder();

describe.each(apis)("%s", (api) => {
  const folder = join(work, api);

  beforeAll(async () => {
    copyPackage(api, folder);
    const { code, stdout, stderr } = await runProgram("npm", ["run", "build"], folder);
    expect({ code, output: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, output: "" });
  });

  test("builds every source, and nothing beside dist", () => {
    const modules = filesBelow(join(folder, "src")).map((path) => path.replace(/\.ts$/, ""));
    const built = filesBelow(join(folder, "dist"));
    const kinds = [".d.ts", ".d.ts.map", ".js", ".js.map"];
    expect(built).toEqual(modules.flatMap((path) => kinds.map((kind) => path + kind)).sort());
    const rest = filesBelow(folder).filter((path) => !path.startsWith("dist/"));
    expect(rest).toEqual(filesBelow(packageFolder(api)).filter((path) => !/^(dist|node_modules)\//.test(path)));
  });

  test.each(["import", "require"])("Node %ss every entry by the package's name", async (how) => {
    const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const entries = Object.keys(exports).filter((entry) => entry !== "./package.json");
    const groups = filesBelow(join(folder, "src")).filter((path) => /^(?!index|client|errors)[^/]+\.ts$/.test(path));
    const isGroup = (path: string): boolean =>
      readFileSync(join(folder, "src", path), "utf8").includes("./operations/");
    const wanted = groups.filter(isGroup).map((path) => `./${path.replace(".ts", "")}`);
    expect(entries.sort()).toEqual([".", "./client", "./models", "./runtime", ...wanted].sort());

    const names = entries.map((entry) => packageName(folder) + entry.slice(1));
    const load = how === "import" ? "await import(name)" : "createRequire(process.cwd() + '/x.js')(name)";
    const program = `
      import { createRequire } from "node:module";
      const loaded = {};
      for (const name of ${JSON.stringify(names)}) loaded[name] = Object.keys(${load}).length;
      console.log(JSON.stringify(loaded));`;
    const { stdout, stderr } = await runNode(["--no-warnings", "--input-type=module", "--eval", program], folder);
    expect(stderr).toBe("");
    const counts: Readonly<Record<string, number>> = JSON.parse(stdout);
    expect(Object.keys(counts)).toEqual(names);
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
  });

  test("its own tests pass, and there are some", async () => {
    const { code, stdout, stderr } = await runProgram("npm", ["test"], folder);
    expect({ code, output: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, output: "" });
    expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(10);
    expect(stdout).toMatch(/^# skipped 0$/m);
  });

  test("publishes what its users need, and nothing else", async () => {
    const { stdout } = await runProgram("npm", ["pack", "--dry-run", "--json"], folder);
    const packed: unknown = JSON.parse(stdout);
    const below = (part: string): string[] => filesBelow(join(folder, part)).map((path) => `${part}/${path}`);
    const documents = ["LICENSE", "README.md", "api.md", "package.json"];
    const files = [...below("dist"), ...below("src"), ...below("examples"), ...documents];
    expect(packed).toMatchObject([{ name: packageName(folder) }]);
    expect(pathsOf(packed).sort()).toEqual(files.sort());
  });
});

function pathsOf(packed: unknown): string[] {
  const [first] = Array.isArray(packed) ? packed : [];
  return first.files.map((file: { readonly path: string }) => file.path);
}
