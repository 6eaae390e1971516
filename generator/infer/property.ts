import type { Property, Type } from "../ir/index.ts";
import type { DraftField, DraftObject } from "../link/draft.ts";
import { defaultOf } from "./default.ts";
import { nullableOf } from "./nullable.ts";
import { presenceOf } from "./presence.ts";
import { isHttpMeta } from "./role.ts";
import type { Survey } from "./survey.ts";
import { toType, typeOf } from "./type.ts";
import { wireNameOf } from "./wire-name.ts";

/** The fields of an object, decided. */
export function propertiesOf(model: DraftObject, survey: Survey): readonly Property[] {
  const role = survey.roles.get(model.id)?.value ?? "data";
  // Error classes carry the raw response of the SDK's HTTP library, or its metadata, which the wire does not.
  const fields =
    role === "envelope"
      ? model.fields
      : model.fields.filter((field) => !isRawResponse(field) && !isHttpMeta(field, survey));
  const use = role === "event" ? "event" : "property";
  return fields.map((field) => propertyOf(field, wireNameOf({ field, use }, survey), survey));
}

/** A field or a parameter whose wire name is decided. The optional key stands last: elsewhere it slows V8 down 80 times. */
export function propertyOf(field: DraftField, wireName: Property["wireName"], survey: Survey): Property {
  const [first] = field.sightings;
  const deprecated = field.sightings.find((sighting) => sighting.deprecated !== undefined)?.deprecated;
  const type = typeOf(field, survey);
  const described = field.sightings.find(({ description }) => description !== "");
  const exampled = field.sightings.find(({ examples }) => examples.length > 0);
  const otherwise = defaultOf(field, type.value, survey);
  return {
    name: first.name,
    words: field.words,
    wireName,
    type,
    presence: presenceOf(field, survey),
    nullable: nullableOf(field, survey),
    description: described?.description ?? "",
    examples: exampled?.examples ?? [],
    place: first.place,
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(otherwise === undefined ? {} : { default: otherwise }),
    ...(described === undefined || described === first ? {} : { descriptionRow: described.place }),
    ...(exampled === undefined || exampled === first ? {} : { examplesRow: exampled.place }),
  };
}

/** The type of undocumented properties. */
export function additionalOf(model: DraftObject): Type | undefined {
  const [type] = model.additional;
  return type === undefined ? undefined : toType(type, "number");
}

function isRawResponse(field: DraftField): boolean {
  return field.sightings.some(
    ({ type }) => type.kind === "response" || (type.kind === "nullable" && type.of.kind === "response"),
  );
}
