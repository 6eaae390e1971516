import { type Code, raw, spellHidden } from "./code.ts";

/** Text of the docs in a Markdown document: HTML in it shows, and does not act; a code block in it ends with it. */
export function markdownBlock(text: string): Code {
  const lines = plain(text)
    .replaceAll(/\n{3,}/g, "\n\n")
    .trimEnd()
    .split("\n");
  const fence = openFence(lines);
  return raw([...lines, ...(fence === undefined ? [] : [fence])].join("\n"));
}

/** Text of the docs on one line. */
export function markdownLine(text: string): Code {
  return raw(plain(text).replaceAll(/\s+/g, " ").trim());
}

/** A code span that nothing in it ends. */
export function codeSpan(text: string): Code {
  const line = spellHidden(oneNewline(text)).replaceAll(/\s+/g, " ");
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return raw(`${fence}${pad}${line}${pad}${fence}`);
}

function plain(text: string): string {
  return spellHidden(oneNewline(text))
    .replaceAll("\t", "  ")
    .replaceAll(/<(?=[A-Za-z/!?])/g, "&lt;");
}

function oneNewline(text: string): string {
  return text.replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n");
}

/** What would end the code block that the text leaves open; undefined where it leaves none. */
function openFence(lines: readonly string[]): string | undefined {
  let open: string | undefined;
  for (const line of lines) {
    const [, fence = "", rest = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (open === undefined) open = fence === "" || (fence.startsWith("`") && rest.includes("`")) ? undefined : fence;
    else if (fence.startsWith(open) && rest.trim() === "") open = undefined;
  }
  return open;
}
