import { deserialize, serialize } from "node:v8";
import type { Diagnostic } from "./diagnostics.ts";
import type { Page } from "./docs/page.ts";
import { sha256 } from "./hash.ts";
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
  const keyed = sources.map((source) => ({ source, key: sha256(`${source.path}\0${source.text}`) }));
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
  const found = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const path = one.place?.slice(0, one.place.lastIndexOf("#")) ?? "";
    found.set(path, [...(found.get(path) ?? []), one]);
  }
  return new Map(pages.map((page) => [page.path, { page, diagnostics: found.get(page.path) ?? [] }]));
}

/** A memory as the bytes of a file, which begins with the hash of the rest; `program` is what read the documents. */
export function printPageMemory(memory: PageMemory, program: string): Uint8Array {
  const bytes = serialize({ program, memory });
  return Buffer.concat([Buffer.from(sha256(bytes)), bytes]);
}

/** The memory in a file; an empty one where it is another program's, or damaged. */
export function parsePageMemory(bytes: Uint8Array | undefined, program: string): PageMemory {
  const file = Buffer.from(bytes ?? []);
  const rest = file.subarray(64);
  if (file.subarray(0, 64).toString() !== sha256(rest)) return new Map();
  // The hash stands for the shape as well: nobody but `printPageMemory` writes such a file.
  const found: { readonly program: string; readonly memory: PageMemory } = deserialize(rest);
  return found.program === program ? found.memory : new Map();
}
