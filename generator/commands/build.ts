import type { Diagnostic } from "../diagnostics.ts";
import { rootsOf } from "../folders.ts";
import type { Place } from "../ir/index.ts";
import type { Job } from "../jobs.ts";
import { type LocatedDiagnostic, locate, strictly } from "../located.ts";
import type { OutputFile, Target, Templates } from "../options.ts";
import { readFolders } from "../read.ts";
import { runToolchain, type SourcePosition, type Toolchain } from "../toolchain.ts";
import { locationsOf } from "./locations.ts";

/** One API, compiled in memory. */
export interface Built {
  readonly job: Job;
  /** Empty where the docs have errors. */
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** What the commands share. */
export interface BuildContext {
  readonly toolchain: Toolchain;
  readonly templates: Templates;
  readonly cwd: string;
  readonly strict: boolean;
  readonly emit?: readonly Target[];
}

/** Reads and compiles the docs of one API. */
export function build(job: Job, context: BuildContext): Built {
  const read = readFolders(job.folders, context.cwd);
  if (read.diagnostics.some((finding) => finding.severity === "error"))
    return finish(job, context, [], read.diagnostics, () => undefined);
  const { toolchain, templates, emit } = context;
  const { sources } = read;
  const wanted = emit === undefined ? {} : { emit };
  const input = { sources, roots: rootsOf(job.folders), templates, options: job.options, ...wanted };
  const compiled = runToolchain(toolchain, input);
  const positionOf = toolchain.positionsOf(compiled.pages);
  return finish(job, context, compiled.files, [...read.diagnostics, ...compiled.diagnostics], positionOf);
}

/** Whether anything forbids writing. */
export function hasErrors(diagnostics: readonly LocatedDiagnostic[]): boolean {
  return diagnostics.some((finding) => finding.severity === "error");
}

function finish(
  job: Job,
  context: BuildContext,
  files: readonly OutputFile[],
  found: readonly Diagnostic[],
  positionOf: (place: Place) => SourcePosition | undefined,
): Built {
  const locationOf = locationsOf(job, context.cwd, positionOf);
  const located = found.map((finding) => locate(finding, locationOf));
  const diagnostics = context.strict ? located.map(strictly) : located;
  return { job, files: hasErrors(diagnostics) ? [] : files, diagnostics };
}
