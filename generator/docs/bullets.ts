import { type Document, trimmedLines } from "./document.ts";
import { leadingLink } from "./links.ts";
import type { Section } from "./outline.ts";
import { plainName } from "./text.ts";

/** One bullet below `### Available Operations`: `* [list](#list) - List all`. */
export interface Bullet {
  readonly name: string;
  readonly summary: string;
  /** The name is struck through. */
  readonly struck: boolean;
  readonly line: number;
}

/**
 * The operations that a page lists; the list is authoritative for what is an operation. A summary may be all of the
 * operation's description, with lists of its own: of their bullets none leads to a section of the page.
 */
export function bulletsOf(document: Document, section: Section, names: ReadonlySet<string>): readonly Bullet[] {
  return section.children.flatMap((node) => {
    if (node.type !== "list") return [];
    return node.items.flatMap((span): readonly Bullet[] => {
      const text = firstParagraph(trimmedLines(document, span)).join("\n").trim().replace(bulletMark, "");
      const link = leadingLink(text);
      const dash = text.indexOf(" - ");
      const plain = dash < 0 ? { text, rest: "" } : { text: text.slice(0, dash), rest: text.slice(dash) };
      const { text: label, rest } = link ?? plain;
      const named = plainName(label);
      const isListed = link?.href.includes("#") === true && !/^\w+:/.test(link.href);
      return isListed || names.has(named.name) ? [{ ...named, summary: summaryOf(rest), line: span.from }] : [];
    });
  });
}

const bulletMark = /^(?:[-*+]|\d+[.)])\s*/;

/** Up to a blank line, or a list in the item. */
function firstParagraph(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, at) => at > 0 && (line === "" || /^(?:[-*+]|\d+[.)])\s/.test(line)));
  return end < 0 ? lines : lines.slice(0, end);
}

function summaryOf(rest: string): string {
  const text = rest.trim().replace(/^-(?:\s+|$)/, "");
  // What stands behind the mark is the note, which the section has, too.
  return text.replace(/\s*:warning: \*\*Deprecated\*\*[^\n]*$/, "").trim();
}
