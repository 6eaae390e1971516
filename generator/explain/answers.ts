import { operationName } from "../infer/overrides/naming.ts";
import type { Api, Claim, ErrorReply, Fact, Operation, Place, Property, RequestBody } from "../ir/index.ts";
import {
  type ModelNames,
  spellBodies,
  spellCollected,
  spellEnd,
  spellPagination,
  spellSecurity,
  spellServers,
  spellType,
} from "../ir/spell.ts";
import type { Subject } from "./subjects.ts";

/** One decided question about a subject, with what speaks for and against its answer. */
export interface Answer {
  /** `wire name`, `route`. */
  readonly question: string;
  readonly value: unknown;
  /** The value for people. */
  readonly text: string;
  readonly because: readonly Argument[];
  readonly against: readonly Argument[];
}

export interface Argument extends Claim<unknown> {
  readonly text: string;
}

/** Every fact of a subject. Facts of its parts are those of subjects of their own, but for where parameters go. */
export function answersOf(subject: Subject, api: Api): readonly Answer[] {
  const titles = new Map(api.models.map(({ id, title }) => [id, title]));
  const nameOf: ModelNames = (id) => titles.get(id) ?? id;
  switch (subject.kind) {
    case "model":
      return modelAnswers(subject.model, nameOf);
    case "field":
      return fieldAnswers(subject.field, nameOf);
    case "parameter":
      return [answer("location", subject.field.location, String), ...fieldAnswers(subject.field, nameOf)];
    case "operation":
      return operationAnswers(subject.operation, nameOf);
    case "servers":
      return [answer("servers", api.servers, spellServers)];
    case "security":
      return [answer("security", api.security, spellSecurity)];
  }
}

function modelAnswers(
  model: Extract<Subject, { readonly kind: "model" }>["model"],
  nameOf: ModelNames,
): readonly Answer[] {
  const read = model.read === undefined ? [] : bodyAnswers("read as", model.read, nameOf);
  switch (model.kind) {
    case "object":
      return [answer("role", model.role, String), ...read];
    case "enum":
      return [answer("open", model.open, yesOrNo), ...read];
    case "union":
      return [answer("tag", model.tag, (tag) => tag ?? "none: members are told apart by shape"), ...read];
  }
}

function fieldAnswers(field: Property, nameOf: ModelNames): readonly Answer[] {
  return [
    answer("wire name", field.wireName, String),
    answer("type", field.type, (type) => spellType(type, nameOf)),
    answer("presence", field.presence, String),
    answer("nullable", field.nullable, String),
    ...(field.default === undefined ? [] : [answer("default", field.default, String)]),
    ...(field.description === "" ? [] : [described(field)]),
  ];
}

function described({ description, descriptionRow, place }: Property): Answer {
  const [first = ""] = description.split("\n", 1);
  return stated(
    "description",
    description,
    first,
    "description/cell",
    `${descriptionRow ?? place}:description`,
    "The row says so.",
  );
}

function operationAnswers(operation: Operation, nameOf: ModelNames): readonly Answer[] {
  const {
    route,
    parameters,
    body,
    replies,
    errors,
    pagination,
    collect,
    secured,
    ownScheme,
    server,
    sample,
    streamed,
  } = operation;
  return [
    route === null ? routeless(operation) : answer("route", route, ({ method, path }) => `${method} ${path}`),
    ...parameters.map(({ name, location }) => answer(`location of ${name}`, location, String)),
    ...(body === null ? [] : requestAnswers(body, nameOf)),
    ...bodyAnswers("replies", replies, nameOf),
    ...errors.map((error) => errorAnswer(error, nameOf)),
    ...(streamed === undefined ? [] : [answer("streaming form", streamed.folded, () => operationName(streamed))]),
    ...(sample === undefined ? [] : [answer("sample", sample, (sent) => JSON.stringify(sent))]),
    answer("pagination", pagination, spellPagination),
    ...(collect === undefined ? [] : [answer("collected", collect, (one) => spellCollected(one, nameOf))]),
    answer("secured", secured, yesOrNo),
    ...(ownScheme === undefined ? [] : [answer("credentials", ownScheme, (scheme) => spellSecurity([scheme]))]),
    ...(server === undefined ? [] : [answer("server", server, String)]),
  ];
}

function errorAnswer({ status, contentType, type, place, amongAnswers }: ErrorReply, nameOf: ModelNames): Answer {
  const text = `${spellType(type, nameOf)} (${contentType})`;
  const [rule, why] =
    amongAnswers === true
      ? ["errors/answers", "Its name says that it is an error, and it stands among the answers."]
      : ["errors/table", "The table of errors says so."];
  return stated(`error ${status}`, { contentType, type }, text, rule, place, why);
}

function routeless({ place }: Operation): Answer {
  const why = "The docs state neither method nor path.";
  const none: Claim<null> = { value: null, rule: "route/none", strength: "assumed", places: [place], why };
  const fact = { value: null, because: [none], against: [] };
  return answer("route", fact, () => "none, so that the client leaves the operation out");
}

function requestAnswers({ type, encoding, presence, as, place }: RequestBody, nameOf: ModelNames): readonly Answer[] {
  const how = as === "spread" ? "its properties are those of the request" : `under \`${as.join(" ")}\``;
  return [
    stated("body", type, `${spellType(type, nameOf)}, ${how}`, "body/row", place, "The rows of the request say so."),
    answer("body encoding", encoding, String),
    answer("body presence", presence, String),
  ];
}

/** How a stream among the bodies ends is a question of its own. */
function bodyAnswers(question: string, fact: Operation["replies"], nameOf: ModelNames): readonly Answer[] {
  const streams = fact.value.filter((body) => body.kind === "stream");
  return [
    answer(question, fact, (bodies) => spellBodies(bodies, nameOf)),
    ...streams.map(({ end, item }) =>
      answer(
        streams.length > 1 ? `end of the stream of ${spellType(item, nameOf)}` : "end of the stream",
        end,
        spellEnd,
      ),
    ),
  ];
}

function answer<T>(question: string, fact: Fact<T>, spell: (value: T) => string): Answer {
  const argument = (claim: Claim<T>): Argument => ({ ...claim, text: spell(claim.value) });
  return {
    question,
    value: fact.value,
    text: spell(fact.value),
    because: fact.because.map(argument),
    against: fact.against.map(argument),
  };
}

/** What one cell says and nothing else could. */
function stated(question: string, value: unknown, text: string, rule: string, place: Place, why: string): Answer {
  return {
    question,
    value,
    text,
    because: [{ value, text, rule, strength: "stated", places: [place], why }],
    against: [],
  };
}

function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}
