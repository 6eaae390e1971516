import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import type { ModelId } from "../../ir/index.ts";
import type { DraftField, DraftModel, DraftOperation, LinkedType } from "../draft.ts";
import { norm } from "../words.ts";
import { enrichFields, fieldKey, joinField, joinFields } from "./fields.ts";

export type Models = ReadonlyMap<ModelId, DraftModel>;

export interface JoinedRequest extends Pick<DraftOperation, "request" | "parameters"> {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * One object for the whole request tells its parts apart, which rows do not; rows that it lacks are kept beside it,
 * unless it may be a body, whose fields they would be.
 */
export function joinRequests(base: DraftOperation, other: DraftOperation, models: Models): JoinedRequest {
  const [shape, second] = base.request === null && other.request !== null ? [other, base] : [base, other];
  const { request } = shape;
  if (request === null) {
    return { request, parameters: joinFields(shape.parameters, second.parameters), diagnostics: [] };
  }
  if (second.request !== null) {
    const parameters = joinFields(shape.parameters, second.parameters);
    return { request: joinField(request, second.request), parameters, diagnostics: [] };
  }
  const known = new Set([...shape.parameters.map(fieldKey), ...keysBelow(request, models)]);
  const extra = known.size === 0 ? [] : second.parameters.filter((row) => !known.has(fieldKey(row)));
  const parameters = enrichFields(shape.parameters, second.parameters);
  return {
    request,
    parameters: isSurelyWrapper(shape, models) ? [...parameters, ...extra] : parameters,
    diagnostics: extra.map((row) => absence(row, request)),
  };
}

/** The names of rows that stand for the whole body, or for its undocumented properties. */
const notParameters: readonly string[] = ["request", "requestbody", "body", "additionalproperties"];

/** The names of the object's fields, and of those of its body: some languages have rows for these. */
function keysBelow(request: DraftField, models: Models): readonly string[] {
  const fields = fieldsOf(request, models);
  if (fields.length === 0) return [];
  const below = [request, ...fields, ...fields.flatMap((field) => fieldsOf(field, models))];
  return [...notParameters, ...below.map(fieldKey)];
}

/** Whether the request object cannot be a body: the method has none, or a field of the object fills the path. */
function isSurelyWrapper({ request, sightings }: DraftOperation, models: Models): boolean {
  const keys = new Set(request === null ? [] : fieldsOf(request, models).map(fieldKey));
  return sightings.some(({ snippets }) =>
    snippets.some(
      ({ snippet: { method, path } }) =>
        /^(?:get|head)$/i.test(method) ||
        [...path.matchAll(/\{([^{}]+)\}/g)].some(([, name = ""]) => keys.has(norm(name))),
    ),
  );
}

function fieldsOf({ sightings: [{ type }] }: DraftField, models: Models): readonly DraftField[] {
  const id = referenced(type);
  const model = id === undefined ? undefined : models.get(id);
  return model?.kind === "object" ? model.fields : [];
}

function referenced(type: LinkedType): ModelId | undefined {
  if (type.kind === "nullable") return referenced(type.of);
  return type.kind === "reference" ? type.id : undefined;
}

function absence({ sightings: [{ name, place }] }: DraftField, request: DraftField): Diagnostic {
  const message = `Unexpected parameter \`${name}\` in the docs of one language and not of another, expected it in both`;
  const related = [{ place: request.sightings[0].place, message: "The request without it" }];
  return diagnostic("link/one-sided", message, place, { related });
}
