import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { apis, built } from "./build.mjs";
import { difference, spreadOf, takeTurns } from "./measure.mjs";
import { figure, heading } from "./report.mjs";

const inMilliseconds = { unit: "ms", digits: 1 };

/** What importing a package adds to the start of a process, each time in a fresh one. */
export async function measureImport() {
  const starts = { node: ["-e", script("")], bundle: importing(await bundle("tern")) };
  for (const api of apis) starts[api] = importing(built(api, "dist/index.js"));
  const times = await takeTurns(Object.keys(starts), 15, (name) => startTime(starts[name]));

  heading("import in a fresh process, processor time over bare Node");
  for (const api of apis) {
    figure(`${api}, all of it`, difference(times[api], times.node), { ...inMilliseconds, bar: 25, aim: 15 });
  }
  figure("  tern, bundled into one file", difference(times.bundle, times.node), inMilliseconds);
  figure("  bare Node itself", spreadOf(times.node), inMilliseconds);
}

/** The least that the same code can cost: one file to find and read. */
async function bundle(api) {
  const outfile = built(api, "bundle.mjs");
  const { build } = await import("esbuild");
  await build({ entryPoints: [built(api, "dist/index.js")], bundle: true, format: "esm", target: "es2022", outfile });
  return outfile;
}

function importing(path) {
  return ["--input-type=module", "-e", script(`import ${JSON.stringify(pathToFileURL(path).href)};`)];
}

/** A program that tells how long the processor has worked for it, in microseconds. */
function script(before) {
  return `${before} const { user, system } = process.cpuUsage(); console.log(user + system);`;
}

function startTime(args) {
  return Number(execFileSync(process.execPath, args, { env, encoding: "utf8" })) / 1000;
}

/** What the environment makes Node load at its start would hide what is measured. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_")));
