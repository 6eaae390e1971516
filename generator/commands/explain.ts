import { type Answer, type Argument, answersOf } from "../explain/answers.ts";
import { everySubject, findSubjects, nearestSubjects, type Subject } from "../explain/subjects.ts";
import { passageAt } from "../explain/text-at.ts";
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
export interface Quote extends Location {
  readonly text: string;
}

/** Looks a subject up in APIs. */
export function explain(text: string, apis: readonly Inspected[]): ExplainReport {
  const explained = apis.flatMap((inspected) =>
    findSubjects(inspected.api, inspected.job.options, text).map((subject) => explainSubject(subject, inspected)),
  );
  const near =
    explained.length > 0 ? [] : apis.flatMap(({ api, job }) => nearestSubjects(api, job.options, text).slice(0, 3));
  return { subject: text, explained, suggestions: [...new Set(near)] };
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
    parts: partsOf(subject, inspected),
  };
}

function quoter({ sources, locationOf, positionOf }: Inspected): (place: Place, terms: readonly string[]) => Quote {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  return (place, terms) => {
    const at = statedSubject(place) === undefined ? positionOf(place) : undefined;
    const source = at === undefined ? undefined : texts.get(at.path);
    const location = locationOf(place);
    if (at === undefined || source === undefined) return { ...location, text: "" };
    return { ...location, ...passageAt(source.replace(/^\ufeff/, "").split(/\r\n|\n|\r/), at, place, terms) };
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

function partsOf(subject: Subject, { api, job }: Inspected): readonly string[] {
  const isPart = (other: Subject): boolean =>
    (subject.kind === "model" && other.kind === "field" && other.model.id === subject.model.id) ||
    (subject.kind === "operation" && other.kind === "parameter" && other.operation === subject.operation);
  if (subject.kind !== "model" && subject.kind !== "operation") return [];
  return everySubject(api, job.options)
    .filter(isPart)
    .map(({ name }) => name);
}
