import type { ModelPage, ModelSection, ModelsPage, Row } from "../../docs/page.ts";
import type { Place } from "../../ir/index.ts";
import { namespaceOf } from "../namespace.ts";
import { anyName } from "../noted/page.ts";
import type { EnumSighting, FieldSighting, NeutralType, ObjectSighting, UnionSighting } from "../sighting.ts";
import { type Context, typeOf } from "./context.ts";
import { enumSighting } from "./enum.ts";
import { innerObjects, nestedFields } from "./nested.ts";
import { schemaOf } from "./schema.ts";
import { unionSighting } from "./union.ts";

type SchemaSighting = ObjectSighting | EnumSighting | UnionSighting;

/** A page with a Fields table: its object, and those that the table describes beside it. */
export function objectSightings(page: ModelPage, context: Context): readonly ObjectSighting[] {
  const additional = additionalOf(page.rows, context);
  const rows = page.rows.filter((row) => row !== additional?.row);
  const schema = schemaOf(page, context);
  const { fields, inner } = nestedFields(rows, schema, context);
  return [
    {
      kind: "object",
      ...schema,
      fields: asFile(page.title, fields, context),
      ...(additional === undefined ? {} : { additional: additional.type }),
    },
    ...inner,
  ];
}

/** The models, enums and unions of a page of several; links find them by their names. */
export function modelSightings(page: ModelsPage, context: Context): readonly SchemaSighting[] {
  return page.models.flatMap((model) => sectionSightings(model, page, context));
}

function sectionSightings(model: ModelSection, page: ModelsPage, context: Context): readonly SchemaSighting[] {
  const { title, description, place } = model;
  const own = { path: page.path, title, description, samples: [], positions: page.positions };
  switch (model.kind) {
    case "model": {
      const of = { page: page.path, namespace: namespaceOf(page.path), title, description, place };
      return innerObjects(of, model.rows, context);
    }
    case "enum":
      return [{ ...enumSighting({ kind: "enum", ...own, note: "", values: model.values }, context), ...inner(place) }];
    case "union":
      return [{ ...unionSighting({ kind: "union", ...own, members: model.members }, context), ...inner(place) }];
  }
}

function inner(place: Place): { readonly isInner: true; readonly place: Place } {
  return { isInner: true, place };
}

/**
 * SDKs hand a file over as its name, its content and perhaps the content's type, and nothing else; docs of 2023 call the
 * name like the part, which the title ends with. Where the language has no type for bytes, the content is of another.
 * Wrong for an object of JSON that happens to have these names alone.
 */
function asFile(title: string, fields: readonly FieldSighting[], { dialect }: Context): readonly FieldSighting[] {
  const named = (name: string): FieldSighting | undefined => fields.find(({ words }) => words.join(" ") === name);
  const content = named("content");
  const name = named("file name") ?? (fields.length === 2 ? fields.find((field) => isPart(field, title)) : undefined);
  const known = [content, name, named("content type")].filter((field) => field !== undefined);
  if (
    name === undefined ||
    known.length < fields.length ||
    content === undefined ||
    content.type.kind !== dialect.fileContent
  )
    return fields;
  return fields.map((field) => (field === content ? { ...field, type: { kind: "bytes" } } : field));
}

function isPart({ words }: FieldSighting, title: string): boolean {
  return title.toLowerCase().endsWith(words.join("")) && words.join(" ") !== "content";
}

interface Additional {
  readonly row: Row;
  readonly type: NeutralType;
}

/**
 * The type of undocumented properties: a last row of a fixed name that is a map and may be missing; only what SDKs tell of
 * the HTTP answer follows it, as the models of errors have it. A property of the API may have that name too, but is of
 * another type.
 */
function additionalOf(rows: readonly Row[], context: Context): Additional | undefined {
  const at = rows.findLastIndex(({ name }) => name === anyName || context.rules.additional.has(name));
  const row = rows[at];
  if (row === undefined || row.required !== false) return undefined;
  if (!rows.slice(at + 1).every((after) => isOfAnswer(after, context))) return undefined;
  const type = typeOf(row.type, `${row.place}:type`, context);
  return type.kind === "map" ? { row, type: type.value } : undefined;
}

function isOfAnswer({ name, type, place }: Row, context: Context): boolean {
  return (
    context.dialect.words(name).join("") === "httpmeta" || typeOf(type, `${place}:type`, context).kind === "response"
  );
}
