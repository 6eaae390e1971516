import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { bench } from "./build.mjs";

/**
 * A program of Node from its start to its end: wall and processor time in seconds, and the most memory that it held, in
 * megabytes, with what it printed. It runs in a folder without a config.
 */
export function runProcess(args) {
  const folder = `${bench}.work/cwd`;
  const usage = `${bench}.work/usage.json`;
  mkdirSync(folder, { recursive: true });
  rmSync(usage, { force: true });
  const start = performance.now();
  const output = execFileSync(process.execPath, ["--import", `${bench}usage.mjs`, ...args], {
    cwd: folder,
    env: { ...environment, DOCSDK_BENCH_USAGE: usage },
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - start) / 1000;
  return { output, wall, ...JSON.parse(readFileSync(usage, "utf8")) };
}

/** What the environment makes Node load at its start would be measured too. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_")),
);
