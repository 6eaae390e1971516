// A value of a schema: its example, else one that its keywords allow, with every property that it knows.

/** Deeper than this, and inside itself, an object has only what it must. */
const depth = 5;

export function schemaValue(contract, schema, level = 0) {
  const own = merged(contract, resolved(contract, schema));
  const example = exampleOf(own);
  if (example !== undefined) return example;
  if (own.const !== undefined) return own.const;
  if (Array.isArray(own.enum)) return own.enum.find((value) => value !== null);
  const members = (own.oneOf ?? own.anyOf ?? []).map((member) => resolved(contract, member));
  const member = members.find(({ type }) => type !== "null");
  if (member !== undefined) return schemaValue(contract, { ...without(own, "oneOf", "anyOf"), ...member }, level);
  switch (typeOf(own)) {
    case "object":
      return objectValue(contract, own, level);
    case "array":
      return listValue(contract, own, level);
    case "string":
      return textValue(own);
    case "number":
    case "integer":
      return numberValue(own);
    case "boolean":
      return true;
    default:
      return "any";
  }
}

/** An object's own example may leave out what its properties have examples of. */
function exampleOf(schema) {
  const example = schema.example ?? schema.examples?.[0];
  return schema.properties === undefined ? example : undefined;
}

/** `allOf` as one schema. */
function merged(contract, schema) {
  if (!Array.isArray(schema.allOf)) return schema;
  const inherited = schema.allOf.map((part) => merged(contract, resolved(contract, part)));
  const parts = [without(schema, "allOf"), ...inherited];
  const all = Object.assign({}, ...parts);
  const required = parts.flatMap((part) => part.required ?? []);
  if (parts.every(({ properties }) => properties === undefined)) return { ...all, required };
  return { ...all, required, properties: Object.assign({}, ...parts.map(({ properties }) => properties)) };
}

function objectValue(contract, schema, level) {
  const required = new Set(schema.required ?? []);
  const properties = Object.entries(schema.properties ?? {})
    .filter(([, property]) => resolved(contract, property).readOnly !== true)
    .filter(([name]) => level < depth || required.has(name));
  const entries = properties.map(([name, property]) => [name, schemaValue(contract, property, level + 1)]);
  const { additionalProperties: more } = schema;
  if (entries.length === 0 && typeof more === "object") entries.push(["key", schemaValue(contract, more, level + 1)]);
  return Object.fromEntries(entries);
}

function listValue(contract, schema, level) {
  if (level >= depth && !(schema.minItems > 0)) return [];
  const item = schemaValue(contract, schema.items ?? {}, level + 1);
  return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => item);
}

const texts = {
  "date-time": "2024-02-29T12:30:00.000Z",
  date: "2024-02-29",
  email: "someone@example.com",
  uri: "https://example.com/page",
  url: "https://example.com/page",
  uuid: "2f1b0c3a-7f0f-4a4e-9d53-0b6f5b1c7e11",
  byte: "AQID",
};

function textValue({ format, minLength = 0, maxLength = Number.POSITIVE_INFINITY }) {
  return (texts[format] ?? "text").padEnd(minLength, "x").slice(0, maxLength);
}

function numberValue(schema) {
  const { minimum, exclusiveMinimum, maximum, multipleOf = 1 } = schema;
  const above = typeof exclusiveMinimum === "number" ? exclusiveMinimum + multipleOf : undefined;
  const least = above ?? (exclusiveMinimum === true ? minimum + multipleOf : minimum);
  return Math.min(maximum ?? Number.POSITIVE_INFINITY, least ?? Math.max(1, multipleOf));
}

function typeOf({ type, properties, additionalProperties, items }) {
  const first = Array.isArray(type) ? type.find((one) => one !== "null") : type;
  if (first !== undefined) return first;
  if (properties !== undefined || additionalProperties !== undefined) return "object";
  return items === undefined ? undefined : "array";
}

function without(schema, ...keys) {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}

/** What a reference stands for. */
export function resolved(contract, node) {
  if (typeof node?.$ref !== "string") return node;
  const keys = node.$ref.replace(/^#\//, "").split("/");
  const target = keys.reduce(
    (at, key) => at?.[decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")],
    contract,
  );
  return resolved(contract, target ?? {});
}
