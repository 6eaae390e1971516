import { sha256 } from "../hash.ts";
import type { Job } from "../jobs.ts";
import { parsePageMemory, printPageMemory, readThrough } from "../page-memory.ts";
import type { Compiler } from "../toolchain.ts";
import { readCache, writeCache } from "../workspace.ts";

/** Reads documents, and those that a run before has read from the cache of the project. */
export function readerOf(job: Job, program: string | null, read: Compiler["readPages"]): Compiler["readPages"] {
  if (program === null) return read;
  const name = `${cacheName(job)}.pages`;
  return (sources) => {
    const before = parsePageMemory(readCache(job.home, name), program);
    const { reading, memory, isNew } = readThrough(sources, before, read);
    if (isNew) writeCache(job.home, name, printPageMemory(memory, program));
    return reading;
  };
}

/** What the files of an API in the cache begin with; two outputs of one project have their own. */
export function cacheName({ out, options }: Job): string {
  return `${options.slug}-${sha256(out).slice(0, 16)}`;
}
