import type { VFile } from "vfile";
import type { Source } from "../options.ts";
import type { Span } from "./blocks.ts";
import { codeLines, plainFence } from "./code-lines.ts";
import { type FrontMatter, mayHaveElements, rewriteElements } from "./element-page.ts";

/** A source as the readers see it. */
export interface Document {
  readonly path: string;
  /** The lines of the source without their ends; all texts and columns are taken from here. */
  readonly lines: readonly string[];
  /** Whether it is the README beside the folder. */
  readonly isReadme: boolean;
  /** MDX pages escape braces in text, and state their title in front matter. */
  readonly mdx: boolean;
  /** The title that the front matter states, null where there is none. */
  readonly frontTitle: string | null;
  /** The lines of the source that the lines stand for, one-based, where the page was written anew. */
  readonly origin?: readonly number[];
}

declare module "vfile" {
  interface DataMap {
    document: Document;
  }
}

/** The document that a file was made of; the parser and its plugins are used through `readPage` alone. */
export function documentOf(file: VFile): Document {
  const { document } = file.data;
  if (document === undefined) throw new Error("The file has no document");
  return document;
}

/** Prepares a source; the byte order mark, carriage returns and front matter go, and no line moves. */
export function openDocument(source: Source): Document {
  const text = source.text.startsWith("\uFEFF") ? source.text.slice(1) : source.text;
  const all = text.split(text.includes("\r") ? /\r\n|\n|\r/ : "\n");
  const front = frontMatter(all);
  const lines = front === null ? all : all.map((line, index) => (index < front.length ? "" : line));
  const mdx = /\.mdx$/i.test(source.path);
  const isReadme = source.isReadme === true || !source.path.includes("/");
  const read = { path: source.path, isReadme, mdx };
  const rewritten = isReadme || !mayHaveElements(text) ? undefined : rewriteElements(lines, front ?? noFront);
  if (rewritten !== undefined) return { ...read, lines: rewritten.lines, frontTitle: null, origin: rewritten.origin };
  return { ...read, lines: mdx ? withComments(lines) : lines, frontTitle: front?.title ?? null };
}

/**
 * Comments of MDX stand between braces; written as those of Markdown, in the same columns, they are read alike. Code keeps
 * its own.
 */
function withComments(lines: readonly string[]): readonly string[] {
  const isCode = codeLines(lines, plainFence);
  return lines.map((line, index) =>
    isCode[index] ? line : line.replace(/^( {0,3})\{\/\* ((?:(?!--|\*\/).)*) \*\/\}\s*$/, "$1<!-- $2-->"),
  );
}

/** One line of the source by its one-based number. */
export function lineAt(document: Document, line: number): string {
  return document.lines[line - 1] ?? "";
}

/** The one-based numbers of the lines of a span. */
export function lineNumbers({ from, to }: Span): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Lines of the source without outer blanks. */
export function trimmedLines(document: Document, { from, to }: Span): readonly string[] {
  return document.lines.slice(from - 1, to).map((line) => line.trim());
}

/** The one-based column of the first character that is not blank; 1 on a blank line. */
export function firstColumn(line: string): number {
  return line.search(/\S/) + 1 || 1;
}

/** Pages of some documentation sites begin with `---`, keys, `---` in place of a heading. */
function frontMatter(lines: readonly string[]): (FrontMatter & { readonly length: number }) | null {
  if (lines[0]?.trimEnd() !== "---") return null;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (end < 0 || !lines.slice(1, end).every((line) => /^(?:\s|#|[\w-]+:|$)/.test(line))) return null;
  const stated = (key: string): string | null => {
    const at = lines.findIndex((line, index) => index > 0 && index < end && line.startsWith(`${key}:`));
    if (at < 0) return null;
    const value = lines[at]?.slice(key.length + 1).trim() ?? "";
    return /^[>|][-+\d]*$/.test(value) ? indentedBelow(lines, at) : unquote(value);
  };
  // A path of the file that has the operation may stand in front.
  const [, method, path] =
    /^(?:\S+\s+)?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(\S+)$/i.exec(stated("api") ?? stated("openapi") ?? "") ??
    [];
  return {
    title: stated("title"),
    description: stated("description"),
    route: method === undefined ? null : `${method.toUpperCase()} ${path}`,
    length: end + 1,
  };
}

/** The text of several lines that stand below a key of front matter. */
function indentedBelow(lines: readonly string[], at: number): string {
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => /^\S/.test(line));
  return below
    .slice(0, end < 0 ? below.length : end)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

const noFront: FrontMatter = { title: null, description: null, route: null };

function unquote(value: string): string {
  const quote = value[0];
  if (value.length < 2 || (quote !== '"' && quote !== "'") || !value.endsWith(quote)) return value;
  const inner = value.slice(1, -1);
  return quote === '"' ? inner.replace(/\\(["\\])/g, "$1") : inner.replaceAll("''", "'");
}
