// Measures the emitted packages: `npm run bench`, or `npm run bench -- decode size` for some of it. Figures are ratios
// against a peer or a limit in the same run. A missed bar is printed and fails nothing: machines differ.
import { BenchError, buildPackages, installPeers } from "./build.mjs";
import { measureDecode } from "./decode.mjs";
import { measureImport } from "./import.mjs";
import { measureLongEvents } from "./long-events.mjs";
import { measureSize } from "./size.mjs";
import { measureStreams } from "./streams.mjs";
import { measureTypes } from "./types.mjs";

const measures = {
  decode: measureDecode,
  streams: measureStreams,
  "long-events": measureLongEvents,
  size: measureSize,
  import: measureImport,
  types: measureTypes,
};

try {
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((name) => !Object.hasOwn(measures, name));
  if (unknown !== undefined) {
    throw new BenchError(`Expected one of ${Object.keys(measures).join(", ")}, received ${unknown}`);
  }
  installPeers();
  buildPackages();
  for (const [name, measure] of Object.entries(measures)) {
    if (chosen.length === 0 || chosen.includes(name)) await measure();
  }
} catch (error) {
  if (!(error instanceof BenchError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
