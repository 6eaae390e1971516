import type { Model, ObjectModel, Property } from "../model.ts";
import type { ModelId, Type } from "../type.ts";
import { isAssignable } from "./assignable.ts";
import { type Part, partOf } from "./part.ts";
import { isIndex } from "./words.ts";

export type Models = ReadonlyMap<ModelId, Model>;

/** How an object is made of its pieces, which a stream sends one after the other. */
export interface Assembly {
  readonly piece: ObjectModel;
  readonly whole: ObjectModel;
  /** How each property of the whole is made, in their order; a whole lacks what has no part. */
  readonly parts: readonly AssembledProperty[];
  /** The properties that pieces alone have, and how they would be made. */
  readonly rest: readonly AssembledProperty[];
  /** Whether the pieces' fields that are known by their type alone are such fields of the whole. */
  readonly hasAdditional: boolean;
}

export interface AssembledProperty {
  readonly property: Property;
  /** The property of the pieces; null where the whole has one value whatever they say. */
  readonly from: Property | null;
  readonly part: Part;
}

/** The assemblies of an object and of the objects in it, by the models of piece and whole. */
export type Assemblies = ReadonlyMap<string, Assembly>;

export function assemblyKey(piece: ModelId, whole: ModelId): string {
  return `${piece} ${whole}`;
}

/**
 * How a model is made of pieces of another one. Undefined unless both say so by their structure: what pieces cannot lack
 * has a place in the whole, what the whole cannot lack comes from the pieces, and something tells pieces from values that
 * take each other's place: a list whose items have an `index`, or an object under another name (a `delta` of a
 * `message`).
 */
export function assemble(models: Models, piece: ModelId, whole: ModelId): Assemblies | undefined {
  const made = new Map<string, Assembly | "open" | "none">();
  if (!joins(piece, whole, true)) return undefined;
  const assemblies = new Map([...made].flatMap(([key, one]) => (typeof one === "string" ? [] : [[key, one] as const])));
  const used = reachable(assemblies, assemblyKey(piece, whole));
  const parts = [...used.values()].flatMap((one) => one.parts);
  const isWhole = parts.every(({ part }) => !isJoin(part) || used.has(assemblyKey(part.piece, part.whole)));
  return isWhole && parts.some(isSign) ? used : undefined;

  /** Whether one object is made of pieces of another; an object in itself is asked for but once. */
  function joins(one: ModelId, other: ModelId, isRoot = false): boolean {
    const key = assemblyKey(one, other);
    const found = made.get(key);
    if (found !== undefined) return found !== "none";
    const [from, to] = [models.get(one), models.get(other)];
    if (!isData(from) || !isData(to)) return false;
    made.set(key, "open");
    const assembly = assembleObject(models, from, to, isRoot, joins);
    made.set(key, assembly ?? "none");
    return assembly !== undefined;
  }
}

export type Joins = (piece: ModelId, whole: ModelId) => boolean;

function isData(model: Model | undefined): model is ObjectModel {
  return model?.kind === "object" && model.role.value === "data";
}

function assembleObject(
  models: Models,
  piece: ObjectModel,
  whole: ObjectModel,
  isRoot: boolean,
  joins: Joins,
): Assembly | undefined {
  const twin = (of: ObjectModel, { wireName }: Property): Property | undefined =>
    of.properties.find((other) => other.wireName.value === wireName.value);
  const lone = piece.properties.filter((property) => twin(whole, property) === undefined);
  const open = whole.properties.filter((property) => twin(piece, property) === undefined);
  const stand = standIn(models, lone, open, joins);
  const parts: AssembledProperty[] = [];
  for (const property of whole.properties) {
    const from = stand?.whole === property ? stand.piece : twin(piece, property);
    const part = partOf({ models, joins, isRoot }, from, property);
    if (part !== undefined) parts.push({ property, from: from ?? null, part });
    else if (from !== undefined || property.presence.value === "required") return undefined;
  }
  const rest = lone.filter((property) => property !== stand?.piece && !isIndex(property));
  if (rest.some(({ presence }) => presence.value === "required")) return undefined;
  const { additional: one } = piece;
  const { additional: other } = whole;
  const hasAdditional = one !== undefined && other !== undefined && isAssignable(models, one, other);
  return { piece, whole, parts, rest: rest.map((property) => restOf(models, isRoot, property)), hasAdditional };
}

/** What has no place in the whole is not joined further down: of objects, the last one stands. */
function restOf(models: Models, isRoot: boolean, property: Property): AssembledProperty {
  const part = partOf({ models, joins: () => false, isRoot }, property, property);
  return { property, from: property, part: part ?? { kind: "last", isRead: false } };
}

/**
 * The one object of the pieces that stands for an object of another name in the whole. They are one when they share half
 * of the fields of the smaller of the two: all 4 pairs of four vendors share two thirds or more.
 */
function standIn(
  models: Models,
  lone: readonly Property[],
  open: readonly Property[],
  joins: Joins,
): { readonly piece: Property; readonly whole: Property } | undefined {
  const pairs = lone.flatMap((piece) =>
    open.filter((whole) => sharesFields(models, piece, whole, joins)).map((whole) => ({ piece, whole })),
  );
  return pairs.length === 1 ? pairs[0] : undefined;
}

function sharesFields(models: Models, piece: Property, whole: Property, joins: Joins): boolean {
  const [one, other] = [objectIn(models, piece.type.value), objectIn(models, whole.type.value)];
  if (one === undefined || other === undefined) return false;
  const names = new Set(other.properties.map(({ wireName }) => wireName.value));
  const shared = one.properties.filter(({ wireName }) => names.has(wireName.value)).length;
  const smaller = Math.min(one.properties.length, other.properties.length);
  return shared > 0 && shared * 2 >= smaller && joins(one.id, other.id);
}

function objectIn(models: Models, type: Type): ObjectModel | undefined {
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  return isData(model) ? model : undefined;
}

/** What tells pieces from values that take each other's place. */
function isSign({ property, from, part }: AssembledProperty): boolean {
  if (part.kind === "objects") return part.index !== null;
  return part.kind === "object" && from !== null && from.wireName.value !== property.wireName.value;
}

function reachable(assemblies: Assemblies, root: string): Assemblies {
  const reached = new Map<string, Assembly>();
  const open = [root];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const assembly = assemblies.get(key);
    if (assembly === undefined || reached.has(key)) continue;
    reached.set(key, assembly);
    for (const { part } of assembly.parts) if (isJoin(part)) open.push(assemblyKey(part.piece, part.whole));
  }
  return reached;
}

function isJoin(part: Part): part is Extract<Part, { readonly piece: ModelId }> {
  return part.kind === "object" || part.kind === "objects";
}
