import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const bench = fileURLToPath(new URL(".", import.meta.url));
export const compiler = `${root}node_modules/typescript/bin/tsc`;

/** The packages that one seed each has grown into: the bars of small packages are theirs. */
export const seeds = ["cove", "plover", "quill", "tern"];
const apis = [...seeds, "harbor"];

/** A file of a built package: what its user would import. */
export function built(api, path = "") {
  return `${bench}.work/${api}/${path}`;
}

/** Installs the peers where they are absent. They are no dependencies of the project: nothing but the bench needs them. */
export function installPeers() {
  if (existsSync(`${bench}node_modules`)) return;
  console.log("Installing the peers of the bench: npm ci --prefix bench");
  try {
    // The peers need no scripts: the one that has some finds its program without them.
    run("npm", ["ci", "--prefix", bench, "--ignore-scripts"]);
  } catch (error) {
    rmSync(`${bench}node_modules`, { recursive: true, force: true });
    throw new BenchError(`The peers could not be installed: ${outputOf(error)}`);
  }
}

/** Builds the generator from the sources at hand. */
export function buildGenerator() {
  try {
    run("npm", ["run", "--silent", "build"]);
  } catch (error) {
    throw new BenchError(`The generator does not build: ${outputOf(error)}`);
  }
}

/** Compiles the packages in output/ as their own `npm run build` does, but into the work folder. */
export function buildPackages() {
  if (!existsSync(compiler)) throw new BenchError("TypeScript is missing: run `npm ci` first");
  for (const api of apis) {
    rmSync(built(api), { recursive: true, force: true });
    mkdirSync(built(api), { recursive: true });
    cpSync(`${root}output/${api}/package.json`, built(api, "package.json"));
    compile(`${root}output/${api}`, built(api, "dist"));
  }
}

export function compile(folder, to) {
  try {
    run(process.execPath, [compiler, "-p", folder, "--outDir", to]);
  } catch (error) {
    throw new BenchError(`${folder} does not compile: ${outputOf(error)}`);
  }
}

/** The bench cannot go on; its message is for people. */
export class BenchError extends Error {}

export function run(command, args) {
  execFileSync(command, args, { cwd: root, stdio: "pipe", encoding: "utf8" });
}

export function outputOf(error) {
  return `${error.stderr ?? ""}${error.stdout ?? ""}`.trim() || error.message;
}
