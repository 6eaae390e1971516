import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BenchError, built, compile, outputOf, root, run } from "./build.mjs";
import { corpusFolder } from "./corpora.mjs";

/** The documentation of a whole product, of which the bars of big packages are told; its vendor's SDK is the peer. */
export const corpus = "mistral-ts";

let isBuilt;

/** Generates and builds the package of the corpus, once. False where its documentation cannot be found. */
export function buildCorpus() {
  isBuilt ??= generate();
  return isBuilt;
}

function generate() {
  const folder = corpusFolder(corpus);
  if (folder === undefined) return false;
  try {
    run(process.execPath, [`${root}bin/docsdk.js`, "generate", join(folder, "docs"), "--out", built(corpus)]);
  } catch (error) {
    throw new BenchError(`The package of ${corpus} could not be generated: ${outputOf(error)}`);
  }
  rmSync(built(corpus, "dist"), { recursive: true, force: true });
  compile(built(corpus), built(corpus, "dist"));
  return true;
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
