import { type Diagnostic, diagnostic } from "./diagnostics.ts";
import { type DialectName, detectDialect, readSightings } from "./dialects/index.ts";
import type { Page } from "./docs/page.ts";
import { emitOpenapi } from "./emit/openapi/index.ts";
import { byCodeUnits } from "./emit/print/order.ts";
import { emitTypescript } from "./emit/typescript/index.ts";
import { infer } from "./infer/index.ts";
import type { Api } from "./ir/index.ts";
import { link } from "./link/index.ts";
import { exampleFindings } from "./lint/examples.ts";
import { statedOverrides } from "./lint/stubs.ts";
import type { ApiOptions, OutputFile, Templates } from "./options.ts";

/**
 * From pages to the files of a package. Pure: the same input gives the same bytes, whatever the machine, the time and the
 * order of the pages.
 */
export function compile(input: {
  readonly pages: readonly Page[];
  readonly templates: Templates;
  readonly options: ApiOptions;
}): { readonly api: Api; readonly files: readonly OutputFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const { api, diagnostics } = understand(input);
  return { api, files: emitted(api, input.options, input.templates), diagnostics };
}

/** The first half: what the pages say of the API, decided, and what is wrong with them. */
export function understand(input: { readonly pages: readonly Page[]; readonly options: ApiOptions }): {
  readonly api: Api;
  readonly diagnostics: readonly Diagnostic[];
} {
  const pages = [...input.pages].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
  const spoken = dialectOf(pages, input.options.dialect);
  const read = readSightings(pages, spoken.dialect);
  const linked = link(read.sightings);
  const overrides = statedOverrides(input.options.overrides);
  const inferred = infer(linked.draft, { ...input.options, overrides: overrides.stated });
  return {
    api: inferred.api,
    diagnostics: [
      ...spoken.diagnostics,
      ...read.diagnostics,
      ...linked.diagnostics,
      ...overrides.diagnostics,
      ...inferred.diagnostics,
      ...exampleFindings(inferred.api),
    ],
  };
}

/** What each target makes of the API, sorted by path. */
function emitted(api: Api, options: ApiOptions, templates: Templates): readonly OutputFile[] {
  const openapi = emitOpenapi(api, { unstatedNull: options.unstatedNull, evidence: false });
  return [...emitTypescript(api, options, templates), openapi].sort((a, b) => byCodeUnits(a.path, b.path));
}

/** The dialect of the docs. Pages that no language can be told by are read as the first one reads them. */
function dialectOf(
  pages: readonly Page[],
  chosen: DialectName | undefined,
): { readonly dialect: DialectName; readonly diagnostics: readonly Diagnostic[] } {
  if (chosen !== undefined) return { dialect: chosen, diagnostics: [] };
  const found = detectDialect(pages);
  if (found !== undefined) return found;
  const [first] = pages;
  const message = "Unexpected docs without a type cell, expected one that only one language spells so";
  return {
    dialect: "python",
    diagnostics: [diagnostic("dialect/unknown", message, first === undefined ? null : `${first.path}#title`)],
  };
}
