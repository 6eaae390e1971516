import fc from "fast-check";
import type { Api, Model, ModelId, ObjectModel, Property, Type } from "../../generator/ir/index.ts";
import type { JsonObject } from "../../templates/typescript/runtime/json.ts";
import { typescriptName } from "./arbitrary.ts";

/** The values of a model as TypeScript holds them. */
type Value = { readonly [name: string]: unknown };

/** How a package reads and gives the fields that its docs do not know. */
export interface Further {
  readonly unknownFields: (model: object) => Readonly<JsonObject>;
  readonly withUnknownFields: (model: object, fields: Readonly<JsonObject>) => object;
}

/** An answer, and pieces that a server may send it in. */
export interface Split {
  readonly whole: object;
  readonly pieces: readonly object[];
}

/**
 * Cuts answers into pieces, as the docs of the models say that a server does: an object of `index` says which item a piece
 * belongs to, and an object that the whole lacks stands for one that the piece lacks.
 */
export function splitterOf(
  api: Api,
  further: Further,
): (piece: ModelId, whole: ModelId, value: object) => fc.Arbitrary<Split> {
  const models = new Map(api.models.map((model) => [model.id, model]));
  return (piece, whole, value) => {
    const [from, to] = [objectModel(piece), objectModel(whole)];
    const sendable = sendableOf(from, to, value);
    return fc
      .integer({ min: 1, max: 4 })
      .chain((count) => split(from, to, sendable, count, true))
      .map((pieces) => ({ whole: sendable, pieces }));
  };

  function objectModel(id: ModelId): ObjectModel {
    const model = models.get(id);
    if (model?.kind !== "object") throw new Error(`${id} is no object`);
    return model;
  }

  function modelOf(type: Type): Model | undefined {
    return type.kind === "reference" ? models.get(type.id) : undefined;
  }

  /** The property of the whole that one of the pieces speaks of. */
  function counterpart(piece: ObjectModel, whole: ObjectModel, property: Property): Property | undefined {
    const named = (of: ObjectModel, name: string): Property | undefined =>
      of.properties.find(({ wireName }) => wireName.value === name);
    const same = named(whole, property.wireName.value);
    const isObject = ({ type }: Property): boolean => modelOf(type.value)?.kind === "object";
    if (same !== undefined || !isObject(property)) return same;
    return whole.properties.find((other) => isObject(other) && named(piece, other.wireName.value) === undefined);
  }

  /** The nearest value that pieces can say: without what they have no property for, and its items numbered. */
  function sendableOf(piece: ObjectModel, whole: ObjectModel, value: object, place?: number): object {
    const sent: [string, unknown][] = [];
    for (const property of piece.properties) {
      const other = counterpart(piece, whole, property);
      const own = other === undefined ? undefined : (value as Value)[nameOf(other)];
      if (other === undefined || own === undefined) continue;
      sent.push([nameOf(other), sendableValue(property, other, own, place)]);
    }
    for (const property of whole.properties)
      if (property.type.value.kind === "literal" && property.presence.value === "required")
        sent.push([nameOf(property), property.type.value.value]);
    return attached(Object.fromEntries(sent), further.unknownFields(value));
  }

  function sendableValue(property: Property, other: Property, value: unknown, place: number | undefined): unknown {
    const { value: type } = property.type;
    if (property.wireName.value === "index" && place !== undefined) return place;
    // A union of the answer that pieces send as a text.
    if (type.kind === "string" && modelOf(other.type.value)?.kind === "union") return JSON.stringify(value);
    const items = pairOf(type, other.type.value);
    if (items === undefined || value === null) return value;
    const [from, to] = items;
    if (Array.isArray(value)) return value.map((item, index) => sendableOf(from, to, item, index));
    return property.wireName.value === "usage" ? value : sendableOf(from, to, value as object);
  }

  /** The models of an object, or of the items of a list, in the piece and in the whole. */
  function pairOf(one: Type, other: Type): readonly [ObjectModel, ObjectModel] | undefined {
    if (one.kind === "list" && other.kind === "list") {
      const items = pairOf(one.item, other.item);
      return items?.[0].properties.some(({ wireName }) => wireName.value === "index") ? items : undefined;
    }
    const [from, to] = [modelOf(one), modelOf(other)];
    return from?.kind === "object" && to?.kind === "object" ? [from, to] : undefined;
  }

  function split(
    piece: ObjectModel,
    whole: ObjectModel,
    value: object,
    count: number,
    isRoot = false,
  ): fc.Arbitrary<readonly object[]> {
    const columns = piece.properties.map((property) => {
      const other = counterpart(piece, whole, property);
      const own = other === undefined ? undefined : (value as Value)[nameOf(other)];
      return own === undefined || other === undefined
        ? fc.constant(Array<unknown>(count).fill(undefined))
        : column(property, other, own, count, isRoot);
    });
    return fc.tuple(fc.tuple(...columns), fc.nat({ max: count - 1 })).map(([cells, place]) =>
      Array.from({ length: count }, (_, at) => {
        const said = piece.properties.flatMap((property, index) => {
          const cell = cells[index]?.[at];
          return cell === undefined ? [] : [[nameOf(property), cell] as const];
        });
        return attached(Object.fromEntries(said), at === place ? further.unknownFields(value) : {});
      }),
    );
  }

  /** What each piece says of one property. */
  function column(
    property: Property,
    other: Property,
    value: unknown,
    count: number,
    isRoot: boolean,
  ): fc.Arbitrary<readonly unknown[]> {
    const { value: type } = property.type;
    if (property.wireName.value === "usage") return fc.constant([...Array<unknown>(count - 1).fill(undefined), value]);
    if (other.type.value.kind === "literal" && type.kind === "string") return repeated(`${value}.piece`, count);
    const isName = isRoot || /^(id|name|reason|role|type)$/.test(property.words.at(-1) ?? "");
    if (typeof value === "string" && !isName && modelOf(type)?.kind !== "enum")
      return cuts(value.length, count).map((ends) => ends.map((end, at) => value.slice(ends[at - 1] ?? 0, end)));
    const items = pairOf(type, other.type.value);
    if (value === null || (items === undefined && !Array.isArray(value) && type.kind !== "map"))
      return repeated(value, count);
    if (items === undefined) return slices(value as object, count);
    const [from, to] = items;
    if (!Array.isArray(value)) return split(from, to, value as object, count);
    return fc.tuple(...value.map((item) => split(from, to, item, count)), fc.nat()).map((parts) => {
      const turn = Number(parts.at(-1));
      return Array.from({ length: count }, (_, at) =>
        turned(
          value.flatMap((_, index) => numbered((parts[index] as readonly object[])[at] ?? {}, index, at)),
          turn + at,
        ),
      );
    });
  }

  /** A piece that says nothing of an item but its number may as well not be there. */
  function numbered(part: object, index: number, at: number): readonly object[] {
    const isSilent = Object.keys(part).every((name) => name === "index") && at > 0;
    return isSilent && Object.keys(further.unknownFields(part)).length === 0 ? [] : [{ ...part, index }];
  }

  function attached(value: object, fields: Readonly<JsonObject>): object {
    return Object.keys(fields).length === 0 ? value : further.withUnknownFields(value, fields);
  }
}

function nameOf({ words }: Property): string {
  return typescriptName(words);
}

/** A value that one piece says, or several. */
function repeated(value: unknown, count: number): fc.Arbitrary<readonly unknown[]> {
  const said = fc.array(fc.boolean(), { minLength: count, maxLength: count }).filter((one) => one.includes(true));
  return said.map((one) => one.map((isSaid) => (isSaid ? value : undefined)));
}

/** Where the pieces of something end; the last one at its end. */
function cuts(length: number, count: number): fc.Arbitrary<readonly number[]> {
  const some = fc.array(fc.nat({ max: length }), { minLength: count - 1, maxLength: count - 1 });
  return some.map((ends) => [...ends.sort((one, other) => one - other), length]);
}

function slices(value: object, count: number): fc.Arbitrary<readonly unknown[]> {
  const entries = Object.entries(value);
  return cuts(entries.length, count).map((ends) =>
    ends.map((end, at) => {
      const some = entries.slice(ends[at - 1] ?? 0, end);
      return Array.isArray(value) ? some.map(([, item]) => item) : Object.fromEntries(some);
    }),
  );
}

function turned<T>(items: readonly T[], by: number): readonly T[] {
  const at = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
