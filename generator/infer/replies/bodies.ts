import type { Body, ModelId, NamedEvent, Place, Type } from "../../ir/index.ts";
import type { DraftField, DraftModel, DraftObject, DraftOperation, LinkedType } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { bodyFields } from "../role.ts";
import type { Survey } from "../survey.ts";
import { toType, unionOf } from "../type.ts";
import { isSentinelName, unwrap } from "../uses.ts";
import { endOf } from "./end.ts";
import { isJson, spelledBy } from "./spelled.ts";

/** Where a response type stands: the operations that answer with it, and the models that lead to it. */
export interface Context {
  readonly operations: readonly DraftOperation[];
  readonly via: readonly ModelId[];
}

/** The forms that a response of this type may have on the wire. */
export function bodiesOf(type: LinkedType, context: Context, survey: Survey): readonly Body[] {
  switch (type.kind) {
    case "void":
      return [{ kind: "empty" }];
    case "nullable":
      return bodiesOf(type.of, context, survey);
    case "bytes":
    case "file":
    case "response":
      return [{ kind: "bytes" }];
    case "string":
      return [{ kind: "text" }];
    case "stream":
      return [streamBody(type.item, type.framing, context, survey)];
    case "union":
      return unionBodies(type.members, type, context, survey);
    case "reference": {
      const model = survey.models.get(type.id);
      return model === undefined ? [json(type)] : modelBodies(model, context, survey);
    }
    default:
      return [json(type)];
  }
}

/** The bodies of a response of a model; a recursive union is JSON. */
export function modelBodies(model: DraftModel, context: Context, survey: Survey): readonly Body[] {
  const reference: LinkedType = { kind: "reference", id: model.id };
  if (context.via.includes(model.id)) return [json(reference)];
  const inner: Context = { ...context, via: [...context.via, model.id] };
  if (model.kind === "enum") return [json(reference)];
  if (model.kind === "union") {
    return unionBodies(
      model.members.map((member) => member.type),
      reference,
      inner,
      survey,
    );
  }
  switch (survey.roles.get(model.id)?.value) {
    case "event":
      return [streamBody(reference, "sse", context, survey)];
    case "envelope":
      return envelopeBodies(model, inner, survey);
    default:
      return [json(reference)];
  }
}

/** JSON members stay one JSON body, under the union's own name when nothing else is among them; streams are bodies of their own. */
function unionBodies(
  members: readonly LinkedType[],
  whole: LinkedType,
  context: Context,
  survey: Survey,
): readonly Body[] {
  if (isEvents(whole, survey)) return [streamBody(whole, "sse", context, survey)];
  const parts = members.map((member) => ({ member, bodies: bodiesOf(member, context, survey) }));
  // A string beside objects is JSON: only a response that is nothing but a string is text.
  const isJson = ({ bodies }: (typeof parts)[number]): boolean =>
    bodies.every(({ kind }) => kind === "json" || kind === "text");
  const others = parts.filter((part) => !isJson(part));
  if (others.length === 0) return [json(whole)];
  const plain = parts.filter(isJson).map(({ member }) => toType(member, "number"));
  const joined: readonly Body[] = plain.length === 0 ? [] : [{ kind: "json", type: unionOf(plain) }];
  return distinct([...joined, ...others.flatMap(({ bodies }) => bodies)]);
}

function envelopeBodies(model: DraftObject, context: Context, survey: Survey): readonly Body[] {
  const bodies = bodyFields(model, survey).flatMap((field): readonly Body[] => {
    const type = unwrap(field.sightings[0].type);
    if (type.kind === "string" && isJson(spelledBy(field.words)?.contentType ?? "")) return [json(type)];
    // Docs from before typed streams show the events as a list.
    if (type.kind === "list" && isEvents(type.item, survey)) return [streamBody(type.item, "sse", context, survey)];
    return isBytes(field) ? [{ kind: "bytes" }] : bodiesOf(type, context, survey);
  });
  return bodies.length === 0 ? [{ kind: "empty" }] : distinct(bodies);
}

/**
 * PHP and Ruby call bytes a string, and only the name of the body tells them from text: pictures, sound, and documents in
 * eight of eight samples of seven vendors. Wrong where the one text of an envelope is a component of that name.
 */
function isBytes({ words, sightings: [{ type, dialect }] }: DraftField): boolean {
  const isString = unwrap(type).kind === "string" && (dialect === "php" || dialect === "ruby");
  return isString && words.at(-1) === "bytes";
}

function streamBody(item: LinkedType, framing: "sse" | "json-lines", context: Context, survey: Survey): Body {
  const types = framing === "sse" ? [...payloadsOf(item, survey)] : [toType(item, "number")];
  const events = framing === "sse" ? namedEvents(item, survey) : [];
  return {
    kind: "stream",
    framing,
    item: unionOf(types),
    ...(framing === "sse" && hasSeveralEvents(item, survey) ? { event: toType(item, "number") } : {}),
    ...(events.length > 0 ? { events } : {}),
    end: endOf({ item, typed: sentinelsOf(item, survey), operations: context.operations, via: context.via }, survey),
  };
}

/** Whether the type is an event, or a union in which each member is one or is called a sentinel. */
function isEvents(type: LinkedType, survey: Survey): boolean {
  const members = membersOf(type, survey);
  if (members.some((member) => isSentinelName(nameOf(member, survey)))) return true;
  return members.length > 0 && members.every((member) => eventOf(member, survey) !== undefined);
}

