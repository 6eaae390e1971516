import pc from "picocolors";
import { catalogue, type DiagnosticCode } from "../diagnostics.ts";
import { groupBy } from "../infer/group-by.ts";
import { plural } from "../plural.ts";
import { countFindings, type Detail, jsonDocument, paragraphs, prettyDiagnostics, seconds } from "../report.ts";
import { githubDiagnostics } from "../report-github.ts";
import { markdownDiagnostics } from "../report-markdown.ts";
import { printable } from "../terminal.ts";
import type { LintedApi, LintReport } from "./lint.ts";
import { markdownApi } from "./markdown.ts";
import type { Flags } from "./options.ts";

/** The report of `lint`, as its reporter wants it. */
export function printLint(report: LintReport, flags: Flags, time: number, color: boolean): string {
  // Notes are what `lint` is run for.
  const detail: Detail = { quiet: flags.quiet ?? false, verbose: flags.quiet !== true, color };
  switch (flags.reporter) {
    case "json":
      return jsonDocument({ apis: report.apis, problems: [], ok: report.ok });
    case "github": {
      const annotations = report.apis.map((api) => githubDiagnostics(api.diagnostics, detail)).join("");
      return detail.quiet ? annotations : `${annotations}${lastLine(report, time)}`;
    }
    case "markdown": {
      const found = report.apis.map(({ slug, diagnostics }) =>
        markdownApi(slug, markdownDiagnostics(diagnostics, detail)),
      );
      return paragraphs(["## Findings in the docs\n", ...found, detail.quiet ? "" : lastLine(report, time)]);
    }
    default: {
      const findings = report.apis.map((api) => prettyDiagnostics(api.diagnostics, detail));
      if (detail.quiet) return paragraphs(findings);
      const files = report.apis.map(writtenFile).join("");
      return paragraphs([...findings, countsByCode(report, color), files, lastLine(report, time)]);
    }
  }
}

function lastLine({ apis }: LintReport, time: number): string {
  return `${countFindings(
    apis.flatMap((api) => api.diagnostics),
    true,
  )}; ${seconds(time)}\n`;
}

/** How often each code was found, most often first. */
function countsByCode({ apis }: LintReport, color: boolean): string {
  const paint = pc.createColors(color);
  const groups = [
    ...groupBy(
      apis.flatMap((api) => api.diagnostics),
      ({ code }) => code,
    ),
  ];
  const counts = groups.map(([code, found]): [DiagnosticCode, number] => [code, found.length]);
  const width = Math.max(0, ...counts.map(([code]) => code.length));
  return counts
    .toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .map(
      ([code, count]) => `${String(count).padStart(6)}  ${code.padEnd(width)}  ${paint.dim(catalogue[code].title)}\n`,
    )
    .join("");
}

function writtenFile({ slug, overrides }: LintedApi): string {
  if (overrides === null) return "";
  const { file, stubs, isNamed } = overrides;
  const next = isNamed
    ? "give each right value a reason"
    : `name it in the config (apis: { ${JSON.stringify(slug)}: { overrides: ${JSON.stringify(file)} } }) and give each right value a reason`;
  return printable(`${plural(stubs, "stub")} → ${file}: ${next}`).concat("\n");
}
