/** A link that begins a text, e.g. `[list](#list) - List all`. */
export interface LeadingLink {
  readonly text: string;
  readonly href: string;
  /** What stands behind the link. */
  readonly rest: string;
}

/** Reads the link at the begin of a text by its brackets; null where there is none. */
export function leadingLink(text: string): LeadingLink | null {
  const close = closing(text, 0, "[", "]");
  if (close < 0 || text[close + 1] !== "(") return null;
  const end = closing(text, close + 1, "(", ")");
  if (end < 0) return null;
  return { text: text.slice(1, close), href: text.slice(close + 2, end).trim(), rest: text.slice(end + 1) };
}

/** The index of the bracket that closes the one at `start`, -1 where none does. */
function closing(text: string, start: number, open: string, close: string): number {
  if (text[start] !== open) return -1;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === open) depth += 1;
    else if (character === close) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
