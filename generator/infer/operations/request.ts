import type { ModelId, Place } from "../../ir/index.ts";
import type { DraftField, DraftObject, DraftOperation, LinkedType } from "../../link/draft.ts";
import { splitWords } from "../../link/words.ts";
import type { Survey } from "../survey.ts";
import { titlesAfter, unwrap } from "../uses.ts";
import { fillsPath, isHeaderName } from "./location.ts";
import { isConstant, nameOf, titled, withRows, wrapperNamespaces } from "./request-models.ts";
import { bodyAmong, isWrapper, type Subject, wrapperTitles } from "./wrapper.ts";

/** A request taken apart: what goes into path, query and headers, and what into the body. */
export interface Request {
  readonly parameters: readonly DraftField[];
  readonly body: DraftBody | null;
}

export interface DraftBody {
  readonly type: LinkedType;
  readonly as: "spread" | readonly string[];
  /** The row of the body; null where its fields are rows themselves. */
  readonly field: DraftField | null;
  /** The rows of its fields, where they stand in the table of the operation. */
  readonly rows: readonly DraftField[];
  readonly place: Place;
}

/** The docs hand a request over as one object, as a row per parameter, or as rows for the fields of its body. */
export function requestOf(subject: Subject, survey: Survey): Request {
  const { request, parameters } = subject.operation;
  if (request === null) return withHidden(withFile(flattened(subject, survey), subject), subject, survey);
  const whole = withFile(wholeRequest(request, subject, survey), subject);
  return withHidden({ ...whole, parameters: [...whole.parameters, ...parameters] }, subject, survey);
}

/**
 * The parameters that an SDK hides from an operation because the client has them stand in a page of their own,
 * `<operation>Globals`: so it is for two of two vendors that hide any. Wrong for a body of that name.
 */
function withHidden(request: Request, { operation }: Subject, survey: Survey): Request {
  const known = new Set(request.parameters.map(nameOf));
  const page = titled(survey.requests, titlesAfter(operation, "globals"));
  const hidden = page?.fields.filter((field) => !known.has(nameOf(field))) ?? [];
  return hidden.length === 0 ? request : { ...request, parameters: [...request.parameters, ...hidden] };
}

/**
 * Go spells a body of bytes as anything, PHP and Ruby as a string; a sample that takes a file tells it, because no other
 * such body can hold one. Wrong where the file is meant for a parameter.
 */
function withFile(request: Request, { operation }: Subject): Request {
  const { body } = request;
  const isUntyped = body !== null && ["any", "string"].includes(unwrap(body.type).kind);
  if (!isUntyped || !operation.sightings.some(({ fileCall }) => fileCall !== undefined)) return request;
  return { ...request, body: { ...body, type: { kind: "bytes" } } };
}

/** One row for everything: the wrapper of the operation's parameters, or the body itself. */
function wholeRequest(request: DraftField, subject: Subject, survey: Survey): Request {
  const type = unwrap(request.sightings[0].type);
  const model = type.kind === "reference" ? survey.models.get(type.id) : undefined;
  const { place } = request.sightings[0];
  if (model?.kind !== "object") {
    return { parameters: [], body: { type, as: ["body"], field: request, rows: [], place } };
  }
  if (isWrapper(model, subject, survey)) return unwrapped(model, subject, survey);
  return { parameters: [], body: { type, as: "spread", field: request, rows: [], place } };
}

/** The fields of a wrapper: parameters and at most one body. */
function unwrapped(wrapper: DraftObject, subject: Subject, survey: Survey): Request {
  const body = bodyIn(wrapper.fields, subject, survey);
  return {
    parameters: wrapper.fields.filter((field) => field !== body),
    body: body === undefined ? null : { ...bodyRow(body), as: body.words },
  };
}

/**
 * The body among the fields of a request that is no body itself; else what is bytes, which are called after their schema
 * where that has a name, and which a method that may have a body has nowhere else (none of 105 folders; five queries of one
 * have bytes, all of methods without a body). Wrong for one part of a form that no document describes.
 */
function bodyIn(
  fields: readonly DraftField[],
  { variables, mayHaveBody, mayHaveObject }: Subject,
  survey: Survey,
): DraftField | undefined {
  return (
    bodyAmong(fields, variables, mayHaveObject, survey) ??
    fields.find((field) => mayHaveBody && !fillsPath(field, variables) && isBytes(field))
  );
}

function isBytes({ sightings: [{ type }] }: DraftField): boolean {
  return unwrap(type).kind === "bytes";
}

