import type { Operation, Parameter, RequestBody, Type } from "../../ir/index.ts";
import { camelCase } from "../print/identifier.ts";
import type { Json } from "./json.ts";
import type { PathEntry } from "./paths.ts";
import { responses } from "./responses.ts";
import { type Schema, typeSchema } from "./schema.ts";
import type { Scope } from "./scope.ts";
import { ownRequirements } from "./security.ts";
import { defaultValue, deprecation, described, evidence, fittingExamples, valueSchema } from "./value.ts";

/** An operation of a path. */
export function operationObject(scope: Scope, { operation, bodies, id, variables }: PathEntry): Json {
  const { summary, description, deprecated, parameters, route, replies, secured, server } = operation;
  const isPublic = !secured.value && scope.api.security.value.length > 0;
  const tag = tagOf(operation);
  return {
    ...(tag === "" ? {} : { tags: [tag] }),
    ...(summary === "" ? {} : { summary }),
    ...described(description === summary ? "" : description, deprecated),
    operationId: id,
    ...(parameters.length === 0 ? {} : { parameters: parameters.map((one) => parameterObject(scope, one, variables)) }),
    ...(bodies.length === 0 ? {} : { requestBody: bodyObject(scope, bodies) }),
    responses: responses(scope, operation),
    ...deprecation(deprecated),
    ...(isPublic ? { security: [] } : {}),
    ...(isPublic ? {} : ownRequirements(scope, operation)),
    ...(server === undefined ? {} : { servers: [{ url: server.value }] }),
    ...evidence(scope, { ...(route === null ? {} : { route }), replies, secured, ...(server && { server }) }),
  };
}

/** The resource that holds the operation: `chat.completions`. */
export function tagOf({ group }: Operation): string {
  return group.map((segment) => camelCase([segment])).join(".");
}

function parameterObject(scope: Scope, parameter: Parameter, variables: ReadonlyMap<string, string>): Json {
  const { wireName, location, type, presence, nullable, deprecated } = parameter;
  const isInPath = location.value === "path";
  const name = isInPath ? (variables.get(wireName.value) ?? wireName.value) : wireName.value;
  return {
    name,
    in: location.value,
    ...described(parameter.description, deprecated),
    ...(isInPath || presence.value === "required" ? { required: true } : {}),
    ...deprecation(deprecated),
    ...(location.value === "query" && isObject(scope.models, type.value) ? { style: "deepObject", explode: true } : {}),
    schema: { ...valueSchema(scope, parameter, false), ...defaultValue(parameter) },
    ...examplesOf(fittingExamples(scope, parameter)),
    ...evidence(scope, { wireName, location, type, presence, nullable }),
  };
}

function examplesOf(values: readonly Json[]): Schema {
  const [only] = values;
  if (only === undefined) return {};
  if (values.length === 1) return { example: only };
  return { examples: new Map(values.map((value, index) => [`example${index + 1}`, { value }])) };
}

/** Objects of a query are written with their properties in brackets. */
function isObject(models: Scope["models"], type: Type): boolean {
  if (type.kind === "nullable") return isObject(models, type.of);
  return type.kind === "map" || (type.kind === "reference" && models.get(type.id)?.kind === "object");
}

const contentTypes: Readonly<Record<RequestBody["encoding"]["value"], string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  bytes: "application/octet-stream",
};

function bodyObject(scope: Scope, bodies: readonly RequestBody[]): Json {
  const content = bodies.map(({ type, encoding }) => [
    contentTypes[encoding.value],
    encoding.value === "bytes" ? {} : { schema: typeSchema(scope, type) },
  ]);
  const [first] = bodies;
  return {
    ...(bodies.every(({ presence }) => presence.value === "required") ? { required: true } : {}),
    content: Object.fromEntries(content),
    ...(first === undefined ? {} : evidence(scope, { encoding: first.encoding, presence: first.presence })),
  };
}
