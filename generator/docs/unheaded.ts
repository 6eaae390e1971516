import type { Block } from "./blocks.ts";
import { type Document, trimmedLines } from "./document.ts";
import type { Section } from "./outline.ts";

/**
 * The sections of a page whose methods have no headings, with one for each. A method begins with the text above its example,
 * and is called as the example calls it; `names` are those that a table lists.
 */
export function withHeadings(
  document: Document,
  sections: readonly Section[],
  names: ReadonlySet<string>,
): readonly Section[] {
  const headed: Section[] = [];
  for (const section of sections) {
    const name = section.name === "Example" ? calledIn(document, section, names) : undefined;
    const above = headed.at(-1);
    if (name !== undefined && above !== undefined) {
      // What belongs to the section above is a table of methods, or the list of its headers.
      const at = above.children.findIndex(({ type }) => type === "table" || type === "list") + 1;
      const children = above.children.slice(at);
      // The line of a heading is no text; that above a block or a heading is blank.
      const from = (children[0] ?? section).from - 1;
      headed[headed.length - 1] = { ...above, to: from - 1, children: above.children.slice(0, at) };
      headed.push({ type: "section", depth: 2, name, from, to: section.from - 1, children });
    }
    headed.push(section);
  }
  return headed;
}

function calledIn(document: Document, { children }: Section, names: ReadonlySet<string>): string | undefined {
  const code = children.filter(({ type }: Block) => type === "code").flatMap((block) => trimmedLines(document, block));
  const calls = code.flatMap((line) => [...line.matchAll(/\.(\w+)\(/g)].map(([, name = ""]) => name));
  return calls.findLast((name) => names.has(name));
}
