import { join } from "node:path";
import { displayPath, isWithin } from "./folders.ts";
import type { Job } from "./jobs.ts";
import type { Problem } from "./problem.ts";
import { isFile, realPath } from "./workspace.ts";

/**
 * Why outputs are refused: one that would overwrite what a person keeps (the project root, the config's folder, the docs),
 * one that the next run would read as docs, and one that two APIs share.
 */
export function outputProblems(jobs: readonly Job[], kept: readonly string[], cwd: string): readonly Problem[] {
  const folders = jobs.flatMap((job) => job.folders);
  const projects = kept.map(realPath);
  const bases = folders.map((folder) => realPath(folder.base));
  const read = folders.map((folder) => realPath(join(folder.base, folder.walk)));
  const outs = jobs.map((job) => realPath(job.out));
  return jobs.flatMap((job, at) => {
    if (job.options.slug === "") return [unnamed(job, cwd)];
    const out = outs[at] ?? job.out;
    const twin = jobs.find((_, other) => other < at && overlap(outs[other] ?? "", out));
    const refused = (why: string): readonly Problem[] => [refusal(displayPath(cwd, job.out), why)];
    if (isFile(out)) return refused("a file");
    if (projects.some((folder) => isWithin(out, folder))) return refused("which is or holds the project's own folder");
    if (bases.some((folder) => isWithin(out, folder))) return refused("which is or holds a docs folder");
    if (read.some((folder) => isWithin(folder, out))) return refused("which lies inside a docs folder");
    return twin === undefined ? [] : refused(`which overlaps with that of ${twin.options.slug}`);
  });
}

function refusal(name: string, why: string): Problem {
  return {
    message: `Unexpected output folder ${name}, ${why}, expected one of its own.`,
    help: "Choose another folder with --out, or with `out` in the config.",
  };
}

function unnamed(job: Job, cwd: string): Problem {
  const names = job.folders.map((folder) => displayPath(cwd, folder.base));
  return {
    message: `Unexpected folder name ${names.join(", ")}, expected one with Latin letters or digits.`,
    help: "Name the API in docsdk.config.ts: `apis: { <slug>: { docs } }`.",
  };
}

function overlap(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}
