import type { ModelId } from "../../ir/index.ts";
import type { DraftModel, LinkedType } from "../../link/draft.ts";
import { splitWords } from "../../link/words.ts";
import { isErrorStatus, type Spelled, spelledBy } from "../replies/spelled.ts";
import { isErrorNamespace, unwrap } from "../uses.ts";

type Models = ReadonlyMap<ModelId, DraftModel>;

/** One of the answers of an operation: a member of its union, or a body in its envelope. */
export interface OneAnswer {
  /** What the envelope calls it; a union calls it nothing. */
  readonly words: readonly string[];
  readonly type: LinkedType;
  readonly description: string;
  /** The title of the union or the envelope. */
  readonly among: string;
  /** The titles of the errors that the operation's table lists. */
  readonly listed: ReadonlySet<string>;
}

/**
 * The status and content type of an answer, where it is an error. The status that its name spells comes first, then words
 * that say what it is, then what its model is called.
 */
export function errorStatus(
  { words, type, description, among, listed }: OneAnswer,
  models: Models,
): Spelled | undefined {
  const spelled = spelledBy(words);
  if (spelled !== undefined) return isErrorStatus(spelled) ? spelled : undefined;
  if (/^(?:OK|Success)/i.test(description)) return undefined;
  const model = modelOf(type, models);
  if (model === undefined || isAskedForError(among)) return undefined;
  // An error has a class of its own beside the model of the contract, which stands for any other status.
  if (!isCalledError(model) && !listed.has(model.title)) return undefined;
  return { status: "default", contentType: "" };
}

/** The model of an answer, or of what it is a list of. */
export function modelOf(type: LinkedType, models: Models): DraftModel | undefined {
  const inner = unwrap(type);
  if (inner.kind === "list") return modelOf(inner.item, models);
  return inner.kind === "reference" ? models.get(inner.id) : undefined;
}

/**
 * Errors among answers are of a model that lies among the errors, or is called one: all in such unions of six vendors, and
 * all such bodies of four. Wrong where a success is called an error.
 */
function isCalledError({ title, namespace }: DraftModel): boolean {
  const words = splitWords(title.replace(/\d+$/, ""));
  const end = words.findLast((word) => !wrappers.has(word));
  return isErrorNamespace(namespace) || (end !== undefined && errorWords.has(end));
}

/** An operation that is about errors answers with them, and its union or envelope is called after it. */
function isAskedForError(title: string): boolean {
  return splitWords(title).some((word) => errorWords.has(word));
}

const errorWords: ReadonlySet<string> = new Set(["error", "errors", "exception", "exceptions", "problem", "problems"]);

/** What titles add to the word for what a model is; `T` keeps one apart from a class of the language. */
const wrappers: ReadonlySet<string> = new Set([
  ...["body", "data", "detail", "details", "dto", "envelope", "message", "model", "object", "response", "schema", "t"],
]);
