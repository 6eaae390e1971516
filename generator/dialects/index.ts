import type { Diagnostic } from "../diagnostics.ts";
import type { Page } from "../docs/page.ts";
import { csharp } from "./csharp.ts";
import { type Detection, detectAmong } from "./detect.ts";
import type { Dialect } from "./dialect.ts";
import { folderOf } from "./folder.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { php } from "./php.ts";
import { python } from "./python.ts";
import { ruby } from "./ruby.ts";
import type { DialectName, Sighting } from "./sighting.ts";
import { contextOf } from "./sightings/context.ts";
import { sightingsOf } from "./sightings/index.ts";
import { typescript } from "./typescript.ts";

export type { Detection } from "./detect.ts";
export { respelled } from "./noted/page.ts";
export type * from "./sighting.ts";

/** Every dialect that can be read; a new one is a file and a line here. */
const dialects: readonly Dialect[] = [python, typescript, go, java, csharp, php, ruby];

/** The names of the dialects that can be read. */
export const dialectNames: readonly DialectName[] = dialects.map((dialect) => dialect.name);

/**
 * Which language the docs are written for, by the spellings that only one of them has. Undefined where the pages have
 * nothing to tell it by; with a diagnostic where two are as likely.
 */
export function detectDialect(pages: readonly Page[]): Detection | undefined {
  return detectAmong(dialects, pages);
}

/** What the pages say, in neutral terms, in the order of the pages. What cannot be read is a diagnostic. */
export function readSightings(
  pages: readonly Page[],
  dialect: DialectName,
): { readonly sightings: readonly Sighting[]; readonly diagnostics: readonly Diagnostic[] } {
  const spoken = dialects.find((candidate) => candidate.name === dialect);
  if (spoken === undefined) throw new Error(`No reader for the dialect ${dialect}`);
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => void diagnostics.push(finding);
  const context = contextOf(spoken, folderOf(pages), report);
  return { sightings: pages.flatMap((page) => sightingsOf(page, context)), diagnostics };
}
