import { cpSync } from "node:fs";
import { join } from "node:path";
import { program } from "../commands/fixture.ts";
import { compile, project, type Ran, runNode, typescript7 } from "./fixture.ts";

/** Runs a command line in a folder, all of the program but its process. */
export function command(args: readonly string[], cwd: string): Promise<Ran> {
  return program(cwd, args);
}

/**
 * The program as a person starts it. It is built from the sources at hand into a folder of its own: what stands in
 * `dist/` may be older.
 */
export async function builtProgram(folder: string): Promise<(args: readonly string[], cwd: string) => Promise<Ran>> {
  // Whether the sources type-check is told elsewhere; here it counts that they run.
  await compile(typescript7, ["-p", "tsconfig.build.json", "--outDir", join(folder, "dist")], project);
  for (const part of ["bin", "templates", "package.json"])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  return (args, cwd) => runNode([join(folder, "bin/docsdk.js"), ...args], cwd);
}

/** A finding as the JSON report has it. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** What a run with `--reporter json` reports of its one API. */
export interface ApiReport {
  readonly files: Readonly<Record<"written" | "unchanged" | "removed" | "stale", readonly string[]>>;
  readonly diagnostics: readonly Finding[];
}

export function reportOf(ran: Ran): ApiReport {
  const { apis } = JSON.parse(ran.stdout);
  return apis[0];
}
