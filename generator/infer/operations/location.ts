import type { Fact, Parameter } from "../../ir/index.ts";
import type { DraftField } from "../../link/draft.ts";
import { norm, splitWords, wordsKey } from "../../link/words.ts";
import { ask, claim, decide, type Rule } from "../decide.ts";
import { prefixed } from "../names/headers.ts";
import type { Survey } from "../survey.ts";
import { unwrap } from "../uses.ts";
import { isStem, type PathTemplate } from "../wire-name.ts";
import { isFile } from "./encoding.ts";
import { globalsOf } from "./global.ts";

type Location = Parameter["location"]["value"];

interface Subject {
  readonly field: DraftField;
  readonly path: PathTemplate;
}

/**
 * Where a parameter stands in the request. Without evidence of another place it is in the query, which the docs never say:
 * together with the rules below that is right for every parameter in 13 of 26 folders and for 99.7 % in three more.
 * Wrong for headers whose names say nothing (the folders of one API have one each, those of another eleven).
 */
export function locationOf(field: DraftField, path: PathTemplate, survey: Survey): Fact<Location> {
  const { place } = field.sightings[0];
  const query = claim<Location>("location/query", "derived", "query", [place], "Nothing says that it is elsewhere.");
  return decide([...ask(rules, { field, path }, survey), query], query);
}

const declared: Rule<Subject, Location> = ({ field }, { declared }) =>
  declared.fields.get(field.sightings[0].place)?.location;

/** A column or the heading above the table says so, as people write it. */
const told: Rule<Subject, Location> = ({ field }) => {
  const [found] = field.sightings.flatMap(({ location, place }) =>
    location === undefined || location === "body" ? [] : [{ location, place }],
  );
  if (found === undefined) return undefined;
  return claim("location/told", "stated", found.location, [found.place], "The docs list it as one.");
};

/** It is called like a variable of the path: none missed in 26 folders. */
const pathVariable: Rule<Subject, Location> = ({ field, path }) => {
  if (!fillsPath(field, path.variables)) return undefined;
  return claim(
    "location/path-variable",
    "stated",
    "path",
    [field.sightings[0].place, ...path.places],
    "The path has a variable of that name.",
  );
};

/**
 * It is set apart as the query parameter from a namesake in another place, as `x_ship_query_parameter` from `x_ship`: the
 * three of one vendor. Wrong for a name that ends so by itself.
 */
const suffixed: Rule<Subject, Location> = ({ field }) => {
  const { name, place } = field.sightings[0];
  if (!/.queryparameter\d*$/.test(norm(name))) return undefined;
  return claim("location/suffix", "derived", "query", [place], "Its name says that it is the one in the query.");
};

/** `x-…`, names that only headers have, and API keys. `last_event_id` is left out: it is a query parameter in 3 of 4 cases. */
const headerName: Rule<Subject, Location> = ({ field }) => {
  if (!isHeaderName(field)) return undefined;
  return claim("location/header-name", "derived", "header", [field.sightings[0].place], "It is called like a header.");
};

/**
 * Its description calls it a query parameter or a header, by its name. Wrong where it tells of the query of another URL;
 * the header of an answer that has the name repeats the one of the request.
 */
