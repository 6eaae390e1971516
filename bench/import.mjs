import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { built, seeds } from "./build.mjs";
import { buildCorpus, corpus } from "./corpus.mjs";
import { spreadOf, takeTurns } from "./measure.mjs";
import { environment } from "./process.mjs";
import { figure, heading } from "./report.mjs";

const inMilliseconds = { unit: "ms", digits: 1 };

/**
 * How long importing a package takes: what it adds to the start of a process, each time in a fresh one. The bars are told
 * of wall time; where other work goes on, the processor's time is nearer to it.
 */
export async function measureImport() {
  const peers = { "openai 6": ["openai"], "@mistralai/mistralai 2": ["@mistralai/mistralai"] };
  const starts = { bundle: [await bundle("tern")], ...peers };
  for (const api of seeds) starts[api] = [built(api, "dist/index.js")];
  const group = `${corpus}, ./client and ./chat`;
  if (buildCorpus()) {
    starts[group] = [built(corpus, "dist/client.js"), built(corpus, "dist/chat.js")];
    starts[corpus] = [built(corpus, "dist/index.js")];
  }
  const times = await takeTurns(Object.keys(starts), 15, (name) => importTime(starts[name]));

  for (const what of ["wall", "processor"]) {
    const of = (name) => spreadOf(times[name].map((time) => time[what]));
    heading(`import() in a fresh process, ${what} time`);
    for (const api of seeds) figure(`${api}, all of it`, of(api), { ...inMilliseconds, bar: 25, aim: 15 });
    figure("  tern, bundled into one file", of("bundle"), inMilliseconds);
    if (times[group]) {
      figure(group, of(group), { ...inMilliseconds, bar: 60 });
      figure(`  ${corpus}, all of it`, of(corpus), inMilliseconds);
    }
    for (const peer of Object.keys(peers)) figure(`  ${peer}`, of(peer), inMilliseconds);
  }
}

/** The least that the same code can cost: one file to find and read. */
async function bundle(api) {
  const outfile = built(api, "bundle.mjs");
  const { build } = await import("esbuild");
  await build({ entryPoints: [built(api, "dist/index.js")], bundle: true, format: "esm", target: "es2022", outfile });
  return outfile;
}

function importTime(modules) {
  const imports = modules.map((module) => {
    const specifier = module.startsWith("/") ? pathToFileURL(module).href : module;
    return `import(${JSON.stringify(specifier)})`;
  });
  const program = `
    const [start, spent] = [performance.now(), process.cpuUsage()];
    await Promise.all([${imports.join(", ")}]);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(spent);
    console.log(JSON.stringify({ wall, processor: (user + system) / 1000 }));`;
  const args = ["--input-type=module", "--eval", program];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: import.meta.dirname, env: environment, encoding: "utf8" }),
  );
}
