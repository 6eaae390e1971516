import type { DraftField, DraftObject, DraftOperation, LinkedType } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import type { Survey } from "../survey.ts";
import { titlesAfter, unwrap } from "../uses.ts";
import { fillsPath, isBodyField, isHeaderName, isNamedBody, isNeverInBody } from "./location.ts";
import { nameOf, wrapperNamespaces } from "./request-models.ts";

/** Whose request it is, and what its method and path let it have. */
export interface Subject {
  readonly operation: DraftOperation;
  readonly variables: readonly string[];
  readonly mayHaveBody: boolean;
  /** Whether an object among the parameters, or in their place, may be the body. */
  readonly mayHaveObject: boolean;
}

/**
 * A document of the parameters of one operation, and not of its body. Both may be called `<operation>Request`: younger
 * docs call an inline body so where there is nothing beside it (four vendors of 2025), older ones never do (19 of 19
 * lone bodies of one API are a `<operation>RequestBody`). So the title decides only for methods without a body, or, in
 * a namespace of wrappers, where the folder has lone bodies with that suffix. A wrapper is made up by the SDK and has no
 * description (0 of 240 of three vendors); a body has no `x-…` and nothing that all operations take. Where wrappers have
 * a namespace, a document of another one is a schema of the API, however it is called. Wrong where an operation sends
 * nothing but a query with POST, in a folder without any lone body of the old name.
 */
export function isWrapper(model: DraftObject, subject: Subject, survey: Survey): boolean {
  const { operation, variables, mayHaveBody, mayHaveObject } = subject;
  if (/requestbody$/.test(norm(model.title))) return false;
  const isCalledSo = wrapperTitles(operation).includes(norm(model.title));
  if (model.fields.some((field) => fillsPath(field, variables)) || !mayHaveObject) return true;
  if (!mayHaveBody) return isCalledSo || wrapperNamespaces.has(model.namespace);
  if (survey.requests.apart && !wrapperNamespaces.has(model.namespace)) return false;
  if (!isCalledSo || model.sightings.some(({ description }) => description !== "")) return false;
  const isOfWrappers = wrapperNamespaces.has(model.namespace);
  if (survey.requests.suffixed && isOfWrappers) return true;
  const body = bodyAmong(model.fields, variables, mayHaveBody, survey);
  if (body !== undefined) return !isPartOf(model, body, survey);
  if (areParametersElsewhere(model, survey)) return true;
  return isOfWrappers && model.fields.some((field) => isNeverInBody(field, survey));
}

/**
 * What the document of an operation's parameters may be called: with the suffix twice where a schema of the API has the
 * first name (two of two vendors with such a schema, in a folder without namespaces).
 */
export function wrapperTitles(operation: DraftOperation): readonly string[] {
  return [...titlesAfter(operation, "requestrequest"), ...titlesAfter(operation, "request")];
}

/**
 * Whether what looks like the body is a field of it, as fields are often called like their models, and texts `body`. Then
 * something beside it can be no parameter: an object, or what must be given, or anything where the body need not be. So
 * it is for none of the 95 wrappers without a variable of the path that eight APIs have: of their parameters all are
 * headers, or optional beside a body that is required. Wrong for a body beside a query parameter that must be given, where
 * it is not called a request.
 */
function isPartOf({ fields }: DraftObject, body: DraftField, survey: Survey): boolean {
  const [{ name, type, presence }] = body.sightings;
  if (isRequestInName(body)) return false;
  const isText = norm(name) === "body" && unwrap(type).kind === "string";
  if ((isNamedBody(name) && !isText) || fields.some((field) => isNeverInBody(field, survey))) return false;
  const others = fields.filter((field) => field !== body && mayBeInBody(field, survey));
  if (others.some((field) => holdsObjects(field.sightings[0].type, survey))) return true;
  return others.some((field) => presence.value !== "required" || field.sightings[0].presence.value === "required");
}

/**
 * Whether a field is called like its model and that is a `<something>Request`, which no body has inside: none of the 103
 * such fields of nine folders is a field of a body. Nor has one a `<something>RequestBody`.
 */
function isRequestInName({ words }: DraftField): boolean {
  const [last, ...others] = words.filter((word) => word !== "body").reverse();
  return others.length > 0 && last === "request";
}

function mayBeInBody(field: DraftField, survey: Survey): boolean {
  return !isHeaderName(field) && !survey.requests.parameters.has(nameOf(field));
}

/** Whether a type is an object or has some, which no query has. */
function holdsObjects(type: LinkedType, survey: Survey): boolean {
  const inner = unwrap(type);
  if (inner.kind === "list") return holdsObjects(inner.item, survey);
  return inner.kind === "map" || (inner.kind === "reference" && survey.models.get(inner.id)?.kind === "object");
}

/**
 * Whether each field is a parameter of another operation, beside a variable of its path. Wrong for a body whose fields all
 * happen to be called like such parameters.
 */
function areParametersElsewhere({ fields }: DraftObject, { requests }: Survey): boolean {
  return fields.length > 0 && fields.every((field) => requests.parameters.has(nameOf(field)));
}

/** The field of the body among those of a request. */
export function bodyAmong(
  fields: readonly DraftField[],
  variables: readonly string[],
  mayHaveBody: boolean,
  survey: Survey,
): DraftField | undefined {
  return fields.find((field) => !fillsPath(field, variables) && isBodyField(field, mayHaveBody, survey));
}
