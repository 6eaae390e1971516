import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { Page } from "./page.ts";

/**
 * The pages of a folder without those that an earlier generator left there, which describe the same API as it was. Pages that
 * have notes in place of marks are read where they are all that there is, but for a few that a person wrote.
 */
export function withoutLeftovers(pages: readonly Page[]): {
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const noted = pages.filter(({ isNoted }) => isNoted === true);
  const own = pages.filter((page) => page.isNoted !== true && saysMuch(page));
  const [first] = own;
  // What alone has operations is the API, and the pages beside it are its own.
  const folders = new Set(noted.map(({ path }) => folderOf(path)));
  const isAlone = hasOperations(noted) && !hasOperations(own) && own.every(({ path }) => folders.has(folderOf(path)));
  if (noted.length === 0 || first === undefined || isAlone || own.length * few < noted.length)
    return { pages, diagnostics: [] };
  const message = `Unexpected page of another generator, expected one as \`${first.path}\``;
  return {
    pages: pages.filter(({ isNoted }) => isNoted !== true),
    diagnostics: noted.map(({ path }) => diagnostic("docs/unread-page", message, `${path}#title`)),
  };
}

/** Whether a page is one of the first format, and not of nothing but text. */
function saysMuch(page: Page): boolean {
  if (page.kind === "union") return page.members.length > 0;
  return page.kind !== "readme" && page.kind !== "other";
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function hasOperations(pages: readonly Page[]): boolean {
  return pages.some((page) => page.kind === "operations" && page.operations.length > 0);
}

/** Of how many pages one that is of another kind says nothing. */
const few = 10;
