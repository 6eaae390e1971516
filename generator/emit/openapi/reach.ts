import { callables } from "../../ir/callables.ts";
import type { Api, Body, Model, ModelId, Type } from "../../ir/index.ts";
import { filePart } from "../file-part.ts";

type Models = ReadonlyMap<ModelId, Model>;

/** The models of an API by how they travel. */
export interface Reach {
  /** In the order of the API. */
  readonly onTheWire: readonly Model[];
  readonly written: ReadonlySet<ModelId>;
  readonly read: ReadonlySet<ModelId>;
  readonly forms: ReadonlySet<ModelId>;
}

/**
 * The models that stand in requests and responses, and those that no operation uses, unless they are of the SDK alone:
 * envelopes, lists of one operation's parameters, credentials, file handles, and unions of a body and a stream.
 */
export function reachOf(api: Api): Reach {
  const models: Models = new Map(api.models.map((model) => [model.id, model]));
  const forms = formsOf(api, models);
  const operations = api.operations.flatMap(callables);
  const written = follow(models, forms, operations.flatMap(sentTypes));
  const read = follow(models, forms, api.operations.flatMap(receivedTypes));
  const used = new Set([...written, ...read]);
  const unused = unusedModels(api, models, forms, used);
  return {
    onTheWire: api.models.filter(({ id }) => used.has(id) || unused.has(id)),
    written,
    read: new Set([...read, ...[...unused].filter((id) => !written.has(id))]),
    forms,
  };
}

/** What no operation uses, but for models of the SDK and what they alone hold. The body in an envelope is no such thing. */
function unusedModels(
  api: Api,
  models: Models,
  forms: ReadonlySet<ModelId>,
  used: ReadonlySet<ModelId>,
): ReadonlySet<ModelId> {
  const wrappers = new Set(
    api.operations.flatMap(callables).flatMap(({ id, words }) => [id, words.join("")].flatMap(wrappersOf)),
  );
  const unused = api.models.filter(({ id }) => !used.has(id));
  const isHidden = (model: Model): boolean => wrappers.has(plain(model.title)) || isOfTheSdk(model, forms, models);
  const hidden = unused.filter(isHidden);
  const below = follow(models, forms, hidden.map(reference));
  const bodies = hidden.flatMap((model) => (model.read?.value ?? []).flatMap(bodyTypes));
  return follow(models, forms, [...unused.filter(({ id }) => !below.has(id)).map(reference), ...bodies]);
}

function sentTypes({ parameters, body }: Api["operations"][number]): Type[] {
  return [...parameters.map(({ type }) => type.value), ...(body === null ? [] : [body.type])];
}

function receivedTypes({ replies, errors }: Api["operations"][number]): Type[] {
  return [...replies.value.flatMap(bodyTypes), ...errors.map(({ type }) => type)];
}

/** The types that stand in a body; of a stream that of an event, where there are several. */
export function bodyTypes(body: Body): Type[] {
  if (body.kind === "json") return [body.type];
  return body.kind === "stream" ? [body.event ?? body.item] : [];
}

function formsOf(api: Api, models: Models): ReadonlySet<ModelId> {
  const bodies = api.operations
    .flatMap(callables)
    .flatMap(({ body }) => (body?.encoding.value === "multipart" ? [body.type] : []));
  return new Set(bodies.flatMap(references).filter((id) => models.get(id)?.kind === "object"));
}

function isOfTheSdk(model: Model, forms: ReadonlySet<ModelId>, models: Models): boolean {
  if (model.kind === "union") return model.members.some(({ type }) => type.kind === "stream");
  if (model.kind !== "object") return false;
  const isHandle = forms.size > 0 && filePart(reference(model), models) !== undefined;
  return model.role.value === "envelope" || /Security$/.test(model.title) || isHandle;
}

/** The models that types lead to. */
export function follow(models: Models, forms: ReadonlySet<ModelId>, roots: readonly Type[]): ReadonlySet<ModelId> {
  const reached = new Set<ModelId>();
  const open = roots.flatMap(references);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const model = models.get(id);
    if (model === undefined || reached.has(id)) continue;
    reached.add(id);
    open.push(...heldTypes(model, forms.has(id), models).flatMap(references));
  }
  return reached;
}

/** The types that the schema of a model names; a file of a form is binary, whatever the SDK wraps around it. */
function heldTypes(model: Model, isForm: boolean, models: Models): Type[] {
  if (model.kind === "enum") return [];
  if (model.kind === "union") return model.members.map(({ type }) => type);
  const types = model.properties.map(({ type }) => type.value);
  const held = isForm ? types.filter((type) => filePart(type, models) === undefined) : types;
  return model.additional === undefined ? held : [...held, model.additional];
}

/** The models that a type names, itself alone. */
function references(type: Type): ModelId[] {
  switch (type.kind) {
    case "reference":
      return [type.id];
    case "list":
    case "stream":
      return references(type.item);
    case "map":
      return references(type.value);
    case "nullable":
      return references(type.of);
    case "union":
      return type.members.flatMap(references);
    default:
      return [];
  }
}

function reference({ id }: Model): Type {
  return { kind: "reference", id };
}

/** The documents of an operation's parameters: its own, and those that all operations share. */
function wrappersOf(name: string): readonly string[] {
  return [plain(`${name}Request`), plain(`${name}Globals`)];
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{Nd}]/gu, "");
}
