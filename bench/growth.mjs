import { rmSync } from "node:fs";
import { join } from "node:path";
import { bench, root } from "./build.mjs";
import { corpusFolder } from "./corpora.mjs";
import { ratio, spreadOf, takeTurns } from "./measure.mjs";
import { multiply } from "./multiply.mjs";
import { runProcess } from "./process.mjs";
import { figure, heading } from "./report.mjs";

const factors = [1, 2, 4, 8];

/** How time and memory grow with the documentation: the same product under other names beside itself. */
export async function measureGrowth() {
  const small = corpusFolder("dub-ts");
  if (small !== undefined) {
    const results = await measure("dub-ts", small, factors, 3);
    heading("growth: dub-ts beside itself under other names, over the time of one");
    for (const factor of factors) {
      const bars = factor === 1 ? {} : { bar: Number((1.1 * factor).toFixed(1)) };
      figure(`${factor} ×`, ratio(wallOf(results[factor]), wallOf(results[1])), bars);
      figure("  wall time", spreadOf(wallOf(results[factor])), { unit: "s", digits: 1 });
      figure("  memory", spreadOf(memoryOf(results[factor])), { unit: "MB", digits: 0 });
    }
  }
  const large = corpusFolder("mistral-ts");
  if (large !== undefined) {
    const results = await measure("mistral-ts", large, [8], 1);
    heading("growth: mistral-ts 8 times beside itself");
    figure("memory", spreadOf(memoryOf(results[8])), { unit: "MB", digits: 0, bar: 1024 });
    figure("  wall time", spreadOf(wallOf(results[8])), { unit: "s", digits: 1 });
  }
}

async function measure(corpus, folder, sizes, rounds) {
  const runs = {};
  for (const factor of sizes) {
    const docs = `${bench}.work/multiplied/${corpus}-${factor}`;
    multiply(folder, docs, factor);
    const out = `${bench}.work/generated/${corpus}-${factor}`;
    runs[factor] = () => {
      rmSync(out, { recursive: true, force: true });
      return runProcess([
        `${root}bin/docsdk.js`,
        "generate",
        join(docs, "docs"),
        "--out",
        out,
        "--quiet",
        "--no-cache",
      ]);
    };
  }
  return takeTurns(Object.keys(runs), rounds, (factor) => runs[factor]());
}

function wallOf(results) {
  return results.map(({ wall }) => wall);
}

function memoryOf(results) {
  return results.map(({ memory }) => memory);
}
