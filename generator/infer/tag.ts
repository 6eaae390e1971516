import type { Fact, Model, ModelId, ObjectModel, Place, Property, Type, UnionMember, UnionModel } from "../ir/index.ts";
import { nameKey, norm } from "../link/words.ts";
import { claim } from "./decide.ts";

/** The tag of a union, and the values of it that mean each member. */
export interface Tagged {
  readonly tag: Fact<string | null>;
  readonly members: readonly UnionMember[];
}

/** What a page calls the tag. */
export interface StatedTag {
  readonly name: string;
  readonly place: Place;
}

type TagValue = string | number | boolean;

/**
 * The property that holds another constant in each member: right for 74 of 78 discriminators. Members that are no
 * objects are told apart by their JSON type and do not count. A constant is often marked optional, because senders may
 * leave it out, so the mark is no condition; of several such properties the one that the page names or the required one wins.
 */
export function tagOf(union: UnionModel, models: ReadonlyMap<ModelId, Model>, stated?: StatedTag): Tagged {
  const members = union.members.map((member) => ({ member, objects: objectsOf(member.type, models, new Set()) }));
  const objects = members.flatMap((m) => (m.objects === undefined ? [] : [m.objects]));
  const plain = members.filter((m) => m.objects === undefined);
  const [first] = objects.flat();
  const readable = objects.length > 1 && plain.every((m) => !isObjectLike(m.member.type, models));
  const names = first === undefined || !readable ? [] : first.properties.map(({ wireName }) => wireName.value);
  const candidates = names.filter((name) => isDistinct(objects, name, models));
  const required = (name: string): boolean =>
    objects.flat().every((object) => property(object, name)?.presence.value === "required");
  const said = first?.properties.find(({ words }) => stated !== undefined && nameKey(words) === norm(stated.name));
  const isStated = said !== undefined && candidates.includes(said.wireName.value);
  const name = isStated
    ? said.wireName.value
    : (candidates.find((c) => c === "type" && required(c)) ?? candidates.find(required) ?? candidates[0]);
  if (name === undefined) {
    const why = "No property holds another constant in each member.";
    const none = claim<string | null>("tag/none", "derived", null, [`${union.page}#title`], why);
    return { tag: { value: null, because: [none], against: [] }, members: union.members };
  }
  const places = objects.flat().flatMap((object) => property(object, name)?.place ?? []);
  const because =
    isStated && stated !== undefined
      ? claim<string | null>(
          "tag/stated",
          "stated",
          name,
          [stated.place, ...places],
          "The page says what tells members apart.",
        )
      : claim<string | null>("tag/constants", "derived", name, places, "It is another constant in each member.");
  return {
    tag: { value: name, because: [because], against: [] },
    members: members.map((m) => ({
      ...m.member,
      tags: (m.objects ?? []).flatMap((o) => valuesAt(o, name, models) ?? []),
    })),
  };
}

/** The objects that a member may be, through unions of unions; undefined where it may be something else. */
function objectsOf(
  type: Type,
  models: ReadonlyMap<ModelId, Model>,
  seen: ReadonlySet<ModelId>,
): readonly ObjectModel[] | undefined {
  if (type.kind !== "reference" || seen.has(type.id)) return undefined;
  const model = models.get(type.id);
  if (model?.kind === "object") return [model];
  if (model?.kind !== "union") return undefined;
  const parts = model.members.map((member) => objectsOf(member.type, models, new Set([...seen, type.id])));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** Whether a value of the type may be a JSON object, which a tag cannot tell from the tagged ones. */
function isObjectLike(type: Type, models: ReadonlyMap<ModelId, Model>): boolean {
  switch (type.kind) {
    case "map":
    case "unknown":
    case "union":
      return true;
    case "nullable":
      return isObjectLike(type.of, models);
    case "reference":
      return models.get(type.id)?.kind !== "enum";
    default:
      return false;
  }
}

function isDistinct(
  objects: readonly (readonly ObjectModel[])[],
  name: string,
  models: ReadonlyMap<ModelId, Model>,
): boolean {
  const values = objects.flat().map((object) => valuesAt(object, name, models));
  if (!values.every((value) => value !== undefined)) return false;
  const all = values.flat();
  return new Set(all).size === all.length;
}

function valuesAt(
  object: ObjectModel,
  name: string,
  models: ReadonlyMap<ModelId, Model>,
): readonly TagValue[] | undefined {
  const type = property(object, name)?.type.value;
  return type === undefined ? undefined : constantsOf(type, models);
}

/** The value of a literal or of an enum of one value; of a union in line, those of its members. */
export function constantsOf(type: Type, models: ReadonlyMap<ModelId, Model>): readonly TagValue[] | undefined {
  if (type.kind === "literal") return type.value === null ? undefined : [type.value];
  if (type.kind === "union") {
    const parts = type.members.map((member) => constantsOf(member, models));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  const [only] = model?.kind === "enum" ? model.values : [];
  return only !== undefined && model?.kind === "enum" && model.values.length === 1 ? [only.value] : undefined;
}

function property(object: ObjectModel, name: string): Property | undefined {
  return object.properties.find(({ wireName }) => wireName.value === name);
}
