import type { Diagnostic } from "../diagnostics.ts";
import type { Page } from "../docs/page.ts";
import { rootsOf } from "../folders.ts";
import type { Api, Place } from "../ir/index.ts";
import type { Job } from "../jobs.ts";
import type { Location } from "../located.ts";
import type { Source } from "../options.ts";
import { plural } from "../plural.ts";
import { readFolders } from "../read.ts";
import type { Reader, SourcePosition } from "../toolchain.ts";
import { unwatched, type Watch } from "../watch.ts";
import { locationsOf } from "./locations.ts";

/** One API, read and decided; no file is made of it. */
export interface Inspected {
  readonly job: Job;
  readonly sources: readonly Source[];
  readonly pages: readonly Page[];
  readonly api: Api;
  readonly diagnostics: readonly Diagnostic[];
  readonly locationOf: (place: Place) => Location;
  /** Undefined for what is no place of the docs. */
  readonly positionOf: (place: Place) => SourcePosition | undefined;
  /** The lines of a source, as positions count them. */
  readonly linesOf: (path: string) => readonly string[];
}

/** Reads the docs of one API and decides what they say. */
export function inspect(job: Job, reader: Reader, cwd: string, watch: Watch = unwatched): Inspected {
  const { sources, diagnostics } = readFolders(job.folders, cwd);
  const { pages, api, diagnostics: decided, positionOf } = understood(job, sources, reader, watch);
  return {
    job,
    sources,
    pages,
    api,
    diagnostics: [...diagnostics, ...decided],
    locationOf: locationsOf(job, cwd, positionOf),
    positionOf,
    linesOf: lineReader(sources),
  };
}

/** What the documents of an API say. */
export function understood(
  job: Job,
  sources: readonly Source[],
  reader: Reader,
  watch: Watch,
): Pick<Inspected, "pages" | "api" | "diagnostics" | "positionOf"> {
  const reading = watch(
    "parse",
    () => reader.readPages(sources),
    ({ pages }) => plural(pages.length, "page"),
  );
  const { pages } = reading;
  const { api, diagnostics } = reader.understand({ pages, roots: rootsOf(job.folders), options: job.options, watch });
  const positionOf = reader.positionsOf(pages);
  return { pages, api, diagnostics: [...reading.diagnostics, ...diagnostics], positionOf };
}

function lineReader(sources: readonly Source[]): (path: string) => readonly string[] {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const known = new Map<string, readonly string[]>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const lines = (texts.get(path) ?? "").replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
    known.set(path, lines);
    return lines;
  };
}
