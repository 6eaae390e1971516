import type { Diagnostic } from "../diagnostics.ts";
import { rootsOf } from "../folders.ts";
import type { Place } from "../ir/index.ts";
import type { Job } from "../jobs.ts";
import { type LocatedDiagnostic, locate, strictly } from "../located.ts";
import { filesOn, keyOf, printMemory, readMemory } from "../memory.ts";
import type { OutputFile, Source, Target, Templates } from "../options.ts";
import { type Disk, type Hashes, hashesOf } from "../plan.ts";
import { plural } from "../plural.ts";
import { readFolders } from "../read.ts";
import { type Compiler, runToolchain, type SourcePosition } from "../toolchain.ts";
import type { Watch } from "../watch.ts";
import { isFile, readCache, readOutput, readText, writeCache } from "../workspace.ts";
import { locationsOf } from "./locations.ts";
import { cacheName, readerOf } from "./reader.ts";

/** One API, compiled in memory. */
export interface Built {
  readonly job: Job;
  /** Empty where the docs have errors. */
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Those of the files. */
  readonly hashes: Hashes;
  /** What stands in the output folder at these files and at those of its manifest. */
  readonly disk: Disk;
}

/** What the commands share. */
export interface BuildContext {
  readonly templates: Templates;
  readonly cwd: string;
  readonly strict: boolean;
  readonly emit: readonly Target[];
  /** What tells this program from another one in a project; null where nothing is to be remembered. */
  readonly stamp: (home: string) => string | null;
  readonly watch: (job: Job) => Watch;
}

/** One API whose docs were read, and no more. */
export interface Begun {
  readonly job: Job;
  readonly sources: readonly Source[];
  readonly found: readonly Diagnostic[];
  /** What the run before is known by, where it had the same to do. */
  readonly key: string | null;
}

/** Reads the docs of one API. */
export function begin(job: Job, context: BuildContext): Begun {
  const { cwd, strict, emit, templates, stamp } = context;
  return context.watch(job)(
    "read",
    () => {
      const { sources, diagnostics } = readFolders(job.folders, cwd);
      const stated = job.stated.filter(isFile).map(readText);
      const program = stamp(job.home);
      const key =
        program === null ? null : keyOf(program, cwd, job, stated, strict, emit, templates, diagnostics, ...sources);
      return { job, sources, found: diagnostics, key };
    },
    ({ sources }) => plural(sources.length, "document"),
  );
}

/** What the same docs gave before, where all of it still stands on disk; undefined where the work has to be done. */
export function recall({ job, key }: Begun, context: BuildContext): Built | undefined {
  const text = key === null ? undefined : readCache(job.home, `${cacheName(job)}.json`)?.toString("utf8");
  const memory = key === null || text === undefined ? undefined : readMemory(text, key);
  if (memory === undefined) return undefined;
  const { diagnostics } = memory;
  return context.watch(job)(
    "compare with the last run",
    () => {
      const disk = readOutput(
        job.out,
        memory.files.map(([path]) => path),
      );
      const files = filesOn(disk, memory);
      return files === undefined ? undefined : { job, files, hashes: new Map(memory.files), diagnostics, disk };
    },
    (built) => (built === undefined ? "differs" : plural(built.files.length, "file")),
  );
}

/** Compiles the docs of one API, and remembers what came of it. */
export function build(begun: Begun, compiler: Compiler, context: BuildContext): Built {
  const { job, sources, found, key } = begun;
  if (found.some((finding) => finding.severity === "error")) return finish(job, context, [], found, () => undefined);
  const { templates, emit } = context;
  const watch = context.watch(job);
  const input = { sources, roots: rootsOf(job.folders), templates, options: job.options, emit, watch };
  const readPages = readerOf(job, context.stamp(job.home), compiler.readPages);
  const compiled = runToolchain({ ...compiler, readPages }, input);
  const positionOf = compiler.positionsOf(compiled.pages);
  const built = finish(job, context, compiled.files, [...found, ...compiled.diagnostics], positionOf);
  if (key !== null && !hasErrors(built.diagnostics))
    writeCache(job.home, `${cacheName(job)}.json`, printMemory(key, built.hashes, built.diagnostics));
  return built;
}

/** Whether anything forbids writing. */
export function hasErrors(diagnostics: readonly LocatedDiagnostic[]): boolean {
  return diagnostics.some((finding) => finding.severity === "error");
}

function finish(
  job: Job,
  context: BuildContext,
  compiled: readonly OutputFile[],
  found: readonly Diagnostic[],
  positionOf: (place: Place) => SourcePosition | undefined,
): Built {
  const locationOf = locationsOf(job, context.cwd, positionOf);
  const located = found.map((finding) => locate(finding, locationOf));
  const diagnostics = context.strict ? located.map(strictly) : located;
  const files = hasErrors(diagnostics) ? [] : compiled;
  const disk = readOutput(
    job.out,
    files.map(({ path }) => path),
  );
  return { job, files, hashes: hashesOf(files), diagnostics, disk };
}
