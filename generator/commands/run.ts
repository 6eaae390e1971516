import { findJobs, type Job } from "../jobs.ts";
import type { Stale } from "../patch.ts";
import { failure, type Problem, type Result, success } from "../problem.ts";
import { jsonReport, prettyProblems, type Report, seconds } from "../report.ts";
import type { Shell } from "../shell.ts";
import type { Toolchain } from "../toolchain.ts";
import { packageVersion, readTemplates } from "../workspace.ts";
import { type Built, build } from "./build.ts";
import { check } from "./check.ts";
import { generate } from "./generate.ts";
import { prettyRun } from "./pretty.ts";
import { type Flags, type Invocation, parseCommandLine } from "./program.ts";

/** Gives the toolchain when there is something to compile, so that help and mistakes come at once. */
export type LoadToolchain = () => Promise<Toolchain>;

/** The program: carries out a command line and gives the exit code. */
export async function run(argv: readonly string[], around: Shell, load: LoadToolchain): Promise<number> {
  const begin = around.now();
  const invocation = parseCommandLine(argv, around, packageVersion());
  if (invocation.kind === "done") return invocation.exitCode;
  const { command, flags } = invocation;
  const shell = flags.color === false ? colorless(around) : around;
  const outcome = await onDisk(() => carryOut(invocation, shell, load));
  if (!outcome.ok) return reportProblems(outcome.problems, flags, shell);
  const { report, stale } = outcome.value;
  const time = shell.now() - begin;
  const text =
    flags.reporter === "json" ? jsonReport(report) : prettyRun({ command, flags, report, stale, time }, shell);
  shell.stdout.write(text);
  return report.ok ? 0 : 1;
}

interface Carried {
  readonly report: Report;
  readonly stale: readonly Stale[];
}

async function carryOut(
  { command, docs, flags }: Extract<Invocation, { readonly kind: "run" }>,
  shell: Shell,
  load: LoadToolchain,
): Promise<Result<Carried>> {
  const jobs = await findJobs({ docs, ...flags }, shell.cwd);
  if (!jobs.ok) return jobs;
  const built = buildAll(jobs.value, await load(), flags, shell);
  if (command === "check") return success(check(built, shell.cwd));
  const { strict = false, force = false, dryRun = false } = flags;
  return success({ report: generate(built, { cwd: shell.cwd, strict, force, dryRun }), stale: [] });
}

function buildAll(jobs: readonly Job[], toolchain: Toolchain, flags: Flags, shell: Shell): readonly Built[] {
  const context = { toolchain, templates: readTemplates(), cwd: shell.cwd, strict: flags.strict ?? false };
  return jobs.map((job, at) => {
    const { slug } = job.options;
    if (shell.progress) shell.stderr.write(`\r\u001b[K${slug} (${at + 1} of ${jobs.length})`);
    const begin = shell.now();
    const built = build(job, context);
    if (shell.progress) shell.stderr.write("\r\u001b[K");
    if (flags.verbose) shell.stderr.write(`${slug}: compiled in ${seconds(shell.now() - begin)}\n`);
    return built;
  });
}

/** A disk that is full or closed to us is no bug of ours: it is told like any other reason to stop. */
async function onDisk<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    return failure(
      `Unexpected answer of the disk: ${error.message}.`,
      "Correct it and run again; nothing was changed.",
    );
  }
}

function reportProblems(problems: readonly Problem[], flags: Flags, shell: Shell): number {
  shell.stderr.write(prettyProblems(problems, shell.stderr.color));
  if (flags.reporter === "json") shell.stdout.write(jsonReport({ apis: [], problems, ok: false }));
  return 2;
}

function colorless(shell: Shell): Shell {
  return { ...shell, stdout: { ...shell.stdout, color: false }, stderr: { ...shell.stderr, color: false } };
}
