import type { Diagnostic } from "./diagnostics.ts";
import type { Page, Position } from "./docs/page.ts";
import type { Api, Place } from "./ir/index.ts";
import type { PlacedFinding } from "./lint/placed.ts";
import type { ApiOptions, OutputFile, Source, Target, Templates } from "./options.ts";
import type { Watch } from "./watch.ts";

/** The pure half of the program, handed to the shell so that the shell can be tested without it. */
export interface Reader {
  readonly readPages: (sources: readonly Source[]) => Reading;
  readonly positionsOf: (pages: readonly Page[]) => (place: Place) => SourcePosition | undefined;
  /** `compile` without the files. */
  readonly understand: (input: Omit<CompileInput, "templates">) => Omit<Compiled, "files">;
}

/** For commands that make files. */
export interface Compiler extends Reader {
  readonly emit: (api: Api, input: EmitInput) => readonly OutputFile[];
}

/** For the command that tells what is wrong with the docs. */
export interface Linter extends Reader {
  /** What is wrong with the samples of the pages; it decides nothing, so that only `lint` asks. */
  readonly sampleFindings: (pages: readonly Page[], api: Api) => readonly PlacedFinding[];
}

/** Loads what a command needs when it needs it, so that help, mistakes and a run without work come at once. */
export interface Toolchain {
  readonly reader: () => Promise<Reader>;
  readonly compiler: () => Promise<Compiler>;
  readonly linter: () => Promise<Linter>;
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
  /** What the paths of each folder's pages begin with, where the API has several folders: `python/`, `go/`. */
  readonly roots?: readonly string[];
  readonly templates: Templates;
  readonly options: ApiOptions;
  /** The parts of the output that are wanted; all of them unless given. */
  readonly emit?: readonly Target[];
  readonly watch?: Watch;
}

/** What the files depend on beside the API. */
export type EmitInput = Pick<CompileInput, "templates" | "options" | "emit" | "watch">;

export interface Compiled {
  readonly api: Api;
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}
