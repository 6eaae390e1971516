import { type Answer, type Argument, answersOf } from "../explain/answers.ts";
import { findSubjects, nearestSubjects, type Subject } from "../explain/subjects.ts";
import { type Passage, passageAt } from "../explain/text-at.ts";
import type { Place } from "../ir/index.ts";
import type { Location } from "../located.ts";
import type { Inspected } from "./inspect.ts";
import { statedSubject } from "./locations.ts";

/** What was asked for, explained; of all APIs that have it. */
export interface ExplainReport {
  readonly subject: string;
  readonly explained: readonly Explained[];
  /** Where nothing is called so: names that are near. */
  readonly suggestions: readonly string[];
}

export interface Explained {
  readonly api: string;
  readonly kind: Subject["kind"];
  readonly name: string;
  /** Where it is documented; null for what is spread over the docs. */
  readonly at: Quote | null;
  readonly answers: readonly LocatedAnswer[];
  /** Of a model and an operation: what can be explained in turn. */
  readonly parts: readonly string[];
}

export interface LocatedAnswer extends Pick<Answer, "question" | "value" | "text"> {
  readonly because: readonly LocatedArgument[];
  readonly against: readonly LocatedArgument[];
}

export interface LocatedArgument extends Omit<Argument, "places"> {
  readonly places: readonly Quote[];
}

/** A place with what stands there; the text is empty where the place is no line of the docs. */
export interface Quote extends Location, Pick<Passage, "text" | "focus"> {}

/** Looks a subject up in APIs. */
export function explain(text: string, apis: readonly Inspected[]): ExplainReport {
  const explained = apis.flatMap((inspected) =>
    findSubjects(inspected.api, inspected.job.options, text).map((subject) => explainSubject(subject, inspected)),
  );
  const near = explained.length > 0 ? [] : apis.flatMap(({ api, job }) => nearestSubjects(api, job.options, text));
  return { subject: text, explained, suggestions: [...new Set(near)].slice(0, 3) };
}

/** Every fact of a subject, with its evidence quoted. */
export function explainSubject(subject: Subject, inspected: Inspected): Explained {
  const { api, job } = inspected;
  const names = "field" in subject ? [subject.field.name, subject.field.wireName.value] : [];
  const quote = quoter(inspected);
  const locate = (argument: Argument): LocatedArgument => ({
    ...argument,
    places: argument.places.map((place) => quote(place, [...names, ...tellingWords(argument.value)])),
  });
  const place = placeOf(subject);
  return {
    api: job.options.slug,
    kind: subject.kind,
    name: subject.name,
    at: place === null ? null : quote(place, []),
    answers: answersOf(subject, api).map(({ question, value, text, because, against }) => ({
      question,
      value,
      text,
      because: because.map(locate),
      against: against.map(locate),
    })),
    parts: partsOf(subject),
  };
}

function quoter({ linesOf, locationOf, positionOf }: Inspected): (place: Place, terms: readonly string[]) => Quote {
  return (place, terms) => {
    const at = statedSubject(place) === undefined ? positionOf(place) : undefined;
    const location = locationOf(place);
    if (at === undefined) return { ...location, text: "", focus: 0 };
    return { ...location, ...passageAt(linesOf(at.path), at, place, terms) };
  };
}

/** What of a value may stand in the line that supports it. */
function tellingWords(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  if ("path" in value && typeof value.path === "string") return [value.path];
  return "data" in value && typeof value.data === "string" ? [value.data] : [];
}

function placeOf(subject: Subject): Place | null {
  switch (subject.kind) {
    case "model":
      return `${subject.model.page}#title`;
    case "field":
    case "parameter":
      return subject.field.place;
    case "operation":
      return subject.operation.place;
    default:
      return null;
  }
}

function partsOf(subject: Subject): readonly string[] {
  const fields =
    subject.kind === "operation"
      ? subject.operation.parameters
      : subject.kind === "model" && subject.model.kind === "object"
        ? subject.model.properties
        : [];
  return fields.map(({ name }) => `${subject.name}.${name}`);
}
