import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { bench, root, run } from "./build.mjs";

/**
 * Other people's documentation: it stands in $DOCSDK_CORPORA or in ../shared/corpora beside the checkout, as a folder or
 * a .tar.gz, with the vendor's own contract where there is one.
 */
const corpora = resolve(process.env.DOCSDK_CORPORA ?? join(root, "../shared/corpora"));
const found = new Map();

/** The folder that holds the `docs` of a corpus; undefined, with a word about it, where there is none. */
export function corpusFolder(name) {
  if (!found.has(name)) found.set(name, find(name));
  return found.get(name);
}

/** The contract of a corpus, where its vendor publishes one. */
export function contractOf(name) {
  const folder = corpusFolder(name);
  const path = folder && join(folder, "openapi.truth.yaml");
  return path && existsSync(path) ? path : undefined;
}

function find(name) {
  const folders = [join(corpora, name), ...unpacked(name)];
  const folder = folders.find((one) => existsSync(join(one, "docs")));
  if (folder === undefined)
    console.log(`\nskipped: what is measured of ${name}, which is not in ${corpora} (set DOCSDK_CORPORA)`);
  return folder;
}

function unpacked(name) {
  const archive = join(corpora, `${name}.tar.gz`);
  if (!existsSync(archive)) return [];
  const folder = `${bench}.work/docs/${name}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run("tar", ["-xzf", archive, "-C", folder]);
  return [folder, ...readdirSync(folder).map((below) => join(folder, below))];
}
