import { structuredPatch } from "diff";
import pc from "picocolors";
import { plural } from "./plural.ts";
import { printable } from "./terminal.ts";

/** A file that differs from what the docs give. */
export interface Stale {
  /** As a terminal can open it. */
  readonly path: string;
  /** Null where the file is missing. */
  readonly before: string | null;
  /** Null where the file is no longer generated. */
  readonly after: string | null;
}

// Enough to see what changed; whoever wants all of it regenerates and asks the version control.
const linesOfFile = 120;
const linesOfRun = 1000;
// The search for a smallest diff is quadratic in the differences, and beyond this nobody reads it.
const longestSearch = 2000;

/** A unified diff from the disk (`a/`) to the docs (`b/`). Long ones end with a note of what was left out. */
export function unifiedDiff(files: readonly Stale[], color: boolean): string {
  const shown: string[] = [];
  let room = linesOfRun;
  let hidden = 0;
  for (const file of files) {
    if (room <= 0) {
      hidden += 1;
      continue;
    }
    const lines = diffLines(file, Math.min(room, linesOfFile));
    room -= lines.length;
    shown.push(...lines.map((line) => paint(line, color)));
  }
  if (hidden > 0) shown.push(`… the diff of ${plural(hidden, "more file")} is not shown`);
  return shown.map((line) => `${line}\n`).join("");
}

function diffLines(file: Stale, room: number): readonly string[] {
  const from = file.before === null ? "/dev/null" : printable(`a/${file.path}`);
  const to = file.after === null ? "/dev/null" : printable(`b/${file.path}`);
  const head = [`--- ${from}`, `+++ ${to}`];
  const patch = structuredPatch("", "", file.before ?? "", file.after ?? "", "", "", {
    context: 3,
    maxEditLength: longestSearch,
  });
  if (patch === undefined) return [...head, "… too many differences to show"];
  const body = patch.hunks.flatMap((hunk) => [
    `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`,
    ...hunk.lines.map(tabbed),
  ]);
  if (body.length <= room) return [...head, ...body];
  return [...head, ...body.slice(0, room), `… ${plural(body.length - room, "more line")}`];
}

/** An empty range is named by the line before it. */
function range(start: number, count: number): string {
  return `${count === 0 ? start - 1 : start},${count}`;
}

function tabbed(line: string): string {
  return line.split("\t").map(printable).join("\t");
}

function paint(line: string, color: boolean): string {
  const colors = pc.createColors(color);
  if (line.startsWith("--- ") || line.startsWith("+++ ")) return colors.bold(line);
  if (line.startsWith("@@")) return colors.cyan(line);
  if (line.startsWith("+")) return colors.green(line);
  return line.startsWith("-") ? colors.red(line) : line;
}
