import { dirname, resolve } from "node:path";
import { findJobs } from "../jobs.ts";
import { failure, type Problem, type Result, success } from "../problem.ts";
import { profiled } from "../profile.ts";
import { jsonReport, prettyProblems } from "../report.ts";
import { githubProblems } from "../report-github.ts";
import { markdownProblems } from "../report-markdown.ts";
import type { Shell } from "../shell.ts";
import type { Toolchain } from "../toolchain.ts";
import { isFolder, packageVersion, writeText } from "../workspace.ts";
import { type Done, runDiff, runExplain, runGenerate, runInit, runLint } from "./carry-out.ts";
import { listCodes } from "./codes.ts";
import type { Flags } from "./options.ts";
import { type Invocation, parseCommandLine } from "./program.ts";

/** The program: carries out a command line and gives the exit code. */
export async function run(argv: readonly string[], around: Shell, toolchain: Toolchain): Promise<number> {
  const begin = around.now();
  const invocation = parseCommandLine(argv, around, packageVersion());
  if (invocation.kind === "done") return invocation.exitCode;
  const { flags } = invocation;
  const shell = flags.color === false ? colorless(around) : around;
  const work = (): Promise<Result<Done>> => carryOut(invocation, shell, toolchain, () => shell.now() - begin);
  const { profile } = flags;
  // Told before the run: behind it the files are written, and the profile would be lost.
  if (profile !== undefined && !isFolder(dirname(resolve(shell.cwd, profile)))) {
    const message = `Unexpected --profile ${profile}, expected a file in a folder that stands.`;
    return reportProblems([{ message, help: "Make the folder, or name another one." }], flags, shell);
  }
  const done = await onDisk(profile === undefined ? work : () => withProfile(resolve(shell.cwd, profile), work));
  if (!done.ok) return reportProblems(done.problems, flags, shell);
  shell.stdout.write(done.value.text);
  return done.value.ok ? 0 : 1;
}

async function carryOut(
  invocation: Exclude<Invocation, { readonly kind: "done" }>,
  shell: Shell,
  toolchain: Toolchain,
  time: () => number,
): Promise<Result<Done>> {
  if (invocation.kind === "diff")
    return runDiff(invocation.states, { flags: invocation.flags, toolchain, shell, time });
  if (invocation.kind === "init") return runInit(invocation.docs, { flags: invocation.flags, toolchain, shell });
  if (invocation.kind === "watch") return runWatch(invocation, shell, toolchain);
  const { kind, docs, flags } = invocation;
  if (kind === "lint" && flags.codes === true)
    return success({ ok: true, text: listCodes(flags.reporter ?? "pretty", shell.stdout.color) });
  const jobs = await findJobs({ docs, ...flags, writesNothing: kind === "lint" || kind === "explain" }, shell.cwd);
  if (!jobs.ok) return jobs;
  const work = { jobs: jobs.value, flags, toolchain, shell, time };
  switch (invocation.kind) {
    case "lint":
      return success(await runLint(work));
    case "explain":
      return runExplain(invocation.subject, work);
    default:
      return success(await runGenerate(invocation.kind, work));
  }
}

async function runWatch(
  { docs, flags }: { readonly docs: readonly string[]; readonly flags: Flags },
  shell: Shell,
  toolchain: Toolchain,
): Promise<Result<Done>> {
  const { watch } = await import("./watch.ts");
  await watch({
    docs,
    flags,
    shell,
    generate: (jobs) => {
      const begin = shell.now();
      const work = { jobs, flags, toolchain, shell, time: () => shell.now() - begin };
      return onDisk(async () => success(await runGenerate("generate", work)));
    },
    report: (problems) => void reportProblems(problems, flags, shell),
  });
  return success({ ok: true, text: "" });
}

/** Writes down where the processor's time went. */
async function withProfile<T>(file: string, work: () => Promise<T>): Promise<T> {
  const { result, profile } = await profiled(work);
  writeText(file, profile);
  return result;
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
  if (flags.reporter === "markdown") shell.stdout.write(markdownProblems(problems));
  if (flags.reporter === "github") shell.stdout.write(githubProblems(problems));
  return 2;
}

function colorless(shell: Shell): Shell {
  return { ...shell, stdout: { ...shell.stdout, color: false }, stderr: { ...shell.stderr, color: false } };
}
