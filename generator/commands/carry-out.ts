import type { Job } from "../jobs.ts";
import { targets } from "../options.ts";
import { failure, type Problem, type Result, success, suggestion } from "../problem.ts";
import { jsonReport, prettyProblems } from "../report.ts";
import type { Shell } from "../shell.ts";
import type { Toolchain } from "../toolchain.ts";
import { readTemplates } from "../workspace.ts";
import { build } from "./build.ts";
import { check } from "./check.ts";
import { explain } from "./explain.ts";
import { generate } from "./generate.ts";
import { githubRun } from "./github.ts";
import { inspect } from "./inspect.ts";
import { lint, lintReport } from "./lint.ts";
import type { Flags } from "./options.ts";
import { type Outcome, prettyRun } from "./pretty.ts";
import { printExplanations } from "./pretty-explain.ts";
import { printLint } from "./pretty-lint.ts";
import { withProgress } from "./progress.ts";

/** What a command has to say, and whether all is well. */
export interface Done {
  readonly ok: boolean;
  readonly text: string;
}

/** What each command works with. */
export interface Work {
  readonly jobs: readonly Job[];
  readonly flags: Flags;
  readonly toolchain: Toolchain;
  readonly shell: Shell;
  /** Milliseconds since the program began. */
  readonly time: () => number;
}

/** `generate` and `check`. */
export function runGenerate(command: "generate" | "check", { jobs, flags, toolchain, shell, time }: Work): Done {
  const { cwd } = shell;
  const { strict = false, force = false, dryRun = false, verbose = false, emit = targets } = flags;
  const context = { toolchain, templates: readTemplates(), cwd, strict, emit };
  const built = withProgress(jobs, shell, verbose, (job) => build(job, context));
  const compared =
    command === "check"
      ? check(built, { cwd, emit })
      : { report: generate(built, { cwd, strict, force, dryRun, emit }), stale: [] };
  const outcome: Outcome = { command, flags, ...compared, time: time() };
  return { ok: outcome.report.ok, text: printRun(outcome, shell) };
}

function printRun(outcome: Outcome, shell: Shell): string {
  switch (outcome.flags.reporter) {
    case "json":
      return jsonReport(outcome.report);
    case "github":
      return githubRun(outcome);
    default:
      return prettyRun(outcome, shell);
  }
}

/** `lint`. */
export function runLint({ jobs, flags, toolchain, shell, time }: Work): Done {
  const { cwd } = shell;
  const { strict = false, force = false, writeOverrides = false, verbose = false } = flags;
  const options = { toolchain, cwd, strict, force, writeOverrides };
  const linted = withProgress(jobs, shell, verbose, (job) => lint(inspect(job, toolchain, cwd), options));
  const report = lintReport(linted);
  return { ok: report.ok, text: printLint(report, flags, time(), shell.stdout.color) };
}

/** `explain`. */
export function runExplain(subject: string, { jobs, flags, toolchain, shell }: Work): Result<Done> {
  const { api, reporter = "pretty", verbose = false } = flags;
  if (reporter === "github")
    return failure("Unexpected --reporter github, expected pretty or json.", "Explanations are no findings.");
  const asked = jobs.filter((job) => api === undefined || job.options.slug === api);
  if (api !== undefined && asked.length === 0) return unknownApi(api, jobs);
  const inspected = withProgress(asked, shell, verbose, (job) => inspect(job, toolchain, shell.cwd));
  const report = explain(subject, inspected);
  const ok = report.explained.length > 0;
  if (!ok) shell.stderr.write(prettyProblems([unknownSubject(subject, report.suggestions)], shell.stderr.color));
  return success({ ok, text: printExplanations(report, reporter, shell.stdout.color) });
}

function unknownApi(api: string, jobs: readonly Job[]): Result<never> {
  const slugs = jobs.map((job) => job.options.slug);
  const message = `Unexpected --api ${api}, expected one of ${slugs.join(", ")}.${suggestion(api, slugs)}`;
  return failure(message, "Pass the slug of an API.");
}

function unknownSubject(subject: string, suggestions: readonly string[]): Problem {
  const near = suggestions.map((name) => `"${name}"`).join(" or ");
  const question = near === "" ? "" : ` Did you mean ${near}?`;
  return {
    message: `Unexpected subject ${subject}, expected the name of a model, a field, an operation or a parameter.${question}`,
    help: "Models are called as their pages, fields `Model.field`, operations `resource.method`.",
  };
}
