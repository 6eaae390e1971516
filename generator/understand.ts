import { type Diagnostic, diagnostic } from "./diagnostics.ts";
import { type DialectName, detectDialect, readSightings, respelled } from "./dialects/index.ts";
import { withoutLeftovers } from "./docs/leftovers.ts";
import type { Page } from "./docs/page.ts";
import { infer } from "./infer/index.ts";
import { link, mergeDrafts, type Told } from "./link/index.ts";
import { byCodeUnits } from "./link/words.ts";
import { exampleFindings } from "./lint/examples.ts";
import { statedOverrides } from "./lint/stubs.ts";
import { plural } from "./plural.ts";
import type { Compiled, CompileInput } from "./toolchain.ts";
import { unwatched } from "./watch.ts";

/** The first half of compiling: what the pages say of the API, decided, and what is wrong with them. */
export function understand({
  pages,
  roots = [],
  options,
  watch = unwatched,
}: Omit<CompileInput, "templates">): Omit<Compiled, "files"> {
  const folders = watch(
    "link",
    () => foldersOf(pages, roots).map((folder) => draftOf(folder, options.dialect)),
    (drafts) => plural(drafts.length, "folder"),
  );
  const merged = mergeDrafts(folders);
  const settled = new Set(merged.settled);
  const overrides = statedOverrides(options.overrides);
  const inferred = watch(
    "infer",
    () => infer(merged.draft, { ...options, overrides: overrides.stated }),
    ({ api }) => `${plural(api.operations.length, "operation")}, ${plural(api.models.length, "model")}`,
  );
  return {
    api: inferred.api,
    diagnostics: [
      ...distinct(
        folders.flatMap(({ diagnostics }) => diagnostics.filter(({ place }) => place === null || !settled.has(place))),
      ),
      ...merged.diagnostics,
      ...overrides.diagnostics,
      ...inferred.diagnostics,
      ...exampleFindings(inferred.api),
    ],
  };
}

/** Each finding once: a row may be read for an operation and for the body that it has a field of. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify([one.code, one.place, one.message]), one])).values()];
}

/** The pages of each folder, sorted by path; what lies in none of several folders is of none. */
function foldersOf(pages: readonly Page[], roots: readonly string[]): readonly (readonly Page[])[] {
  const sorted = [...pages].sort((one, other) => byCodeUnits(one.path, other.path));
  if (roots.length < 2) return [sorted];
  return [...roots].sort(byCodeUnits).map((root) => sorted.filter(({ path }) => path.startsWith(root)));
}

/** What one folder says, in its language. */
function draftOf(
  all: readonly Page[],
  chosen: DialectName | undefined,
): Told & { readonly diagnostics: readonly Diagnostic[] } {
  const { pages: own, diagnostics: left } = withoutLeftovers(all);
  const pages = own.map(respelled);
  const { dialect, diagnostics } = dialectOf(pages, chosen);
  const read = readSightings(pages, dialect);
  const linked = link(read.sightings);
  return {
    dialect,
    draft: linked.draft,
    diagnostics: [...left, ...diagnostics, ...read.diagnostics, ...linked.diagnostics],
  };
}

/** The dialect of the docs. Pages that no language can be told by are read as the one whose cells say nothing of null. */
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
    dialect: "typescript",
    diagnostics: [diagnostic("dialect/unknown", message, first === undefined ? null : `${first.path}#title`)],
  };
}
