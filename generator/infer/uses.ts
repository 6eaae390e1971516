import type { ModelId } from "../ir/index.ts";
import type { Draft, DraftField, DraftModel, DraftObject, DraftOperation, LinkedType } from "../link/draft.ts";
import { norm } from "../link/words.ts";

/** Who refers to which model, and as what. */
export interface Uses {
  /** Models that another model's field or member refers to. */
  readonly referred: ReadonlySet<ModelId>;
  /** What a stream of events carries: its items, and the members of a union that is an item. */
  readonly streamed: ReadonlySet<ModelId>;
  /** What a stream of JSON Lines carries. */
  readonly lines: ReadonlySet<ModelId>;
  /** Operations by the models that their response lines name, through unions, lists and streams. */
  readonly answers: ReadonlyMap<ModelId, readonly DraftOperation[]>;
  /** Models that a table of errors names. */
  readonly failures: ReadonlySet<ModelId>;
}

/** Follows all references of the draft once. */
export function usesOf(draft: Draft): Uses {
  const models = new Map(draft.models.map((model) => [model.id, model]));
  const typesOfModels = draft.models.map((model) => ({ model, types: typesOf(model) }));
  const referred = new Set(
    typesOfModels.flatMap(({ model, types }) =>
      types.flatMap((type) => referencesOf(type)).filter((id) => id !== model.id),
    ),
  );
  const all = [
    ...typesOfModels.flatMap(({ types }) => types),
    ...draft.operations.flatMap(({ responses }) => responses.map(({ type }) => type)),
  ];
  const items = [
    ...all.flatMap((type) => streamItems(type, "sse")),
    ...draft.models.flatMap((model) => listedEvents(model, models)),
    ...draft.models.filter((model) => isUnionOfEvents(model, models)).flatMap(typesOf),
  ];
  const answers = new Map<ModelId, DraftOperation[]>();
  for (const operation of draft.operations) {
    for (const id of answersOf(operation, models)) answers.set(id, [...(answers.get(id) ?? []), operation]);
  }
  const failures = new Set(draft.operations.flatMap(({ errors }) => errors.flatMap(({ type }) => referencesOf(type))));
  const lines = all.flatMap((type) => streamItems(type, "json-lines"));
  const carried = (types: readonly LinkedType[]): ReadonlySet<ModelId> =>
    new Set(types.flatMap((type) => [...reach(type, models)]));
  return { referred, streamed: carried(items), lines: carried(lines), answers, failures };
}

/** All types that a model's table or headings name. */
export function typesOf(model: DraftModel): readonly LinkedType[] {
  switch (model.kind) {
    case "object":
      return [...model.fields.flatMap((field) => field.sightings.map(({ type }) => type)), ...model.additional];
    case "union":
      return model.members.map(({ type }) => type);
    case "enum":
      return [];
  }
}

/** The ids that a type names itself. */
export function referencesOf(type: LinkedType): readonly ModelId[] {
  switch (type.kind) {
    case "reference":
      return [type.id];
    case "list":
    case "stream":
      return referencesOf(type.item);
    case "map":
      return referencesOf(type.value);
    case "nullable":
      return referencesOf(type.of);
    case "union":
      return type.members.flatMap(referencesOf);
    default:
      return [];
  }
}

/** Whether a type has a number or a date whose kind its cell leaves open; references have their own pages. */
export function holds(type: LinkedType, kind: "number-or-integer" | "date-or-date-time"): boolean {
  switch (type.kind) {
    case kind:
      return true;
    case "list":
    case "stream":
      return holds(type.item, kind);
    case "map":
      return holds(type.value, kind);
    case "nullable":
      return holds(type.of, kind);
    case "union":
      return type.members.some((member) => holds(member, kind));
    default:
      return false;
  }
}

/** The ids that a type names, and the members of the unions among them. */
function reach(type: LinkedType, models: ReadonlyMap<ModelId, DraftModel>): ReadonlySet<ModelId> {
  const found = new Set<ModelId>();
  const queue = [...referencesOf(type)];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const model = models.get(id);
    if (model?.kind === "union") queue.push(...typesOf(model).flatMap(referencesOf));
  }
  return found;
}

