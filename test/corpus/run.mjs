// Runs the corpus suite over a folder of other people's documentation, and prints what it measured.
//
//   npm run test:corpus -- [FOLDER] [arguments of vitest]
//
// The folder holds corpora: each a folder with `docs/` and `README.md`, or a .tar.gz that unpacks to one. Without it,
// $DOCSDK_CORPORA is taken, else ../shared/corpora beside the checkout. Arguments from the first `-` on are vitest's.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [first = ""] = process.argv.slice(2);
const hasFolder = first !== "" && !first.startsWith("-");
const corpora = resolve(hasFolder ? first : (process.env.DOCSDK_CORPORA ?? join(root, "../shared/corpora")));

if (!existsSync(corpora) || !statSync(corpora).isDirectory()) {
  console.error(`There is no folder ${corpora}.\nusage: npm run test:corpus -- [FOLDER] [arguments of vitest]`);
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), "docsdk-corpus-"));
try {
  process.exitCode = run("npm", ["run", "--silent", "build"]) || test();
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The tests add to a report as they go; what they print themselves would stand between the lines of the reporter. */
function test() {
  const report = join(work, "report.txt");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const given = process.argv.slice(hasFolder ? 3 : 2);
  const env = { DOCSDK_CORPORA: corpora, DOCSDK_CORPUS_REPORT: report };
  const status = run(process.execPath, [vitest, "run", "--config", "vitest.corpus.config.ts", ...given], env);
  if (existsSync(report)) process.stdout.write(`\n${readFileSync(report, "utf8")}`);
  return status;
}

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  return status ?? 1;
}
