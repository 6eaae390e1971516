import { type Detail, paragraphs } from "../report.ts";
import { codeSpan, markdownDiagnostics } from "../report-markdown.ts";
import { lastLine, type Outcome, staleness } from "./pretty.ts";
import { markdownChanges } from "./pretty-diff.ts";

/** A run for the page of a run or a comment: what it did, then findings, stale files and changes. */
export function markdownRun(outcome: Outcome): string {
  const { command, flags, report, stale } = outcome;
  const detail: Detail = { quiet: flags.quiet ?? false, verbose: flags.verbose ?? false, color: false };
  const files = stale.map((file) => `- ${staleness(file).trim()} ${codeSpan(file.path)}\n`).join("");
  const apis = report.apis.map(({ slug, diagnostics, changes = [] }) =>
    markdownApi(slug, paragraphs([markdownDiagnostics(diagnostics, detail), markdownChanges(changes)])),
  );
  return paragraphs([`## docsdk ${command}\n`, detail.quiet ? "" : lastLine(outcome), files, ...apis]);
}

/** What is said of one API, under its name; nothing where nothing is. */
export function markdownApi(slug: string, text: string): string {
  return text === "" ? "" : `### ${codeSpan(slug)}\n\n${text}`;
}
