import type { ModelId } from "../../ir/index.ts";
import type { DraftField, DraftModel, DraftObject, LinkedType } from "../../link/draft.ts";
import { splitWords } from "../../link/words.ts";
import { unwrap } from "../uses.ts";
import { isErrorStatus, type Spelled, spelledBy } from "./spelled.ts";

type Models = ReadonlyMap<ModelId, DraftModel>;

/** The answer that a body of an envelope is, where it is an error. */
export function errorBody(field: DraftField, envelope: DraftObject, models: Models): Spelled | undefined {
  const spelled = spelledBy(field.words);
  if (spelled !== undefined) return isErrorStatus(spelled) ? spelled : undefined;
  return isCalledError(field, envelope, models) ? { status: "default", contentType: "" } : undefined;
}

/** The title of the body, or of what it is a list of. */
export function bodyTitle(type: LinkedType, models: Models): string | undefined {
  const inner = unwrap(type);
  if (inner.kind === "list") return bodyTitle(inner.item, models);
  return inner.kind === "reference" ? models.get(inner.id)?.title : undefined;
}

/**
 * Docs from before typed errors show the errors of an operation among its answers, as a body of a model that is called
 * one, and tell no status: all such bodies of four vendors. Wrong where an operation is asked for an error, which its
 * envelope is then called after, or where an answer is described as a success.
 */
function isCalledError(field: DraftField, envelope: DraftObject, models: Models): boolean {
  const { type, description } = field.sightings[0];
  const title = bodyTitle(type, models);
  if (title === undefined || /^(?:OK|Success)/i.test(description ?? "")) return false;
  return isErrorTitle(title) && !splitWords(envelope.title).some((word) => errorWords.has(word));
}

const errorWords: ReadonlySet<string> = new Set(["error", "errors", "exception", "exceptions", "problem", "problems"]);
const wrappers: ReadonlySet<string> = new Set(["body", "details", "dto", "message", "model", "object", "response"]);

function isErrorTitle(title: string): boolean {
  const words = splitWords(title);
  const last = words.at(-1) ?? "";
  return errorWords.has(last) || (wrappers.has(last) && errorWords.has(words.at(-2) ?? ""));
}
