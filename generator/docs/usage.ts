import { type Context, mark, placeOf, report } from "./context.ts";
import { lineAt } from "./document.ts";
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
  // A paragraph that leads to a sample, as one of two ways to make the same call, says nothing that the sample does not.
  const children = section.children.filter(({ type }, at) => {
    return type !== "paragraph" || section.children[at + 1]?.type !== "code";
  });
  reportText(context, { ...section, children }, ["code", "html"]);
  const snippet = section.children
    .filter((node) => node.type === "html")
    .map(({ from: line }) => ({ line, snippet: readSnippet(lineAt(document, line)) }))
    .find((found) => found.snippet !== null);
  if (snippet?.snippet) checkSnippet(context, snippet.snippet, mark(context, `${own}:snippet`, snippet.line));
  return {
    name: usageName(section) ?? "",
    snippet: snippet?.snippet ?? null,
    fences: fencesOf(context, section, own),
    place: placeOf(context, own),
  };
}

function checkSnippet(context: Context, { method, path }: UsageSnippet, key: string): void {
  const lacking = [["method", method] as const, ["path", path] as const].filter(([, text]) => text === "");
  if (lacking.length > 0) {
    const found = `\`UsageSnippet\` without ${lacking.map(([name]) => `\`${name}\``).join(" and ")}`;
    report(context, "docs/unread-snippet", `Unexpected ${found}, expected method and path`, key);
  } else if (!/^(?:get|post|put|patch|delete|head|options)$/i.test(method)) {
    const found = `method \`${method.slice(0, 20)}\``;
    report(context, "docs/unread-snippet", `Unexpected ${found}, expected one of HTTP, as \`get\``, key);
  }
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
