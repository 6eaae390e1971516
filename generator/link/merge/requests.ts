import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import type { ModelId } from "../../ir/index.ts";
import type { DraftField, DraftModel, DraftOperation, LinkedType } from "../draft.ts";
import { enrichFields, fieldKey, joinField, joinFields } from "./fields.ts";

export type Models = ReadonlyMap<ModelId, DraftModel>;

export interface JoinedRequest extends Pick<DraftOperation, "request" | "parameters"> {
  readonly diagnostics: readonly Diagnostic[];
}

/** One object for the whole request tells its parts apart, which rows do not; rows that it lacks are kept beside it. */
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
  return {
    request,
    parameters: [...enrichFields(shape.parameters, second.parameters), ...extra],
    diagnostics: extra.map((row) => absence(row, request)),
  };
}

/** The names that stand for the whole body, where it has no name of its own. */
const bodies: readonly string[] = ["request", "requestbody", "body"];

/** The names of the object's fields, and of those of its body: some languages have rows for these. */
function keysBelow(request: DraftField, models: Models): readonly string[] {
  const fields = fieldsOf(request, models);
  if (fields.length === 0) return [];
  return [...bodies, ...[request, ...fields, ...fields.flatMap((field) => fieldsOf(field, models))].map(fieldKey)];
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
