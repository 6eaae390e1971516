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

/** The operations that a page lists; the list is authoritative for what is an operation. */
export function bulletsOf(document: Document, section: Section): readonly Bullet[] {
  return section.children.flatMap((node) => {
    if (node.type !== "list") return [];
    return node.items.map((span): Bullet => {
      const text = trimmedLines(document, span)
        .join("\n")
        .trim()
        .replace(/^(?:[-*+]|\d+[.)])\s*/, "");
      const link = leadingLink(text);
      const dash = text.indexOf(" - ");
      const plain = dash < 0 ? { text, rest: "" } : { text: text.slice(0, dash), rest: text.slice(dash) };
      const { text: label, rest } = link ?? plain;
      return { ...plainName(label), summary: summaryOf(rest), line: span.from };
    });
  });
}

function summaryOf(rest: string): string {
  const text = rest.trim().replace(/^-(?:\s+|$)/, "");
  // What stands behind the mark is the note, which the section has, too.
  return text.replace(/\s*:warning: \*\*Deprecated\*\*[^\n]*$/, "").trim();
}
