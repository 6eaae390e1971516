import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { EnumSighting, FieldSighting, ObjectSighting, UnionSighting } from "../dialects/sighting.ts";
import { type Catalog, catalogOf, modelId } from "./catalog.ts";
import type { DraftField, DraftMember, DraftModel, LinkedField } from "./draft.ts";
import { type From, resolveType } from "./resolve.ts";

export type SchemaSighting = ObjectSighting | EnumSighting | UnionSighting;

/** The schemas that become models, and the catalog by which references find them. */
export interface Shelf {
  readonly schemas: readonly SchemaSighting[];
  readonly catalog: Catalog;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives each schema its id; a second document of one id is left out. */
export function shelve(sorted: readonly SchemaSighting[]): Shelf {
  const first = new Map<string, SchemaSighting>();
  const diagnostics: Diagnostic[] = [];
  for (const schema of sorted) {
    const id = modelId(schema.namespace, schema.title);
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, schema);
    else {
      const message = `Unexpected second document with the title \`${schema.title}\`, expected one`;
      const related = [{ place: earlier.place, message: "The first one" }];
      diagnostics.push(diagnostic("link/duplicate-model", message, schema.place, { related }));
    }
  }
  const schemas = [...first.values()];
  const entries = [...first].map(([id, schema]) => ({
    id,
    page: schema.page,
    title: schema.title,
    isInner: schema.isInner === true,
  }));
  return { schemas, catalog: catalogOf(entries), diagnostics };
}

/** One schema with its references resolved. */
export function linkModel(
  schema: SchemaSighting,
  catalog: Catalog,
): { readonly model: DraftModel; readonly diagnostics: readonly Diagnostic[] } {
  const { title, namespace, page } = schema;
  const base = { id: modelId(namespace, title), title, namespace, page };
  const from: From = { catalog, page, namespace };
  switch (schema.kind) {
    case "enum":
      return { model: { ...base, kind: "enum", sightings: [schema], values: schema.values }, diagnostics: [] };
    case "union": {
      const members = schema.members.map((member) => ({ member, ...resolveType(member.type, member.place, from) }));
      return {
        model: {
          ...base,
          kind: "union",
          sightings: [schema],
          members: members.length > 0 ? members.map(({ member, type }) => ({ ...member, type })) : [lostMember(schema)],
        },
        diagnostics: members.flatMap((member) => member.diagnostics),
      };
    }
    case "object": {
      const fields = linkFields(schema.fields, schema.dialect, from);
      const additional =
        schema.additional === undefined ? undefined : resolveType(schema.additional, schema.place, from);
      return {
        model: {
          ...base,
          kind: "object",
          sightings: [schema],
          fields: fields.fields,
          additional: additional === undefined ? [] : [additional.type],
        },
        diagnostics: [...fields.diagnostics, ...(additional?.diagnostics ?? [])],
      };
    }
  }
}

/** A union whose members nothing lists may be anything. */
function lostMember({ title, place }: UnionSighting): DraftMember {
  return { type: { kind: "missing", name: title }, samples: [], place };
}

/**
 * Rows with their references resolved. Each row is a field of its own: no table was seen with two rows whose names
 * differ only in case and separators.
 */
export function linkFields(
  rows: readonly FieldSighting[],
  dialect: LinkedField["dialect"],
  from: From,
): { readonly fields: readonly DraftField[]; readonly diagnostics: readonly Diagnostic[] } {
  const linked = rows.map((row) => ({ row, ...resolveType(row.type, `${row.place}:type`, from) }));
  return {
    fields: linked.map(({ row, type }) => ({ words: row.words, sightings: [{ ...row, type, dialect }] })),
    diagnostics: linked.flatMap(({ diagnostics }) => diagnostics),
  };
}
