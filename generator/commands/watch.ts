import { join, resolve } from "node:path";
import { configNames } from "../config-file.ts";
import { findJobs, type Job } from "../jobs.ts";
import { plural } from "../plural.ts";
import type { Problem, Result } from "../problem.ts";
import type { Shell } from "../shell.ts";
import { isFolder, watchPaths } from "../workspace.ts";
import type { Done } from "./carry-out.ts";
import type { Flags } from "./options.ts";

/** What is asked for again and again. */
export interface Watched {
  readonly docs: readonly string[];
  readonly flags: Flags;
  readonly shell: Shell;
  /** Generates once. */
  readonly generate: (jobs: readonly Job[]) => Promise<Result<Done>>;
  /** Tells why a run could not start, or end. */
  readonly report: (problems: readonly Problem[]) => void;
}

/** Generates, and again whenever a document or the config changes, until it is interrupted. */
export async function watch({ docs, flags, shell, generate, report }: Watched): Promise<void> {
  let change = later();
  const watcher = await watchPaths(() => change.resolve());
  const ended = shell.interrupted().then(() => "ended" as const);
  const named = docs.map((folder) => resolve(shell.cwd, folder));
  const asked = [
    ...(flags.config === undefined ? configNames : [flags.config]).map((name) => resolve(shell.cwd, name)),
    ...(docs.length === 0 ? [join(shell.cwd, "input-docs")] : []),
  ];
  let read: readonly string[] = [];
  try {
    for (;;) {
      const jobs = await findJobs({ docs, ...flags }, shell.cwd);
      if (jobs.ok) read = jobs.value.flatMap(pathsOf);
      // What is not there, or not there any more, may come.
      watcher.add([...read, ...asked, ...named.filter((folder) => !isFolder(folder))]);
      const done = jobs.ok ? await generate(jobs.value) : jobs;
      if (done.ok) shell.stdout.write(done.value.text);
      else report(done.problems);
      await Promise.race([ended, watcher.ready]);
      const count = jobs.ok ? plural(jobs.value.length, "API") : "the config";
      shell.stderr.write(`watching the docs of ${count}; Ctrl+C ends\n`);
      if ((await Promise.race([ended, change.promise])) === "ended") return;
      // Editors and version control write many files at once.
      await new Promise((resolve) => setTimeout(resolve, settling));
      change = later();
    }
  } finally {
    await watcher.close();
  }
}

/** Milliseconds. */
const settling = 50;

/** As people write it. */
const readmes = ["README.md", "README.mdx", "Readme.md", "readme.md"];

/** What the run of an API reads. */
function pathsOf({ folders, stated }: Job): readonly string[] {
  return [
    ...folders.flatMap(({ base, walk, readme }) => [
      join(base, walk),
      ...(readme === "never" ? [] : readmes.map((name) => join(base, name))),
    ]),
    ...stated,
  ];
}

/** A promise that somebody else keeps. */
function later(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}
