import type { Claim, Fact, ModelId, Place, StreamEnd } from "../../ir/index.ts";
import type { DraftOperation, LinkedType } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { claim, decide } from "../decide.ts";
import type { Survey } from "../survey.ts";
import { referencesOf } from "../uses.ts";

/** What is known of one stream when its end mark is asked for. */
export interface StreamSubject {
  /** The item as the docs type it: an event, a union of events, a payload. */
  readonly item: LinkedType;
  /** The literals that the docs type as an event's data. */
  readonly typed: readonly { readonly data: string; readonly place: Place }[];
  /** The operations that answer with the stream. */
  readonly operations: readonly DraftOperation[];
  /** The models through which the stream was found: a wrapper, a union. */
  readonly via: readonly ModelId[];
}

/** The data that ends a stream: declared, typed as an event of its own, or named in prose; else there is none. */
export function endOf(subject: StreamSubject, survey: Survey): Fact<StreamEnd | null> {
  const claims: readonly Claim<StreamEnd | null>[] = [
    ...declaredEnds(subject, survey),
    ...typedEnds(subject),
    ...proseEnds(subject, survey),
  ];
  const places = subject.operations.map(({ responses: [response] }) => response?.place).filter((p) => p !== undefined);
  const around = [...subject.via, ...referencesOf(subject.item)].flatMap(
    (id) => survey.models.get(id)?.sightings[0].place ?? [],
  );
  const none = claim<StreamEnd | null>(
    "stream-end/none",
    "assumed",
    null,
    [...around, ...places],
    "The docs name no end mark.",
  );
  return decide(claims, none);
}

function declaredEnds(subject: StreamSubject, { declared }: Survey): readonly Claim<StreamEnd | null>[] {
  const keys = [...subject.operations.map(({ id }) => id), ...subject.via, ...referencesOf(subject.item)];
  return keys.map((key) => declared.ends.get(key)).filter((end) => end !== undefined);
}

/** An event whose data is one constant is the mark, and part of what the stream yields. */
function typedEnds({ typed }: StreamSubject): readonly Claim<StreamEnd | null>[] {
  return typed.map(({ data, place }) =>
    claim<StreamEnd | null>(
      "stream-end/typed",
      "stated",
      { data, yielded: true },
      [place],
      "An event of the stream is this constant.",
    ),
  );
}

/** A sentence about the stream that has the mark in code or as a `data:` line; a mark that the docs also type is yielded. */
function proseEnds(subject: StreamSubject, survey: Survey): readonly Claim<StreamEnd | null>[] {
  return textsAbout(subject, survey).flatMap(({ text, place }) => {
    const data = markIn(text);
    if (data === undefined) return [];
    const yielded = subject.typed.some((typed) => typed.data === data);
    return [
      claim<StreamEnd | null>(
        "stream-end/prose",
        "stated",
        { data, yielded },
        [place],
        "A sentence names the end mark.",
      ),
    ];
  });
}

/** A bracketed word in capitals, quoted or behind `data:`. Other words are not marks: code is full of them. */
function markIn(text: string): string | undefined {
  const match = /[`"']\s*(?:data:\s*)?(\[[A-Z][A-Z_ ]*\])\s*[`"']|\bdata:\s*(\[[A-Z][A-Z_ ]*\])/.exec(text);
  return match?.[1] ?? match?.[2];
}

interface Text {
  readonly text: string;
  readonly place: Place;
}

/** The operation, its `stream` parameter or field, the models on the way, the event and what it carries. */
function textsAbout({ item, operations, via }: StreamSubject, { models }: Survey): readonly Text[] {
  const items = referencesOf(item);
  const events = items.flatMap((id) => models.get(id) ?? []);
  const inner = events.flatMap((model) => {
    if (model.kind === "union") return model.members.flatMap(({ type }) => referencesOf(type));
    return model.kind === "object" ? model.fields.flatMap((field) => referencesOf(field.sightings[0].type)) : [];
  });
  const requests = operations.flatMap(({ request, parameters }) =>
    [...(request === null ? [] : [request]), ...parameters].flatMap((field) => referencesOf(field.sightings[0].type)),
  );
  const switches = [
    ...operations.flatMap(({ parameters }) => parameters),
    ...requests.flatMap((id) => {
      const model = models.get(id);
      return model?.kind === "object" ? model.fields : [];
    }),
  ].filter(({ sightings: [{ name }] }) => norm(name) === "stream");
  return [
    ...operations.flatMap(({ sightings, place }) => sightings.map(({ description }) => ({ text: description, place }))),
    ...switches.flatMap(({ sightings }) =>
      sightings.map((s) => ({ text: s.description, place: `${s.place}:description` })),
    ),
    ...[...via, ...items, ...inner].flatMap((id) => {
      const model = models.get(id);
      if (model === undefined) return [];
      const fields = model.kind === "object" ? model.fields.flatMap(({ sightings }) => sightings) : [];
      return [
        ...model.sightings.map(({ description, place }) => ({ text: description, place })),
        ...fields
          .filter(({ name }) => norm(name) === "data")
          .map(({ description, place }) => ({ text: description, place: `${place}:description` })),
      ];
    }),
  ];
}
