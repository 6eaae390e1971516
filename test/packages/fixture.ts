import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import type { Api } from "../../generator/ir/index.ts";

/** The folder of this project. */
export const project: string = fileURLToPath(new URL("../../", import.meta.url));

/** The APIs that the project ships, each with a package in `output/`. */
export const apis = ["cove", "harbor", "plover", "quill", "tern"] as const;

export type ApiName = (typeof apis)[number];

/** A package that is checked in. */
export function packageFolder(api: ApiName): string {
  return join(project, "output", api);
}

/** What the checked-in package says of its API. */
export function irOf(api: ApiName): Api {
  return JSON.parse(readFileSync(join(packageFolder(api), "ir.json"), "utf8"));
}

/**
 * A folder of this test file alone, gone when its tests are over. It lies inside the project, so that Node and npm find
 * the project's tools from there.
 */
export function workFolder(): string {
  const work = join(project, "test/.work");
  mkdirSync(work, { recursive: true });
  const folder = mkdtempSync(join(work, "packages-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Copies a checked-in package as git has it: without what a person may have built in place. */
export function copyPackage(api: ApiName, to: string): string {
  const from = packageFolder(api);
  const ignored = [join(from, "dist"), join(from, "node_modules")];
  cpSync(from, to, { recursive: true, filter: (path) => !ignored.includes(path) });
  return to;
}

/** The paths of all files below a folder, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** How a program ended, and what it wrote. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. Asynchronous, so that tests of one file can run several at a time. */
export function runProgram(
  command: string,
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    // Without what npm and vitest tell their children: a program has to work as a person starts it.
    // The registry may stand in the environment alone.
    const registry = Object.entries(process.env).filter(([name]) => /^npm_config_(registry|cafile)$/i.test(name));
    const own = { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1" };
    const env = { ...Object.fromEntries(registry), ...own, ...variables };
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs a file of JavaScript. */
export function runNode(
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return runProgram(process.execPath, args, cwd, variables);
}

/** The compiler of the project. */
export const typescript7: string = join(project, "node_modules/typescript/bin/tsc");

/** Compiles; what it wrote is empty where all is well. */
export async function compile(tsc: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await runNode([tsc, ...args], cwd);
  return code === 0 ? "" : stdout + stderr || `exit code ${code}`;
}

/** Where this package keeps its name: the name under which others import it. */
export function packageName(folder: string): string {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name;
}

/** Installs the tools of a folder that has a lock file of its own, where they are absent. */
export async function installTools(folder: string): Promise<void> {
  if (existsSync(join(folder, "node_modules"))) return;
  const { code, stdout, stderr } = await runProgram(
    "npm",
    ["ci", "--prefix", folder, "--no-audit", "--no-fund"],
    project,
  );
  if (code !== 0) throw new Error(`The tools of ${folder} cannot be installed:\n${stdout}${stderr}`);
}

/** The program of `consumers/` that uses a package. It imports the sources here; a stranger imports by the name. */
export function consumerOf(api: ApiName, name: string): string {
  const program = readFileSync(join(project, `test/packages/consumers/${api}.ts`), "utf8");
  return program.replaceAll(/"(?:\.\.\/)+output\/\w+\/src\/([^"]+)\.ts"/g, (_, path: string) => {
    const entry = path.replace(/(^|\/)index$/, "");
    return JSON.stringify(entry === "" ? name : `${name}/${entry}`);
  });
}
