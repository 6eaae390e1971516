// Serves a vendor's real contract by an independent mock server, and calls every operation of it through the package that
// is generated from the vendor's documentation alone.
//
//   npm run conformance -- <corpus…> [--corpora FOLDER] [--package FOLDER] [--full] [--json]
//
// A corpus is a folder with `docs/`, `README.md` and `openapi.truth.yaml`, or the name of one under the corpora folder,
// where it may be a .tar.gz. `--package` is its package where that was built before; `--json` prints figures and findings as
// one object a corpus. Each operation is called with its usage sample, else with the examples of its rows, else with a
// request made from the contract, and answered with the examples of the contract. For the last figures each is called and
// answered once more, with all that the contract knows; `--full` lists what fails there. Ends with 1 where less than 95 %
// of the operations conform, with 2 where there is nothing to measure with.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { measure } from "./conformance/measure.mjs";
import { installMockServer, readContract, startMockServer } from "./conformance/mock-server.mjs";
import { findingsOf, summary, tableOf } from "./conformance/report.mjs";
import { surfaceOf } from "./conformance/surface.mjs";
import { defaults, folderOf, root } from "./fidelity-lib.mjs";

/** Of all operations of the contract, in per cent. */
const least = 95;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpora: { type: "string", default: defaults.corpora },
    package: { type: "string" },
    full: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

if (positionals.length === 0 || !existsSync(join(root, "dist/main.js"))) {
  console.error(
    "usage: npm run build && npm run conformance -- <corpus…> [--corpora FOLDER] [--package FOLDER] [--full]",
  );
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), "docsdk-conformance-"));
// However it ends, nothing stays behind: the server is stopped in the same way.
process.once("exit", () => rmSync(work, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
setTimeout(() => {
  console.error("The calls have no end.");
  process.exit(1);
}, 600_000 * positionals.length).unref();
process.exitCode = await run();

async function run() {
  const folders = foldersOf(positionals);
  if (folders === undefined) return 2;
  const bare = folders.filter((folder) => !existsSync(contractOf(folder)));
  for (const folder of bare) {
    console.error(`${basename(folder)} has no openapi.truth.yaml beside its docs: there is nothing to serve.`);
  }
  if (bare.length > 0) return 2;
  const problem = installMockServer();
  if (problem !== undefined) {
    console.error(`The mock server cannot be had, and nothing is measured: ${problem}`);
    return 2;
  }
  let isMet = true;
  for (const folder of folders) {
    const found = await conformanceOf(folder, values.package ?? build(folder));
    const figures = summary(found);
    const name = basename(folder);
    const findings = findingsOf(name, found, values.full);
    isMet = figures.conforming >= least && isMet;
    console.log(values.json ? JSON.stringify({ figures, findings }) : `${tableOf(name, found)}\n\n${findings}`);
  }
  return isMet ? 0 : 1;
}

function foldersOf(corpora) {
  try {
    return corpora.map((corpus) => folderOf(corpus, values.corpora, work));
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
}

async function conformanceOf(folder, built) {
  const contract = readContract(contractOf(folder));
  const library = await import(pathToFileURL(join(resolve(built), "dist/index.js")).href);
  const surface = await surfaceOf(built);
  const server = await startMockServer(contractOf(folder));
  try {
    return await measure({ contract, library, surface, docs: folder, url: server.url });
  } finally {
    await server.stop();
  }
}

function contractOf(folder) {
  return join(folder, "openapi.truth.yaml");
}

/** The package as the command line writes it and its own settings compile it. */
function build(folder) {
  const target = mkdtempSync(join(work, "package-"));
  const quiet = { cwd: work, stdio: ["ignore", "ignore", "inherit"] };
  execFileSync(process.execPath, [join(root, "dist/main.js"), folder, "--out", target, "--quiet"], quiet);
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], { ...quiet, cwd: target });
  return target;
}
