// Measures how much of a vendor's real contract `openapi.json` recovers from the vendor's documentation.
//
//   npm run fidelity -- <corpus…> [--corpora FOLDER] [--comparator FOLDER] [--min FIGURE=VALUE …] [--table] [--samples N]
//
// A corpus is a folder with `docs/`, `README.md` and `openapi.truth.yaml`, or the name of one under the corpora folder,
// where it may be a .tar.gz; `a+b` generates from several dialects of one API. The truth is measured against, never read
// by the generator.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { defaults, figures, folderOf, loadComparator, root } from "./fidelity-lib.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpora: { type: "string", default: defaults.corpora },
    comparator: { type: "string", default: defaults.comparator },
    min: { type: "string", multiple: true, default: [] },
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
  const { compare, table, figure } = await loadComparator(values.comparator, work);
  const bounds = values.min.map((text) => text.split("="));
  console.log(row(["", ...figures.map((name) => (name === "leaf" ? "strict leaf" : name))]));
  let isMet = true;
  for (const corpus of positionals) {
    const folders = corpus.split("+").map((name) => folderOf(name, values.corpora, work));
    const { files, diagnostics } = await generate({ docs: folders });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    for (const error of errors.slice(0, 3)) console.error(`${corpus}: ${error.code} ${error.message}`);
    const candidate = join(work, `${corpus.replaceAll(/[^\w.+-]/g, "_")}.json`);
    writeFileSync(candidate, files.find(({ path }) => path === "openapi.json")?.text ?? "{}");
    const result = compare(join(folders[0], "openapi.truth.yaml"), candidate, Number(values.samples));
    console.log(row([corpus, ...figures.map((name) => shown(figure(result, name)))]));
    if (values.table || values.samples !== "0") console.log(table(result));
    const missed = bounds.filter(([name, least]) => (figure(result, name) ?? 100) < Number(least));
    for (const [name, least] of missed) console.log(`${corpus}: ${name} is below ${least}`);
    isMet &&= missed.length === 0 && errors.length === 0;
  }
  return isMet ? 0 : 1;
}

function row([name, ...cells]) {
  return [name.padEnd(24), ...cells.map((cell) => cell.padStart(20))].join("");
}

function shown(value) {
  return value === null || value === undefined ? "n/a" : value.toFixed(2);
}
