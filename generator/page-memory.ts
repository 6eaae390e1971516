import { deserialize, serialize } from "node:v8";
import type { Diagnostic } from "./diagnostics.ts";
import type { Page } from "./docs/page.ts";
import { sealed, sha256, unsealed } from "./hash.ts";
import { groupBy } from "./infer/group-by.ts";
import type { Source } from "./options.ts";
import type { Reading } from "./toolchain.ts";

type ReadPages = (sources: readonly Source[]) => Reading;

/** What documents gave when they were read, by the hashes of their paths and texts. */
export type PageMemory = ReadonlyMap<string, PageReading>;

interface PageReading {
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the documents that are new, and takes the others from memory. The result is that of reading all of them. */
export function readThrough(
  sources: readonly Source[],
  memory: PageMemory,
  read: ReadPages,
): { readonly reading: Reading; readonly memory: PageMemory; readonly isNew: boolean } {
  // Two documents of one path cannot be told apart by it.
  if (new Set(sources.map(({ path }) => path)).size < sources.length)
    return { reading: read(sources), memory, isNew: false };
  const keyed = sources.map((source) => ({
    source,
    key: sha256(`${source.path}\0${source.isReadme === true}\0${source.text}`),
  }));
  const fresh = keyed.filter(({ key }) => !memory.has(key));
  const readings = byPath(read(fresh.map(({ source }) => source)));
  const kept = new Map<string, PageReading>();
  for (const { source, key } of keyed) {
    const found = memory.get(key) ?? readings.get(source.path);
    if (found !== undefined) kept.set(key, found);
  }
  const all = [...kept.values()].sort((one, other) => (one.page.path < other.page.path ? -1 : 1));
  return {
    reading: { pages: all.map(({ page }) => page), diagnostics: all.flatMap(({ diagnostics }) => diagnostics) },
    memory: kept,
    isNew: fresh.length > 0 || kept.size < memory.size,
  };
}

function byPath({ pages, diagnostics }: Reading): ReadonlyMap<string, PageReading> {
  const found = groupBy(diagnostics, ({ place }) => place?.slice(0, place.lastIndexOf("#")));
  return new Map(pages.map((page) => [page.path, { page, diagnostics: found.get(page.path) ?? [] }]));
}

/** A memory as the content of a file; `program` is what read the documents. */
export function printPageMemory(memory: PageMemory, program: string): Uint8Array {
  return sealed(serialize({ program, memory }));
}

/** The memory in a file; an empty one where it is another program's, damaged, or not there. */
export function parsePageMemory(file: Uint8Array | undefined, program: string): PageMemory {
  const bytes = unsealed(file);
  if (bytes === undefined) return new Map();
  const found: { readonly program: string; readonly memory: PageMemory } = deserialize(bytes);
  return found.program === program ? found.memory : new Map();
}
