import type { Job } from "../jobs.ts";
import type { Shell } from "../shell.ts";
import { printable } from "../terminal.ts";
import { unwatched, type Watch } from "../watch.ts";

/** Work on each API in turn, with a line that says so while it lasts. */
export async function withProgress<T>(
  jobs: readonly Job[],
  shell: Shell,
  work: (job: Job) => T | Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  for (const [at, job] of jobs.entries()) {
    const slug = printable(job.options.slug);
    if (shell.progress) shell.stderr.write(`\r\u001b[K${slug} (${at + 1} of ${jobs.length})`);
    results.push(await work(job));
    if (shell.progress) shell.stderr.write("\r\u001b[K");
  }
  return results;
}

/** Tells what each stage of the work on an API cost, where that was asked for. */
export function watchOf(job: Job, shell: Shell, verbose: boolean): Watch {
  if (!verbose) return unwatched;
  return (stage, work, count) => {
    const begin = shell.now();
    const result = work();
    const time = `${(shell.now() - begin).toFixed(0)} ms`;
    shell.stderr.write(`${printable(job.options.slug)}: ${stage}: ${count(result)}, ${time}\n`);
    return result;
  };
}
