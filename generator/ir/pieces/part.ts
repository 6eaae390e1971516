import { isFreeObject } from "../free-object.ts";
import type { Model, ObjectModel, Property } from "../model.ts";
import type { ModelId, Type } from "../type.ts";
import type { Joins, Models } from "./assembly.ts";
import { isAssignable, membersOf, scalarOf } from "./assignable.ts";
import { isIndex, isLabel } from "./words.ts";

/** How one property of a whole is made of what pieces have under its name. */
export type Part =
  /** The one value that the whole may have. */
  | { readonly kind: "constant"; readonly value: string | number | boolean | null }
  /** The value that was sent last; `isRead` where it has to be told that it is one of the whole's values. */
  | { readonly kind: "last"; readonly isRead: boolean }
  /** Texts append. */
  | { readonly kind: "text" }
  /** Texts append, and so do lists; a text between lists is an item with it in `text` and these constants. */
  | { readonly kind: "content"; readonly text: Property; readonly item: ObjectModel }
  /** Lists append. */
  | { readonly kind: "items" }
  /** Later entries replace earlier ones of their key. */
  | { readonly kind: "entries" }
  | { readonly kind: "object"; readonly piece: ModelId; readonly whole: ModelId }
  /** Items of one index are pieces of one item; without an index each is an item. */
  | {
      readonly kind: "objects";
      readonly piece: ModelId;
      readonly whole: ModelId;
      readonly index: Property | null;
    };

interface Context {
  readonly models: Models;
  readonly joins: Joins;
  /**
   * Whether the object at hand is the chunk itself, whose texts speak of the whole answer and are repeated: none of the
   * 17 of three vendors and one more API grows. Wrong for a chunk that has a growing text beside its list.
   */
  readonly isRoot: boolean;
}

/** Undefined where the whole's property cannot be made of the pieces'. */
export function partOf(context: Context, from: Property | undefined, property: Property): Part | undefined {
  const { models } = context;
  const { value: whole } = property.type;
  const only = onlyValue(models, whole);
  if (only !== undefined) {
    const isMade = from === undefined ? property.presence.value === "required" : isScalar(models, from.type.value);
    return isMade ? { kind: "constant", value: only } : undefined;
  }
  if (from === undefined) return undefined;
  const { value: piece } = from.type;
  if (holdsText(models, piece) && isAssignable(models, piece, whole)) return textPart(context, from, whole);
  if (piece.kind === "list") return listPart(context, piece.item, whole);
  if (piece.kind === "map" && isAssignable(models, piece, whole))
    return whole.kind === "map" ? { kind: "entries" } : last;
  const [one, other] = [modelOf(models, piece), modelOf(models, whole)];
  if (one?.kind === "object" && other?.kind === "object") {
    if (one === other && !grows(models, one, new Set())) return last;
    if (isFreeObject(one) && isFreeObject(other)) return { kind: "entries" };
    return context.joins(one.id, other.id) ? { kind: "object", piece: one.id, whole: other.id } : undefined;
  }
  if (isAssignable(models, piece, whole)) return last;
  const scalar = scalarOf(models, piece);
  const isNarrower = scalar !== undefined && scalar === scalarOf(models, whole);
  return isNarrower ? { kind: "last", isRead: true } : undefined;
}

const last: Part = { kind: "last", isRead: false };

function textPart({ models, isRoot }: Context, from: Property, whole: Type): Part | undefined {
  const { value: piece } = from.type;
  if (membersOf(models, piece).some(({ kind }) => kind === "list")) return contentPart(models, whole);
  return isRoot || isLabel(from.words) ? last : { kind: "text" };
}

/** A list with texts in between needs a form for them: an object with a `text`, and nothing else but constants. */
function contentPart(models: Models, whole: Type): Part | undefined {
  const lists = membersOf(models, whole).flatMap((member) => (member.kind === "list" ? [member.item] : []));
  const forms = lists.flatMap((item) => membersOf(models, item)).flatMap((item) => textForm(models, item));
  return forms[0];
}

function textForm(models: Models, item: Type): readonly Part[] {
  const model = modelOf(models, item);
  if (model?.kind !== "object") return [];
  const text = model.properties.find(({ wireName, type }) => wireName.value === "text" && type.value.kind === "string");
  const isForm = model.properties.every(
    (property) =>
      property === text ||
      property.presence.value === "optional" ||
      onlyValue(models, property.type.value) !== undefined,
  );
  return text === undefined || !isForm ? [] : [{ kind: "content", text, item: model }];
}

function listPart({ models, joins }: Context, item: Type, whole: Type): Part | undefined {
  const isSame = isAssignable(models, { kind: "list", item }, whole);
  const one = modelOf(models, item);
  const other = whole.kind === "list" ? modelOf(models, whole.item) : undefined;
  const index = one?.kind === "object" ? one.properties.find(isIndex) : undefined;
  if (isSame && index === undefined) return { kind: "items" };
  if (one?.kind !== "object" || other?.kind !== "object" || !joins(one.id, other.id)) return undefined;
  return { kind: "objects", piece: one.id, whole: other.id, index: index ?? null };
}

/** Whether an object that is sent twice says more than when it was sent last. */
function grows(models: Models, { id, properties }: ObjectModel, above: ReadonlySet<ModelId>): boolean {
  if (above.has(id)) return false;
  return properties.some(({ type, words }) => {
    const { value } = type;
    if (value.kind === "list" || value.kind === "map") return true;
    if (holdsText(models, value)) return !isLabel(words);
    const model = modelOf(models, value);
    return model?.kind === "object" && grows(models, model, new Set([...above, id]));
  });
}

function holdsText(models: Models, type: Type): boolean {
  return membersOf(models, type).some(({ kind }) => kind === "string");
}

function isScalar(models: Models, type: Type): boolean {
  return type.kind === "literal" || scalarOf(models, type) !== undefined;
}

/** The value of a literal, or of a closed enum that has no other. */
export function onlyValue(models: Models, type: Type): string | number | boolean | null | undefined {
  if (type.kind === "literal") return type.value;
  const model = modelOf(models, type);
  return model?.kind === "enum" && !model.open.value && model.values.length === 1 ? model.values[0]?.value : undefined;
}

function modelOf(models: Models, type: Type): Model | undefined {
  return type.kind === "reference" ? models.get(type.id) : undefined;
}
