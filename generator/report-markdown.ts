import { inReadingOrder, type LocatedDiagnostic } from "./located.ts";
import type { Problem } from "./problem.ts";
import { type Detail, isShown, spelledLocation } from "./report.ts";
import { printable } from "./terminal.ts";

/** The findings of one API as a list, for the page of a run or a comment. */
export function markdownDiagnostics(diagnostics: readonly LocatedDiagnostic[], detail: Detail): string {
  const shown = inReadingOrder(diagnostics.filter((finding) => isShown(finding, detail)));
  return shown
    .map((finding) => {
      const where = spelledLocation(finding);
      const help = finding.help === "" ? "" : `  ${codeSpan(finding.help)}\n`;
      const at = where === "" ? "" : ` ${codeSpan(where)}`;
      return `- **${finding.severity}**${at} ${codeSpan(finding.message)} (${finding.code})\n${help}`;
    })
    .join("");
}

/** Why a run could not start. */
export function markdownProblems(problems: readonly Problem[]): string {
  return problems.map(({ message, help }) => `- **error** ${codeSpan(message)}\n  ${codeSpan(help)}\n`).join("");
}

/** A text in a span of code, whatever stands in it: nothing of the docs is Markdown or HTML of ours. */
export function codeSpan(text: string): string {
  const plain = printable(text);
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${plain}${pad}${fence}`;
}
