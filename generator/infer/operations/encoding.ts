import type { Claim, Fact, RequestBody } from "../../ir/index.ts";
import { typedId } from "../../ir/same-operations.ts";
import type { DraftField, DraftModel, DraftOperation, LinkedType } from "../../link/draft.ts";
import { norm, splitWords, wordsKey } from "../../link/words.ts";
import { claim, decide } from "../decide.ts";
import type { Survey } from "../survey.ts";
import { unwrap } from "../uses.ts";
import type { DraftBody } from "./request.ts";

type Encoding = RequestBody["encoding"]["value"];

/**
 * How the body is written: the docs name no content type. A file part makes it multipart (21 bodies of three vendors), a
 * body that is binary as a whole is sent as it is, a request for a token is a URL-encoded form (three vendors, as RFC 6749
 * has it), as is one to revoke or to introspect a token (RFC 7009 and 7662), and the rest is JSON. Wrong where an API
 * takes another such form, which nothing shows (three operations of two of the 40 folders), or a request for a token in
 * JSON alone; an override may state it.
 */
export function encodingOf(body: DraftBody, operation: DraftOperation, survey: Survey): Fact<Encoding> {
  const json = claim<Encoding>("encoding/json", "derived", "json", [body.place], "It has no file and is not binary.");
  const declared = survey.declared.operations.get(operation.id)?.encoding;
  const told = toldEncoding(operation);
  const shown = binaryOrForm(body, operation, survey);
  const named = namedAfter(body, operation, survey);
  const said = saidOf(body, operation, survey);
  return decide(
    [declared, told, named, shown, said].filter((found) => found !== undefined),
    json,
  );
}

/** What a hand-written operation names beside the fields of its body; no generator's page does (none of 75 folders). */
function toldEncoding({ sightings }: DraftOperation): Claim<Encoding> | undefined {
  const [told] = sightings.flatMap(({ encoding }) => encoding ?? []);
  return (
    told && claim<Encoding>("encoding/told", "stated", told.value, [told.place], "The text names the content type.")
  );
}

/**
 * Generators make one method of each content type that an operation takes, and add the type to the id: right for eight of
 * eight such families of eight vendors. An id that ends so by itself has no other operation of its route beside it.
 */
function namedAfter(body: DraftBody, operation: DraftOperation, { draft }: Survey): Claim<Encoding> | undefined {
  const [, stem = "", type = ""] = typedId.exec(operation.id) ?? [];
  const value = encodings.get(type);
  if (value === undefined || !operation.idStated) return undefined;
  // What has fields is written somehow.
  if (value === "bytes" && unwrap(body.type).kind === "reference") return undefined;
  const route = shownRoute(operation);
  const hasTwin = draft.operations.some(
    (other) => other !== operation && other.id.replace(typedId, "$1") === stem && shownRoute(other) === route,
  );
  if (!hasTwin) return undefined;
  const why = "The id says so, and another operation of its route is called after another content type.";
  return claim<Encoding>("encoding/named", "stated", value, [operation.place, body.place], why);
}

/**
 * What an operation's own words say that it is sent as: right for six of six such operations of six vendors, of which one
 * has no file. Wrong where they speak of another operation.
 */
function saidOf({ type }: DraftBody, { sightings }: DraftOperation, { models }: Survey): Claim<Encoding> | undefined {
  const bare = unwrap(type);
  if (bare.kind !== "reference" || models.get(bare.id)?.kind !== "object") return undefined;
  return sightings.flatMap(({ description, place }): Claim<Encoding>[] => {
    const said = description.split(/(?<=\.)\s+/).find((sentence) => formWords.test(sentence) && !isDenied(sentence));
    if (said === undefined) return [];
    const value = /urlencoded/i.test(said) ? "form" : "multipart";
    return [claim<Encoding>("encoding/said", "derived", value, [place], "The description says so.")];
  })[0];
}

function isDenied(sentence: string): boolean {
  return /\b(?:not|instead|rather)\b/i.test(sentence);
}

const formWords =
  /\bmultipart[/ -]form[ -]?data\b|\b(?:using|as|with|via) form[ -]data\b|\bapplication\/x-www-form-urlencoded\b/i;

