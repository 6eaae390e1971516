import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { NeutralType, ResourceSighting, UnionSighting } from "../dialects/sighting.ts";
import type { Place } from "../ir/index.ts";
import { type Catalog, pathKey } from "./catalog.ts";
import type { SchemaSighting } from "./models.ts";
import { findUnion } from "./resolve.ts";

type Member = UnionSighting["members"][number];

/**
 * Gives the unions whose pages list no members those of the first cell that links to them and lists some. What no cell
 * lists is lost: such a union may be anything.
 */
export function adoptMembers(
  schemas: readonly SchemaSighting[],
  resources: readonly ResourceSighting[],
  catalog: Catalog,
): { readonly schemas: readonly SchemaSighting[]; readonly diagnostics: readonly Diagnostic[] } {
  const bare = schemas.filter((schema) => schema.kind === "union" && schema.members.length === 0);
  if (bare.length === 0) return { schemas, diagnostics: [] };
  const listed = new Map<string, readonly Member[]>();
  for (const { type, place, page } of cellsOf(schemas, resources)) {
    for (const { members, href } of listsIn(type)) {
      const id = findUnion(href, { catalog, page, namespace: "" })?.id;
      if (id !== undefined && !listed.has(id)) {
        listed.set(
          id,
          members.map((member) => ({ type: member, samples: [], place: `${place}:type` })),
        );
      }
    }
  }
  const idOf = ({ page }: SchemaSighting): string => catalog.byPath.get(pathKey(page)) ?? "";
  const adopted = new Map(bare.map((schema) => [schema, listed.get(idOf(schema))]));
  return {
    schemas: schemas.map((schema) => {
      const members = adopted.get(schema);
      return schema.kind === "union" && members !== undefined ? { ...schema, members } : schema;
    }),
    diagnostics: bare.filter((schema) => adopted.get(schema) === undefined).map(lost),
  };
}

function lost({ title, place }: SchemaSighting): Diagnostic {
  const message = `Unexpected page \`${title}\` of nothing but text, expected fields, values or types, here or in a cell that links to it`;
  return diagnostic("link/missing-members", message, place);
}

interface ReferringCell {
  readonly type: NeutralType;
  readonly place: Place;
  readonly page: string;
}

/** All cells and response lines that may link to a union. */
function cellsOf(schemas: readonly SchemaSighting[], resources: readonly ResourceSighting[]): readonly ReferringCell[] {
  const fields = schemas.flatMap((schema) =>
    schema.kind === "object" ? schema.fields.map(({ type, place }) => ({ type, place, page: schema.page })) : [],
  );
  const rows = resources.flatMap(({ operations, page }) =>
    operations.flatMap(({ parameters, request, response }) =>
      [...parameters, ...(request === null ? [] : [request]), response].map(({ type, place }) => ({
        type,
        place,
        page,
      })),
    ),
  );
  return [...fields, ...rows];
}

/** The lists of members in a type that stand in the text of a link. */
function listsIn(type: NeutralType): readonly { readonly members: readonly NeutralType[]; readonly href: string }[] {
  switch (type.kind) {
    case "union": {
      const { members, href } = type;
      return [...(href === undefined ? [] : [{ members, href }]), ...members.flatMap(listsIn)];
    }
    case "list":
    case "stream":
      return listsIn(type.item);
    case "map":
      return listsIn(type.value);
    case "nullable":
      return listsIn(type.of);
    default:
      return [];
  }
}
