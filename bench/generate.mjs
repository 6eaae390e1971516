import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bench, root } from "./build.mjs";
import { contractOf, corpusFolder } from "./corpora.mjs";
import { ratio, spreadOf, takeTurns } from "./measure.mjs";
import { runProcess } from "./process.mjs";
import { figure, heading } from "./report.mjs";

const rounds = 3;
/** In the folder where programs are run. */
const cache = `${bench}.work/cwd/node_modules/.cache`;
const program = `${root}bin/docsdk.js`;

/** The whole program on the documentation of whole products, beside a generator that reads one contract of the same. */
export async function measureGenerate() {
  for (const corpus of ["dub-ts", "mistral-ts", "friendli-python"]) {
    const folder = corpusFolder(corpus);
    if (folder !== undefined) await measure(corpus, join(folder, "docs"));
  }
}

async function measure(corpus, docs) {
  const out = `${bench}.work/generated/${corpus}`;
  const command = [program, "generate", docs, "--out", out, "--quiet"];
  const cold = () => {
    rmSync(out, { recursive: true, force: true });
    rmSync(cache, { recursive: true, force: true });
    return runProcess(command);
  };
  const warm = () => runProcess(command);
  // A cold run leaves a cache for the warm one behind it.
  mkdirSync(cache, { recursive: true });
  cold();
  // Where the vendor publishes no contract, the one that we recovered has as much in it.
  const contract = contractOf(corpus) ?? join(out, "openapi.json");
  const contenders = { cold, warm, ...peers(corpus, contract) };
  const results = await takeTurns(Object.keys(contenders), rounds, (name) => contenders[name]());
  const of = (name, what) => results[name].map((result) => result[what]);
  const over = (name, base, what) => ratio(of(name, what), of(base, what));

  heading(`${corpus}: generate, from the start of the process to its end`);
  const peer = "hey-api 0.95 with zod";
  figure(`wall time, over ${peer}`, over("cold", peer, "wall"), { bar: 0.4, aim: 0.15 });
  figure("memory, over the same", over("cold", peer, "memory"), { bar: 1 });
  figure("nothing changed, over cold", over("warm", "cold", "wall"), { bar: 0.25 });
  for (const name of Object.keys(contenders)) {
    figure(`  ${name}`, spreadOf(of(name, "wall")), { unit: "s" });
    figure("    processor", spreadOf(of(name, "processor")), { unit: "s" });
    figure("    memory", spreadOf(of(name, "memory")), { unit: "MB", digits: 0 });
  }
}

function peers(corpus, input) {
  // Not by its launcher, which starts a second process that would not be measured.
  const run = `${bench}node_modules/@hey-api/openapi-ts/dist/run.mjs`;
  const folder = `${bench}.work/hey-api`;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(`${folder}/node_modules`)) symlinkSync(`${bench}node_modules`, `${folder}/node_modules`);
  const peer = (name, plugins) => {
    const output = `${folder}/${corpus}-${name}`;
    const config = `${folder}/${corpus}-${name}.mjs`;
    writeFileSync(config, `export default ${JSON.stringify({ input, output, plugins, logs: { level: "silent" } })};\n`);
    return () => {
      rmSync(output, { recursive: true, force: true });
      return runProcess([run, "--file", config]);
    };
  };
  const plain = ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"];
  return {
    "hey-api 0.95 with zod": peer("zod", [...plain, "zod"]),
    "hey-api 0.95 without": peer("plain", plain),
  };
}
