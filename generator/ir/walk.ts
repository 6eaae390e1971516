import type { Model, Property } from "./model.ts";
import type { Operation, Pagination } from "./operation.ts";
import type { ModelId, Type } from "./type.ts";

/** How code walks the pages of an answer, property by property. */
export interface Walk {
  readonly pagination: Pagination;
  /** What one call answers. */
  readonly page: Type;
  readonly items: Way;
  readonly item: Type;
  /** The way to the next cursor; undefined unless pages follow by cursor. */
  readonly next: Way | undefined;
  /** The way to what says whether another page follows; undefined where the cursor does. */
  readonly more?: Way | undefined;
}

/** Properties from the answer on, outermost first; empty for the answer itself. */
export type Way = readonly Step[];

export interface Step {
  readonly model: ModelId;
  /** Which of the model's properties. */
  readonly property: number;
}

/** How the operation's pages are walked, or why its types do not allow it; undefined where it has no pages. */
export function walkOf(
  { pagination: { value: pagination }, replies, parameters, body }: Operation,
  models: ReadonlyMap<ModelId, Model>,
): Walk | string | undefined {
  if (pagination === null) return undefined;
  const [reply, another] = replies.value;
  if (reply?.kind !== "json" || another !== undefined) return "an answer that is JSON of one type";
  const items = follow(reply.type, pagination.items, models);
  if (items?.type.kind !== "list") return `a list at ${spelled(pagination.items)}`;
  const begin =
    pagination.in === "body"
      ? fieldOf(body, pagination.parameter, models)
      : parameters.find((one) => one.location.value === "query" && one.wireName.value === pagination.parameter);
  const kind = begin === undefined ? undefined : scalarKind(begin.type.value);
  if (kind === undefined) return `\`${pagination.parameter}\` as a text or a number in the ${pagination.in}`;
  const walk = { pagination, page: reply.type, items: items.way, item: items.type.item };
  if (pagination.kind !== "cursor")
    return kind === "number" ? { ...walk, next: undefined } : `a number for \`${pagination.parameter}\``;
  const next = follow(reply.type, pagination.next, models);
  if (next === undefined || scalarKind(next.type) !== kind)
    return `what \`${pagination.parameter}\` takes at ${spelled(pagination.next)}`;
  const more = pagination.more && follow(reply.type, pagination.more, models);
  if (pagination.more !== undefined && more?.type.kind !== "boolean") return `a boolean at ${spelled(pagination.more)}`;
  return { ...walk, next: next.way, more: more?.way };
}

/** A field of the body, where a copy of the body may have another value for it. */
function fieldOf(body: Operation["body"], name: string, models: ReadonlyMap<ModelId, Model>): Property | undefined {
  const model = body?.type.kind === "reference" ? models.get(body.type.id) : undefined;
  if (body === null || model?.kind !== "object") return undefined;
  // Of a body that is left out there is no copy.
  const isAlways = body.presence.value === "required" || body.as === "spread";
  const others = model.properties.filter(({ wireName }) => wireName.value !== name);
  if (!isAlways && others.some(({ presence }) => presence.value === "required")) return undefined;
  return model.properties.find(({ wireName }) => wireName.value === name);
}

function spelled(way: readonly string[]): string {
  return way.length === 0 ? "the root of the answer" : `\`${way.join(".")}\``;
}

/** What stands at the end of a way of wire names; undefined where a type on it has no such property. */
function follow(
  from: Type,
  names: readonly string[],
  models: ReadonlyMap<ModelId, Model>,
): { readonly type: Type; readonly way: Way } | undefined {
  let type = bare(from);
  const way: Step[] = [];
  for (const name of names) {
    const model = type.kind === "reference" ? models.get(type.id) : undefined;
    if (model?.kind !== "object" || model.role.value === "envelope") return undefined;
    const index = model.properties.findIndex(({ wireName }) => wireName.value === name);
    const property = model.properties[index];
    if (property === undefined) return undefined;
    way.push({ model: model.id, property: index });
    type = bare(property.type.value);
  }
  return { type, way };
}

function bare(type: Type): Type {
  return type.kind === "nullable" ? bare(type.of) : type;
}

function scalarKind(type: Type): "string" | "number" | undefined {
  const { kind } = bare(type);
  if (kind === "integer" || kind === "number") return "number";
  return kind === "string" ? "string" : undefined;
}
