import type { ErrorReply, ModelId } from "../../ir/index.ts";
import type { DraftField, DraftModel, DraftOperation, LinkedType } from "../../link/draft.ts";
import type { Survey } from "../survey.ts";
import { toType } from "../type.ts";
import { unwrap } from "../uses.ts";
import { bodyFields } from "./bodies.ts";
import { isErrorStatus, spelledBy } from "./spelled.ts";

/** The errors that names in the envelopes of an operation spell, in the language that says most. */
export function spelledErrors({ responses }: DraftOperation, survey: Survey): readonly ErrorReply[] {
  const told = responses.map(({ type }) => errorsIn(unwrap(type), survey));
  return told.find((errors) => errors.length > 0) ?? [];
}

function errorsIn(type: LinkedType, survey: Survey): readonly ErrorReply[] {
  const model = type.kind === "reference" ? survey.models.get(type.id) : undefined;
  if (model?.kind !== "object" || survey.roles.get(model.id)?.value !== "envelope") return [];
  return bodyFields(model, survey).flatMap((field) => errorOf(field, survey.models) ?? []);
}

function errorOf(field: DraftField, models: ReadonlyMap<ModelId, DraftModel>): ErrorReply | undefined {
  const spelled = spelledBy(field.words);
  if (spelled === undefined || !isErrorStatus(spelled)) return undefined;
  const { type, place, name } = field.sightings[0];
  const contentType = spelled.contentType || (unwrap(type).kind === "string" ? "text/plain" : "application/json");
  const title = titleOf(type, models) ?? name;
  return { status: spelled.status, contentType, type: toType(unwrap(type), "number"), title, place };
}

/** The title of the body, or of what it is a list of. */
function titleOf(type: LinkedType, models: ReadonlyMap<ModelId, DraftModel>): string | undefined {
  const inner = unwrap(type);
  if (inner.kind === "list") return titleOf(inner.item, models);
  return inner.kind === "reference" ? models.get(inner.id)?.title : undefined;
}
