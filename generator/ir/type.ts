/** `<namespace>/<lower-case title>`, unique in an API; the namespace is empty where the docs have none. */
export type ModelId = string;

/** A value as the wire carries it. References are ids, so that an `Api` is a tree that JSON can hold. */
export type Type =
  | { readonly kind: "string" }
  | { readonly kind: "boolean" }
  | { readonly kind: "integer" }
  | { readonly kind: "number" }
  /** An instant, RFC 3339. */
  | { readonly kind: "date-time" }
  /** A calendar date, `YYYY-MM-DD`. */
  | { readonly kind: "date" }
  /** A decimal number that the wire carries as a string or a number. */
  | { readonly kind: "decimal" }
  /** Bytes: base64 inside JSON, raw as a body. */
  | { readonly kind: "bytes" }
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "list"; readonly item: Type }
  | { readonly kind: "map"; readonly value: Type }
  /** A null inside a list, a map or a union; the null of a property is a fact of that property. */
  | { readonly kind: "nullable"; readonly of: Type }
  /** A union written in line; a documented one is a model. */
  | { readonly kind: "union"; readonly members: readonly Type[] }
  | { readonly kind: "stream"; readonly framing: "sse" | "json-lines"; readonly item: Type }
  | { readonly kind: "reference"; readonly id: ModelId }
  /** `any`: the docs say so. `missing`: the document is not there. `unread`: the cell could not be read. */
  | { readonly kind: "unknown"; readonly reason: "any" | "missing" | "unread" };
