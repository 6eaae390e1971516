import type { Detail } from "../report.ts";
import { githubCommand, githubDiagnostics } from "../report-github.ts";
import { lastLine, type Outcome, staleness } from "./pretty.ts";
import { annotation } from "./pretty-diff.ts";

/** A run for GitHub Actions: findings and stale files as workflow commands, then the line that sums it up. */
export function githubRun(outcome: Outcome): string {
  const { flags, report, stale } = outcome;
  const detail: Detail = { quiet: flags.quiet ?? false, verbose: flags.verbose ?? false, color: false };
  const findings = report.apis.map((api) => githubDiagnostics(api.diagnostics, detail));
  const files = stale.map((file) =>
    githubCommand("error", { file: file.path, title: "Stale output" }, [
      `The file is ${standing[staleness(file).trim()] ?? "stale"}.`,
      "help: Run the same without `check`, and commit what it writes.",
    ]),
  );
  const changes = report.apis.flatMap(({ changes: found = [] }) => found.filter(({ impact }) => impact !== "patch"));
  return [...findings, ...files, ...changes.map(annotation), ...(detail.quiet ? [] : [lastLine(outcome)])].join("");
}

const standing: Readonly<Record<string, string>> = {
  changed: "not what the docs give",
  missing: "missing",
  extra: "no longer generated",
};
