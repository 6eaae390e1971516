// Corpora by path or by name, and the comparator that holds `openapi.json` against a vendor's real contract.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where the corpora and the comparator stand unless something else is said. */
export const defaults = {
  corpora: process.env.DOCSDK_CORPORA ?? join(root, "../shared/corpora"),
  comparator: process.env.DOCSDK_COMPARATOR ?? join(root, "../shared/fidelity"),
};

/** The figures that are shown and bounded, in their order. */
export const figures = [
  "overall",
  "leaf",
  "property.precision",
  "operation.precision",
  "parameter.precision",
  "nullTrue.precision",
];

/** The comparator has a dependency, and may stand where nothing can be installed: it runs from a copy. */
export async function loadComparator(comparator, work) {
  const source = resolve(comparator);
  const folder = existsSync(join(source, "node_modules")) ? source : join(work, "comparator");
  if (folder !== source) {
    cpSync(source, folder, { recursive: true });
    execFileSync("chmod", ["-R", "u+w", folder]);
    execFileSync("npm", ["ci", "--silent"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  }
  const load = (file) => import(pathToFileURL(join(folder, file)).href);
  const [{ compare, table }, { figure }, { Doc, styleKey }] = await Promise.all(
    ["compare.mjs", "score.mjs", "load.mjs"].map(load),
  );
  return { compare, table, figure, Doc, styleKey };
}

/** The folder of a corpus that is given by path or by name; an archive is unpacked. */
export function folderOf(corpus, corpora, work) {
  const inCorpora = join(corpora, corpus);
  const folder = [resolve(corpus), inCorpora].find((path) => existsSync(join(path, "docs")));
  if (folder !== undefined) return folder;
  const archive = `${inCorpora}.tar.gz`;
  if (!existsSync(archive)) throw new Error(`There is no corpus ${corpus}: neither a folder nor ${archive}.`);
  const target = mkdtempSync(join(work, "corpus-"));
  execFileSync("tar", ["-xzf", archive, "-C", target]);
  const [name] = readdirSync(target);
  return join(target, name);
}
