import type { Job } from "../jobs.ts";
import { seconds } from "../report.ts";
import type { Shell } from "../shell.ts";
import { printable } from "../terminal.ts";

/** Work on each API in turn, with a line that says so while it lasts. */
export function withProgress<T>(
  jobs: readonly Job[],
  shell: Shell,
  verbose: boolean,
  work: (job: Job) => T,
): readonly T[] {
  return jobs.map((job, at) => {
    const slug = printable(job.options.slug);
    if (shell.progress) shell.stderr.write(`\r\u001b[K${slug} (${at + 1} of ${jobs.length})`);
    const begin = shell.now();
    const result = work(job);
    if (shell.progress) shell.stderr.write("\r\u001b[K");
    if (verbose) shell.stderr.write(`${slug}: compiled in ${seconds(shell.now() - begin)}\n`);
    return result;
  });
}
