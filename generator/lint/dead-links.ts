import { diagnostic } from "../diagnostics.ts";
import { isTypeWord } from "../dialects/noted/type.ts";
import { codeLines, plainFence } from "../docs/code-lines.ts";
import type { Source } from "../options.ts";
import type { PlacedFinding } from "./placed.ts";

/**
 * The links of texts to files that are not there. Those to other sites are not followed, and `told` are the lines that
 * already have a finding about a link: of a folder that is not there one is enough.
 */
export function deadLinks(
  sources: readonly Source[],
  exists: (path: string) => boolean,
  told: ReadonlySet<string>,
): readonly PlacedFinding[] {
  const paths = new Set(sources.map(({ path }) => path));
  const dead = sources.flatMap(({ path, text }) =>
    linksOf(text).flatMap((link) => {
      const target = resolved(path, link.href);
      const stands = target === undefined || spellings(target).some((one) => paths.has(one) || exists(one));
      return stands ? [] : [{ ...link, path, folder: target.replace(/\/?[^/]*$/, "") }];
    }),
  );
  const isTold = ({ path, line }: (typeof dead)[number]): boolean => told.has(`${path}:${line}`);
  const folders = new Set(dead.filter(isTold).map(({ folder }) => folder));
  const missing = new Set([...folders].filter((folder) => !exists(folder) && !hasSource(sources, folder)));
  return dead.flatMap((link) => {
    if (isTold(link) || missing.has(link.folder)) return [];
    const message = `Unexpected link to \`${link.href}\`, expected one to a file of the docs`;
    const finding = diagnostic("link/dead-link", message, `${link.path}#title`);
    return [{ finding, at: { path: link.path, line: link.line, column: link.column } }];
  });
}

function hasSource(sources: readonly Source[], folder: string): boolean {
  return folder === "" || sources.some(({ path }) => path.startsWith(`${folder}/`));
}

interface Link {
  readonly href: string;
  readonly line: number;
  readonly column: number;
}

const link = /\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+["'(][^)]*)?\)|\bhref=["']([^"']*)["']/g;

/** Code is no prose: what stands in fences and in back-ticks is left out. */
function linksOf(text: string): readonly Link[] {
  const lines = text.split(/\r\n|\n|\r/);
  const isCode = codeLines(lines, plainFence);
  return lines.flatMap((line, index) => (isCode[index] ? [] : linksIn(line, index + 1)));
}

function linksIn(line: string, number: number): readonly Link[] {
  const prose = line.replace(/(`+)(?:(?!\1).)+?\1/g, (code, _, at: number) =>
    // A link's text may be code, and stays a link.
    line.slice(at + code.length).startsWith("](") ? code.replaceAll(/[()[\]]/g, " ") : " ".repeat(code.length),
  );
  return [...prose.matchAll(link)].flatMap((match) => {
    const href = match[1] ?? match[2] ?? "";
    // One generator links the types of the language to pages that it does not write.
    const [, word = ""] = /^(?:.*\/)?([^/]+)\.md$/.exec(href) ?? [];
    const isOfType = prose.slice(0, match.index).endsWith("**") && isTypeWord(word);
    return isOfType ? [] : [{ href, line: number, column: match.index + match[0].indexOf(href) + 1 }];
  });
}

/**
 * The path that a link means, below the folder of the docs; nothing for other sites and for places on the same page. From
 * the root and without an extension it is an address of the site that shows the docs, whose other pages are elsewhere.
 */
function resolved(page: string, href: string): string | undefined {
  const path = href.replace(/[?#].*$/, "");
  // A target without a name is how generators link types that have no document.
  if (path === "" || /(?:^|\/)\.mdx?$/.test(path) || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return undefined;
  if (/^\/[^.]*$/.test(path)) return undefined;
  const parts = path.startsWith("/") ? [] : page.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(decoded(part));
  }
  return parts.join("/");
}

/** Docs of a site link to its pages, whose addresses have no extension. */
function spellings(target: string): readonly string[] {
  return /\.[^/]*$/.test(target) ? [target] : [target, `${target}.md`, `${target}.mdx`];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
