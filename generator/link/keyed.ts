import type { EnumSighting, FieldSighting, NeutralType, ObjectSighting, UnionSighting } from "../dialects/sighting.ts";
import { find, pathKey } from "./catalog.ts";
import type { SchemaSighting } from "./models.ts";
import type { From } from "./resolve.ts";
import { norm } from "./words.ts";

/**
 * Headings of members may be the keys of a discriminator and not titles: `ShapeCircle` is the model whose `kind` is the
 * constant `shape_circle`, whatever that model is called. Replaces such names by those of the models.
 */
export function resolveKeys(schemas: readonly SchemaSighting[], catalog: From["catalog"]): readonly SchemaSighting[] {
  const isKey = (type: NeutralType, { page, namespace }: SchemaSighting): boolean =>
    type.kind === "name" && type.href === undefined && find(catalog, { page, namespace }, type) === undefined;
  const keyed = schemas.filter(
    (schema) => schema.kind === "union" && schema.members.some(({ type }) => isKey(type, schema)),
  );
  if (keyed.length === 0) return schemas;
  const constants = constantsOf(schemas, catalog);
  return schemas.map((schema) => {
    if (schema.kind !== "union" || !keyed.includes(schema)) return schema;
    const members = schema.members.map((member) =>
      isKey(member.type, schema) ? ofKey(member, schema, constants) : member,
    );
    return { ...schema, members };
  });
}

type Member = UnionSighting["members"][number];
type Constants = ReadonlyMap<string, readonly ObjectSighting[]>;

function ofKey(member: Member, union: UnionSighting, constants: Constants): Member {
  const key = member.type.kind === "name" ? norm(member.type.name) : "";
  const found = constants.get(key) ?? [];
  // Of several models with the constant, the one whose title is a part of the key or has it, then the one nearby.
  const alike = found.filter(({ title }) => key.endsWith(norm(title)) || norm(title).includes(key));
  const near = alike.filter(({ namespace }) => namespace === union.namespace);
  const only = [near, alike, found].find(({ length }) => length === 1)?.[0];
  if (only === undefined) return member;
  const { namespace, title } = only;
  return { ...member, type: { kind: "name", namespace, name: title } };
}

/** The objects by each constant that one of their fields has: an enum of one value, a literal, or an example of a text. */
function constantsOf(schemas: readonly SchemaSighting[], catalog: From["catalog"]): Constants {
  const single = new Map(
    schemas.flatMap((schema): readonly (readonly [string | undefined, EnumSighting])[] =>
      schema.kind === "enum" && schema.values.length === 1 ? [[catalog.byPath.get(pathKey(schema.page)), schema]] : [],
    ),
  );
  const byValue = new Map<string, ObjectSighting[]>();
  for (const object of schemas) {
    if (object.kind !== "object") continue;
    const { page, namespace } = object;
    const values = object.fields.flatMap((field) => {
      const id = field.type.kind === "name" ? find(catalog, { page, namespace }, field.type)?.id : undefined;
      return valuesOf(field, object, single.get(id));
    });
    for (const value of new Set(values.map(norm))) byValue.set(value, [...(byValue.get(value) ?? []), object]);
  }
  return byValue;
}

function valuesOf(
  { type, examples }: FieldSighting,
  { title }: ObjectSighting,
  constant: EnumSighting | undefined,
): readonly string[] {
  if (type.kind === "literal") return [String(type.value)];
  if (type.kind === "string") return examples.filter((example) => norm(title).includes(norm(example)));
  return constant?.values.map(({ value }) => String(value)) ?? [];
}
