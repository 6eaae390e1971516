import type { EnumModel, Model, ObjectModel, Property, UnionModel } from "../../ir/index.ts";
import { type FilePart, filePart } from "../file-part.ts";
import type { Json } from "./json.ts";
import { constantSchema, jsonType, restSchema, type Schema, typeSchema, unionSchema } from "./schema.ts";
import type { Scope } from "./scope.ts";
import { defaultValue, deprecation, described, evidence, fittingExamples, valueSchema } from "./value.ts";

/** The schema of a documented model. */
export function modelSchema(scope: Scope, model: Model): Schema {
  switch (model.kind) {
    case "object":
      return objectSchema(scope, model);
    case "enum":
      return enumSchema(scope, model);
    case "union":
      return {
        ...described(model.description, model.deprecated),
        ...membersSchema(scope, model),
        ...deprecation(model.deprecated),
      };
  }
}

function objectSchema(scope: Scope, model: ObjectModel): Schema {
  const { properties, additional, deprecated } = model;
  const required = properties
    .filter(({ presence }) => presence.value === "required")
    .map(({ wireName }) => wireName.value);
  return {
    ...described(model.description, deprecated),
    type: "object",
    properties:
      properties.length === 0
        ? undefined
        : new Map(properties.map((property) => propertyEntry(scope, model, property))),
    required: required.length === 0 ? undefined : required,
    additionalProperties: additional === undefined ? undefined : restSchema(scope, additional),
    ...deprecation(deprecated),
  };
}

function propertyEntry(scope: Scope, model: ObjectModel, property: Property): [string, Json] {
  const { wireName, type, presence, nullable, deprecated, default: otherwise } = property;
  const part = scope.forms.has(model.id) ? filePart(type.value, scope.models) : undefined;
  const examples = part === undefined ? fittingExamples(scope, property) : [];
  return [
    wireName.value,
    {
      ...valueSchema(scope, property, scope.read.has(model.id), part === undefined ? undefined : binary(part)),
      ...described(property.description, deprecated),
      ...defaultValue(property),
      ...(examples.length === 0 ? {} : { examples }),
      ...deprecation(deprecated),
      ...evidence(scope, { wireName, type, presence, nullable, ...(otherwise && { default: otherwise }) }),
    },
  ];
}

function binary(part: FilePart): Schema {
  const file = { type: "string", format: "binary" };
  const files = { type: "array", items: file };
  if (part === "either") return { anyOf: [file, files] };
  return part === "file" ? file : files;
}

/** An open enum lists the values that are known; the document has no word for the others. */
function enumSchema(scope: Scope, { values, description, deprecated, open }: EnumModel): Schema {
  const known = [...new Set(values.map(({ value }) => value))];
  const told = values.filter((one) => one.description !== "").map((one) => `- \`${one.value}\`: ${one.description}`);
  const text = [description, told.join("\n")].filter((part) => part !== "").join("\n\n");
  const [only] = known;
  return {
    ...described(text, deprecated),
    ...(only !== undefined && known.length === 1 ? constantSchema(only) : valuesSchema(known)),
    ...deprecation(deprecated),
    ...evidence(scope, { open }),
  };
}

function valuesSchema(known: readonly (string | number)[]): Schema {
  return known.length === 0 ? { type: "string" } : { type: jsonType(known), enum: known };
}

/**
 * A discriminator needs members that are components and a tag with a value for each of them. A member that is a union
 * itself has no place in its mapping.
 */
function membersSchema(scope: Scope, { members, tag }: UnionModel): Schema {
  const json = members.filter(({ type }) => type.kind !== "stream");
  const types = json.map(({ type }) => type);
  const mapping = json.flatMap((member) => mappingOf(scope, member));
  const isTold = json.length > 1 && new Set(mapping.map(([, ref]) => ref)).size === json.length;
  if (tag.value === null || !isTold) return { ...unionSchema(scope, types), ...evidence(scope, { tag }) };
  return {
    oneOf: types.map((type) => typeSchema(scope, type)),
    discriminator: { propertyName: tag.value, mapping: new Map(mapping) },
    ...evidence(scope, { tag }),
  };
}

/** The texts that mean a member which is an object; the keys of a mapping are texts. */
function mappingOf(scope: Scope, { type, tags }: UnionModel["members"][number]): readonly [string, Json][] {
  const isObject = type.kind === "reference" && scope.models.get(type.id)?.kind === "object";
  const ref = isObject ? typeSchema(scope, type)["$ref"] : undefined;
  return tags.flatMap((value): [string, Json][] =>
    typeof value === "string" && ref !== undefined ? [[value, ref]] : [],
  );
}
