import type {
  Api,
  Body,
  Claim,
  EnumModel,
  ErrorReply,
  Fact,
  ObjectModel,
  Operation,
  Parameter,
  Property,
  RequestBody,
  Type,
  UnionModel,
} from "../../generator/ir/index.ts";

/** A decided fact, stated by the docs. */
export function fact<T>(value: T): Fact<T> {
  return {
    value,
    because: [{ value, rule: "test/stated", strength: "stated", places: ["page#row"], why: "" }],
    against: [],
  };
}

/** A name that rests on style alone, and the spelling that it might have instead. */
export function guessed(value: string, other: string): Fact<string> {
  const claim = (name: string): Claim<string> => ({
    value: name,
    rule: "test/assumed",
    strength: "assumed",
    places: [],
    why: "",
  });
  return { value, because: [claim(value)], against: [claim(other)] };
}

export const text: Type = { kind: "string" };

export function reference(title: string): Type {
  return { kind: "reference", id: idOf(title) };
}

export function listOf(item: Type): Type {
  return { kind: "list", item };
}

export function idOf(title: string): string {
  return `models/${title.toLowerCase()}`;
}

/** The words of a name in camel case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .split(/[\s_-]+/)
    .map((word) => word.toLowerCase());
}

export function property(name: string, type: Type, more: Partial<Property> = {}): Property {
  return {
    name,
    words: wordsOf(name),
    wireName: fact(wordsOf(name).join("_")),
    type: fact(type),
    presence: fact("required"),
    nullable: fact("no"),
    description: "",
    examples: [],
    place: `page#fields/${name}`,
    ...more,
  };
}

export const optional: Pick<Property, "presence"> = { presence: fact("optional") };

function documented(title: string): Pick<ObjectModel, "id" | "title" | "namespace" | "page" | "description"> {
  const page = `docs/models/${title.toLowerCase()}.md`;
  return { id: idOf(title), title, namespace: "models", page, description: "" };
}

export function object(title: string, properties: readonly Property[], more: Partial<ObjectModel> = {}): ObjectModel {
  return { ...documented(title), kind: "object", properties, role: fact("data"), ...more };
}

export function enumeration(
  title: string,
  values: readonly (string | number)[],
  more: Partial<EnumModel> = {},
): EnumModel {
  const all = values.map((value) => ({ value, description: "" }));
  return { ...documented(title), kind: "enum", values: all, open: fact(false), ...more };
}

/** A union of types, or of models with the tags that mean them. */
export function union(
  title: string,
  members: readonly { readonly type: Type; readonly tags?: readonly string[] }[],
  more: Partial<UnionModel> = {},
): UnionModel {
  const all = members.map(({ type, tags = [] }, index) => ({ type, tags, place: `page#types/${index}` }));
  return { ...documented(title), kind: "union", members: all, tag: fact<string | null>(null), ...more };
}

export function parameter(
  name: string,
  location: "path" | "query" | "header",
  type: Type,
  more: Partial<Parameter> = {},
): Parameter {
  return { ...property(name, type), location: fact<"path" | "query" | "header">(location), ...more };
}

export function jsonBody(type: Type, more: Partial<RequestBody> = {}): RequestBody {
  return { type, encoding: fact("json"), presence: fact("required"), as: "spread", place: "page#body", ...more };
}

export function json(type: Type): Body {
  return { kind: "json", type };
}

export function stream(item: Type, end: string | null = null): Body {
  return { kind: "stream", framing: "sse", item, end: fact(end === null ? null : { data: end, yielded: false }) };
}

export function errorReply(status: string, title: string): ErrorReply {
  return { status, contentType: "application/json", type: reference(title), title, place: "page#errors" };
}

export function operation(
  id: string,
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  more: Partial<Operation> = {},
): Operation {
  return {
    id,
    group: ["vessels"],
    words: wordsOf(id),
    summary: "",
    description: "",
    route: fact({ method, path }),
    parameters: [],
    body: null,
    replies: fact<readonly Body[]>([{ kind: "empty" }]),
    errors: [],
    pagination: fact(null),
    secured: fact(true),
    page: "docs/sdks/vessels/README.md",
    place: `docs/sdks/vessels/README.md#${id}`,
    ...more,
  };
}

export function api(more: Partial<Api> = {}): Api {
  return {
    irVersion: 1,
    package: { name: "harbor", version: "0.1.0", license: null },
    clientClass: "Harbor",
    operations: [],
    models: [],
    page: "README.md",
    title: "Harbor",
    description: "",
    servers: fact([]),
    security: fact([]),
    ...more,
  };
}
