import type { Api, Model, ModelId, RequestBody } from "../../ir/index.ts";
import { filePart } from "../file-part.ts";
import { heldTypes, references, usersOf } from "./plan.ts";

/** The models that travel as forms. */
export interface FormPlan {
  /** The bodies of multipart requests. */
  readonly forms: ReadonlySet<ModelId>;
  /** Those of them that are never JSON: nothing answers with them, refers to them or sends them as JSON. */
  readonly mereForms: ReadonlySet<ModelId>;
  /** Objects of content and file name, as SDKs hand files over, that only such forms refer to. */
  readonly handles: ReadonlySet<ModelId>;
}

/** `own`: the models that the package may have; what only others refer to is referred to by none. */
export function planForms(operations: Api["operations"], own: readonly Model[], read: ReadonlySet<ModelId>): FormPlan {
  const models = new Map(own.map((model) => [model.id, model]));
  const bodies = operations.flatMap(({ body }) => (body === null ? [] : [body]));
  const isMultipart = ({ encoding }: (typeof bodies)[number]): boolean => encoding.value === "multipart";
  const sent = (some: typeof bodies): ModelId[] =>
    some.flatMap(({ type }) => (type.kind === "reference" && models.get(type.id)?.kind === "object" ? [type.id] : []));
  const forms = new Set(sent(bodies.filter(isMultipart)));
  const users = usersOf(own);
  const json = new Set(bodies.filter((body) => !isMultipart(body)).flatMap(({ type }) => references(type)));
  const mereForms = new Set(
    [...forms].filter(
      (id) => !read.has(id) && !json.has(id) && users.get(id) === undefined && models.get(id)?.read === undefined,
    ),
  );
  return { forms, mereForms, handles: handlesOf(mereForms, models, users, (id) => read.has(id) || json.has(id)) };
}

/** Whether the body goes as a URL-encoded form. What has no keys cannot be one, and is JSON. */
export function isUrlEncoded({ encoding, type }: RequestBody, models: ReadonlyMap<ModelId, Model>): boolean {
  if (encoding.value !== "form") return false;
  return type.kind === "map" || (type.kind === "reference" && models.get(type.id)?.kind !== "enum");
}

/** From the files of the forms on, what nothing else refers to. */
function handlesOf(
  mereForms: ReadonlySet<ModelId>,
  models: ReadonlyMap<ModelId, Model>,
  users: ReadonlyMap<ModelId, ReadonlySet<ModelId>>,
  isSent: (id: ModelId) => boolean,
): ReadonlySet<ModelId> {
  const handles = new Set<ModelId>();
  const parts = [...mereForms].flatMap((id) => heldTypesOf(models.get(id)));
  const open = parts.filter((type) => filePart(type, models) !== undefined).flatMap(references);
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const isOwn = [...(users.get(id) ?? [])].every((user) => mereForms.has(user) || handles.has(user));
    if (handles.has(id) || !isOwn || isSent(id)) continue;
    handles.add(id);
    open.push(...heldTypesOf(models.get(id)).flatMap(references));
  }
  return handles;
}

function heldTypesOf(model: Model | undefined): ReturnType<typeof heldTypes> {
  return model === undefined ? [] : heldTypes(model);
}
