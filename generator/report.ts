import pc from "picocolors";
import { inReadingOrder, type LocatedChange, type LocatedDiagnostic, type Location } from "./located.ts";
import { plural } from "./plural.ts";
import type { Problem } from "./problem.ts";
import { printable } from "./terminal.ts";

/** What a run did, API by API. */
export interface Report {
  readonly apis: readonly ApiReport[];
  /** Why the run could not start. */
  readonly problems: readonly Problem[];
  readonly ok: boolean;
}

export interface ApiReport {
  readonly slug: string;
  /** The output folder, as a terminal can open it. */
  readonly out: string;
  readonly files: FileReport;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Of `check`, where the API on disk is another one: how they differ. */
  readonly changes?: readonly LocatedChange[];
}

/** Paths relative to the output folder. A run that failed has none. */
export interface FileReport {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Of `check`: what differs from the docs. */
  readonly stale: readonly string[];
}

/** How much of a report people see. */
export interface Detail {
  /** Errors alone. */
  readonly quiet: boolean;
  /** Notes too. */
  readonly verbose: boolean;
  readonly color: boolean;
}

/** One JSON document. What would steer a terminal is escaped in it as well: it stands in strings alone. */
export function jsonReport({ apis, problems, ok }: Report): string {
  return jsonDocument({ apis, problems, ok });
}

/** The same for any other document. */
export function jsonDocument(document: unknown): string {
  return `${JSON.stringify(document, null, 2).split("\n").map(printable).join("\n")}\n`;
}

/** The findings of one API for people: one paragraph a file, ready to be opened from a terminal. */
export function prettyDiagnostics(diagnostics: readonly LocatedDiagnostic[], detail: Detail): string {
  const shown = inReadingOrder(diagnostics.filter((finding) => isShown(finding, detail)));
  return shown.map((finding, at) => paragraph(finding, shown[at - 1], shown[at + 1], detail)).join("");
}

/** Problems of the command line or the config. */
export function prettyProblems(problems: readonly Problem[], color: boolean): string {
  const paint = pc.createColors(color);
  return problems
    .map(({ message, help }) => `${paint.red("error:")} ${printable(message)}\n  help: ${printable(help)}\n`)
    .join("");
}

/** `2 errors, 1 warning`, how many facts no sentence supports, and how many other notes there are. */
export function countFindings(diagnostics: readonly LocatedDiagnostic[], verbose: boolean): string {
  const count = (severity: string): number => diagnostics.filter((finding) => finding.severity === severity).length;
  const errors = count("error");
  const infos = diagnostics.filter(({ severity }) => severity === "info");
  const assumed = infos.filter(({ code }) => code === "infer/assumed").length;
  const notes = infos.length - assumed;
  const hint = verbose ? "" : " (shown with --verbose)";
  return [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    plural(count("warning"), "warning"),
    ...(notes > 0 ? [`${plural(notes, "note")}${hint}`] : []),
    ...(assumed > 0 ? [`${plural(assumed, "fact")} assumed${hint}`] : []),
  ].join(", ");
}

/** Milliseconds for people. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Whether a person who asked for this much sees the finding. */
export function isShown(finding: LocatedDiagnostic, detail: Detail): boolean {
  if (finding.severity === "error") return true;
  return !detail.quiet && (finding.severity === "warning" || detail.verbose);
}

function paragraph(
  finding: LocatedDiagnostic,
  before: LocatedDiagnostic | undefined,
  after: LocatedDiagnostic | undefined,
  detail: Detail,
): string {
  const paint = pc.createColors(detail.color);
  const severity = { error: paint.red, warning: paint.yellow, info: paint.cyan }[finding.severity](finding.severity);
  const where = spelledLocation(finding);
  const head = `${where === "" ? "" : `${where}  `}${severity}  ${printable(finding.message)}  ${paint.dim(`[${finding.code}]`)}\n`;
  const related = finding.related.map((other) => `  ${spelledLocation(other)}  ${printable(other.message)}\n`);
  // Neighbours with the same way out say it once.
  const repeated = after?.file === finding.file && after.code === finding.code && after.help === finding.help;
  const help = repeated || finding.help === "" ? "" : paint.dim(`  help: ${printable(finding.help)}\n`);
  return `${before !== undefined && before.file !== finding.file ? "\n" : ""}${head}${related.join("")}${help}`;
}

/** `file:line:column`, as far as it is known, safe for a terminal. */
export function spelledLocation(location: Location): string {
  if (location.file === null) return "";
  const line = location.line === null ? "" : `:${location.line}:${location.column ?? 1}`;
  return `${printable(location.file)}${line}`;
}

/** With an empty line between them. */
export function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n");
}
