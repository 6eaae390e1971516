import type { Place } from "../../ir/index.ts";
import type { Draft, DraftField } from "../../link/draft.ts";

/** A piece of text that the API's author wrote, and where it stands. */
export interface AuthoredText {
  readonly kind: "prose" | "example";
  readonly text: string;
  readonly place: Place;
}

/**
 * All texts that come from the API's own description. Code samples and READMEs are left out: they are written in the
 * casing of the SDK's language, and say nothing about the wire.
 */
export function authoredTexts(draft: Draft): readonly AuthoredText[] {
  return [
    ...draft.models.flatMap((model) => [
      ...model.sightings.map((sighting) => prose(sighting.description, sighting.place)),
      ...(model.kind === "object" ? model.fields.flatMap(fieldTexts) : []),
      ...(model.kind === "enum" ? model.values.map((value) => prose(value.description, value.place)) : []),
    ]),
    ...draft.operations.flatMap((operation) => [
      ...operation.sightings.flatMap((sighting) => [
        prose(sighting.description, operation.place),
        prose(sighting.summary, operation.place),
      ]),
      ...operation.parameters.flatMap(fieldTexts),
    ]),
  ].filter(({ text }) => text !== "");
}

function fieldTexts(field: DraftField): readonly AuthoredText[] {
  return field.sightings.flatMap((sighting) => [
    prose(sighting.description, `${sighting.place}:description`),
    ...sighting.examples.map((text): AuthoredText => ({ kind: "example", text, place: `${sighting.place}:example` })),
  ]);
}

function prose(text: string, place: Place): AuthoredText {
  return { kind: "prose", text, place };
}
