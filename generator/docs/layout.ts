import type { VFile } from "vfile";
import type { PageTree } from "./blocks.ts";
import { type Document, documentOf } from "./document.ts";
import { hasMarks, isAboutAll } from "./marked.ts";
import { writtenModels } from "./models.ts";
import { isOperationList, type Section } from "./outline.ts";
import { folded, plainName, typeTitle } from "./text.ts";
import { optionsIn } from "./told.ts";
import { writtenOperations } from "./written.ts";

/** The layouts that the format knows; `bare` is a title and prose, `foreign` any other text. */
export type Layout = "model" | "models" | "enum" | "union" | "bare" | "operations" | "readme" | "utility" | "foreign";

declare module "vfile" {
  interface DataMap {
    layout: Layout;
    /** That the page is of the generator that has notes in place of marks. */
    isNoted: boolean;
  }
}

/** A plugin: tells the page's layout from its path and its headings. */
export function findLayout(): (tree: PageTree<Section>, file: VFile) => undefined {
  return (tree, file) => {
    file.data.layout = layoutOf(documentOf(file), tree.children);
  };
}

function layoutOf(document: Document, sections: readonly Section[]): Layout {
  const parts = document.path.split("/");
  const base = baseOf(parts);
  parts.pop();
  if (/^readme$/i.test(base)) {
    if (sections.some(isOperationList)) return "operations";
    return document.isReadme || hasMarks(document, sections) ? "readme" : "foreign";
  }
  const title = titleOf(document, sections);
  const first = sections.find((section) => section.depth > 0);
  if (isUtility(parts, base, title || (first?.name ?? ""))) return "utility";
  const names = new Set(sections.filter((section) => section.depth === 2).map((section) => section.name));
  if (names.has("Fields")) return "model";
  if (names.has("Values")) return "enum";
  if (names.has("Supported Types")) return "union";
  if (writtenOperations(sections).length > 0) return "operations";
  const models = writtenModels(document, sections).length;
  if (
    models > 1 ||
    (models === 1 &&
      /^(?:(?:data )?(?:models?|types?)|objects|schemas?|webhooks?|(?:webhook )?events?|callbacks?)$/i.test(title))
  )
    return "models";
  names.delete("Example Usage");
  // Some languages print nothing of a union but its title and description. Prose of the same shape is told by its folder.
  if (names.size === 0 && parts.some(isModelFolder) && isNamedAfter(title, base)) return "bare";
  // A guide may say what the README does.
  const isGuide =
    isAboutAll(title) ||
    sections.some(({ depth, name }) => depth === 2 && isAboutAll(name)) ||
    sections.some(({ children }) => children.some((block) => optionsIn(document, block).length > 0));
  return isGuide ? "readme" : "foreign";
}

/** Whether a page describes the type that its file is called after, as far as its title tells. */
export function describesItsFile(document: Document, sections: readonly Section[]): boolean {
  const base = baseOf(document.path.split("/"));
  const title = titleOf(document, sections);
  return isNamedAfter(title, base) || isNamedAfter(typeTitle(title), base);
}

function isNamedAfter(title: string, base: string): boolean {
  return title !== "" && folded(base) === folded(title);
}

function baseOf(parts: readonly string[]): string {
  return (parts.at(-1) ?? "").replace(/\.mdx?$/i, "");
}

/** Helpers of the SDK's own library, which are no part of the API; an API may well have models of the same names. */
function isUtility(folders: readonly string[], base: string, title: string): boolean {
  if (/^option$/i.test(base)) return title === "Options";
  const folder = folders.at(-1) ?? "";
  return /^(?:utils|types)$/i.test(folder) && /^(?:retryconfig|rfcdate|date|blob|options?)$/i.test(base);
}

function isModelFolder(folder: string): boolean {
  return /^(?:models|api|errors|components|operations|shared|requests|webhooks|callbacks)$/i.test(folder);
}

function titleOf(document: Document, sections: readonly Section[]): string {
  const heading = sections.find((section) => section.depth > 0);
  return document.frontTitle ?? (heading?.depth === 1 ? plainName(heading.name).name : "");
}
