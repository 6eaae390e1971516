// Measures how much of a vendor's real contract `openapi.json` recovers from the vendor's documentation.
//
//   npm run fidelity -- <corpus…> [--corpora FOLDER] [--comparator FOLDER] [--min FIGURE=VALUE …] [--table] [--samples N]
//   npm run fidelity -- <corpus…> --ceiling …   what the docs (of `a+b`: of a) can tell at best, see ceiling.mjs
//
// A corpus is a folder with `docs/`, `README.md` and `openapi.truth.yaml`, or the name of one under the corpora folder,
// where it may be a .tar.gz; `a+b` generates from several dialects of one API. The truth is measured against, never read
// by the generator.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ceilingOf, readDocs, variants } from "./ceiling.mjs";
import { defaults, figures, folderOf, loadComparator, root } from "./fidelity-lib.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpora: { type: "string", default: defaults.corpora },
    comparator: { type: "string", default: defaults.comparator },
    min: { type: "string", multiple: true, default: [] },
    ceiling: { type: "boolean", default: false },
    table: { type: "boolean", default: false },
    samples: { type: "string", default: "0" },
  },
});

if (positionals.length === 0 || !existsSync(join(root, "dist/index.js"))) {
  console.error("usage: npm run build && npm run fidelity -- <corpus…> [--corpora FOLDER] [--comparator FOLDER]");
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), "docsdk-fidelity-"));
try {
  process.exitCode = await run();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function run() {
  const { generate } = await import(pathToFileURL(join(root, "dist/index.js")).href);
  const comparator = await loadComparator(values.comparator, work);
  const bounds = values.min.map((text) => text.split("="));
  console.log(row(["", ...figures.map((name) => (name === "leaf" ? "strict leaf" : name))]));
  let isMet = true;
  for (const corpus of positionals) {
    const folders = corpus.split("+").map((one) => folderOf(one, values.corpora, work));
    const truth = comparator.Doc.read(join(folders[0], "openapi.truth.yaml"));
    const name = corpus
      .split("+")
      .map((path) => basename(path))
      .join("+");
    if (values.ceiling) {
      const docs = readDocs(folders[0], comparator.styleKey);
      for (const variant of variants) {
        const candidate = ceilingOf(truth, docs, variant, comparator);
        isMet = report(`${name}, ${variant.label}`, truth, candidate, comparator, bounds) && isMet;
      }
      continue;
    }
    const { files, diagnostics } = await generate({ docs: folders });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    for (const error of errors.slice(0, 3)) console.error(`${corpus}: ${error.code} ${error.message}`);
    const candidate = join(work, `${corpus.replaceAll(/[^\w.+-]/g, "_")}.json`);
    writeFileSync(candidate, files.find(({ path }) => path === "openapi.json")?.text ?? "{}");
    isMet = report(name, truth, comparator.Doc.read(candidate), comparator, bounds) && errors.length === 0 && isMet;
  }
  return isMet ? 0 : 1;
}

/** Prints how a candidate compares; whether it meets the bounds. */
function report(name, truth, candidate, { compare, table, figure }, bounds) {
  const result = compare(truth, candidate, Number(values.samples));
  console.log(row([name, ...figures.map((figureName) => shown(figure(result, figureName)))]));
  if (values.table || values.samples !== "0") console.log(table(result));
  const missed = bounds.filter(([bound, least]) => (figure(result, bound) ?? 100) < Number(least));
  for (const [bound, least] of missed) console.log(`${name}: ${bound} is below ${least}`);
  return missed.length === 0;
}

function row([name, ...cells]) {
  return [name.padEnd(32), ...cells.map((cell) => cell.padStart(20))].join("");
}

function shown(value) {
  return value === null || value === undefined ? "n/a" : value.toFixed(2);
}
