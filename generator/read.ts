import { join } from "node:path";
import { type Diagnostic, diagnostic } from "./diagnostics.ts";
import { type DocsFolder, displayPath } from "./folders.ts";
import type { Source } from "./options.ts";
import { readDocs } from "./workspace.ts";

/** The documents of one API, and what is wrong with its folders and files. */
export function readFolders(
  folders: readonly DocsFolder[],
  cwd: string,
): { readonly sources: readonly Source[]; readonly diagnostics: readonly Diagnostic[] } {
  const read = folders.map((folder) => ({ folder, ...readDocs(folder) }));
  const empty = read.filter(({ sources }) => sources.length === 0);
  const garbled = read.flatMap((folder) => folder.garbled);
  return {
    sources: read.flatMap(({ sources }) => sources),
    diagnostics: [
      ...empty.map(({ folder }) => noPages(`folder ${displayPath(cwd, join(folder.base, folder.walk))}`)),
      ...garbled.map(({ path, line }) =>
        diagnostic("docs/encoding", `Unexpected bytes in line ${line}, expected UTF-8 text`, `${path}#`),
      ),
    ],
  };
}

/** The finding about a folder, or a list, that holds no document. */
export function noPages(what: string): Diagnostic {
  return diagnostic("docs/no-pages", `Unexpected ${what} without a document, expected Markdown`, null);
}
