import type { Block } from "./blocks.ts";
import { type Context, mark, placeOf } from "./context.ts";
import { type Document, trimmedLines } from "./document.ts";
import type { Section } from "./outline.ts";
import type { ReadmeSection } from "./page.ts";
import { tableOf } from "./table.ts";
import { undecorated } from "./text.ts";

/** What a paragraph or a bullet says that tells of the whole API without a heading. */
const tellings = [
  { tag: "security", title: "Authentication", pattern: /\bauthenticat|\bauthori[sz]|\bAPI keys?\b|\bbearer token/i },
  {
    tag: "server",
    title: "Server",
    pattern: /\bbase (?:URL|URI|address)\b[^\n]{0,40}https?:\/\/|\bURIs are relative to [*<]{0,2}https?:\/\//i,
  },
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
  const { document } = context;
  const blocks = sections.flatMap(({ children }) => children);
  const texts = blocks
    .filter(({ type }) => type === "paragraph" || type === "list")
    .map(({ from, to }) => ({ from, text: trimmedLines(document, { from, to }).join("\n") }));
  const options = blocks.flatMap((block) => optionsIn(document, block));
  return tellings.flatMap(({ tag, title, pattern }): readonly ReadmeSection[] => {
    const all = [...texts.filter(({ text }) => pattern.test(text)), ...options.filter((option) => option.tag === tag)];
    const found = known.includes(tag) ? [] : all;
    const [first] = found;
    if (first === undefined) return [];
    const text = found.map((block) => block.text).join("\n\n");
    const place = placeOf(context, mark(context, `told/${tag}`, first.from));
    return [{ tag, title, text, tables: [], fences: [], links: [], place }];
  });
}

/** The options of a client that tell where it sends requests and how it authenticates: `| baseUrl | string | https://… |`. */
export function optionsIn(
  document: Document,
  block: Block,
): readonly { readonly tag: string; readonly from: number; readonly text: string }[] {
  if (block.type !== "table") return [];
  const { header, rows } = tableOf(document, block);
  if (!/^(?:option|parameter|property|argument|setting|name)s?$/i.test(undecorated(header[0]?.text ?? ""))) return [];
  return rows.flatMap((cells) => {
    const [name = "", ...others] = cells.map(({ text }) => text);
    const [line = block.from] = cells.map((cell) => cell.line);
    const text = others.join(" ");
    if (/^`?(?:base|server|api)_?url`?$/i.test(name)) {
      const url = /https?:\/\/[^\s`"')]+/.exec(text)?.[0];
      return url === undefined ? [] : [{ tag: "server", from: line, text: `Base URL: \`${url}\`` }];
    }
    return /^`?\w*(?:key|token|secret)`?$/i.test(name) && /\bheader\b|\bbearer\b|\bquery\b/i.test(text)
      ? [{ tag: "security", from: line, text }]
      : [];
  });
}
