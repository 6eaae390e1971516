import type { Claim, Fact, Pagination, Place } from "../../ir/index.ts";
import type { DraftField, DraftOperation, LinkedType } from "../../link/draft.ts";
import { nameKey } from "../../link/words.ts";
import { claim, decide } from "../decide.ts";
import type { Survey } from "../survey.ts";
import { unwrap } from "../uses.ts";
import { type PathTemplate, wireNameOf } from "../wire-name.ts";
import { firstPageOf } from "./first-page.ts";
import { locationOf } from "./location.ts";
import type { Request } from "./request.ts";

/**
 * How the operation's pages follow each other, which no docs state: samples show that there are pages, and names of
 * parameters and of fields of the answer tell the rest, as they do for all 27 operations of three vendors whose samples
 * walk pages. Wrong where a parameter is called so and means something else.
 */
export function paginationOf(
  operation: DraftOperation,
  request: Request,
  path: PathTemplate,
  survey: Survey,
): Fact<Pagination | null> {
  const declared = survey.declared.operations.get(operation.id)?.pagination;
  const walked = operation.sightings.flatMap(({ paged }) => paged ?? []);
  const none =
    walked.length > 0
      ? claim<Pagination | null>(
          "pagination/untold",
          "assumed",
          null,
          walked,
          "A sample walks pages; no name tells how.",
        )
      : claim<Pagination | null>(
          "pagination/none",
          "derived",
          null,
          [operation.place],
          "No name leads to a next page.",
        );
  const told = named(operation, parametersOf(request, path, survey), walked, survey);
  return decide([...(declared === undefined ? [] : [declared]), ...(told === undefined ? [] : [told])], none);
}

function named(
  operation: DraftOperation,
  parameters: readonly Parameter[],
  walked: readonly Place[],
  survey: Survey,
): Claim<Pagination | null> | undefined {
  const answers = operation.responses.map(({ type, place }): Answer | undefined =>
    unwrap(type).kind === "list" ? { items: { names: [], place } } : answerOf(type, [], survey, deepest),
  );
  const answer = answers.find((one) => one !== undefined);
  if (answer === undefined) return undefined;
  const find = (names: readonly string[]): Parameter | undefined => firstNamed(parameters, names);
  const [page, offset, size] = [find(pages), find(offsets), find(sizes) ?? parameters.find(isSize)];
  // A text counts nothing; one that is called a page is what the answer calls the next one.
  const isText = page !== undefined && isString(page);
  const { next } = answer;
  const isLink = next?.isLink === true;
  const cursor =
    (next === undefined || isLink
      ? undefined
      : parameters.find(({ key, field }) => key === next.key && isString({ field }))) ??
    firstNamed(parameters.filter(isScalar), cursors) ??
    (isText ? page : undefined) ??
    (isLink ? find(starts) : undefined);
  const follows = cursor !== undefined && next !== undefined && (!isLink || isString(cursor));
  const skipped = offset !== undefined && isString(offset) && walked.length === 0 ? undefined : offset;
  const first = follows ? cursor : ((isText ? undefined : page) ?? skipped);
  // A page number alone may choose a view; beside a size or a link to the next, or in a sample that walks, it counts pages.
  if (first === undefined || (!follows && size === undefined && !isLink && walked.length === 0)) return undefined;
  const begin = follows || first !== page ? undefined : firstPageOf(first.field, operation, survey);
  const value: Pagination = {
    kind: follows ? "cursor" : first === page ? "page" : "offset",
    parameter: first.name,
    in: first.in,
    first: begin?.number ?? null,
    size: size?.name ?? null,
    next: follows ? next.names : [],
    ...(follows && isLink ? { link: true as const } : {}),
    ...(follows && next.more !== undefined ? { more: next.more.names } : {}),
    items: answer.items.names,
  };
  const further = follows ? [next, next.more] : [begin];
  const places = [first, ...further, answer.items].flatMap((one) => one?.place ?? []);
  return walked.length > 0
    ? claim<Pagination | null>("pagination/sample", "shown", value, [...walked, ...places], "A sample walks pages.")
    : claim<Pagination | null>("pagination/names", "derived", value, places, "Names of request and answer tell.");
}

/** Names in normal form, the more telling first. */
const cursors = [
  "cursor",
  "pagetoken",
  "nextpagetoken",
  "nextcursor",
  "nexttoken",
  "token",
  "startingafter",
  "after",
  "pagecursor",
];
/** What a link to the next page has in its query, beside the cursors. */
const starts = ["from", "start", "startfrom", "skiptoken", "marker"];
const pages = ["page", "pagenumber"];
const offsets = ["offset", "skip"];
const sizes = ["limit", "pagesize", "perpage", "size", "maxresults", "take"];
const nexts = ["nextcursor", "nextpagetoken", "nexttoken", "next", "cursor", "nextpage"];
/** Where a page ends, and whether another follows: three vendors say it so, as Relay does, whose last pages end somewhere, too. */
const ends = ["endcursor"];
const mores = ["hasnextpage", "hasnext", "hasmore"];
const links = ["links", "link"];
const addresses = ["href", "url"];
const lists = ["items", "data", "results", "result", "list"];

/** An envelope, the body in it, and an object in that. */
const deepest = 3;

/** A moment that is called `after` chooses items. */
function isScalar({ field: { sightings } }: Parameter): boolean {
  return ["string", "integer", "number", "number-or-integer"].includes(unwrap(sightings[0].type).kind);
}

