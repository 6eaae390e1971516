import type { Model, ObjectModel, Property } from "./model.ts";
import type { ModelId, Type } from "./type.ts";

type Models = ReadonlyMap<ModelId, Model>;

/** Whether two properties of the same name may differ in one comparison. */
export type Exempt = (one: Property, other: Property) => boolean;

const none: Exempt = () => false;

/**
 * Whether two types take the same JSON, whatever their models are called and described as: generators of docs give each
 * use of an inline schema a document of its own. `exempt` is asked about the properties of the outermost objects.
 */
export function sameTypes(models: Models, one: Type, other: Type, exempt: Exempt = none): boolean {
  return same(one, other, { models, exempt, assumed: new Set() });
}

interface Comparison {
  readonly models: Models;
  readonly exempt: Exempt;
  /** Pairs of models that are being compared: a cycle that comes back to one differs nowhere. */
  readonly assumed: ReadonlySet<string>;
}

function same(one: Type, other: Type, comparison: Comparison): boolean {
  if (one.kind === "reference" && other.kind === "reference") return sameReferences(one.id, other.id, comparison);
  const inner = { ...comparison, exempt: none };
  switch (one.kind) {
    case "literal":
      return other.kind === "literal" && one.value === other.value;
    case "list":
      return other.kind === "list" && same(one.item, other.item, inner);
    case "map":
      return other.kind === "map" && same(one.value, other.value, inner);
    case "nullable":
      return other.kind === "nullable" && same(one.of, other.of, inner);
    case "union":
      return other.kind === "union" && areAlike(one.members, other.members, (a, b) => same(a, b, comparison));
    case "stream":
      return other.kind === "stream" && one.framing === other.framing && same(one.item, other.item, inner);
    default:
      return one.kind === other.kind;
  }
}

function sameReferences(one: ModelId, other: ModelId, comparison: Comparison): boolean {
  const pair = `${one} ${other}`;
  if (one === other || comparison.assumed.has(pair)) return true;
  const [a, b] = [comparison.models.get(one), comparison.models.get(other)];
  const inner = { ...comparison, assumed: new Set([...comparison.assumed, pair]) };
  if (a?.kind === "enum" && b?.kind === "enum")
    return a.open.value === b.open.value && areAlike(a.values, b.values, ({ value }, of) => value === of.value);
  if (a?.kind === "union" && b?.kind === "union")
    return a.tag.value === b.tag.value && areAlike(a.members, b.members, (x, y) => same(x.type, y.type, inner));
  return a?.kind === "object" && b?.kind === "object" && sameObjects(a, b, inner);
}

function sameObjects(one: ObjectModel, other: ObjectModel, { exempt, ...comparison }: Comparison): boolean {
  const inner = { ...comparison, exempt: none };
  const others = new Map(other.properties.map((property) => [property.wireName.value, property]));
  const additional = [one.additional, other.additional].flatMap((type) => type ?? []);
  const [a, b] = additional;
  return (
    others.size === one.properties.length &&
    additional.length !== 1 &&
    (a === undefined || b === undefined || same(a, b, inner)) &&
    one.properties.every((property) => {
      const twin = others.get(property.wireName.value);
      return twin !== undefined && (exempt(property, twin) || sameProperties(property, twin, inner));
    })
  );
}

function sameProperties(one: Property, other: Property, comparison: Comparison): boolean {
  return (
    one.presence.value === other.presence.value &&
    one.nullable.value === other.nullable.value &&
    one.default?.value === other.default?.value &&
    same(one.type.value, other.type.value, comparison)
  );
}

function areAlike<T>(ones: readonly T[], others: readonly T[], alike: (one: T, other: T) => boolean): boolean {
  return (
    ones.length === others.length &&
    ones.every((one, index) => {
      const other = others[index];
      return other !== undefined && alike(one, other);
    })
  );
}
