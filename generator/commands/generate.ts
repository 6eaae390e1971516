import { join } from "node:path";
import { type DiagnosticCode, diagnostic } from "../diagnostics.ts";
import { displayPath } from "../folders.ts";
import { type LocatedDiagnostic, locate, nowhere, strictly } from "../located.ts";
import type { Target } from "../options.ts";
import { type Finding, type Plan, planOutput } from "../plan.ts";
import type { ApiReport, FileReport, Report } from "../report.ts";
import { writePlans } from "../workspace.ts";
import { type Built, hasErrors } from "./build.ts";

/** How `generate` treats what it finds on disk. */
export interface WriteOptions {
  readonly cwd: string;
  readonly strict: boolean;
  /** Overwrite what a person changed. */
  readonly force: boolean;
  /** The parts of the output that were built. */
  readonly emit: readonly Target[];
  /** Plan, and write nothing. */
  readonly dryRun: boolean;
}

/** Writes what was built: all of it, or, where anything is wrong, nothing at all. */
export function generate(built: readonly Built[], options: WriteOptions): Report {
  const planned = built.map((api) => plan(api, options));
  const failed = planned.some((api) => hasErrors(api.diagnostics));
  const plans = planned.flatMap(({ built, plan }) => (plan === null ? [] : [{ out: built.job.out, plan }]));
  if (!failed && !options.dryRun) writePlans(plans);
  const apis = planned.map(
    ({ built, plan, diagnostics }): ApiReport => ({
      slug: built.job.options.slug,
      out: displayPath(options.cwd, built.job.out),
      files: failed || plan === null ? noFiles : filesOf(plan),
      diagnostics,
    }),
  );
  return { apis, problems: [], ok: !failed };
}

/** The files of a run that came to nothing. */
export const noFiles: FileReport = { written: [], unchanged: [], removed: [], stale: [] };

interface Planned {
  readonly built: Built;
  /** Null where the docs have errors. */
  readonly plan: Plan | null;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

function plan(built: Built, options: WriteOptions): Planned {
  if (hasErrors(built.diagnostics)) return { built, plan: null, diagnostics: built.diagnostics };
  const plan = planOutput(built.files, built.disk, { ...options, hashes: built.hashes });
  const found = plan.findings.map((finding) =>
    findingOf(finding, displayPath(options.cwd, join(built.job.out, finding.path))),
  );
  return { built, plan, diagnostics: [...built.diagnostics, ...(options.strict ? found.map(strictly) : found)] };
}

function filesOf(plan: Plan): FileReport {
  return { written: plan.write.map((file) => file.path), unchanged: plan.unchanged, removed: plan.remove, stale: [] };
}

const findings: Readonly<Record<Finding["kind"], { readonly code: DiagnosticCode; readonly what: string }>> = {
  edited: { code: "workspace/edited", what: "Unexpected change in NAME, expected the bytes that were generated" },
  foreign: { code: "workspace/foreign", what: "Unexpected file NAME, expected none or one that was generated" },
  blocked: { code: "workspace/blocked", what: "Unexpected folder or link on the way to NAME, expected a file" },
  manifest: { code: "workspace/manifest", what: "Unexpected content of NAME, expected the manifest" },
  kept: {
    code: "workspace/kept",
    what: "Unexpected change in NAME, which is no longer generated; it was left in place",
  },
};

function findingOf(finding: Finding, name: string): LocatedDiagnostic {
  const { code, what } = findings[finding.kind];
  return locate(
    diagnostic(
      code,
      what.replace("NAME", () => name),
      null,
    ),
    () => nowhere,
  );
}
