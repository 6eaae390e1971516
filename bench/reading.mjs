import { join } from "node:path";
import { bench, root } from "./build.mjs";
import { corpusFolder } from "./corpora.mjs";
import { ratio, spreadOf, takeTurns } from "./measure.mjs";
import { runProcess } from "./process.mjs";
import { figure, heading } from "./report.mjs";

const rounds = 5;

/** Markdown to pages, the whole of a folder in a fresh process, beside the usual parser of Markdown. */
export async function measureReading() {
  heading("reading docs, one core, cold, over remark + remark-gfm");
  for (const corpus of ["dub-ts", "mistral-ts", "friendli-python"]) {
    const folder = corpusFolder(corpus);
    if (folder === undefined) continue;
    // Loading the program and the files is no reading of Markdown, and is not in the times that it tells.
    const read = (reader) => JSON.parse(runProcess([`${bench}read.mjs`, reader, join(folder, "docs"), root]).output);
    const results = await takeTurns(["ours", "remark"], rounds, read);
    const passOf = (name) => results[name].map(({ processor }) => processor);
    const [{ bytes, documents }] = results.ours;
    figure(
      `${corpus}, ${documents} documents, ${(bytes / 1e6).toFixed(1)} MB`,
      ratio(passOf("ours"), passOf("remark")),
      {
        digits: 3,
        bar: 0.167,
        aim: 0.077,
      },
    );
    for (const name of ["ours", "remark"]) figure(`  ${name}`, spreadOf(passOf(name)), { unit: "ms", digits: 0 });
  }
}
