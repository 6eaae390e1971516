import type { Diagnostic } from "./diagnostics.ts";
import type { Page, Position } from "./docs/page.ts";
import type { Api, Place } from "./ir/index.ts";
import type { PlacedFinding } from "./lint/placed.ts";
import type { ApiOptions, OutputFile, Source, Templates } from "./options.ts";

/** The pure half of the program, handed to the shell so that the shell can be tested without it. */
export interface Toolchain {
  readonly readPages: (sources: readonly Source[]) => Reading;
  readonly positionOf: (pages: readonly Page[], place: Place) => SourcePosition | undefined;
  readonly compile: (input: CompileInput) => Compiled;
  /** `compile` without the files. */
  readonly understand: (input: Omit<CompileInput, "templates">) => Omit<Compiled, "files">;
  /** What is wrong with the samples of the pages; it decides nothing, so that only `lint` asks. */
  readonly sampleFindings: (pages: readonly Page[], api: Api) => readonly PlacedFinding[];
}

export interface Reading {
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface SourcePosition extends Position {
  /** As in the `Source`. */
  readonly path: string;
}

export interface CompileInput {
  readonly pages: readonly Page[];
  readonly templates: Templates;
  readonly options: ApiOptions;
}

export interface Compiled {
  readonly api: Api;
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** From the text of documents to the files of a package, with what was found on the way. */
export function runToolchain(
  toolchain: Pick<Toolchain, "readPages" | "compile">,
  input: { readonly sources: readonly Source[]; readonly templates: Templates; readonly options: ApiOptions },
): Compiled & { readonly pages: readonly Page[] } {
  const reading = toolchain.readPages(input.sources);
  const compiled = toolchain.compile({ pages: reading.pages, templates: input.templates, options: input.options });
  return { ...compiled, pages: reading.pages, diagnostics: [...reading.diagnostics, ...compiled.diagnostics] };
}
