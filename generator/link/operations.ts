import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { OperationSighting, ReadmeSighting, ResourceSighting } from "../dialects/sighting.ts";
import { type Catalog, resolvePath } from "./catalog.ts";
import type { DraftField, DraftOperation } from "./draft.ts";
import { linkFields } from "./models.ts";
import { type From, resolveType } from "./resolve.ts";
import { camelCase } from "./words.ts";

export interface LinkedOperations {
  readonly operations: readonly DraftOperation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The operations of all resource pages; of two sections with one operation id the second is left out. */
export function linkOperations(
  resources: readonly ResourceSighting[],
  readmes: readonly ReadmeSighting[],
  catalog: Catalog,
): LinkedOperations {
  const first = new Map<string, DraftOperation>();
  const diagnostics: Diagnostic[] = [];
  for (const resource of resources) {
    const listed = listedAccessor(resource.page, readmes);
    for (const sighting of resource.operations) {
      const linked = linkOperation(sighting, resource, listed, catalog);
      const { operation } = linked;
      const earlier = first.get(operation.id);
      if (earlier === undefined) {
        first.set(operation.id, operation);
        diagnostics.push(...linked.diagnostics);
      } else {
        const message = `Unexpected second section of the operation \`${operation.id}\`, expected one`;
        const related = [{ place: earlier.place, message: "The first one" }];
        diagnostics.push(diagnostic("link/duplicate-operation", message, operation.place, { related }));
      }
    }
  }
  return { operations: [...first.values()], diagnostics };
}

/** The accessor that a README gives for the page in its list of resources. */
function listedAccessor(page: string, readmes: readonly ReadmeSighting[]): readonly string[] {
  for (const readme of readmes) {
    for (const { href, accessor } of readme.resources) {
      if (resolvePath(readme.page, href.replace(/#.*$/, "")) === page) return accessor;
    }
  }
  return [];
}

function linkOperation(
  sighting: OperationSighting,
  resource: ResourceSighting,
  listed: readonly string[],
  catalog: Catalog,
): { readonly operation: DraftOperation; readonly diagnostics: readonly Diagnostic[] } {
  // A resource page has no namespace of its own: its cells name theirs.
  const from: From = { catalog, page: resource.page, namespace: "" };
  const rows = linkFields(sighting.parameters, resource.dialect, from);
  const request = linkFields(sighting.request === null ? [] : [sighting.request], resource.dialect, from);
  const response = resolveType(sighting.response.type, sighting.response.place, from);
  const errors = sighting.errors.map((error) => ({ error, ...resolveType(error.type, error.place, from) }));
  // The row for everything else names a class of the SDK, which has no document and is no part of the API.
  const documented = errors.filter(({ error, type }) => type.kind !== "missing" || !isCatchAll(error.contentType));
  const group = firstFilled(sighting.accessor, resource.accessor, listed);
  const stated = sighting.snippets[0]?.snippet.operationId ?? "";
  return {
    operation: {
      id: stated === "" ? camelCase([...group, ...sighting.words].flatMap((part) => part.split(" "))) : stated,
      idStated: stated !== "",
      group,
      words: sighting.words,
      page: resource.page,
      place: sighting.place,
      sightings: [sighting],
      parameters: rows.fields,
      request: (request.fields[0] ?? null) satisfies DraftField | null,
      responses: [{ type: response.type, place: sighting.response.place }],
      errors: documented.map(({ error, type }) => ({ ...error, type })),
    },
    diagnostics: [
      ...rows.diagnostics,
      ...request.diagnostics,
      ...response.diagnostics,
      ...documented.flatMap((error) => error.diagnostics),
    ],
  };
}

function isCatchAll(contentType: string): boolean {
  return contentType.replaceAll("\\", "") === "*/*";
}

function firstFilled(...accessors: readonly (readonly string[])[]): readonly string[] {
  return accessors.find((accessor) => accessor.length > 0) ?? [];
}
