import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { BenchError, bench, built, compile, outputOf, root, run } from "./build.mjs";

/** The documentation of a whole product, of which the bars of big packages are told; its vendor's SDK is the peer. */
export const corpus = "mistral-ts";

let isBuilt;

/**
 * Generates and builds the package of the corpus, once. False where its documentation cannot be found: it is other
 * people's, and stands in $DOCSDK_CORPORA or in ../shared/corpora beside the checkout, as a folder or a .tar.gz.
 */
export function buildCorpus() {
  isBuilt ??= generate();
  return isBuilt;
}

function generate() {
  const corpora = resolve(process.env.DOCSDK_CORPORA ?? join(root, "../shared/corpora"));
  const docs = docsIn(corpora);
  if (docs === undefined) {
    console.log(`\nskipped: what is measured of ${corpus}, which is not in ${corpora} (set DOCSDK_CORPORA)`);
    return false;
  }
  try {
    run("npm", ["run", "--silent", "build"]);
    run(process.execPath, [`${root}bin/docsdk.js`, "generate", docs, "--out", built(corpus)]);
  } catch (error) {
    throw new BenchError(`The package of ${corpus} could not be generated: ${outputOf(error)}`);
  }
  rmSync(built(corpus, "dist"), { recursive: true, force: true });
  compile(built(corpus), built(corpus, "dist"));
  return true;
}

function docsIn(corpora) {
  const archive = join(corpora, `${corpus}.tar.gz`);
  if (!existsSync(archive)) return [join(corpora, corpus, "docs")].find((docs) => existsSync(docs));
  const unpacked = `${bench}.work/docs`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  run("tar", ["-xzf", archive, "-C", unpacked]);
  const folders = [unpacked, ...readdirSync(unpacked).map((name) => join(unpacked, name))];
  return folders.map((folder) => join(folder, "docs")).find((docs) => existsSync(docs));
}

/** The function of a group that answers with a stream of events: its name is the generator's affair. */
export function streamingFunction(group) {
  const entry = readFileSync(built(corpus, `src/${group}.ts`), "utf8");
  for (const [, names, path] of entry.matchAll(/export \{([^}]*)\} from "(.\/operations\/[^"]*)"/g)) {
    if (!readFileSync(built(corpus, `src/${path}`), "utf8").includes("eventReply(")) continue;
    const name = names.split(",").find((one) => !one.trim().startsWith("type "));
    if (name !== undefined) return name.trim();
  }
  throw new BenchError(`No function in ${group} of ${corpus} answers with a stream`);
}
