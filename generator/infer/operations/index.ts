import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import type { ErrorReply, Fact, Operation, Parameter, RequestBody } from "../../ir/index.ts";
import type { DraftField, DraftOperation } from "../../link/draft.ts";
import { splitWords } from "../../link/words.ts";
import { claim, decide } from "../decide.ts";
import { bodiesSayLess } from "../exactness.ts";
import { distinctNames } from "../names/distinct.ts";
import { pathVariables } from "../names/evidence.ts";
import { subjectOf } from "../overrides/subjects.ts";
import { propertyOf } from "../property.ts";
import { bodiesOf } from "../replies/bodies.ts";
import type { Survey } from "../survey.ts";
import { toType } from "../type.ts";
import { type PathTemplate, wireNameOf } from "../wire-name.ts";
import { bodyPresenceOf } from "./body-presence.ts";
import { encodingOf } from "./encoding.ts";
import { globalOf, globalsOf } from "./global.ts";
import { fillsPath, locationOf } from "./location.ts";
import { ownScheme } from "./own-scheme.ts";
import { ownServerOf } from "./own-server.ts";
import { paginationOf } from "./pagination.ts";
import { type DraftBody, requestOf, withoutSuffix } from "./request.ts";
import { allowsBody, isDelete, routeOf } from "./route.ts";
import { ownCredentials, ownSchemes, securedOf } from "./secured.ts";

/** An operation, decided. */
export function operationOf(
  operation: DraftOperation,
  survey: Survey,
): { readonly operation: Operation; readonly diagnostics: readonly Diagnostic[] } {
  const route = routeOf(operation, survey);
  const variables = route === null ? [] : pathVariables(route.value.path);
  const path: PathTemplate = { variables, places: route?.because.flatMap(({ places }) => places) ?? [] };
  const mayHaveBody = allowsBody(operation, route);
  const request = requestOf(
    { operation, variables, mayHaveBody, mayHaveObject: mayHaveBody || isDelete(operation, route) },
    survey,
  );
  const missing = variables.filter((variable) => !request.parameters.some((field) => fillsPath(field, [variable])));
  const credentials = ownCredentials(operation, survey);
  const own = credentials && ownScheme(operation, credentials.fields);
  const server = ownServerOf(operation, survey);
  const schemes = ownSchemes(operation, survey);
  const deprecated = operation.sightings.find((sighting) => sighting.deprecated !== undefined)?.deprecated;
  return {
    operation: {
      id: survey.declared.operations.get(operation.id)?.id?.value ?? operation.id,
      group: operation.group,
      words: operation.words,
      summary: firstText(operation.sightings.map(({ summary }) => summary)),
      description: firstText(operation.sightings.map(({ description }) => description)),
      ...(deprecated === undefined ? {} : { deprecated }),
      route,
      parameters: distinctNames(
        [
          ...request.parameters.map((field) => parameterOf(field, request.body, path, survey)),
          ...missing.map((variable) => missingParameter(variable, operation, survey)),
        ],
        ({ location }) => location.value,
      ),
      body: request.body === null ? null : bodyOf(request.body, operation, survey),
      replies: repliesOf(operation, survey),
      errors: errorsOf(operation),
      pagination: paginationOf(operation, request, path, survey),
      secured: securedOf(operation, survey),
      ...(credentials === undefined ? {} : { credentials: credentials.place }),
      ...(own === undefined ? {} : { ownScheme: own }),
      ...(server === undefined ? {} : { server }),
      ...(schemes === undefined ? {} : { schemes }),
      page: operation.page,
      place: operation.place,
    },
    diagnostics: [
      ...(route === null ? [missingRoute(operation)] : []),
      ...missing
        .filter((variable) => globalsOf(splitWords(variable), survey).length === 0)
        .map((variable) => missingFiller(variable, operation)),
    ],
  };
}

