import type { Fact, ModelId, ObjectRole } from "../../ir/index.ts";
import type { Draft, DraftField, DraftModel, DraftObject, DraftOperation } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { pathVariables } from "../names/evidence.ts";
import { titlesAfter, unwrap } from "../uses.ts";
import { fillsPath } from "./location.ts";

/** The objects of the draft by what tells that they belong to a request, so that no operation looks at all of them. */
export interface RequestModels {
  /** The first object of a title, in normal form. */
  readonly byTitle: ReadonlyMap<string, Shelved>;
  /** Objects of data by a field that needs a row where the object is the body: the one that fewest objects have. */
  readonly byRow: ReadonlyMap<string, readonly Shelved[]>;
  /** The fields beside a variable of their operation's path, in all objects that have one. */
  readonly parameters: ReadonlySet<string>;
  /** Whether a body that is all of its operation's request is called `<operation>RequestBody`. */
  readonly suffixed: boolean;
  /** Whether documents of parameters have a namespace to themselves. */
  readonly apart: boolean;
  /** Whether methods take a body that is all of their request in one argument, and not its fields. */
  readonly whole: boolean;
}

interface Shelved {
  /** Where the object stands in the draft. */
  readonly at: number;
  readonly model: DraftObject;
}

/** The namespaces of documents that SDKs make up for an operation. */
export const wrapperNamespaces: ReadonlySet<string> = new Set(["operations", "requests", "api"]);

/** Looks over the draft once. */
export function requestModels(
  { models, operations }: Draft,
  byId: ReadonlyMap<ModelId, DraftModel>,
  roles: ReadonlyMap<ModelId, Fact<ObjectRole>>,
): RequestModels {
  const objects = models.flatMap((model, at): Shelved[] => (model.kind === "object" ? [{ at, model }] : []));
  const byTitle = new Map([...objects].reverse().map((shelved) => [norm(shelved.model.title), shelved]));
  const data = objects.filter(({ model }) => roles.get(model.id)?.value === "data");
  const counts = new Map<string, number>();
  for (const { model } of data) for (const key of keysOf(model)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const byRow = new Map<string, Shelved[]>();
  for (const shelved of data) {
    for (const key of needed(shelved.model, counts)) {
      const shelf = byRow.get(key) ?? [];
      shelf.push(shelved);
      byRow.set(key, shelf);
    }
  }
  const wrappers = models.filter(({ namespace }) => wrapperNamespaces.has(namespace));
  const apart = wrappers.some(({ kind, title }) => kind === "object" && /request$/.test(norm(title)));
  return {
    byTitle,
    byRow,
    parameters: new Set(operations.flatMap((operation) => parametersOf(operation, byId))),
    // Where wrappers have a namespace, what SDKs make up is in it, and a schema of the API that is called so is not.
    suffixed: hasLoneSuffixedBody(apart ? wrappers : models, operations),
    apart,
    whole: operations.some((operation) => hasWholeBody(operation, apart, byId)),
  };
}

/** Whether the one row of the operation is for an object that is no document of its parameters. */
function hasWholeBody({ request }: DraftOperation, apart: boolean, models: ReadonlyMap<ModelId, DraftModel>): boolean {
  const type = request === null ? undefined : unwrap(request.sightings[0].type);
  const model = type?.kind === "reference" ? models.get(type.id) : undefined;
  return apart && model?.kind === "object" && !wrapperNamespaces.has(model.namespace);
}

/**
 * Beside parameters a body has the suffix in all docs; there the operation has a document of its parameters, too. So have
 * the items of a body that is a list or a map, which are called so in younger docs as well (both such bodies of one API).
 */
function hasLoneSuffixedBody(models: readonly DraftModel[], operations: readonly DraftOperation[]): boolean {
  const titles = new Set(models.map(({ title }) => norm(title)));
  const has = (operation: DraftOperation, suffix: string): boolean =>
    titlesAfter(operation, suffix).some((title) => titles.has(title));
  return operations.some((operation) => {
    const holdsSeveral = ["list", "map"].includes(unwrap(operation.request?.sightings[0].type ?? { kind: "any" }).kind);
    return !holdsSeveral && has(operation, "requestbody") && !has(operation, "request");
  });
}

/** The objects that may have these rows, in the order of the draft. */
export function withRows({ byRow }: RequestModels, names: ReadonlySet<string>): readonly DraftObject[] {
  const found = new Map([...names].flatMap((name) => byRow.get(name) ?? []).map((shelved) => [shelved.at, shelved]));
  return [...found.values()].sort((a, b) => a.at - b.at).map(({ model }) => model);
}

/** The first object in the draft that has one of the titles. */
export function titled({ byTitle }: RequestModels, titles: readonly string[]): DraftObject | undefined {
  const [first] = titles.flatMap((title) => byTitle.get(norm(title)) ?? []).sort((a, b) => a.at - b.at);
  return first?.model;
}

/** The name of a row in normal form. */
export function nameOf(field: DraftField): string {
  return norm(field.sightings[0].name);
}

/** A constant needs no row. */
export function isConstant(field: DraftField): boolean {
  return unwrap(field.sightings[0].type).kind === "literal";
}

function keysOf({ fields }: DraftObject): readonly string[] {
  return fields.map(nameOf);
}

/** One name that must have a row; of an object of constants alone, any may. */
function needed({ fields }: DraftObject, counts: ReadonlyMap<string, number>): readonly string[] {
  const names = fields.filter((field) => !isConstant(field)).map(nameOf);
  const [rarest] = [...names].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  return rarest === undefined ? [...new Set(fields.map(nameOf))] : [rarest];
}

function parametersOf(
  { request, sightings }: DraftOperation,
  models: ReadonlyMap<ModelId, DraftModel>,
): readonly string[] {
  const type = request === null ? undefined : unwrap(request.sightings[0].type);
  const model = type?.kind === "reference" ? models.get(type.id) : undefined;
  const variables = sightings.flatMap(({ snippets }) => snippets.flatMap(({ snippet }) => pathVariables(snippet.path)));
  if (model?.kind !== "object") return [];
  // A variable of one path is a field of the body where methods are told apart by the last word of theirs.
  const others = model.fields.filter((field) => !fillsPath(field, variables));
  return others.length < model.fields.length ? others.map(nameOf) : [];
}
