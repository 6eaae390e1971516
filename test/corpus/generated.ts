import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Inspected, inspect } from "../../generator/commands/inspect.ts";
import { findJobs } from "../../generator/jobs.ts";
import { toolchain } from "../../generator/load.ts";
import { compile, installTools, project, type Ran, runNode, runProgram, typescript7 } from "../packages/fixture.ts";
import type { Corpus } from "./folder.ts";

/** Reads a corpus and decides what it says, as `lint` and `explain` do. `cwd` is a folder without a config. */
export async function inspected(corpus: Corpus, cwd: string): Promise<Inspected> {
  const jobs = await findJobs({ docs: [corpus.folder], writesNothing: true }, cwd);
  if (!jobs.ok) throw new Error(jobs.problems.map(({ message }) => message).join(" "));
  const [job] = jobs.value;
  if (job === undefined) throw new Error(`There is nothing to generate in ${corpus.folder}.`);
  return inspect(job, await toolchain.reader(), cwd);
}

/** A package as the command line writes it, compiled under its own settings. */
export interface Built {
  readonly folder: string;
  readonly ran: Ran;
  /** What the compiler says; empty where all is well. */
  readonly compiled: string;
}

/**
 * Starts building the packages of corpora, one after the other: programs of their own, that run while the tests look at
 * what was decided. Each corpus is generated here and nowhere else.
 */
export function startBuilding(corpora: readonly Corpus[], work: string): ReadonlyMap<string, Promise<Built>> {
  let last: Promise<unknown> = Promise.resolve();
  return new Map(
    corpora.map((corpus) => {
      const built = last.then(() => build(corpus, work));
      last = built.catch(() => undefined);
      return [corpus.name, built];
    }),
  );
}

async function build(corpus: Corpus, work: string): Promise<Built> {
  const { folder, ran } = await generate([corpus.folder], join(work, corpus.name), work);
  const compiled = ran.code === 0 ? await compile(typescript7, ["-p", "."], folder) : "not generated";
  return { folder, ran, compiled };
}

/** Runs the command line over the folders of one API. */
export async function generate(
  docs: readonly string[],
  folder: string,
  work: string,
): Promise<Pick<Built, "folder" | "ran">> {
  return { folder, ran: await runNode([join(project, "dist/main.js"), ...docs, "--out", folder], work) };
}

/** What the package's own tests say, and publint of what npm makes of it; empty where all is well. */
export async function ownFindings({ folder }: Built): Promise<{ readonly tests: string; readonly publint: string }> {
  const tested = await runNode(["--test", "--test-reporter=dot"], folder);
  await installTools(join(project, "test/published"));
  const packed = await runProgram("npm", ["pack", "--ignore-scripts", "--json"], folder);
  const [archive] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  const judged = await runNode([join(project, "test/published/judge.mjs"), archive ?? "", "--publint"], folder);
  return {
    tests: tested.code === 0 ? "" : tested.stdout,
    publint: packed.code === 0 ? judged.stdout + judged.stderr : packed.stderr,
  };
}

/** A file of a package. */
export function fileOf({ folder }: Built, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}