/** What a response line names, and what a wrapper among it holds. */
function answersOf(operation: DraftOperation, models: ReadonlyMap<ModelId, DraftModel>): ReadonlySet<ModelId> {
  const named = operation.responses.flatMap(({ type }) => [...reach(type, models)]);
  const wrapped = named.flatMap((id) => {
    const model = models.get(id);
    const wraps = model?.kind === "object" && (hasRawResponse(model.fields) || isResultOf(model, operation));
    return wraps ? typesOf(model).flatMap((type) => [...reach(type, models)]) : [];
  });
  return new Set([...named, ...wrapped]);
}

/** A model of nothing but the `result` and the `headers` of the operation that it is called like. */
export function isResultOf({ title, fields }: DraftObject, operation: DraftOperation): boolean {
  const names = fields.map((field) => norm(field.sightings[0].name)).sort();
  return wrapperShapes.has(names.join(" ")) && isCalledAfter(title, operation, "response");
}

/** Whether a title is the operation's name and a suffix. */
export function isCalledAfter(title: string, operation: DraftOperation, suffix: string): boolean {
  return titlesAfter(operation, suffix).includes(norm(title));
}

/** The operation's name and a suffix, in normal form. Without a documented id it is the method's name alone, too. */
export function titlesAfter({ id, idStated, words }: DraftOperation, suffix: string): readonly string[] {
  const names = idStated ? [id] : [id, words.join("")];
  return names.map((name) => `${norm(name)}${suffix}`);
}

const wrapperShapes: ReadonlySet<string> = new Set(["result", "headers result", "headers", "statuscode"]);

function streamItems(type: LinkedType, framing: "sse" | "json-lines"): readonly LinkedType[] {
  switch (type.kind) {
    case "stream":
      return type.framing === framing ? [type.item] : [];
    case "union":
      return type.members.flatMap((member) => streamItems(member, framing));
    case "nullable":
      return streamItems(type.of, framing);
    default:
      return [];
  }
}

/**
 * Older docs show a stream as a plain list of a union in the response wrapper. One member with the names of an event
 * beside `data`, or one that is called a sentinel, tells such a list from a list of JSON objects.
 */
function listedEvents(model: DraftModel, models: ReadonlyMap<ModelId, DraftModel>): readonly LinkedType[] {
  if (model.kind !== "object" || !hasRawResponse(model.fields)) return [];
  const lists = typesOf(model).filter((type) => type.kind === "list");
  return lists
    .map(({ item }) => item)
    .filter((item) =>
      [...reach(item, models)].some((id) => isEventShaped(models.get(id), 2) || isSentinelName(models.get(id)?.title)),
    );
}

/** Whether a model is called like the mark that ends a stream. */
export function isSentinelName(title = ""): boolean {
  return /Sentinel(?:Event)?$/.test(title);
}

/** A union with an event among its members is a stream wherever it stands; JSON has no events. */
function isUnionOfEvents(model: DraftModel, models: ReadonlyMap<ModelId, DraftModel>): boolean {
  if (model.kind !== "union") return false;
  return typesOf(model)
    .flatMap(referencesOf)
    .some((id) => isEventShaped(models.get(id), 2));
}

/** The folders of error classes; the last two are those of Go. */
const errorNamespaces: ReadonlySet<string> = new Set(["errors", "sdkerrors", "apierrors"]);

/** Whether a model is an error: an operation's table of errors names it, or it lies among the errors. */
export function isFailure({ id, namespace }: DraftModel, { failures }: Pick<Uses, "failures">): boolean {
  return failures.has(id) || isErrorNamespace(namespace);
}

/** Whether a namespace is a folder of error classes. */
export function isErrorNamespace(namespace: string): boolean {
  return errorNamespaces.has(namespace);
}

/** Whether a table has the raw response of an HTTP library. */
export function hasRawResponse(fields: readonly DraftField[]): boolean {
  return fields.some((field) => field.sightings.some(({ type }) => unwrap(type).kind === "response"));
}

/** The names of a server-sent event, and no other. */
const eventNames: ReadonlySet<string> = new Set(["data", "event", "id", "retry"]);

/** Whether a model has `data` and only names of a server-sent event, at least `least` of them. */
export function isEventShaped(model: DraftModel | undefined, least: number): boolean {
  if (model?.kind !== "object" || model.fields.length < least || model.additional.length > 0) return false;
  const names = model.fields.map((field) => norm(field.sightings[0].name));
  return names.includes("data") && names.every((name) => eventNames.has(name));
}

/** The type without the null around it. */
export function unwrap(type: LinkedType): LinkedType {
  return type.kind === "nullable" ? unwrap(type.of) : type;
}
