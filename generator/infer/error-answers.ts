import type { ModelId, Place } from "../ir/index.ts";
import type {
  Draft,
  DraftError,
  DraftField,
  DraftMember,
  DraftModel,
  DraftObject,
  DraftOperation,
  LinkedType,
} from "../link/draft.ts";
import { norm, splitWords } from "../link/words.ts";
import { isHttpField } from "./role.ts";
import { isCalledAfter, isResultOf, unwrap } from "./uses.ts";

type Models = ReadonlyMap<ModelId, DraftModel>;

/**
 * Errors stand among the answers of an operation where the contract has them for any other status, since SDKs throw
 * what has one: the union, or the envelope, that an SDK calls like the operation holds beside the answer a model that is
 * called an error. So it is in all such pages of six of six vendors. Wrong where a success is called one.
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
  const found = operation.responses.map(({ type }) => {
    const reference = unwrap(type);
    const model = reference.kind === "reference" ? models.get(reference.id) : undefined;
    if (model === undefined || !isCalledAfter(model.title, operation, "response")) return undefined;
    if (model.kind === "union") return ofUnion(model.members, models);
    return model.kind === "object" ? (ofEnvelope(model, models) ?? ofResult(model, operation, models)) : undefined;
  });
  const errors = found.flatMap((one) => one?.errors ?? []);
  if (errors.length === 0) return { operation, fields: [] };
  const responses = operation.responses.map((response, at) => ({
    ...response,
    type: found[at]?.type ?? response.type,
  }));
  const first = new Map([...errors].reverse().map((error) => [error.title, error]));
  return {
    operation: { ...operation, responses, errors: [...operation.errors, ...first.values()] },
    fields: found.flatMap((one) => one?.fields ?? []),
  };
}

interface Found {
  readonly errors: readonly DraftError[];
  /** What the operation answers with but for them, where that is another type. */
  readonly type?: LinkedType;
  /** Where the union names it. */
  readonly remaining?: readonly Place[];
  readonly fields?: readonly Change[];
}

function ofUnion(members: readonly DraftMember[], models: Models): Found | undefined {
  const rest = members.filter(({ type }) => errorOf(type, models) === undefined);
  const [only, more] = rest.map(({ type }) => type);
  if (only === undefined || rest.length === members.length) return undefined;
  return {
    errors: members.flatMap(({ type, place }) => defaultError(type, place, models)),
    type: more === undefined ? only : { kind: "union", members: rest.map(({ type }) => type) },
    remaining: rest.map(({ place }) => place),
  };
}

function ofEnvelope(model: DraftObject, models: Models): Found | undefined {
  const bodies = model.fields.filter((field) => !isHttpField(field, { models }));
  const isEnvelope = bodies.length < model.fields.length;
  const fields = bodies.filter(({ sightings: [{ type }] }) => errorOf(type, models) !== undefined);
  if (!isEnvelope || fields.length === 0 || fields.length === bodies.length) return undefined;
  return {
    errors: fields.flatMap(({ sightings: [{ type, place }] }) => defaultError(type, place, models)),
    fields: fields.map((field) => [field, null]),
  };
}

/** The union in the `result` of an envelope, which is called like the operation, too. */
function ofResult(model: DraftObject, operation: DraftOperation, models: Models): Found | undefined {
  const field = model.fields.find(({ sightings: [{ name }] }) => norm(name) === "result");
  const [sighting] = field?.sightings ?? [];
  const inner = sighting && unwrap(sighting.type);
  const union = inner?.kind === "reference" ? models.get(inner.id) : undefined;
  if (field === undefined || sighting === undefined || union?.kind !== "union") return undefined;
  if (!isResultOf(model, operation) || !isCalledAfter(union.title, operation, "responseresult")) return undefined;
  const { errors, type, remaining } = ofUnion(union.members, models) ?? {};
  if (errors === undefined || type === undefined || remaining === undefined) return undefined;
  return { errors, fields: [[field, { ...field, sightings: [{ ...sighting, type, remaining }] }]] };
}

/** The model of a type that is called an error. */
function errorOf(type: LinkedType, models: Models): DraftModel | undefined {
  const inner = unwrap(type);
  const model = inner.kind === "reference" ? models.get(inner.id) : undefined;
  if (model === undefined || model.kind === "enum") return undefined;
  const words = splitWords(model.title);
  return words.includes("error") || words.includes("errors") || norm(model.namespace) === "errors" ? model : undefined;
}

function defaultError(type: LinkedType, place: Place, models: Models): readonly DraftError[] {
  const model = errorOf(type, models);
  if (model === undefined) return [];
  return [
    {
      type: unwrap(type),
      title: model.title,
      statuses: ["default"],
      contentType: "application/json",
      place,
      amongAnswers: true,
    },
  ];
}
