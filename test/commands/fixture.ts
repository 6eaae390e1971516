import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../generator/commands/run.ts";
import type { Diagnostic } from "../../generator/diagnostics.ts";
import type { OtherPage } from "../../generator/docs/page.ts";
import type { Api } from "../../generator/ir/index.ts";
import type { PlacedFinding } from "../../generator/lint/placed.ts";
import { toolchain } from "../../generator/load.ts";
import { defaultOptions } from "../../generator/options.ts";
import type { Shell } from "../../generator/shell.ts";
import type { CompileInput, Compiler as Compiling, Linter, Toolchain } from "../../generator/toolchain.ts";

/** A temporary folder with these files, gone when the test is over. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "docsdk-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  put(root, files);
  return root;
}

/** Writes files below a folder. */
export function put(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The paths of all files below a folder, and of its empty folders with a slash behind them. */
export function tree(root: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    const below = tree(join(root, entry.name)).map((path) => `${entry.name}/${path}`);
    return below.length === 0 ? [`${entry.name}/`] : below;
  });
  return paths.sort();
}

export function text(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** What the compiler is asked for. */
type Asked = Omit<CompileInput, "templates">;

/** What a test says about the compiler: the files that it gives, and what it finds. */
export interface Compiler {
  readonly files?: (input: Asked) => Readonly<Record<string, string>>;
  readonly findings?: readonly Diagnostic[];
  readonly samples?: readonly PlacedFinding[];
  readonly seen?: Asked[];
}

/** Stands in for the compiler; without instructions each page becomes one file that holds its path. */
export function standIn({ files = echo, findings = [], samples = [], seen = [] }: Compiler = {}): Toolchain {
  let asked: Asked = { pages: [], options: { ...defaultOptions, slug: "" } };
  const all: Compiling & Linter = {
    readPages: (sources) => ({
      pages: sources.map(
        ({ path }): OtherPage => ({ kind: "other", reason: "foreign", path, title: "", positions: new Map() }),
      ),
      diagnostics: [],
    }),
    positionsOf: () => (place) => {
      const [path = "", key] = place.split("#");
      return key === "row" ? { path, line: 12, column: 3 } : undefined;
    },
    understand: (input) => {
      asked = input;
      seen.push(input);
      return { api, diagnostics: findings };
    },
    emit: () => Object.entries(files(asked)).map(([path, text]) => ({ path, text })),
    sampleFindings: () => samples,
  };
  return { reader: async () => all, compiler: async () => all, linter: async () => all };
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in a folder, with a stand-in for the compiler. */
export async function command(
  cwd: string,
  argv: readonly string[],
  compiler: Compiler = {},
  shell: Partial<Shell> = {},
): Promise<Ran> {
  return runIn(cwd, argv, standIn(compiler), shell);
}

/** Runs a command line in a folder, with all of the program. */
export async function program(cwd: string, argv: readonly string[], shell: Partial<Shell> = {}): Promise<Ran> {
  return runIn(cwd, argv, toolchain, shell);
}

async function runIn(cwd: string, argv: readonly string[], chain: Toolchain, shell: Partial<Shell>): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const around: Shell = {
    cwd,
    stdout: { write: (text) => void out.push(text), color: false },
    stderr: { write: (text) => void err.push(text), color: false },
    progress: false,
    allowMemory: () => {},
    engine: "test",
    now: () => 0,
    interrupted: () => new Promise(() => {}),
    git: () => ({ code: null, output: new Uint8Array(), error: "no git" }),
    ...shell,
  };
  const code = await run(argv, around, chain);
  return { code, stdout: out.join(""), stderr: err.join("") };
}

const api: Api = {
  irVersion: 1,
  package: { name: "harbor", version: "0.1.0", license: null },
  clientClass: "Harbor",
  operations: [],
  models: [],
  page: "",
  title: "Harbor",
  description: "",
  servers: { value: [], because: [], against: [] },
  security: { value: [], because: [], against: [] },
};

function echo(input: Asked): Readonly<Record<string, string>> {
  return Object.fromEntries(input.pages.map((page) => [`src/${page.path}.ts`, `// ${page.path}\n`]));
}
