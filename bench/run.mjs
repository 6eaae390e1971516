// Measures the generator and the packages that it emits: `npm run bench`, or `npm run bench -- decode size` for some of
// it; `--save` writes the figures to bench/RESULTS.md. Figures are ratios against a peer or a limit in the same run. A
// missed bar is printed and fails nothing: machines differ.
import { BenchError, buildGenerator, buildPackages, installPeers } from "./build.mjs";
import { measureDecode } from "./decode.mjs";
import { measureGenerate } from "./generate.mjs";
import { measureGrowth } from "./growth.mjs";
import { measureImport } from "./import.mjs";
import { measureLongEvents } from "./long-events.mjs";
import { measureReading } from "./reading.mjs";
import { saveReport } from "./report.mjs";
import { measureSize } from "./size.mjs";
import { measureStreams } from "./streams.mjs";
import { measureTypes } from "./types.mjs";

const measures = {
  reading: measureReading,
  generate: measureGenerate,
  growth: measureGrowth,
  decode: measureDecode,
  streams: measureStreams,
  "long-events": measureLongEvents,
  size: measureSize,
  import: measureImport,
  types: measureTypes,
};

try {
  const words = process.argv.slice(2);
  const chosen = words.filter((word) => word !== "--save");
  const unknown = chosen.find((name) => !Object.hasOwn(measures, name));
  if (unknown !== undefined) {
    throw new BenchError(`Expected one of ${Object.keys(measures).join(", ")}, received ${unknown}`);
  }
  installPeers();
  buildGenerator();
  buildPackages();
  for (const [name, measure] of Object.entries(measures)) {
    if (chosen.length === 0 || chosen.includes(name)) await measure();
  }
  if (words.includes("--save")) saveReport();
} catch (error) {
  if (!(error instanceof BenchError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