/** Whether a number is said to be how much a page has: so it is for three of three vendors that call it otherwise. */
function isSize({ field: { sightings } }: Parameter): boolean {
  return sightings.some(
    ({ type, description }) => /integer|number/.test(unwrap(type).kind) && /\bper[ -]page\b/i.test(description),
  );
}

interface Parameter {
  readonly key: string;
  readonly name: string;
  readonly in: Pagination["in"];
  readonly field: DraftField;
  readonly place: Place;
}

/** The parameters of the query, and the fields of the body: searches page by POST. */
function parametersOf({ parameters, body }: Request, path: PathTemplate, survey: Survey): readonly Parameter[] {
  const query = parameters.filter((field) => locationOf(field, path, survey).value === "query");
  const type = body === null ? undefined : unwrap(body.type);
  const model = type?.kind === "reference" ? survey.models.get(type.id) : undefined;
  const fields = model?.kind === "object" ? model.fields : [];
  return [
    ...query.map((field) => parameterOf(field, "query", survey)),
    ...fields.map((field) => parameterOf(field, "body", survey)),
  ];
}

function parameterOf(field: DraftField, where: Pagination["in"], survey: Survey): Parameter {
  const use = where === "query" ? "query" : "property";
  const { value: name } = wireNameOf({ field, use }, survey);
  return { key: nameKey(field.words), name, in: where, field, place: field.sightings[0].place };
}

interface Way {
  /** Wire names, outermost first. */
  readonly names: readonly string[];
  readonly place: Place;
}

interface Answer {
  readonly items: Way;
  readonly next?: Next;
}

interface Next extends Way {
  /** Its name in normal form: a parameter that is called so, too, is sent it. So it is at 12 of 12 operations of two vendors. */
  readonly key: string;
  /** Whether it is the address of the next page, and no cursor. */
  readonly isLink: boolean;
  /** What says whether another page follows, where a last page has a cursor, too. */
  readonly more?: Way;
}

/** The list in an answer, itself or in one of its fields, and the next cursor beside it or around it. */
function answerOf(type: LinkedType, above: readonly string[], survey: Survey, depth: number): Answer | undefined {
  const fields = fieldsOf(type, above, survey);
  if (fields.length === 0 || depth === 0) return undefined;
  const own = fields.filter((field) => field.type.kind === "list");
  const list = firstNamed(own, lists) ?? (own.length === 1 ? own[0] : undefined);
  const inner = list === undefined ? fields.map((field) => answerOf(field.type, field.names, survey, depth - 1)) : [];
  const found = list === undefined ? inner.find((one) => one !== undefined) : { items: list };
  const next = found?.next ?? nextAmong(fields) ?? linkAmong(fields, survey) ?? nextAmong(innerOf(fields, survey));
  if (found === undefined) return undefined;
  return next === undefined ? { items: found.items } : { items: found.items, next };
}

interface Held extends Way {
  readonly key: string;
  readonly type: LinkedType;
  readonly field: DraftField;
}

/** The fields of an object with the way to them; an envelope is not on the wire. */
function fieldsOf(type: LinkedType, above: readonly string[], survey: Survey): readonly Held[] {
  const bare = unwrap(type);
  const model = bare.kind === "reference" ? survey.models.get(bare.id) : undefined;
  if (model?.kind !== "object") return [];
  const isEnvelope = survey.roles.get(model.id)?.value === "envelope";
  return model.fields.map((field): Held => {
    const [{ place, type: held }] = field.sightings;
    const { value: name } = wireNameOf({ field, use: "property" }, survey);
    return {
      key: nameKey(field.words),
      names: isEnvelope ? above : [...above, name],
      place,
      type: unwrap(held),
      field,
    };
  });
}

function innerOf(fields: readonly Held[], survey: Survey): readonly Held[] {
  return fields.flatMap(({ type, names }) => fieldsOf(type, names, survey));
}

function nextAmong(fields: readonly Held[]): Next | undefined {
  const next = firstNamed(fields.filter(isString), nexts);
  return next === undefined ? endAmong(fields) : { ...next, isLink: isAddress(next.field) };
}

/** The cursor of where a page ends, beside what says whether another follows. */
function endAmong(fields: readonly Held[]): Next | undefined {
  const end = firstNamed(fields.filter(isString), ends);
  const holder = end?.names.slice(0, -1).join(".");
  const flags = fields.filter(({ type, names }) => type.kind === "boolean" && names.slice(0, -1).join(".") === holder);
  const more = firstNamed(flags, mores);
  return end && more && { ...end, isLink: false, more };
}

/** `links.next`, the address itself or an object that holds it, as HAL has it. */
function linkAmong(fields: readonly Held[], survey: Survey): Next | undefined {
  const all = fields.filter(({ key }) => links.includes(key));
  const next = innerOf(all, survey).filter(({ key }) => key === "next");
  const address = next.find(isString) ?? firstNamed(innerOf(next, survey).filter(isString), addresses);
  return address && { ...address, isLink: true };
}

function isString({ field }: { readonly field: DraftField }): boolean {
  return unwrap(field.sightings[0].type).kind === "string";
}

/** Whether the docs show or call a text an address: one with a query, or a URL. */
function isAddress({ sightings }: DraftField): boolean {
  return sightings.some(
    ({ description, examples }) =>
      /\b(?:URLs?|URIs?|[Ll]ink)\b/.test(description) || examples.some((text) => /:\/\/|\?\w+=/.test(text)),
  );
}

/** What has the first of the names that anything has. */
function firstNamed<T extends { readonly key: string }>(things: readonly T[], names: readonly string[]): T | undefined {
  return names.flatMap((name) => things.find(({ key }) => key === name) ?? [])[0];
}
