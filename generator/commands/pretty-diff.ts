import pc from "picocolors";
import { type Impact, impacts } from "../diff/change.ts";
import type { LocatedChange } from "../located.ts";
import { plural } from "../plural.ts";
import { jsonDocument, paragraphs, seconds, spelledLocation } from "../report.ts";
import { githubCommand } from "../report-github.ts";
import { codeSpan } from "../report-markdown.ts";
import { printable } from "../terminal.ts";
import type { Differences } from "./diff.ts";
import type { Flags } from "./options.ts";

/** A comparison for people, for programs, for a comment on a change, or for GitHub Actions. */
export function printDifferences(differences: Differences, flags: Flags, time: number, color: boolean): string {
  switch (flags.reporter) {
    case "json":
      return jsonDocument({ ...differences, ok: true });
    case "markdown":
      return markdown(differences);
    case "github":
      return `${differences.changes.map(annotation).join("")}${sum(differences, time)}`;
    default:
      return paragraphs([
        changeList(differences.changes, { quiet: flags.quiet ?? false, verbose: flags.verbose ?? false, color }),
        flags.quiet ? "" : sum(differences, time),
      ]);
  }
}

/** Changes by their gravity, each with its lines; words alone are counted unless asked for. */
export function changeList(
  changes: readonly LocatedChange[],
  { quiet, verbose, color }: { readonly quiet: boolean; readonly verbose: boolean; readonly color: boolean },
): string {
  const paint = pc.createColors(color);
  const heads = { breaking: paint.red, minor: paint.yellow, patch: paint.cyan };
  return paragraphs(
    byImpact(changes).map(({ impact, found }) => {
      if (quiet && impact !== "breaking") return "";
      const hint = impact === "patch" && !verbose ? " (shown with --verbose)" : "";
      const list = hint === "" ? found.map((change) => entry(change, paint)).join("") : "";
      return `${heads[impact](counted(found.length, impact))}${hint}\n${list}`;
    }),
  );
}

/** The gravest first; what no change has is left out. */
function byImpact(changes: readonly LocatedChange[]): readonly Group[] {
  const groups = impacts.map((impact) => ({ impact, found: changes.filter((change) => change.impact === impact) }));
  return groups.filter(({ found }) => found.length > 0);
}

interface Group {
  readonly impact: Impact;
  readonly found: readonly LocatedChange[];
}

function counted(count: number, impact: Impact): string {
  return impact === "patch" ? `${count} in words alone` : plural(count, `${impact} change`);
}

function entry(change: LocatedChange, paint: ReturnType<typeof pc.createColors>): string {
  const { subject, direction, code } = change;
  const way = direction === "package" ? "" : paint.dim(` (${ways[direction]})`);
  const line = `  ${paint.bold(printable(subject))}  ${printable(told(change))}${way}  ${paint.dim(`[${code}]`)}\n`;
  return `${line}${lines(change)
    .map((location) => `    ${paint.cyan(location)}\n`)
    .join("")}`;
}

const ways = { request: "sent", response: "received", both: "sent and received" } as const;

/** Both lines, where both are known; a place that stayed, or that no line is known of, is named once. */
function lines({ before, after }: LocatedChange): readonly string[] {
  const known = before?.line === null && after !== null ? [after] : [before, after];
  const spelled = known.flatMap((location) => (location === null ? [] : [spelledLocation(location)]));
  return [...new Set(spelled)].filter((location) => location !== "");
}

/** What changed, in words: `presence: optional → required`. */
function told({ code, was, is }: Pick<LocatedChange, "code" | "was" | "is">): string {
  const what = code.slice(code.indexOf("/") + 1);
  if (what === "removed" || what === "added") return `${what}: ${was ?? is ?? ""}`;
  if (was === null && is === null) return "other words";
  if (was === null) return `${what} added: ${is}`;
  return is === null ? `${what} removed: ${was}` : `${what}: ${was} → ${is}`;
}

/** The line that sums a comparison up. */
function sum({ verdict, changes }: Differences, time: number): string {
  if (changes.length === 0) return `no change; ${seconds(time)}\n`;
  const counts = byImpact(changes).map(({ impact, found }) => counted(found.length, impact));
  return `${verdict}: ${counts.join(", ")}; ${seconds(time)}\n`;
}

/** For the description of a change: what people see first is whether it breaks. */
function markdown({ verdict, changes, old, new: now }: Differences): string {
  const title = changes.length === 0 ? "No change of the API" : `Changes of the API: **${verdict}**`;
  return paragraphs([`## ${title}\n`, `From ${codeSpan(old)} to ${codeSpan(now)}.\n`, markdownChanges(changes)]);
}

/** Changes by their gravity, as lists. */
export function markdownChanges(changes: readonly LocatedChange[]): string {
  return paragraphs(
    byImpact(changes).flatMap(({ impact, found }) => [
      `**${counted(found.length, impact)}**\n`,
      found.map(item).join(""),
    ]),
  );
}

function item(change: LocatedChange): string {
  const { subject, direction } = change;
  const way = direction === "package" ? "" : ` (${ways[direction]})`;
  const where = lines(change).at(-1);
  return `- ${codeSpan(subject)} ${codeSpan(told(change))}${way}${where === undefined ? "" : `, ${codeSpan(where)}`}\n`;
}

/** Breaking changes are warnings at the lines of the new docs, others notices. */
export function annotation(change: LocatedChange): string {
  const { impact, subject, after, code: title } = change;
  const at = { file: after?.file ?? null, line: after?.line ?? null, col: after?.column ?? null };
  const command = impact === "breaking" ? "warning" : "notice";
  return githubCommand(command, { ...at, title: `${impact}: ${title}` }, [`${subject}: ${told(change)}`]);
}