function parameterOf(field: DraftField, body: DraftBody | null, path: PathTemplate, survey: Survey): Parameter {
  const location = locationOf(field, path, survey);
  const named = location.value === "path" ? field : withoutSuffix(field, body);
  const wireName = wireNameOf({ field: named, use: location.value, path }, survey);
  const parameter = { location, ...propertyOf(field, wireName, survey) };
  const global = globalOf(parameter, survey);
  return global === undefined ? parameter : { ...parameter, global };
}

/** The parameter of a variable without a row: docs may list it as global, and then give it to the client alone. */
function missingParameter(variable: string, { place }: DraftOperation, survey: Survey): Parameter {
  const only = <T>(value: T, why: string): Fact<T> => ({
    value,
    because: [claim("parameter/path-variable", "derived", value, [place], why)],
    against: [],
  });
  const words = splitWords(variable);
  const [listed] = globalsOf(words, survey);
  const parameter: Parameter = {
    name: variable,
    words,
    wireName: only(variable, "The path has this variable."),
    location: only("path", "The path has this variable."),
    type: only({ kind: "string" }, "A variable of a path is text."),
    presence:
      listed === undefined
        ? only("required", "A path is incomplete without its variables.")
        : only("optional", "The client may be given it."),
    nullable: only("no", "A path is incomplete without its variables."),
    description: "",
    examples: [],
    place,
  };
  const global = globalOf(parameter, survey);
  return global === undefined ? parameter : { ...parameter, global };
}

function bodyOf(body: DraftBody, operation: DraftOperation, survey: Survey): RequestBody {
  const encoding = encodingOf(body, operation, survey);
  const type = toType(body.type, "number");
  return {
    // Where a language has no type for bytes, it takes anything or a string.
    type: encoding.value === "bytes" && type.kind !== "reference" ? { kind: "bytes" } : type,
    encoding,
    presence: bodyPresenceOf(body, operation, survey),
    as: body.as,
    place: body.place,
  };
}

function repliesOf(operation: DraftOperation, survey: Survey): Operation["replies"] {
  const told = operation.responses.map(({ type, place }) => ({
    place,
    bodies: bodiesOf(type, { operations: [operation], via: [] }, survey),
  }));
  const silent = new Set(operation.sightings.map(({ place }) => place));
  const claims = told.map(({ bodies, place }) => {
    // The place of an answer that no line states is that of the operation.
    if (silent.has(place))
      return claim(
        "replies/no-line",
        "derived",
        bodies,
        [place],
        "There is no response line, as where nothing is sent.",
      );
    return told.some((other) => bodiesSayLess(bodies, other.bodies, survey.models))
      ? claim("replies/inexact-line", "derived", bodies, [place], "The response line says so, another one says more.")
      : claim("replies/response-line", "stated", bodies, [place], "The response line says so.");
  });
  return decide(
    claims,
    claim("replies/none", "assumed", [{ kind: "empty" } as const], [operation.place], "There is no response line."),
  );
}

function errorsOf({ errors }: DraftOperation): readonly ErrorReply[] {
  return errors.flatMap(({ type, title, statuses, contentType, place, amongAnswers }) =>
    statuses.map((status) => ({
      status,
      contentType,
      type: toType(type, "number"),
      title,
      place,
      ...(amongAnswers === undefined ? {} : { amongAnswers }),
    })),
  );
}

function missingRoute(operation: DraftOperation): Diagnostic {
  const subject = subjectOf(operation);
  const override = { subject: `operation ${subject}`, value: "POST /…" };
  const message = `Unexpected operation \`${subject}\` without method and path, expected a \`UsageSnippet\` comment or an override`;
  return diagnostic("infer/missing-route", message, operation.place, { override });
}

function missingFiller(variable: string, { place }: DraftOperation): Diagnostic {
  const message = `Unexpected path variable \`${variable}\` without a parameter, expected a row of that name`;
  return diagnostic("infer/missing-parameter", message, place);
}

function firstText(texts: readonly string[]): string {
  return texts.find((text) => text !== "") ?? "";
}
