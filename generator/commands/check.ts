import { join } from "node:path";
import { displayPath } from "../folders.ts";
import type { Target } from "../options.ts";
import type { Stale } from "../patch.ts";
import { type Disk, manifestPath, planOutput } from "../plan.ts";
import type { ApiReport, Report } from "../report.ts";
import { type Built, hasErrors } from "./build.ts";
import { noFiles } from "./generate.ts";

/** What `check` found, with the texts that its diff needs. */
export interface Comparison {
  readonly report: Report;
  readonly stale: readonly Stale[];
}

interface Compared {
  readonly cwd: string;
  /** The parts of the output that were built. */
  readonly emit: readonly Target[];
}

/** Compares what was built with the disk, byte by byte. */
export function check(built: readonly Built[], about: Compared): Comparison {
  const compared = built.map((api) => compare(api, about));
  const stale = compared.flatMap((api) => api.stale);
  const failed = built.some((api) => hasErrors(api.diagnostics));
  return {
    report: { apis: compared.map((api) => api.report), problems: [], ok: !failed && stale.length === 0 },
    stale,
  };
}

function compare(
  built: Built,
  { cwd, emit }: Compared,
): { readonly report: ApiReport; readonly stale: readonly Stale[] } {
  const { out, options } = built.job;
  const about = { slug: options.slug, out: displayPath(cwd, out), diagnostics: built.diagnostics };
  if (hasErrors(built.diagnostics)) return { report: { ...about, files: noFiles }, stale: [] };

  const { disk } = built;
  // As if a person's changes gave way: whatever would be written or removed then is stale now.
  const plan = planOutput(built.files, disk, { force: true, emit, hashes: built.hashes });
  const kept = plan.findings.filter((finding) => finding.kind === "kept").map((finding) => finding.path);
  const after = new Map<string, string | null>([
    ...plan.write.map((file) => [file.path, file.text] as const),
    ...[...plan.remove, ...kept].map((path) => [path, null] as const),
  ]);
  // The manifest follows from the other files, so that it is worth a word only where it alone is wrong.
  if (after.size === 0 && plan.manifest !== null) after.set(manifestPath, plan.manifest);
  const paths = [...after.keys()].sort();
  const stale = paths.map((path) => ({
    path: displayPath(cwd, join(out, path)),
    before: path === manifestPath ? manifestText(disk) : textOf(disk, path),
    after: after.get(path) ?? null,
  }));
  return { report: { ...about, files: { ...noFiles, unchanged: plan.unchanged, stale: paths } }, stale };
}

function textOf(disk: Disk, path: string): string | null {
  const found = disk.files.get(path);
  return found?.kind === "file" ? Buffer.from(found.bytes).toString("utf8") : null;
}

function manifestText(disk: Disk): string | null {
  return disk.manifest.kind === "read" ? disk.manifest.text : null;
}
