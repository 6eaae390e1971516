import type { ErrorReply } from "../../ir/index.ts";
import type { DraftField, DraftObject, DraftOperation, LinkedType } from "../../link/draft.ts";
import type { Survey } from "../survey.ts";
import { toType } from "../type.ts";
import { unwrap } from "../uses.ts";
import { bodyFields } from "./bodies.ts";
import { bodyTitle, errorBody } from "./error-body.ts";

/** The errors among the bodies of the envelopes of an operation, in the language that says most. */
export function envelopeErrors({ responses }: DraftOperation, survey: Survey): readonly ErrorReply[] {
  const told = responses.map(({ type }) => errorsIn(unwrap(type), survey));
  return told.find((errors) => errors.length > 0) ?? [];
}

function errorsIn(type: LinkedType, survey: Survey): readonly ErrorReply[] {
  const model = type.kind === "reference" ? survey.models.get(type.id) : undefined;
  if (model?.kind !== "object" || survey.roles.get(model.id)?.value !== "envelope") return [];
  return bodyFields(model, survey).flatMap((field) => errorOf(field, model, survey) ?? []);
}

function errorOf(field: DraftField, envelope: DraftObject, { models }: Survey): ErrorReply | undefined {
  const error = errorBody(field, envelope, models);
  if (error === undefined) return undefined;
  const { type, place, name } = field.sightings[0];
  const contentType = error.contentType || (unwrap(type).kind === "string" ? "text/plain" : "application/json");
  return {
    status: error.status,
    contentType,
    type: toType(unwrap(type), "number"),
    title: bodyTitle(type, models) ?? name,
    place,
  };
}
