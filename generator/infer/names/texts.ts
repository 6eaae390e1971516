import type { Place } from "../../ir/index.ts";
import type { Draft, DraftField } from "../../link/draft.ts";
import { unwrap } from "../uses.ts";

/** A piece of text that the API's author wrote, and where it stands. */
export interface AuthoredText {
  readonly kind: "prose" | "example";
  readonly text: string;
  readonly place: Place;
  /** Whether it shows a map: its keys are the caller's, and tell little of how the API spells names. */
  readonly isFree?: boolean;
}

/**
 * All texts that come from the API's own description. Code samples and what READMEs say of the SDK are left out: they
 * are written in the casing of the SDK's language, and say nothing about the wire.
 */
export function authoredTexts(draft: Draft): readonly AuthoredText[] {
  return [
    ...draft.models.flatMap((model) => [
      ...distinct(model.sightings.map((sighting) => prose(sighting.description, sighting.place))),
      ...(model.kind === "object" ? model.fields.flatMap(fieldTexts) : []),
      ...(model.kind === "enum" ? model.values.map((value) => prose(value.description, value.place)) : []),
    ]),
    ...draft.operations.flatMap((operation) => [
      ...distinct(
        operation.sightings.flatMap(({ description, summary, place }) => [
          prose(description, place),
          prose(summary, place),
        ]),
      ),
      ...operation.parameters.flatMap(fieldTexts),
    ]),
    ...draft.overviews.map(({ text, place }) => prose(text, place)),
  ].filter(({ text }) => text !== "");
}

function fieldTexts(field: DraftField): readonly AuthoredText[] {
  return distinct(
    field.sightings.flatMap(({ description, examples, type, place }) => {
      const isFree = unwrap(type).kind === "map";
      return [
        { ...prose(description, `${place}:description`), isFree },
        ...examples.map((text): AuthoredText => ({ kind: "example", text, place: `${place}:example`, isFree })),
      ];
    }),
  );
}

/** The docs of several languages repeat one sentence of the author, which is one sentence. */
function distinct(texts: readonly AuthoredText[]): readonly AuthoredText[] {
  if (texts.length < 2) return texts;
  const first = new Map<string, AuthoredText>();
  for (const text of texts) if (!first.has(`${text.kind} ${text.text}`)) first.set(`${text.kind} ${text.text}`, text);
  return [...first.values()];
}

/** An author who writes HTML marks a name as code with its element: so the texts of two vendors do, in place of back-ticks. */
function prose(text: string, place: Place): AuthoredText {
  return { kind: "prose", text: text.replace(/<code>([^<>`\n]+)<\/code>/gi, "`$1`"), place };
}

/** Names of several words that stand in prose without a mark. */
export function bareNames(text: string): readonly string[] {
  const words = withoutFences(text)
    .replace(/`[^`\n]*`/g, " ")
    .replace(/\bhttps?:\S+|\]\([^)]*\)|<[^>]*>/g, " ");
  return captures(words, /(?<![\w/.-])([a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+)(?![\w/-])/g);
}

export function withoutFences(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, " ");
}

export function captures(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}
