import { type Context, mark, placeOf } from "./context.ts";
import { lineAt, spanOf } from "./document.ts";
import { fencesOf } from "./fences.ts";
import type { Section } from "./outline.ts";
import type { Usage, UsageSnippet } from "./page.ts";
import { reportText } from "./schema.ts";

/** The name behind `### Example Usage:`, empty without one; null where the section is no sample. */
export function usageName(section: Section): string | null {
  if (section.depth !== 3) return null;
  return (
    /^Example Usage(?:$|\s*:\s*(.*)$)/
      .exec(section.name)
      ?.slice(1)
      .map((name) => name ?? "")[0] ?? null
  );
}

/** Reads one sample of an operation, with the comment that states method and path in newer docs. */
export function readUsage(context: Context, section: Section, key: string): Usage {
  const { document } = context;
  const own = mark(context, key, section.from);
  reportText(context, section, ["code", "html"]);
  const snippet = section.children
    .filter((node) => node.type === "html")
    .map((node) => readSnippet(lineAt(document, spanOf(document, node).from)))
    .find((found) => found !== null);
  return {
    name: usageName(section) ?? "",
    snippet: snippet ?? null,
    fences: fencesOf(context, section, own),
    place: placeOf(context, own),
  };
}

function readSnippet(line: string): UsageSnippet | null {
  const text = /^<!--\s*UsageSnippet\s(.*)$/.exec(line.trim())?.[1];
  if (text === undefined) return null;
  const attributes = new Map([...text.matchAll(/\b(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  return {
    language: attributes.get("language") ?? "",
    operationId: attributes.get("operationID") ?? "",
    method: attributes.get("method") ?? "",
    path: attributes.get("path") ?? "",
  };
}
