import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Ran } from "../packages/fixture.ts";

/** A runtime, and how it runs the program at a path. */
export interface Runtime {
  readonly name: string;
  /** What starts a program; the path of the program and its arguments follow. */
  readonly command: readonly [string, ...string[]];
  /** A browser learns from a page what to run. */
  readonly isBrowser?: true;
  /** What there has to be. */
  readonly needs: readonly string[];
}

const folder = import.meta.dirname;
const installed = (path: string): string => join(folder, "node_modules", path);
const chromium = "/usr/bin/chromium";

export const runtimes: readonly Runtime[] = [
  ...["20", "22", "24"].map((version): Runtime => {
    const node = installed(`node-${version}/bin/node`);
    return { name: `Node ${version}`, command: [node], needs: [node] };
  }),
  bun(installed("@oven/bun-linux-x64/bin/bun")),
  deno(installed("@deno/linux-x64-glibc/deno")),
  {
    name: "Chromium",
    command: [process.execPath, join(folder, "chromium.mjs"), chromium],
    isBrowser: true,
    needs: [chromium, installed("playwright-core")],
  },
];

function bun(program: string): Runtime {
  return { name: "Bun", command: [program], needs: [program] };
}

/** What `npm install` has put below the program is taken; nothing is fetched, and no more is allowed than it needs. */
function deno(program: string): Runtime {
  const flags = ["--quiet", "--no-remote", "--node-modules-dir=manual", "--allow-net=127.0.0.1"];
  return { name: "Deno", command: [program, "run", ...flags], needs: [program] };
}

/** Why a runtime cannot be had; undefined where it can. */
export async function missing({ command: [program], needs }: Runtime): Promise<string | undefined> {
  const absent = needs.find((path) => !existsSync(path));
  if (absent !== undefined) return `there is no ${absent}`;
  const { code } = await ranTo(program, ["--version"], folder);
  return code === 0 ? undefined : `${program} does not run on this machine`;
}

/** Runs `smoke.mjs` in the folder where its package is installed. */
export function run({ command, isBrowser }: Runtime, app: string, server: string): Promise<Ran> {
  const [program, ...args] = command;
  return ranTo(program, [...args, ...(isBrowser ? [] : ["smoke.mjs"]), server], app);
}

/** What hangs is ended, for nothing of it may be left behind. */
function ranTo(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1" };
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd, env, timeout: 60_000 }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}
