import { resolve } from "node:path";
import type { Diagnostic } from "./diagnostics.ts";
import { docsFolders, docsName, rootsOf } from "./folders.ts";
import { type ApiOptions, defaultOptions, type Source, type Templates } from "./options.ts";
import { noPages, readFolders } from "./read.ts";
import type { Compiled } from "./toolchain.ts";
import { isFolder, readTemplates, subfolders } from "./workspace.ts";

export { type ApiConfig, type Config, defineConfig } from "./config.ts";
export type { Diagnostic, DiagnosticCode, Severity } from "./diagnostics.ts";
export { type Change, diffApis, type Verdict, verdictOf } from "./diff/index.ts";
export type * from "./ir/index.ts";
export type { ApiOptions, OutputFile, Override, Source, Templates } from "./options.ts";

/** The documents of one API, from memory or from its folders, and what was decided about it. */
export type GenerateInput =
  /** `roots`: what the paths of each folder's sources begin with, where several folders document the API. */
  (
    | { readonly sources: readonly Source[]; readonly roots?: readonly string[] }
    /** The folder that holds `docs/` and `README.md`, or `docs` itself; several for several dialects. */
    | { readonly docs: string | readonly string[] }
  ) & {
    readonly options?: Partial<ApiOptions>;
    /** Those of this package unless given. */
    readonly templates?: Templates;
  };

/** The API that the documents describe, the files of its SDK, and what was found on the way. */
export type Generated = Compiled;

/**
 * Generates one API in memory. It writes nothing, prints nothing and never ends the process: findings about the
 * documents are diagnostics, and the files are complete only where none of these is an error.
 */
export async function generate(input: GenerateInput): Promise<Generated> {
  const [{ readPages }, { compile }] = await Promise.all([import("./docs/index.ts"), import("./compile.ts")]);
  const { sources, roots, found, name } = "sources" in input ? fromMemory(input) : fromFolders(input.docs);
  const options: ApiOptions = { ...defaultOptions, slug: name, ...input.options };
  const templates = input.templates ?? readTemplates();
  const reading = readPages(sources);
  const { api, files, diagnostics } = compile({ pages: reading.pages, roots, templates, options });
  return { api, files, diagnostics: [...found, ...reading.diagnostics, ...diagnostics] };
}

interface Read {
  readonly sources: readonly Source[];
  readonly roots: readonly string[];
  readonly found: readonly Diagnostic[];
  /** The slug, where the options give none. */
  readonly name: string;
}

function fromMemory({ sources, roots = [] }: Extract<GenerateInput, { readonly sources: readonly Source[] }>): Read {
  return { sources, roots, found: sources.length === 0 ? [noPages("list of sources")] : [], name: "sdk" };
}

function fromFolders(docs: string | readonly string[]): Read {
  const given = (typeof docs === "string" ? [docs] : docs).map((folder) => resolve(folder));
  const folders = docsFolders(given, { isFolder, subfolders });
  const { sources, diagnostics } = readFolders(folders, resolve());
  return { sources, roots: rootsOf(folders), found: diagnostics, name: docsName(folders, resolve()) || "sdk" };
}
