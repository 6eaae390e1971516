import type { Type } from "../../ir/index.ts";
import type { Json } from "./json.ts";
import { schemaRef } from "./names.ts";
import type { Scope } from "./scope.ts";

/** A JSON schema. */
export interface Schema {
  readonly [keyword: string]: Json | undefined;
}

const nothing: Schema = { type: "null" };

/** The schema of a type; that of a documented model is a reference. */
export function typeSchema(scope: Scope, type: Type): Schema {
  switch (type.kind) {
    case "string":
    case "boolean":
    case "integer":
    case "number":
      return { type: type.kind };
    case "date-time":
    case "date":
      return { type: "string", format: type.kind };
    case "decimal":
      return { type: ["string", "number"], format: "decimal" };
    case "bytes":
      return { type: "string", format: "byte", contentEncoding: "base64" };
    case "literal":
      return constantSchema(type.value);
    case "list":
      return { type: "array", items: typeSchema(scope, type.item) };
    case "map":
      return { type: "object", additionalProperties: restSchema(scope, type.value) };
    case "nullable":
      return withNull(typeSchema(scope, type.of));
    case "union":
      return unionSchema(scope, type.members);
    case "stream":
      return typeSchema(scope, type.item);
    case "reference": {
      const name = scope.names.get(type.id);
      if (name === undefined) throw new Error(`The type refers to ${type.id}, which is no component.`);
      return { $ref: schemaRef(name) };
    }
    case "unknown":
      return {};
  }
}

/** One of several types; without repetitions, and of one type that type. */
export function unionSchema(scope: Scope, members: readonly Type[]): Schema {
  const constants = enumAmong(members);
  const schemas = members.map((member) =>
    member.kind === "literal" && constants !== undefined ? constants : typeSchema(scope, member),
  );
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const [only] = distinct;
  if (distinct.length > 1) return { anyOf: distinct };
  return only ?? {};
}

/** The constants of a union as one enum, where they are several and all texts or all numbers. */
function enumAmong(members: readonly Type[]): Schema | undefined {
  const values = members.flatMap((member) => (member.kind === "literal" ? [member.value] : []));
  const known = new Set(values.filter((value) => typeof value === "string" || typeof value === "number"));
  const isAlike = known.size > 1 && new Set(values.map((value) => typeof value)).size === 1;
  return isAlike ? { type: jsonType([...known]), enum: [...known] } : undefined;
}

/** The schema of properties that no name is documented for. */
export function restSchema(scope: Scope, type: Type): Json {
  return type.kind === "unknown" ? true : typeSchema(scope, type);
}

export function constantSchema(value: string | number | boolean | null): Schema {
  return value === null ? nothing : { type: jsonType([value]), const: value };
}

/** The JSON type of constants. */
export function jsonType(values: readonly (string | number | boolean)[]): Json {
  const types = [...new Set(values.map((value) => (Number.isInteger(value) ? "integer" : typeof value)))];
  const [only] = types;
  if (types.length === 1 && only !== undefined) return only;
  return types.every((type) => type === "integer" || type === "number") ? "number" : types;
}

/** The schema, or null. */
export function withNull(schema: Schema): Schema {
  const { type, enum: values, const: constant, anyOf, ...rest } = schema;
  if (Object.keys(schema).length === 0) return schema;
  if (constant !== undefined && type !== undefined) return { type: nullable(type), enum: [constant, null], ...rest };
  if (isList(values) && type !== undefined) return { type: nullable(type), enum: [...values, null], ...rest };
  if (isList(anyOf) && type === undefined && Object.keys(rest).length === 0) return { anyOf: [...anyOf, nothing] };
  return type === undefined ? { anyOf: [schema, nothing] } : { ...schema, type: nullable(type) };
}

function nullable(type: Json): Json {
  const types = isList(type) ? type : [type];
  return types.includes("null") ? type : [...types, "null"];
}

/** `Array.isArray` does not narrow to a readonly list. */
function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
