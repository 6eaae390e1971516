import { type Document, lineAt, lineNumbers } from "./document.ts";
import { leadingLink } from "./links.ts";
import type { MarkedSection } from "./marked.ts";
import type { ReadmeSection } from "./page.ts";
import { plainName } from "./text.ts";

type Link = ReadmeSection["links"][number];

/** The links that begin headings and bullets, in order: resources and their operations. Bullets have depth 0. */
export function linksOf(document: Document, section: MarkedSection): readonly Link[] {
  const headings = section.headings.map((heading) => ({
    line: heading.from,
    links: linksIn(heading.name, heading.depth),
  }));
  const bullets = section.content.children.flatMap((node) => {
    if (node.type !== "list") return [];
    return lineNumbers(node).map((line) => ({
      line,
      links: linksIn(/^\s*[-*+]\s+(.*)$/.exec(lineAt(document, line))?.[1] ?? "", 0),
    }));
  });
  return [...headings, ...bullets].sort((a, b) => a.line - b.line).flatMap(({ links }) => links);
}

function linksIn(text: string, depth: number): readonly Link[] {
  const link = leadingLink(text);
  return link === null ? [] : [{ text: plainName(link.text).name, href: link.href, depth }];
}
