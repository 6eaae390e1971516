import type { Claim, Fact, ObjectRole } from "../ir/index.ts";
import type { DraftField, DraftObject, DraftOperation } from "../link/draft.ts";
import { norm } from "../link/words.ts";
import { claim, decide } from "./decide.ts";
import type { Ground } from "./survey.ts";
import { isEventShaped, isFailure, isResultOf, unwrap } from "./uses.ts";

type RoleRule = (model: DraftObject, ground: Ground) => Claim<ObjectRole> | undefined;

/** What an object is on the wire. Envelopes come first: one may hold nothing but a `result`. */
export function roleOf(model: DraftObject, ground: Ground): Fact<ObjectRole> {
  const claims = rules.map((rule) => rule(model, ground)).filter((found) => found !== undefined);
  const data = claim<ObjectRole>("role/data", "assumed", "data", [place(model)], "Most documented objects are JSON.");
  return decide(claims, data);
}

/**
 * The HTTP members of a response wrapper, by name and by type. Right for each of the 173 wrappers of two vendors' PHP and
 * Java docs; one name alone proves nothing, because payloads have status codes. Error classes have a raw response too, and
 * are no envelopes. Wrong where a payload tells of another answer's content type and status.
 */
const httpMembers: RoleRule = (model, { uses }) => {
  const members = model.fields.filter(isHttpMember);
  if (members.length < 2 || isFailure(model, uses)) return undefined;
  return claim(
    "role/http-members",
    "derived",
    "envelope",
    members.map((field) => field.sightings[0].place),
    "It has the status, the content type or the raw response of an HTTP answer.",
  );
};

/**
 * One field of HTTP metadata instead of three, as C#, Go and TypeScript wrap (six vendors). Wrong where a payload has such
 * a model.
 */
const httpMeta: RoleRule = (model, ground) => {
  const meta = model.fields.find((field) => isHttpMeta(field, ground));
  if (meta === undefined || !isAnswer(model, ground)) return undefined;
  return claim("role/http-meta", "derived", "envelope", [meta.sightings[0].place], "It has the metadata of an answer.");
};

/**
 * `result`, `headers`, or both, or a lone status code, in the model that an operation answers with and that is called
 * like it. A payload may consist of a `result` too, so the name must be the operation's.
 */
const namedWrapper: RoleRule = (model, { uses }) => {
  const operations = uses.answers.get(model.id) ?? [];
  if (!operations.some((operation) => isResultOf(model, operation))) return undefined;
  const why = "It is called like its operation and holds nothing but the answer.";
  return claim("role/named-wrapper", "derived", "envelope", [place(model)], why);
};

/**
 * `data` and at least one of `event`, `id`, `retry`, and nothing else: 22 of 22 such models in thirteen folders are
 * events. `data` alone is one only where a stream carries it; a page of a list looks the same. A line of JSON is none.
 */
const eventNames: RoleRule = (model, ground) => {
  const streamed = ground.uses.streamed.has(model.id);
  if (!streamed && ground.uses.lines.has(model.id)) return undefined;
  if (!isEventShaped(model, streamed ? 1 : 2)) return undefined;
  return claim(
    "role/event-names",
    "derived",
    "event",
    model.fields.map((field) => field.sightings[0].place),
    streamed ? "A stream carries it, and its fields are those of an event." : "Its fields are those of an event.",
  );
};

const rules: readonly RoleRule[] = [httpMembers, httpMeta, namedWrapper, eventNames];

/** Whether a model that the operation answers with is an envelope. */
export function isEnvelopeOf(model: DraftObject, operation: DraftOperation, models: Ground["models"]): boolean {
  const { fields } = model;
  const isHttp = fields.filter(isHttpMember).length >= 2 || fields.some((field) => isHttpMeta(field, { models }));
  return isHttp || isResultOf(model, operation);
}

/** The fields of an envelope that hold bodies. */
export function bodyFields(model: DraftObject, ground: Pick<Ground, "models">): readonly DraftField[] {
  return model.fields.filter((field) => !isHttpField(field, ground) && norm(field.sightings[0].name) !== "next");
}

/** A field of an envelope that is no body. */
function isHttpField(field: DraftField, ground: Pick<Ground, "models">): boolean {
  return isHttpMember(field) || isHttpMeta(field, ground) || norm(field.sightings[0].name) === "headers";
}

function isHttpMember(field: DraftField): boolean {
  const { name, type } = field.sightings[0];
  const kind = unwrap(type).kind;
  switch (norm(name)) {
    case "contenttype":
      return kind === "string";
    case "statuscode":
      return kind === "integer" || kind === "number" || kind === "number-or-integer";
    // A body that the SDK hands over unread is of the same class: 16 of 2,008 bodies, and all called so; in 2024 without
    // the first word.
    case "responsestream":
    case "stream":
      return false;
    default:
      return kind === "response";
  }
}

/** A reference to the class of HTTP metadata, whether or not it has a document. */
export function isHttpMeta(field: DraftField, { models }: Pick<Ground, "models">): boolean {
  const { name, type } = field.sightings[0];
  const inner = unwrap(type);
  if (norm(name) !== "httpmeta") return false;
  if (inner.kind === "missing") return norm(inner.name) === "httpmetadata";
  return inner.kind === "reference" && norm(models.get(inner.id)?.title ?? "") === "httpmetadata";
}

function isAnswer(model: DraftObject, { uses }: Ground): boolean {
  return uses.answers.has(model.id);
}

function place(model: DraftObject): string {
  return model.sightings[0].place;
}
