import type { Diagnostic } from "../diagnostics.ts";
import type { Api, Place } from "../ir/index.ts";
import type { Job } from "../jobs.ts";
import { type LocatedDiagnostic, locate, strictly } from "../located.ts";
import { filesOn, keyOf, printMemory, readMemory } from "../memory.ts";
import type { OutputFile, Source, Target, Templates } from "../options.ts";
import { type Disk, type Hashes, hashesOf } from "../plan.ts";
import { plural } from "../plural.ts";
import { readFolders } from "../read.ts";
import type { Compiler, SourcePosition, Toolchain } from "../toolchain.ts";
import type { Watch } from "../watch.ts";
import { isFile, readCache, readOutput, readText, writeCache } from "../workspace.ts";
import { understood } from "./inspect.ts";
import { locationsOf } from "./locations.ts";
import { cacheName, readerOf } from "./reader.ts";

/** One API, compiled in memory. */
export interface Built {
  readonly kind: "built";
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
  readonly allowMemory: () => void;
}

/** Compiles the docs of one API, or takes what the same docs gave before, where all of it still stands on disk. */
export async function build(job: Job, toolchain: Toolchain, context: BuildContext): Promise<Built> {
  const known = await recallOrDecide(job, toolchain, context);
  return known.kind === "built" ? known : emitted(known, await toolchain.compiler(), context);
}

/** One API whose docs were read, and no more. */
interface Begun {
  readonly job: Job;
  readonly sources: readonly Source[];
  readonly found: readonly Diagnostic[];
  /** What the run before is known by, where it had the same to do. */
  readonly key: string | null;
}

/** What the docs say. Nothing of their text is in it, so that it leaves the memory while files are made. */
interface Decided {
  readonly kind: "decided";
  readonly job: Job;
  readonly key: string | null;
  /** Null where the docs could not be read. */
  readonly api: Api | null;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

async function recallOrDecide(job: Job, toolchain: Toolchain, context: BuildContext): Promise<Built | Decided> {
  const begun = begin(job, context);
  return recall(begun, context) ?? decided(begun, await toolchain.compiler(), context);
}

/** Reads the docs of one API. */
function begin(job: Job, context: BuildContext): Begun {
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
function recall({ job, key }: Begun, context: BuildContext): Built | undefined {
  const memory = key === null ? undefined : readMemory(readCache(job.home, `${cacheName(job)}.json`), key);
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
      return files === undefined
        ? undefined
        : { kind: "built", job, files, hashes: new Map(memory.files), diagnostics, disk };
    },
    (built) => (built === undefined ? "differs" : plural(built.files.length, "file")),
  );
}

function decided({ job, sources, found, key }: Begun, compiler: Compiler, context: BuildContext): Decided {
  const locationsIn = (positionOf: (place: Place) => SourcePosition | undefined, all: readonly Diagnostic[]) => {
    const locationOf = locationsOf(job, context.cwd, positionOf);
    const located = all.map((finding) => locate(finding, locationOf));
    return context.strict ? located.map(strictly) : located;
  };
  if (found.some((finding) => finding.severity === "error"))
    return { kind: "decided", job, key, api: null, diagnostics: locationsIn(() => undefined, found) };
  if (sources.length > manyDocuments) context.allowMemory();
  const readPages = readerOf(job, context.stamp(job.home), compiler.readPages);
  const { api, diagnostics, positionOf } = understood(job, sources, { ...compiler, readPages }, context.watch(job));
  return { kind: "decided", job, key, api, diagnostics: locationsIn(positionOf, [...found, ...diagnostics]) };
}

/** What is in use is then some hundred megabytes; the few for what is new save an eighth of the time. */
const manyDocuments = 4000;

/** Makes the files, and remembers what came of the docs. */
function emitted({ job, key, api, diagnostics }: Decided, compiler: Compiler, context: BuildContext): Built {
  const { templates, emit } = context;
  const isSound = api !== null && !hasErrors(diagnostics);
  const input = { templates, options: job.options, emit, watch: context.watch(job) };
  const files = isSound ? compiler.emit(api, input) : [];
  const hashes = hashesOf(files);
  const disk = readOutput(job.out, [...hashes.keys()]);
  if (key !== null && isSound) writeCache(job.home, `${cacheName(job)}.json`, printMemory(key, hashes, diagnostics));
  return { kind: "built", job, files, hashes, diagnostics, disk };
}

/** Whether anything forbids writing. */
export function hasErrors(diagnostics: readonly LocatedDiagnostic[]): boolean {
  return diagnostics.some((finding) => finding.severity === "error");
}