/**
 * Rows for single parameters. An operation with parameters beside its body has a wrapper document that tells them apart;
 * without one, all rows are the body's fields or all are parameters. A row that is called like its model is the body
 * only when no model has all the rows: fields are often called like their models too. Where methods take a body whole, a
 * wrapper's rows are no fields of one: 156 of 156 operations of 23 folders. Wrong where an SDK takes large bodies whole and
 * the fields of small ones.
 */
function flattened(subject: Subject, survey: Survey): Request {
  const { operation, variables, mayHaveBody } = subject;
  const rows = operation.parameters;
  const told = rows.filter(isToldInBody);
  if (told.length > 0) return fromTold(told, subject, survey);
  const [wrapper] = wrapperTitles(operation).flatMap((title) => titled(survey.requests, [title]) ?? []);
  const isMadeUp = survey.requests.whole && wrapperNamespaces.has(wrapper?.namespace ?? "");
  if (wrapper !== undefined && (isMadeUp || isWrapper(wrapper, subject, survey))) {
    return fromWrapper(wrapper, subject, survey);
  }
  const untold = rows.filter(({ sightings: [{ location }] }) => location === undefined);
  const inBody = mayHaveBody ? untold.filter((row) => isNamesake(row, rows) || !fillsPath(row, variables)) : [];
  const spread =
    bodyOfRows(inBody, operation, survey) ??
    bodyOfRows(
      inBody.filter((row) => !isHeaderName(row)),
      operation,
      survey,
    );
  if (spread !== undefined) return { parameters: rows.filter((row) => !spread.rows.includes(row)), body: spread };
  const row = bodyIn(untold, subject, survey);
  if (row === undefined) return { parameters: rows, body: null };
  return { parameters: rows.filter((other) => other !== row), body: { ...bodyRow(row), as: row.words } };
}

function isToldInBody({ sightings: [{ location }] }: DraftField): boolean {
  return location === "body";
}

/** The rows that the docs list as the body are it, or its fields; a model was made of the latter. */
function fromTold(told: readonly DraftField[], { operation }: Subject, survey: Survey): Request {
  const parameters = operation.parameters.filter((row) => !told.includes(row));
  const [first, ...others] = told;
  const spread = bodyOfRows(told, operation, survey);
  if (spread !== undefined) return { parameters, body: spread };
  if (first === undefined || others.length > 0) return { parameters: operation.parameters, body: null };
  return { parameters, body: { ...bodyRow(first), as: first.words } };
}

/**
 * Whether a row is a field of the body that a parameter of the operation is called like: the parameter then stands beside
 * it, as `id_param` beside `id`, with a suffix for which three of three vendors have no other use.
 */
function isNamesake(row: DraftField, rows: readonly DraftField[]): boolean {
  return rows.some((other) => nameOf(other) === setApart(row));
}

function setApart(field: DraftField): string {
  return `${nameOf(field)}param`;
}

/** The parameter without the suffix that sets it apart from its namesake among the fields of the body. */
export function withoutSuffix(parameter: DraftField, body: DraftBody | null): DraftField {
  const [sighting, ...others] = parameter.sightings;
  if (body?.rows.some((row) => nameOf(parameter) === setApart(row)) !== true) return parameter;
  const name = sighting.name.replace(/_?param$/i, "");
  return { words: parameter.words.slice(0, -1), sightings: [{ ...sighting, name }, ...others] };
}

/**
 * The wrapper's own fields are parameters; the other rows are fields of the body that it refers to. Python's docs have no row
 * for a constant, and Go's none for what an option of the call takes.
 */
function fromWrapper(wrapper: DraftObject, subject: Subject, survey: Survey): Request {
  const rows = subject.operation.parameters;
  const body =
    bodyIn(wrapper.fields, subject, survey) ??
    wrapper.fields.find((field) => subject.mayHaveBody && isUnrowedObject(field, rows, survey));
  const own = wrapper.fields.filter((field) => field !== body);
  const unrowed = own.filter((field) => mayLackRow(field) && !isNamesake(field, rows) && !hasRow(field, rows));
  if (body === undefined) return { parameters: [...rows, ...unrowed], body: null };
  const row = rows.find((other) => nameOf(other) === nameOf(body));
  const names = own.map((field) => (isNamesake(field, rows) ? setApart(field) : nameOf(field)));
  const fields = row === undefined ? rows.filter((row) => !names.includes(nameOf(row))) : [];
  const parameters = [...rows.filter((other) => other !== row && !fields.includes(other)), ...unrowed];
  // A body that is an option has neither a row nor rows for its fields.
  const isWhole = row !== undefined || fields.length === 0;
  return {
    parameters,
    body: isWhole
      ? { ...bodyRow(row ?? body), as: (row ?? body).words }
      : { ...bodyRow(body), as: "spread", rows: fields },
  };
}

