import { catalogue } from "./diagnostics.ts";
import { inReadingOrder, type LocatedDiagnostic, type Location } from "./located.ts";
import type { Problem } from "./problem.ts";
import { type Detail, isShown } from "./report.ts";
import { printable } from "./terminal.ts";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** Findings as workflow commands of GitHub Actions, one line each, which it shows at the lines of a change. */
export function githubDiagnostics(diagnostics: readonly LocatedDiagnostic[], detail: Detail): string {
  const shown = inReadingOrder(diagnostics.filter((finding) => isShown(finding, detail)));
  return shown.map(annotation).join("");
}

/** Why a run could not start. */
export function githubProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ message, help }) => githubCommand("error", { title: "docsdk" }, [message, `help: ${help}`]))
    .join("");
}

/** One workflow command; properties that are null are left out. */
export function githubCommand(
  name: string,
  properties: Readonly<Record<string, string | number | null>>,
  lines: readonly string[],
): string {
  const spelled = Object.entries(properties).flatMap(([key, value]) =>
    value === null ? [] : [`${key}=${escapedProperty(String(value))}`],
  );
  const message = lines.map((line) => escaped(printable(line))).join("%0A");
  return `::${name}${spelled.length === 0 ? "" : ` ${spelled.join(",")}`}::${message}\n`;
}

function annotation(finding: LocatedDiagnostic): string {
  const { file, line, column, code, message, help, related } = finding;
  const properties = { file, line, col: column, title: `${catalogue[code].title} (${code})` };
  return githubCommand(commands[finding.severity], properties, [
    message,
    ...related.map((other) => `${spelled(other)}: ${other.message}`),
    ...(help === "" ? [] : [`help: ${help}`]),
  ]);
}

function spelled({ file, line, column }: Location): string {
  return line === null ? (file ?? "") : `${file}:${line}:${column ?? 1}`;
}

/** A message ends at its line; a property also at a comma, and its name at a colon. */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(printable(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
