import type { Job } from "../jobs.ts";
import { targets } from "../options.ts";
import { failure, type Problem, type Result, success, suggestion } from "../problem.ts";
import { jsonReport, prettyDiagnostics, prettyProblems } from "../report.ts";
import type { Shell } from "../shell.ts";
import type { Reader, Toolchain } from "../toolchain.ts";
import { programStamp, readTemplates } from "../workspace.ts";
import { build } from "./build.ts";
import { type Comparison, check } from "./check.ts";
import { explain } from "./explain.ts";
import { generate } from "./generate.ts";
import { githubRun } from "./github.ts";
import { type Inspected, inspect } from "./inspect.ts";
import { lint, lintReport } from "./lint.ts";
import { markdownRun } from "./markdown.ts";
import type { Flags } from "./options.ts";
import { type Outcome, prettyRun } from "./pretty.ts";
import { printDifferences } from "./pretty-diff.ts";
import { printExplanations } from "./pretty-explain.ts";
import { printLint } from "./pretty-lint.ts";
import { watchOf, withProgress } from "./progress.ts";
import { readerOf } from "./reader.ts";

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

/** `generate` and `check`. Where nothing changed since the last run, nothing is loaded and nothing is compiled. */
export async function runGenerate(command: "generate" | "check", work: Work): Promise<Done> {
  const { jobs, flags, toolchain, shell, time } = work;
  const { cwd } = shell;
  const { strict = false, force = false, dryRun = false, verbose = false, emit = targets, cache = true } = flags;
  const stamp = stamps(shell.engine);
  const context = {
    templates: readTemplates(),
    cwd,
    strict,
    emit,
    stamp: cache ? stamp : () => null,
    allowMemory: shell.allowMemory,
    watch: (job: Job) => watchOf(job, shell, verbose),
  };
  const reread = async (job: Job): Promise<Inspected> => {
    const reader = await toolchain.reader();
    const known = cache ? remembering(reader, job, stamp) : reader;
    return inspect(job, known, cwd);
  };
  const built = await withProgress(jobs, shell, (job) => build(job, toolchain, context));
  const compared =
    command === "check"
      ? await explained(check(built, { cwd, emit }), jobs, cwd, reread)
      : { report: generate(built, { cwd, strict, force, dryRun, emit }), stale: [] };
  const outcome: Outcome = { command, flags, ...compared, time: time() };
  return { ok: outcome.report.ok, text: printRun(outcome, shell) };
}

/** With what stale files mean; most runs find none, and load nothing for it. */
async function explained(
  compared: Comparison,
  jobs: readonly Job[],
  cwd: string,
  read: (job: Job) => Promise<Inspected>,
): Promise<Comparison> {
  if (compared.stale.length === 0) return compared;
  const { withChanges } = await import("./changes.ts");
  return withChanges(compared, jobs, cwd, read);
}

/** The same reader, which takes the documents that were read before from the cache. */
function remembering(reader: Reader, job: Job, stamp: (home: string) => string): Reader {
  return { ...reader, readPages: readerOf(job, stamp(job.home), reader.readPages) };
}

/** What tells this program from another one, looked up once a project. */
function stamps(engine: string): (home: string) => string {
  const known = new Map<string, string>();
  return (home) => {
    const stamp = known.get(home) ?? `${engine}\n${programStamp(home)}`;
    known.set(home, stamp);
    return stamp;
  };
}

function printRun(outcome: Outcome, shell: Shell): string {
  switch (outcome.flags.reporter) {
    case "json":
      return jsonReport(outcome.report);
    case "github":
      return githubRun(outcome);
    case "markdown":
      return markdownRun(outcome);
    default:
      return prettyRun(outcome, shell);
  }
}

/** `lint`. */
export async function runLint({ jobs, flags, toolchain, shell, time }: Work): Promise<Done> {
  const { cwd } = shell;
  const { strict = false, force = false, writeOverrides = false, verbose = false } = flags;
  const linter = await toolchain.linter();
  const stamp = stamps(shell.engine);
  const options = { linter, cwd, strict, force, writeOverrides };
  const linted = await withProgress(jobs, shell, (job) =>
    lint(inspect(job, remembering(linter, job, stamp), cwd, watchOf(job, shell, verbose)), options),
  );
  const report = lintReport(linted);
  return { ok: report.ok, text: printLint(report, flags, time(), shell.stdout.color) };
}

/** `explain`. */
export async function runExplain(subject: string, { jobs, flags, toolchain, shell }: Work): Promise<Result<Done>> {
  const { api, reporter = "pretty" } = flags;
  if (reporter !== "pretty" && reporter !== "json")
    return failure(`Unexpected --reporter ${reporter}, expected pretty or json.`, "Explanations are no findings.");
  const asked = jobs.filter((job) => api === undefined || job.options.slug === api);
  if (api !== undefined && asked.length === 0) return unknownApi(api, jobs);
  const reader = await toolchain.reader();
  const stamp = stamps(shell.engine);
  const inspected = await withProgress(asked, shell, (job) => inspect(job, remembering(reader, job, stamp), shell.cwd));
  const report = explain(subject, inspected);
  const ok = report.explained.length > 0;
  if (!ok) shell.stderr.write(prettyProblems([unknownSubject(subject, report.suggestions)], shell.stderr.color));
  return success({ ok, text: printExplanations(report, reporter, shell.stdout.color) });
}

/** `diff`. */
export async function runDiff(
  states: readonly [string, string],
  { flags, toolchain, shell, time }: Omit<Work, "jobs">,
): Promise<Result<Done>> {
  const { compareStates, isForbidden } = await import("./diff.ts");
  const compared = await compareStates(states, { flags, toolchain, shell });
  if (!compared.ok) return compared;
  if (compared.value.kind === "errors") {
    const detail = { quiet: true, verbose: false, color: shell.stderr.color };
    shell.stderr.write(prettyDiagnostics(compared.value.errors, detail));
    return success({ ok: false, text: "" });
  }
  const { differences } = compared.value;
  const text = printDifferences(differences, flags, time(), shell.stdout.color);
  return success({ ok: !isForbidden(differences.changes, flags.failOn), text });
}

/** `init`. */
export async function runInit(
  docs: readonly string[],
  around: Pick<Work, "flags" | "toolchain" | "shell">,
): Promise<Result<Done>> {
  const { initialize } = await import("./init.ts");
  const text = await initialize(docs, around);
  return text.ok ? success({ ok: true, text: text.value }) : text;
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
