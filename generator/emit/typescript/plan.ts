import type { Api, Body, Model, ModelId, Property, Type } from "../../ir/index.ts";
import type { ApiOptions } from "../../options.ts";
import { uniqueNames } from "../print/identifier.ts";
import { planForms } from "./form-plan.ts";
import { type ModelNames, nameModels } from "./names.ts";

/** What every emitter asks about the API at hand; made once, before the first line is printed. */
export interface Plan {
  readonly api: Api;
  readonly options: ApiOptions;
  /** The models that the package has. */
  readonly models: ReadonlyMap<ModelId, ModelPlan>;
  /** All models of the API, also those that the package leaves out. */
  readonly known: ReadonlyMap<ModelId, Model>;
}

export interface ModelPlan extends ModelNames {
  readonly model: Model;
  /** The model in whose file this one is declared: itself, or the only one that uses it. */
  readonly host: ModelId;
  /** Whether responses hold it, or nothing does; else only requests do. */
  readonly isRead: boolean;
  /** Whether it is JSON, and so has `decodeX` and `encodeX`: no envelope, no union with a stream, no mere form. */
  readonly isJson: boolean;
  /** Whether it is the body of a multipart request, and so has `formX`. */
  readonly isForm: boolean;
}

export function planModels(api: Api, options: ApiOptions): Plan {
  const names = nameModels(api, options);
  const byId = new Map(api.models.map((model) => [model.id, model]));
  const hosts = hostModels(api);
  const read = reach(
    byId,
    api.operations.flatMap((one) => [
      ...one.replies.value.flatMap(bodyTypes),
      ...one.errors.map((error) => error.type),
    ]),
  );
  const written = reach(
    byId,
    api.operations.flatMap((one) => [
      ...(one.body === null ? [] : [one.body.type]),
      ...one.parameters.map((parameter) => parameter.type.value),
    ]),
  );
  const models = new Map<ModelId, ModelPlan>();
  const wrappers = wrapperNames(api);
  const isUsed = ({ id }: Model): boolean => read.has(id) || written.has(id);
  const own = api.models.filter((one) => isUsed(one) || !isWrapper(one, wrappers));
  const { forms, mereForms, handles } = planForms(api.operations, own, read);
  for (const model of own.filter(({ id }) => !handles.has(id))) {
    const named = names.get(model.id);
    if (named === undefined) throw new Error(`The model ${model.id} has no name.`);
    const isRead = read.has(model.id) || !written.has(model.id) || model.read !== undefined;
    models.set(model.id, {
      ...named,
      model,
      host: hosts.get(model.id) ?? model.id,
      isRead,
      isJson: isJson(model) && !mereForms.has(model.id),
      isForm: forms.has(model.id),
    });
  }
  return { api, options, models, known: byId };
}

/**
 * Whether a model is the documents' list of one operation's parameters, `<operation id>Request`. It is no value on the
 * wire; the request type of the operation takes its place.
 */
function isWrapper(model: Model, wrappers: ReadonlySet<string>): boolean {
  return model.kind === "object" && model.read === undefined && wrappers.has(plain(model.title));
}

function wrapperNames({ operations }: Api): ReadonlySet<string> {
  const called = operations.filter(({ route, parameters }) => route !== null && parameters.length > 0);
  return new Set(called.map(({ id }) => plain(`${id}Request`)));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{Nd}]/gu, "");
}

/** The models by the one in whose file they are declared, hosts and models in the order of the API. */
export function byHost({ models }: Plan): ReadonlyMap<ModelPlan, readonly ModelPlan[]> {
  const hosts = [...models.values()].filter((one) => one.host === one.model.id);
  const groups = new Map(hosts.map((host): [ModelId, ModelPlan[]] => [host.model.id, []]));
  for (const one of models.values()) groups.get(one.host)?.push(one);
  return new Map(hosts.map((host) => [host, groups.get(host.model.id) ?? []]));
}

/** The plan of a model that the API holds. */
export function planOf(plan: Plan, id: ModelId): ModelPlan {
  const found = plan.models.get(id);
  if (found === undefined) throw new Error(`The type refers to ${id}, which is no model.`);
  return found;
}

/** The names of all members of a model's interface. */
export function memberNames({ model, properties }: ModelPlan): readonly string[] {
  const isOpen = model.kind === "object" && model.additional !== undefined;
  return isOpen ? [...properties, additionalName(properties)] : properties;
}

/** The member that holds the fields which the docs know by their type alone; a documented property keeps its name. */
export function additionalName(properties: readonly string[]): string {
  return uniqueNames(properties)("additionalProperties");
}

function isJson(model: Model): boolean {
  if (model.kind === "object") return model.role.value !== "envelope";
  return model.kind === "enum" || !model.members.some((member) => member.type.kind === "stream");
}

/** The types that a body holds. */
export function bodyTypes(body: Body): Type[] {
  if (body.kind === "json") return [body.type];
  return body.kind === "stream" ? [body.item] : [];
}

/** The models that a type names, itself alone. */
export function references(type: Type): ModelId[] {
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

/** The types that a model's declaration holds. */
export function heldTypes(model: Model): Type[] {
  if (model.kind === "enum") return [];
  if (model.kind === "union") return model.members.map((member) => member.type);
  const additional = model.additional === undefined ? [] : [model.additional];
  return [...model.properties.map((property: Property) => property.type.value), ...additional];
}

function reach(byId: ReadonlyMap<ModelId, Model>, roots: readonly Type[]): ReadonlySet<ModelId> {
  const reached = new Set<ModelId>();
  const open = roots.flatMap(references);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const model = byId.get(id);
    if (model === undefined || reached.has(id)) continue;
    reached.add(id);
    open.push(...heldTypes(model).flatMap(references));
    if (model.read !== undefined) open.push(...model.read.value.flatMap(bodyTypes).flatMap(references));
  }
  return reached;
}

/** Enums and unions that a single model uses stand in its file: a reader wants them there. */
function hostModels(api: Api): ReadonlyMap<ModelId, ModelId> {
  const users = usersOf(api.models);
  const called = new Set(
    api.operations.flatMap((one) => [
      ...one.replies.value.flatMap(bodyTypes).flatMap(references),
      ...one.parameters.flatMap((parameter) => references(parameter.type.value)),
      ...(one.body === null ? [] : references(one.body.type)),
    ]),
  );
  const byId = new Map(api.models.map((model) => [model.id, model]));
  return new Map(api.models.map((model) => [model.id, hostOf(model, new Set())]));

  function hostOf(model: Model, seen: ReadonlySet<ModelId>): ModelId {
    const using = [...(users.get(model.id) ?? [])].filter((id) => id !== model.id);
    const user = using.length === 1 ? byId.get(using[0] ?? "") : undefined;
    const isHosted = model.kind !== "object" && model.read === undefined && !called.has(model.id) && user !== undefined;
    if (!isHosted || seen.has(model.id)) return model.id;
    return hostOf(user, new Set([...seen, model.id]));
  }
}

/** The models that refer to each model. */
export function usersOf(models: readonly Model[]): ReadonlyMap<ModelId, ReadonlySet<ModelId>> {
  const users = new Map<ModelId, Set<ModelId>>();
  for (const model of models)
    for (const id of heldTypes(model).flatMap(references)) users.set(id, (users.get(id) ?? new Set()).add(model.id));
  return users;
}