const said: Rule<Subject, Location> = ({ field }) => {
  const { place, description, name } = field.sightings[0];
  const [, called = "", what = ""] =
    /`([^`]+)`\s+(?:(?:request|response|HTTP)\s+)?(query\s+parameter|header)\b/i.exec(description) ?? [];
  if (called === "" || norm(called) !== norm(name)) return undefined;
  const value: Location = /^header$/i.test(what) ? "header" : "query";
  return claim("location/said", "derived", value, [`${place}:description`], "Its description says so.");
};

/**
 * Its description speaks of it as `this header`, or is nothing but what header it is (`Session header`): right for the seven
 * such parameters of three APIs. Wrong where a text means a header that it named before.
 */
const described: Rule<Subject, Location> = ({ field }) => {
  const { place, description } = field.sightings[0];
  const calls = /\bthis\s+(?:(?:request|HTTP)\s+)?header\b/i.test(description);
  if (!calls && !/^(?:[\w-]+\s+){1,2}header\.?$/i.test(description)) return undefined;
  return claim("location/described", "derived", "header", [`${place}:description`], "Its description calls it one.");
};

/**
 * What every operation may take is a header: those of six APIs are, those of three are in the query and those of three in
 * the path. The text beside the list calls one by the name that it has in the API (`X-Harbor-Client`): a name that
 * is spelled like none of a header (`organization_id`) is in the query, but where a text has a header of those words. Wrong
 * where an SDK renames a header that no text names: it would not be sent by its name either way.
 */
const global: Rule<Subject, Location> = ({ field }, survey) => {
  const [found] = globalsOf(field.words, survey);
  if (found === undefined) return undefined;
  const { called = "", place } = found;
  const isQuery =
    /^[a-z][a-z\d]*(?:_[a-z\d]+|[A-Z][a-z\d]*)+$/.test(called) &&
    [field.words, splitWords(called)].every((words) => prefixed(survey.names.headers, words).length === 0);
  return isQuery
    ? claim(
        "location/global",
        "derived",
        "query",
        [place],
        "It is spelled as no header is, and every operation may take it.",
      )
    : claim("location/global", "derived", "header", [place], "Every operation may take it.");
};

/**
 * The same without a README that lists it, where a sample sets it on the client: 108 of 120 operations of one API may take
 * its one global header.
 */
const taken: Rule<Subject, Location> = (subject, survey) => {
  const places = survey.everywhere.get(wordsKey(subject.field.words));
  if (places === undefined || global(subject, survey)?.value === "query") return undefined;
  return claim("location/everywhere", "derived", "header", places, "Nearly every operation may take it.");
};

const rules: readonly Rule<Subject, Location>[] = [
  declared,
  pathVariable,
  told,
  said,
  suffixed,
  described,
  headerName,
  global,
  taken,
];

/** Whether a parameter can stand in no body: it is one of all operations, described as a header, or called `x-…`. */
export function isNeverInBody(field: DraftField, survey: Survey): boolean {
  return (
    ask([global, taken, described], { field, path: { variables: [], places: [] } }, survey).length > 0 ||
    isExtension(field)
  );
}

const headers: ReadonlySet<string> = new Set([
  "accept",
  "accept language",
  // In the query it would lie in the logs of each server on the way.
  "authorization",
  // The protocol of Connect has these two.
  "connect protocol version",
  "connect timeout ms",
  "content length",
  "idempotency key",
  "if match",
  "if modified since",
  "if none match",
  "if unmodified since",
  // The standard of MCP has these two.
  "mcp protocol version",
  "mcp session id",
  "prefer",
  "user agent",
]);

/** Whether the name alone says that the parameter is a header. */
export function isHeaderName(field: DraftField): boolean {
  const { words } = field;
  return headers.has(wordsKey(words)) || wordsKey(words.slice(-2)) === "api key" || isExtension(field);
}

function isExtension({ words }: DraftField): boolean {
  return words[0] === "x" && words.length > 1;
}

/** Whether a variable of the path is called like the field. */
export function fillsPath(field: DraftField, variables: readonly string[]): boolean {
  const { name } = field.sightings[0];
  return variables.some((variable) => norm(variable) === norm(name) || isStem(variable, name));
}

/**
 * The body among the fields of a request: called so, or, where the method allows a body, called like the object or the
 * union that it refers to (no body missed in 26 folders), also where that is called `…Input` because it is taken without its
 * read-only fields (three of three vendors that have such bodies), or `…Union` because a member has the name. A file is a
 * part of a body.
 */
export function isBodyField(field: DraftField, mayHaveBody: boolean, survey: Survey): boolean {
  const { models } = survey;
  const { name, type } = field.sightings[0];
  if (isNamedBody(name)) return true;
  const inner = unwrap(type);
  const model = mayHaveBody && inner.kind === "reference" ? models.get(inner.id) : undefined;
  if (model === undefined || model.kind === "enum") return false;
  const titles = [norm(name), `${norm(name)}${model.kind === "union" ? "union" : "input"}`];
  if (!titles.includes(norm(model.title))) return false;
  return !isFile(field, survey);
}

/** Whether a name is the one that SDKs have for a body. */
export function isNamedBody(name: string): boolean {
  return norm(name) === "requestbody" || norm(name) === "body";
}