/** Whether docs may list a parameter in the wrapper alone. What a call must have and lacks is told otherwise. */
function mayLackRow(field: DraftField): boolean {
  return isConstant(field) || field.sightings[0].presence.value === "optional";
}

function hasRow(field: DraftField, rows: readonly DraftField[]): boolean {
  return rows.some((row) => nameOf(row) === nameOf(field));
}

/** An object that the table of the operation has no row for, because it has rows for the object's fields. */
function isUnrowedObject(field: DraftField, rows: readonly DraftField[], { models }: Survey): boolean {
  const type = unwrap(field.sightings[0].type);
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  return model?.kind === "object" && !hasRow(field, rows);
}

/**
 * The model that has exactly these fields, but for constants, which are no arguments of a method; of several the one with
 * the same types, then the one that streams as the operation does, that is called most like it, that is the smallest, and
 * the first. Where hand-written rows were added, the largest model that has most of them.
 */
function bodyOfRows(
  rows: readonly DraftField[],
  operation: DraftOperation,
  { requests }: Survey,
): DraftBody | undefined {
  // The row for undocumented properties is no field of the model.
  const fields = rows.filter((row) => nameOf(row) !== "additionalproperties");
  const [first] = fields;
  if (first === undefined) return undefined;
  const names = new Set(fields.map(nameOf));
  const candidates = withRows(requests, names)
    .filter(({ fields }) => fields.every((field) => isRowed(field, names)))
    .map((model) => candidate(model, fields, operation))
    // Rows of other types are parameters that happen to be called alike.
    .filter(({ size, same }) => size > fields.length / 2 && same >= size / 2)
    .sort(
      (a, b) =>
        b.size - a.size ||
        b.same - a.same ||
        b.streams - a.streams ||
        b.called - a.called ||
        a.names.size - b.names.size,
    );
  const [best] = candidates;
  if (best === undefined) return undefined;
  const own = rows.filter((row) => best.names.has(nameOf(row)) || !names.has(nameOf(row)));
  return {
    type: { kind: "reference", id: best.id },
    as: "spread",
    field: null,
    rows: own,
    place: first.sightings[0].place,
  };
}

function isRowed(field: DraftField, names: ReadonlySet<string>): boolean {
  return names.has(nameOf(field)) || isConstant(field);
}

interface Candidate {
  readonly id: ModelId;
  readonly names: ReadonlySet<string>;
  /** How many fields have a row. */
  readonly size: number;
  /** How many fields have the type of their row. */
  readonly same: number;
  /** 1 where a constant `stream` says what the response line says, -1 where it says the contrary. */
  readonly streams: number;
  /** How many words of the title are words of the operation's id. */
  readonly called: number;
}

function candidate(model: DraftObject, rows: readonly DraftField[], operation: DraftOperation): Candidate {
  const same = model.fields.filter((field) => rows.some((row) => isAlike(row, field))).length;
  const names = new Set(model.fields.map(nameOf));
  const constant = model.fields.find((field) => nameOf(field) === "stream");
  const type = constant === undefined ? undefined : unwrap(constant.sightings[0].type);
  const streams = operation.responses.some((response) => isStream(response.type));
  return {
    id: model.id,
    names,
    size: rows.filter((row) => names.has(nameOf(row))).length,
    same,
    called: splitWords(model.title).filter((word) => splitWords(operation.id).includes(word)).length,
    streams: type?.kind !== "literal" ? 0 : type.value === streams ? 1 : -1,
  };
}

function isStream(type: LinkedType): boolean {
  if (type.kind === "nullable") return isStream(type.of);
  return type.kind === "stream" || (type.kind === "union" && type.members.some(isStream));
}

function bodyRow(field: DraftField): Pick<DraftBody, "type" | "field" | "rows" | "place"> {
  return { type: unwrap(field.sightings[0].type), field, rows: [], place: field.sightings[0].place };
}

function isAlike(a: DraftField, b: DraftField): boolean {
  return nameOf(a) === nameOf(b) && JSON.stringify(a.sightings[0].type) === JSON.stringify(b.sightings[0].type);
}
