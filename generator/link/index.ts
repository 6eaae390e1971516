import type { Diagnostic } from "../diagnostics.ts";
import type { ReadmeSighting, ResourceSighting, Sighting } from "../dialects/sighting.ts";
import { adoptMembers } from "./adopt.ts";
import type { Draft } from "./draft.ts";
import { resolveKeys } from "./keyed.ts";
import { linkModel, type SchemaSighting, shelve } from "./models.ts";
import { linkOperations } from "./operations.ts";
import { byCodeUnits } from "./words.ts";

export type * from "./draft.ts";
export { type Merged, mergeDrafts, type Told } from "./merge/index.ts";

/** Joins what the pages say: ids for models and operations, references resolved. The order of the input is no input. */
export function link(sightings: readonly Sighting[]): {
  readonly draft: Draft;
  readonly diagnostics: readonly Diagnostic[];
} {
  const sorted = [...sightings].sort((a, b) => byCodeUnits(a.page, b.page));
  const shelf = shelve(sorted.filter(isSchema));
  const readmes = sorted.filter(isReadme);
  const resources = sorted.filter(isResource);
  const unions = adoptMembers(shelf.schemas, resources, shelf.catalog);
  const schemas = resolveKeys(unions.schemas, shelf.catalog);
  const models = schemas.map((schema) => linkModel(schema, shelf.catalog));
  const operations = linkOperations(resources, readmes, shelf.catalog);
  return {
    draft: {
      models: models.map(({ model }) => model),
      operations: operations.operations,
      readmes,
      overviews: overviewsOf(readmes, resources),
    },
    diagnostics: foldersOnce([
      ...shelf.diagnostics,
      ...unions.diagnostics,
      ...models.flatMap(({ diagnostics }) => diagnostics),
      ...operations.diagnostics,
    ]),
  };
}

/** A generator that takes one folder for another does so in all links. */
function foldersOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set<string>();
  return diagnostics.filter(({ code, message }) => {
    const isTold = code === "link/missing-folder" && told.has(message);
    if (code === "link/missing-folder") told.add(message);
    return !isTold;
  });
}

function overviewsOf(readmes: readonly ReadmeSighting[], resources: readonly ResourceSighting[]): Draft["overviews"] {
  const summaries = readmes.filter(({ isSummarized }) => isSummarized === true);
  return [...summaries, ...resources]
    .filter(({ description }) => description !== "")
    .map(({ description, page }) => ({ text: description, place: `${page}#description` }));
}

function isSchema(sighting: Sighting): sighting is SchemaSighting {
  return sighting.kind === "object" || sighting.kind === "enum" || sighting.kind === "union";
}

function isReadme(sighting: Sighting): sighting is ReadmeSighting {
  return sighting.kind === "readme";
}

function isResource(sighting: Sighting): sighting is ResourceSighting {
  return sighting.kind === "resource";
}
