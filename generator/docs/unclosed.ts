import { type Context, mark, report } from "./context.ts";
import { lineAt } from "./document.ts";
import { fenceOf } from "./fences.ts";
import type { Section } from "./outline.ts";

/** Reports a fence or a comment that runs to the end of the page: whatever it swallows is not read. */
export function reportUnclosed(context: Context, sections: readonly Section[]): void {
  const last = sections.at(-1)?.children.at(-1);
  if (last === undefined) return;
  const { from, to } = last;
  if (fenceOf(context.document, last)?.isClosed === false) reportAt(context, from, "the end of the fence");
  const raw = last.type === "html" && /^\s*<!--/.test(lineAt(context.document, from));
  if (raw && !lineAt(context.document, to).includes("-->")) reportAt(context, from, "the end of the comment");
}

function reportAt(context: Context, line: number, wanted: string): void {
  report(context, "docs/unread-section", `Unexpected end of page, expected ${wanted}`, mark(context, "unclosed", line));
}
