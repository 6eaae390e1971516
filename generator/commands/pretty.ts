import { verdictOf } from "../diff/change.ts";
import { type Stale, unifiedDiff } from "../patch.ts";
import { plural } from "../plural.ts";
import {
  type ApiReport,
  countFindings,
  type Detail,
  paragraphs,
  prettyDiagnostics,
  type Report,
  seconds,
} from "../report.ts";
import type { Shell } from "../shell.ts";
import { printable } from "../terminal.ts";
import type { Flags } from "./options.ts";
import { changeList } from "./pretty-diff.ts";

/** A run that is over. */
export interface Outcome {
  readonly command: "generate" | "check";
  readonly flags: Flags;
  readonly report: Report;
  readonly stale: readonly Stale[];
  /** Milliseconds. */
  readonly time: number;
}

/** A run for people: findings, then files, then one line that sums it up. */
export function prettyRun(outcome: Outcome, shell: Shell): string {
  const { color } = shell.stdout;
  const { command, flags, report, stale } = outcome;
  const detail = { quiet: flags.quiet ?? false, verbose: flags.verbose ?? false, color };
  const findings = report.apis.map((api) => prettyDiagnostics(api.diagnostics, detail));
  const names = stale.map((file) => `${staleness(file)}  ${printable(file.path)}\n`).join("");
  if (detail.quiet) return paragraphs([...findings, names]);

  const middle =
    command === "check" ? [names, unifiedDiff(stale, color), changed(report, detail)] : [outputs(report, flags)];
  return paragraphs([...findings, ...middle, lastLine(outcome)]);
}

/** The line that sums a run up. */
export function lastLine({ command, flags, report, time }: Outcome): string {
  const files = command === "check" ? checkSummary(report) : writeSummary(report, flags.dryRun ?? false);
  const found = report.apis.flatMap((api) => api.diagnostics);
  return `${files}; ${countFindings(found, flags.verbose ?? false)}; ${seconds(time)}\n`;
}

/** What the changed files mean, API by API. */
function changed(report: Report, detail: Detail): string {
  const found = report.apis.filter(({ changes }) => changes !== undefined && changes.length > 0);
  return paragraphs(
    found.map(({ slug, changes = [] }) => {
      const head = `${printable(slug)}: what the docs change of the output is ${verdictOf(changes)}`;
      return paragraphs([`${head}\n`, changeList(changes, detail)]);
    }),
  );
}

function outputs(report: Report, flags: Flags): string {
  if (!report.ok) return "";
  return report.apis
    .map((api) => {
      const list = flags.verbose ? listed(api) : "";
      return `${list}${printable(api.slug)} → ${printable(api.out)}\n`;
    })
    .join("");
}

function listed(api: ApiReport): string {
  const line = (verb: string) => (path: string) => `${verb}  ${printable(`${api.out}/${path}`)}\n`;
  return [...api.files.written.map(line("write ")), ...api.files.removed.map(line("remove"))].join("");
}

function writeSummary(report: Report, dryRun: boolean): string {
  if (!report.ok) return "nothing written";
  const count = (kind: "written" | "unchanged" | "removed"): number =>
    report.apis.reduce((sum, api) => sum + api.files[kind].length, 0);
  const written = plural(count("written"), "file");
  if (dryRun) return `dry run: ${written} to write, ${count("unchanged")} unchanged, ${count("removed")} to remove`;
  return `${written} written, ${count("unchanged")} unchanged, ${count("removed")} removed`;
}

function checkSummary(report: Report): string {
  const fresh = report.apis.reduce((sum, api) => sum + api.files.unchanged.length, 0);
  const stale = report.apis.reduce((sum, api) => sum + api.files.stale.length, 0);
  if (report.ok) return `up to date: ${plural(fresh, "file")}`;
  return stale === 0
    ? "not compared"
    : `${plural(stale, "stale file")}, ${fresh} up to date: run the same without \`check\``;
}

/** How a file differs from what the docs give. */
export function staleness(file: Stale): string {
  if (file.before === null) return "missing";
  return file.after === null ? "extra  " : "changed";
}