function hasSeveralEvents(item: LinkedType, survey: Survey): boolean {
  const members = membersOf(item, survey);
  return members.length > 1 && members.every((member) => eventOf(member, survey) !== undefined);
}

/** What iterating yields: the data of events, anything else as it is. */
function payloadsOf(item: LinkedType, survey: Survey): readonly Type[] {
  const events = membersOf(item, survey).map((member) => ({ member, event: eventOf(member, survey) }));
  if (events.every(({ event }) => event === undefined)) return [toType(item, "number")];
  return events.map(({ member, event }) => {
    const data = event === undefined ? undefined : dataOf(event);
    if (data === undefined) return toType(member, "number");
    const constant = constantOf(data.type, survey);
    return constant === undefined ? toType(unwrap(data.type), "number") : { kind: "literal", value: constant };
  });
}

/**
 * What events hold by their names, where each has one of its own and they hold several things: the name is sent, so that
 * nothing has to be guessed by shape.
 */
function namedEvents(item: LinkedType, survey: Survey): readonly NamedEvent[] {
  const events = membersOf(item, survey).map((member) => eventOf(member, survey));
  const named = events.flatMap((event) => {
    const data = event && dataOf(event);
    if (event === undefined || data === undefined || constantOf(data.type, survey) !== undefined) return [];
    return [{ name: eventName(event, survey), item: toType(unwrap(data.type), "number") }];
  });
  const known = named.flatMap(({ name, item }) => (name === undefined ? [] : [{ name, item }]));
  const isClear = known.length === named.length && new Set(known.map(({ name }) => name)).size === known.length;
  const contents = new Set(known.map(({ item }) => JSON.stringify(item)));
  return isClear && contents.size > 1 ? known : [];
}

/**
 * The name that an event has: its constant, else the value of the enum of all names that a union calls it by, as 24 of 24
 * members are that three vendors call otherwise than by their titles. Wrong where a union calls an event after another one.
 */
function eventName(event: DraftObject, survey: Survey): string | undefined {
  const type = fieldOf(event, "event")?.type;
  if (type === undefined) return undefined;
  const inner = unwrap(type);
  const model = inner.kind === "reference" ? survey.models.get(inner.id) : undefined;
  const keys = survey.memberKeys.get(event.page);
  const called = (model?.kind === "enum" ? model.values : []).flatMap(({ value }) =>
    typeof value === "string" && keys?.has(norm(value)) ? [value] : [],
  );
  return constantOf(type, survey) ?? (called.length === 1 ? called[0] : undefined);
}

/** Whether a model is an event whose data is one constant: the mark at the end of a stream. */
export function isSentinel({ id }: DraftModel, survey: Survey): boolean {
  const event = eventOf({ kind: "reference", id }, survey);
  const data = event === undefined ? undefined : dataOf(event);
  return data !== undefined && constantOf(data.type, survey) !== undefined;
}

/** The events whose data is one constant. */
function sentinelsOf(item: LinkedType, survey: Survey): readonly { readonly data: string; readonly place: Place }[] {
  return membersOf(item, survey).flatMap((member) => {
    const event = eventOf(member, survey);
    const data = event === undefined ? undefined : dataOf(event);
    const constant = data === undefined ? undefined : constantOf(data.type, survey);
    return data === undefined || constant === undefined ? [] : [{ data: constant, place: data.place }];
  });
}

/** The members of a union, the type itself otherwise. */
function membersOf(type: LinkedType, survey: Survey, seen: readonly ModelId[] = []): readonly LinkedType[] {
  if (type.kind === "nullable") return membersOf(type.of, survey, seen);
  if (type.kind === "union") return type.members.flatMap((member) => membersOf(member, survey, seen));
  const model = type.kind === "reference" ? survey.models.get(type.id) : undefined;
  if (model?.kind !== "union" || seen.includes(model.id)) return [type];
  return model.members.flatMap((member) => membersOf(member.type, survey, [...seen, model.id]));
}

function eventOf(type: LinkedType, survey: Survey): DraftObject | undefined {
  const model = type.kind === "reference" ? survey.models.get(type.id) : undefined;
  return model?.kind === "object" && survey.roles.get(model.id)?.value === "event" ? model : undefined;
}

function dataOf(event: DraftObject): DraftObject["fields"][number]["sightings"][0] | undefined {
  return fieldOf(event, "data");
}

function fieldOf(event: DraftObject, called: string): DraftObject["fields"][number]["sightings"][0] | undefined {
  return event.fields.find(({ sightings: [{ name }] }) => norm(name) === called)?.sightings[0];
}

/** The text that a literal or an enum of one value stands for. */
function constantOf(type: LinkedType, survey: Survey): string | undefined {
  const inner = unwrap(type);
  if (inner.kind === "literal") return typeof inner.value === "string" ? inner.value : undefined;
  const model = inner.kind === "reference" ? survey.models.get(inner.id) : undefined;
  const [only] = model?.kind === "enum" ? model.values : [];
  const single = only !== undefined && model?.kind === "enum" && model.values.length === 1;
  return single && typeof only.value === "string" ? only.value : undefined;
}

function nameOf(type: LinkedType, survey: Survey): string {
  if (type.kind === "missing") return type.name;
  return type.kind === "reference" ? (survey.models.get(type.id)?.title ?? "") : "";
}

function json(type: LinkedType): Body {
  return { kind: "json", type: toType(type, "number") };
}

function distinct(bodies: readonly Body[]): readonly Body[] {
  return [...new Map(bodies.map((body) => [JSON.stringify(body), body])).values()];
}
