import * as v from "valibot";
import { parsedJson } from "./ir/example.ts";
import type { Api } from "./ir/index.ts";
import { failure, type Result, success } from "./problem.ts";

/** The API that the text of an `ir.json` holds; `name` is the file's, for messages. */
export function parseIr(text: string, name: string): Result<Api> {
  const value = parsedJson(text);
  const help = "Pass an ir.json that this version of docsdk wrote, or a docs folder.";
  if (value === undefined) return failure(`${name}: Unexpected text, expected the JSON of an ir.json.`, help);
  if (!isObject(value) || value["irVersion"] !== 1)
    return failure(`${name}: Unexpected JSON without \`"irVersion": 1\`, expected an ir.json.`, help);
  if (isApi(value)) return success(value);
  const [issue] = v.safeParse(schema, value).issues ?? [];
  const where = issue === undefined ? null : v.getDotPath(issue);
  return failure(`${name}: ${where ?? ""}: Unexpected value, expected what docsdk writes there.`, help);
}

function isApi(value: unknown): value is Api {
  return v.is(schema, value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

// As much of the form as a comparison of two APIs reads: a file that a person changed must not pass for a bug of ours.

const text = v.string();
const texts = v.array(text);
const scalar = v.union([text, v.number(), v.boolean()]);
const presence = v.picklist(["required", "optional"]);
const claim = v.looseObject({ places: texts });

function fact<T extends v.GenericSchema>(value: T) {
  return v.looseObject({ value, because: v.array(claim), against: v.array(claim) });
}

const type: v.GenericSchema = v.lazy(() =>
  v.variant("kind", [
    v.looseObject({ kind: v.picklist(["string", "boolean", "integer", "number"]) }),
    v.looseObject({ kind: v.picklist(["date-time", "date", "decimal", "bytes"]) }),
    v.looseObject({ kind: v.literal("literal"), value: v.nullable(scalar) }),
    v.looseObject({ kind: v.literal("list"), item: type }),
    v.looseObject({ kind: v.literal("map"), value: type }),
    v.looseObject({ kind: v.literal("nullable"), of: type }),
    v.looseObject({ kind: v.literal("union"), members: v.array(type) }),
    v.looseObject({ kind: v.literal("stream"), framing: v.picklist(["sse", "json-lines"]), item: type }),
    v.looseObject({ kind: v.literal("reference"), id: text }),
    v.looseObject({ kind: v.literal("unknown"), reason: v.picklist(["any", "missing", "unread"]) }),
  ]),
);

const body = v.variant("kind", [
  v.looseObject({ kind: v.literal("json"), type }),
  v.looseObject({
    kind: v.literal("stream"),
    framing: v.picklist(["sse", "json-lines"]),
    item: type,
    end: fact(v.nullable(v.looseObject({ data: text, yielded: v.boolean() }))),
  }),
  v.looseObject({ kind: v.picklist(["bytes", "text", "empty"]) }),
]);

const row = {
  name: text,
  words: texts,
  wireName: fact(text),
  type: fact(type),
  presence: fact(presence),
  nullable: fact(v.picklist(["yes", "no", "unstated"])),
  description: text,
  examples: texts,
  deprecated: v.optional(text),
  place: text,
  default: v.optional(fact(scalar)),
};

const documented = { id: text, title: text, namespace: text, page: text, description: text };
const described = { ...documented, deprecated: v.optional(text), read: v.optional(fact(v.array(body))) };

const model = v.variant("kind", [
  v.looseObject({
    ...described,
    kind: v.literal("object"),
    properties: v.array(v.looseObject(row)),
    additional: v.optional(type),
    role: fact(v.picklist(["data", "event", "envelope"])),
  }),
  v.looseObject({
    ...described,
    kind: v.literal("enum"),
    values: v.array(v.looseObject({ value: v.union([text, v.number()]), description: text })),
    open: fact(v.boolean()),
  }),
  v.looseObject({
    ...described,
    kind: v.literal("union"),
    members: v.array(v.looseObject({ type, place: text })),
    tag: fact(v.nullable(text)),
  }),
]);

const called = {
  id: text,
  group: texts,
  words: texts,
  summary: text,
  description: text,
  deprecated: v.optional(text),
  parameters: v.array(
    v.looseObject({
      ...row,
      location: fact(v.picklist(["path", "query", "header"])),
      global: v.optional(v.looseObject({ place: text })),
    }),
  ),
  body: v.nullable(
    v.looseObject({
      type,
      encoding: fact(v.picklist(["json", "form", "multipart", "bytes"])),
      presence: fact(presence),
      as: v.union([v.literal("spread"), texts]),
      place: text,
    }),
  ),
  replies: fact(v.array(body)),
  sample: v.optional(fact(v.looseObject({}))),
  place: text,
};

const pagination = v.looseObject({
  kind: v.picklist(["cursor", "page", "offset"]),
  parameter: text,
  in: v.picklist(["query", "body"]),
  first: v.nullable(v.number()),
  next: texts,
  more: v.optional(texts),
  items: texts,
});

const operation = v.looseObject({
  ...called,
  route: v.nullable(fact(v.looseObject({ method: text, path: text }))),
  errors: v.array(v.looseObject({ status: text, contentType: text, type, title: text, place: text })),
  pagination: fact(v.nullable(pagination)),
  collect: v.optional(fact(v.nullable(v.looseObject({ piece: text, whole: text })))),
  secured: fact(v.boolean()),
  server: v.optional(fact(text)),
  streamed: v.optional(v.looseObject(called)),
});

const variable = v.looseObject({ name: text, default: text, allowed: texts });
const scheme = { words: texts, kind: text, environment: v.nullable(text), place: text };

const schema = v.looseObject({
  irVersion: v.literal(1),
  package: v.looseObject({ name: text, version: text }),
  clientClass: text,
  operations: v.array(operation),
  models: v.array(model),
  page: text,
  title: text,
  description: text,
  servers: fact(v.array(v.looseObject({ name: text, url: text, variables: v.array(variable) }))),
  security: fact(v.array(v.looseObject({ ...scheme, header: v.optional(text), query: v.optional(text) }))),
});
