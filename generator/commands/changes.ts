import { join } from "node:path";
import { displayPath } from "../folders.ts";
import { parseIr } from "../ir-text.ts";
import type { Job } from "../jobs.ts";
import type { ApiReport } from "../report.ts";
import type { Comparison } from "./check.ts";
import { compare, inIr } from "./diff.ts";
import type { Inspected } from "./inspect.ts";

/**
 * What stale files mean: how the API of the docs differs from that of the `ir.json` on disk. The docs are read once more
 * for it, since their text was let go before files were made.
 */
export async function withChanges(
  comparison: Comparison,
  jobs: readonly Job[],
  cwd: string,
  read: (job: Job) => Promise<Inspected>,
): Promise<Comparison> {
  const apis: ApiReport[] = [];
  for (const [at, api] of comparison.report.apis.entries()) {
    const job = jobs[at];
    const path = job === undefined ? "" : displayPath(cwd, join(job.out, "ir.json"));
    const before = comparison.stale.find((file) => file.path === path)?.before ?? null;
    const old = before === null ? undefined : parseIr(before, path);
    // What another version of this program wrote may have another form: the diff of the files must do.
    if (job === undefined || old === undefined || !old.ok) apis.push(api);
    else {
      const { api: now, locationOf } = await read(job);
      const [was, is] = [
        { name: path, api: old.value, locationOf: inIr },
        { name: api.slug, api: now, locationOf },
      ];
      apis.push({ ...api, changes: compare(was, is, job.options.fields).changes });
    }
  }
  return { ...comparison, report: { ...comparison.report, apis } };
}
