import type { Body, ErrorReply, Operation } from "../../ir/index.ts";
import { jsonTypeOf } from "../../ir/json-type.ts";
import { byCodeUnits } from "../print/order.ts";
import type { Json } from "./json.ts";
import { bodyTypes } from "./reach.ts";
import { typeSchema, unionSchema } from "./schema.ts";
import type { Scope } from "./scope.ts";

/** The responses of an operation: success, whose status no docs state, then the documented errors by status. */
export function responses(scope: Scope, { replies, errors }: Operation): Json {
  const statuses = [...new Set(errors.map(({ status }) => statusKey(status)))].sort(byCodeUnits);
  return new Map<string, Json>([
    ["2XX", response(successText(replies.value), successContent(scope, replies.value, jsonTypeOf({ errors })))],
    ...statuses.map((status): [string, Json] => {
      const own = errors.filter((error) => statusKey(error.status) === status);
      return [status, response(errorText(scope, own), errorContent(scope, own))];
    }),
  ]);
}

function response(description: string, content: ReadonlyMap<string, Json>): Json {
  return { description, ...(content.size === 0 ? {} : { content }) };
}

/** No keyword says how a stream ends. */
function successText(bodies: readonly Body[]): string {
  const ends = bodies.flatMap((body) =>
    body.kind === "stream" && body.end.value !== null ? [body.end.value.data] : [],
  );
  return ["Success.", ...new Set(ends.map((end) => `The stream ends with \`${end}\`.`))].join(" ");
}

/** What the docs say of the errors' models, else how they call them; the description of a response may not be missing. */
function errorText({ models }: Scope, errors: readonly ErrorReply[]): string {
  const texts = errors.map(({ type, title }) => {
    const description = type.kind === "reference" ? models.get(type.id)?.description : undefined;
    return description === undefined || description === "" ? title : description;
  });
  return [...new Set(texts)].filter((text) => text !== "").join("\n\n") || "Error";
}

/** A code or a range, as OpenAPI writes it; anything else is every other status. */
function statusKey(status: string): string {
  return /^[1-5](?:\d\d|XX)$/i.test(status) ? status.toUpperCase() : "default";
}

function successContent(scope: Scope, bodies: readonly Body[], json: string): ReadonlyMap<string, Json> {
  const types = [...new Set(bodies.flatMap((body) => contentType(body, json) ?? []))];
  return new Map(
    types.map((type) => [
      type,
      media(
        scope,
        bodies.filter((body) => contentType(body, json) === type),
      ),
    ]),
  );
}

function contentType(body: Body, json: string): string | undefined {
  switch (body.kind) {
    case "json":
      return json;
    case "stream":
      return body.framing === "sse" ? "text/event-stream" : "application/jsonl";
    case "bytes":
      return "application/octet-stream";
    case "text":
      return "text/plain";
    case "empty":
      return undefined;
  }
}

/** The schema of a stream is that of one item; of one event, where there are several, as the contract of such a stream has it. */
function media(scope: Scope, bodies: readonly Body[]): Json {
  const types = bodies.flatMap(bodyTypes);
  if (types.length > 0) return { schema: unionSchema(scope, types) };
  return bodies.some(({ kind }) => kind === "text") ? { schema: { type: "string" } } : {};
}

function errorContent(scope: Scope, errors: readonly ErrorReply[]): ReadonlyMap<string, Json> {
  const types = [...new Set(errors.map(({ contentType }) => contentType))].filter((type) => type !== "");
  return new Map(
    types.map((type) => {
      const own = errors.filter((error) => error.contentType === type);
      const schemas = own.map((error) => error.type);
      const [only] = schemas;
      return [
        type,
        { schema: only !== undefined && own.length === 1 ? typeSchema(scope, only) : unionSchema(scope, schemas) },
      ];
    }),
  );
}