const encodings: ReadonlyMap<string, Encoding> = new Map([
  ["form", "form"],
  ["json", "json"],
  ["multipart", "multipart"],
  ["raw", "bytes"],
]);

function shownRoute({ sightings }: DraftOperation): string {
  const [snippet] = sightings.flatMap(({ snippets }) => snippets.map((one) => one.snippet));
  return snippet === undefined ? "" : `${snippet.method} ${snippet.path}`;
}

function binaryOrForm(body: DraftBody, operation: DraftOperation, survey: Survey): Claim<Encoding> | undefined {
  const type = unwrap(body.type);
  if (type.kind === "bytes" || type.kind === "file")
    return claim<Encoding>("encoding/bytes", "derived", "bytes", [body.place], "The whole body is binary.");
  const model = type.kind === "reference" ? survey.models.get(type.id) : undefined;
  const fields = model?.kind === "object" ? model.fields : [];
  const grant = model === undefined ? undefined : (grantOf(model, survey) ?? tokenOf(fields, operation));
  if (grant !== undefined) {
    const why = "The standard of OAuth has a request for or about a token written as a form.";
    return claim<Encoding>("encoding/grant-type", "derived", "form", [grant.sightings[0].place], why);
  }
  const files = fields.filter((field) => isFile(field, survey));
  if (files.length === 0) return undefined;
  const places = files.map((field) => field.sightings[0].place);
  return claim<Encoding>("encoding/file-part", "derived", "multipart", places, "It has a file part.");
}

/** The kind of grant that a request for a token names; where there is a request for each kind, all name one. */
function grantOf(model: DraftModel, { models, oauthPages }: Survey): DraftField | undefined {
  const members = model.kind === "union" ? model.members.map(({ type }) => unwrap(type)) : [];
  const all = members.map((type) => (type.kind === "reference" ? models.get(type.id) : undefined));
  const grants = (model.kind === "union" ? all : [model]).map((one) =>
    one?.kind === "object" && one.sightings.some(({ page }) => oauthPages.has(page))
      ? one.fields.find(({ words }) => wordsKey(words) === "grant type")
      : undefined,
  );
  return grants.includes(undefined) ? undefined : grants[0];
}

/** The token that a client of OAuth revokes or asks about: it says who it is, or what kind of token it has. */
function tokenOf(fields: readonly DraftField[], { id, words }: DraftOperation): DraftField | undefined {
  const named = [...words, ...splitWords(id)];
  if (!named.includes("revoke") && !named.includes("introspect")) return undefined;
  const isAsked = fields.some(({ words }) => ["token type hint", "client id"].includes(wordsKey(words)));
  return isAsked ? fields.find(({ words }) => wordsKey(words) === "token") : undefined;
}

/** A file, or an object of content and file name, as SDKs hand files over. */
export function isFile({ sightings }: DraftField, survey: Survey): boolean {
  return sightings.some(({ name, type }) => isFileType(type, norm(name), survey));
}

function isFileType(type: LinkedType, part: string, survey: Survey): boolean {
  switch (type.kind) {
    case "file":
      return true;
    case "list":
      return isFileType(type.item, part, survey);
    case "nullable":
      return isFileType(type.of, part, survey);
    case "reference": {
      const model = survey.models.get(type.id);
      return model?.kind === "object" && isHandle(model.fields, part);
    }
    default:
      return false;
  }
}

/** Docs of 2023 call the file's name like the part that holds it. */
function isHandle(fields: readonly DraftField[], part: string): boolean {
  const names = fields.map(({ sightings: [{ name }] }) => norm(name));
  return (names.includes("filename") || (names.length === 2 && names.includes(part))) && hasBinary(fields);
}

function hasBinary(fields: readonly DraftField[]): boolean {
  return fields.some(
    ({ sightings: [{ name }], sightings }) =>
      norm(name) === "content" && sightings.some(({ type }) => isBinary(unwrap(type))),
  );
}

function isBinary(type: LinkedType): boolean {
  return type.kind === "union" ? type.members.some(isBinary) : type.kind === "bytes" || type.kind === "file";
}
