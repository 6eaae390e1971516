import { type Context, mark, placeOf } from "./context.ts";
import { trimmedLines } from "./document.ts";
import type { Section } from "./outline.ts";
import type { ReadmeSection } from "./page.ts";

/** What a paragraph or a bullet says that tells of the whole API without a heading. */
const tellings = [
  { tag: "security", title: "Authentication", pattern: /\bauthenticat|\bauthori[sz]|\bAPI keys?\b|\bbearer token/i },
  { tag: "server", title: "Server", pattern: /\bbase (?:URL|URI|address)\b[^\n]{0,40}https?:\/\//i },
] as const;

/**
 * The sections that a hand-written page has no heading for: `**Base URL**: https://…`, "Authenticate with a bearer token.".
 * Tags that it has a heading for are left out.
 */
export function toldSections(
  context: Context,
  sections: readonly Section[],
  known: readonly string[],
): readonly ReadmeSection[] {
  const blocks = sections.flatMap(({ children }) =>
    children.filter(({ type }) => type === "paragraph" || type === "list"),
  );
  return tellings.flatMap(({ tag, title, pattern }): readonly ReadmeSection[] => {
    const found = known.includes(tag)
      ? []
      : blocks
          .map(({ from, to }) => ({ from, text: trimmedLines(context.document, { from, to }).join("\n") }))
          .filter(({ text }) => pattern.test(text));
    const [first] = found;
    if (first === undefined) return [];
    const text = found.map((block) => block.text).join("\n\n");
    const place = placeOf(context, mark(context, `told/${tag}`, first.from));
    return [{ tag, title, text, tables: [], fences: [], links: [], place }];
  });
}
