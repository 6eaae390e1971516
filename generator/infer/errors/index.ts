import type { ModelId, Place } from "../../ir/index.ts";
import type {
  Draft,
  DraftError,
  DraftField,
  DraftModel,
  DraftObject,
  DraftOperation,
  DraftUnion,
  LinkedType,
} from "../../link/draft.ts";
import { norm, wordsKey } from "../../link/words.ts";
import { bodyFields, isEnvelopeOf } from "../role.ts";
import { isCalledAfter, isResultOf, unwrap } from "../uses.ts";
import { errorStatus, modelOf, type OneAnswer } from "./evidence.ts";

type Models = ReadonlyMap<ModelId, DraftModel>;

/**
 * Errors stand among the answers of an operation where its SDK does not throw them: in the docs from before typed errors,
 * and where the contract has one for any other status. The union, or the envelope, that the operation answers with loses
 * them, and the operation gets them, so that all questions that follow see answers alone.
 */
export function separateErrors(draft: Draft): Draft {
  const models: Models = new Map(draft.models.map((model) => [model.id, model]));
  const separated = draft.operations.map((operation) => separate(operation, models));
  const changed = new Map(separated.flatMap(({ fields }) => fields));
  if (separated.every(({ operation }, at) => operation === draft.operations[at])) return draft;
  return {
    ...draft,
    operations: separated.map(({ operation }) => operation),
    models: draft.models.map((model) => {
      if (model.kind !== "object" || !model.fields.some((field) => changed.has(field))) return model;
      return {
        ...model,
        fields: model.fields.flatMap((field) => (changed.has(field) ? (changed.get(field) ?? []) : field)),
      };
    }),
  };
}

/** A field of an envelope, and the same without errors; null where it held nothing else. */
type Change = readonly [from: DraftField, to: DraftField | null];

/** An operation without the errors among its answers, and the fields of envelopes that held them. */
interface Separated {
  readonly operation: DraftOperation;
  readonly fields: readonly Change[];
}

function separate(operation: DraftOperation, models: Models): Separated {
  const found = operation.responses.map(({ type }) => among(type, operation, models));
  // The first is that of the language that says most.
  const told = found.find((one) => one !== undefined)?.errors;
  if (told === undefined) return { operation, fields: [] };
  const responses = operation.responses.map((response, at) => ({
    ...response,
    type: found[at]?.type ?? response.type,
  }));
  const listed = new Set(operation.errors.flatMap(({ statuses }) => statuses));
  const errors = told
    .filter(({ statuses }) => !statuses.some((status) => listed.has(status)))
    .map((error) => ({
      ...error,
      contentType: listedType(error, operation.errors) ?? error.contentType,
      // What the table lists is the class of that model.
      type: operation.errors.find((listed) => isSame(listed, error, models))?.type ?? error.type,
    }));
  return {
    operation: { ...operation, responses, errors: [...operation.errors, ...errors] },
    fields: found.flatMap((one) => one?.fields ?? []),
  };
}

/** Whether a listed error is the model of that title, with all its fields: its class may tell of the HTTP answer, too. */
function isSame(listed: DraftError, { title, type }: DraftError, models: Models): boolean {
  const [own, other] = [listed.type, type].map((each) => modelOf(each, models));
  if (listed.title !== title || own?.kind !== "object" || other?.kind !== "object") return false;
  const names = new Set(own.fields.map(({ words }) => wordsKey(words)));
  return other.fields.every(({ words }) => names.has(wordsKey(words)));
}

interface Found {
  readonly errors: readonly DraftError[];
  /** What the operation answers with but for them, where that is another type. */
  readonly type?: LinkedType;
  readonly fields?: readonly Change[];
}

function among(type: LinkedType, operation: DraftOperation, models: Models): Found | undefined {
  const reference = unwrap(type);
  const model = reference.kind === "reference" ? models.get(reference.id) : undefined;
  if (model?.kind === "union")
    return isCalledAfter(model.title, operation, "response") ? ofUnion(model, operation, models) : undefined;
  if (model?.kind !== "object" || !isEnvelopeOf(model, operation, models)) return undefined;
  return ofResult(model, operation, models) ?? ofEnvelope(model, operation, models);
}

function ofUnion(
  { title, members }: DraftUnion,
  operation: DraftOperation,
  models: Models,
): (Found & Remaining) | undefined {
  const listed = listedTitles(operation);
  const told = members.map(({ type, place }) =>
    errorOf({ words: [], type, description: "", among: title, listed }, title, place, models),
  );
  const rest = members.filter((_, at) => told[at] === undefined);
  const [only, more] = rest.map(({ type }) => type);
  if (only === undefined || rest.length === members.length) return undefined;
  return {
    errors: told.filter((error) => error !== undefined),
    type: more === undefined ? only : { kind: "union", members: rest.map(({ type }) => type) },
    remaining: rest.map(({ place }) => place),
  };
}

/** What is left of a union, and where the union names it. */
interface Remaining {
  readonly type: LinkedType;
  readonly remaining: readonly Place[];
}

function ofEnvelope(model: DraftObject, operation: DraftOperation, models: Models): Found | undefined {
  const bodies = bodyFields(model, { models });
  // The only body may well be of a model that is an error elsewhere.
  const listed = bodies.length > 1 ? listedTitles(operation) : new Set<string>();
  const told = bodies.flatMap((field) => {
    const [{ type, description = "", name, place }] = field.sightings;
    const error = errorOf({ words: field.words, type, description, among: model.title, listed }, name, place, models);
    return error === undefined ? [] : [{ field, error }];
  });
  if (told.length === 0) return undefined;
  return { errors: told.map(({ error }) => error), fields: told.map(({ field }) => [field, null]) };
}

/** The union in the `result` of an envelope, which is called like the operation, too. */
function ofResult(model: DraftObject, operation: DraftOperation, models: Models): Found | undefined {
  const field = model.fields.find(({ sightings: [{ name }] }) => norm(name) === "result");
  const [sighting] = field?.sightings ?? [];
  const inner = sighting && unwrap(sighting.type);
  const union = inner?.kind === "reference" ? models.get(inner.id) : undefined;
  if (field === undefined || sighting === undefined || union?.kind !== "union") return undefined;
  if (!isResultOf(model, operation) || !isCalledAfter(union.title, operation, "responseresult")) return undefined;
  const found = ofUnion(union, operation, models);
  if (found === undefined) return undefined;
  const { errors, type, remaining } = found;
  return { errors, fields: [[field, { ...field, sightings: [{ ...sighting, type, remaining }] }]] };
}

function listedTitles({ errors }: DraftOperation): ReadonlySet<string> {
  return new Set(errors.map(({ title }) => title));
}

/** The one content type in which the table lists errors of that title; a name that spells a status spells its own. */
function listedType({ title, statuses }: DraftError, listed: readonly DraftError[]): string | undefined {
  const same = listed.filter((error) => norm(error.title) === norm(title));
  const [only, other] = new Set(same.map(({ contentType }) => contentType));
  return statuses.includes("default") && other === undefined ? only : undefined;
}

function errorOf(answer: OneAnswer, name: string, place: Place, models: Models): DraftError | undefined {
  const error = errorStatus(answer, models);
  if (error === undefined) return undefined;
  const type = unwrap(answer.type);
  return {
    type,
    title: modelOf(type, models)?.title ?? name,
    statuses: [error.status],
    contentType: error.contentType || (type.kind === "string" ? "text/plain" : "application/json"),
    place,
    amongAnswers: true,
  };
}
