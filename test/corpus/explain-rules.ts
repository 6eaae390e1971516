import type { Inspected } from "../../generator/commands/inspect.ts";
import type { Argument } from "../../generator/explain/answers.ts";
import type { Subject } from "../../generator/explain/subjects.ts";
import type { Body, Model, Pagination, Place, Type } from "../../generator/ir/index.ts";
import { letters, type Spot, type SpotOf } from "./docs-text.ts";
import { namedIn, nullsIn, says } from "./explain-cells.ts";
import { isExampleOf, isForm, isSampled } from "./explain-samples.ts";

/** One place of one claim, with what stands there. */
export interface Evidence {
  readonly claim: Argument;
  readonly place: Place;
  readonly spot: Spot;
  readonly subject: Subject;
  /** What was asked of the subject; an operation is asked where each of its parameters goes. */
  readonly question: string;
  readonly read: Inspected;
  readonly models: ReadonlyMap<string, Model>;
  readonly spotOf: SpotOf;
  readonly dialect: string;
}

type Check = (evidence: Evidence) => boolean;

/**
 * What has to stand where each rule says that its reason stands. A rule that is not listed is told of: a new rule needs
 * its line here.
 */
export const checks: Readonly<Record<string, Check>> = {
  "default/column": ({ claim, spot }) => hasText(spot.cell, String(claim.value)),
  "default/prose": ({ claim, spot }) =>
    /\bdefaults to\b|\bdefault:/i.test(spot.cell) && hasText(spot.cell, String(claim.value)),
  "description/cell": ({ claim, spot }) => hasText(spot.cell, String(claim.value)),
  "encoding/bytes": isOwn,
  "encoding/file-part": ({ spot }) => /file|blob|bytes|\bIO\b|stream|content/i.test(spot.text),
  "encoding/grant-type": ({ spot }) => /^granttype$/.test(field(spot)),
  "encoding/json": isOwn,
  "encoding/said": isOwn,
  "encoding/told": ({ spot }) => /multipart\/form-data|x-www-form-urlencoded/.test(spot.text),
  "body/row": isOwn,
  // The row that numbers the items, that of the object under another name, or the operation itself.
  "collect/ambiguous": isOwn,
  "collect/none": isOwn,
  "collect/pieces": (evidence) => isOwn(evidence) && (evidence.spot.cells !== null || isOnPage(evidence)),
  "enum/open": ({ spot }) => /open enum|unrecognized|unknown/i.test(spot.section),
  "errors/answers": ({ claim, spot, models }) => says(spot.text, Object(claim.value).type as Type, models),
  "errors/table": ({ claim, spot, models }) =>
    spot.text.replaceAll("\\", "").includes(textIn(claim.value, "contentType")) &&
    says(spot.text, Object(claim.value).type as Type, models),
  "location/described": ({ spot }) => /\bheader\b/i.test(spot.cell),
  "location/everywhere": isNamed,
  // A row of the README, or the sample that sets it on the client.
  "location/global": (evidence) =>
    isNamed(evidence) ||
    (evidence.spot.cells === null && letters(evidence.spot.section).includes(letters(nameOf(evidence)))),
  "location/header-name": isNamed,
  "location/path-variable": isPathVariable,
  "location/query": isNamed,
  "location/suffix": ({ spot }) => /queryparameter\d*$/.test(field(spot)),
  "location/told": isNamed,
  "location/said": ({ spot }) => /query\s+parameter|header/i.test(spot.cell),
  "nullable/column": ({ spot }) => spot.cell !== "",
  "nullable/last-page": isOwn,
  "nullable/none": isOwn,
  "nullable/prose": ({ spot }) => /\b(?:null|none|nil)\b/i.test(spot.cell),
  "nullable/sample": ({ spot }) => /\b(?:null|None|nil)\b|<nil>/.test(spot.section),
  "nullable/title": ({ spot }) => /nullable/i.test(spot.text),
  "nullable/told": ({ spot }) => /\bnull\.$/.test(spot.cell.trim()),
  "nullable/twin": isNullTwin,
  "nullable/type-cell": ({ claim, spot, dialect }) =>
    nullsIn(spot.cell, isMarked(spot), dialect).some((value) => value === claim.value),
  "open/constant": ({ subject }) =>
    subject.kind === "model" && subject.model.kind === "enum" && subject.model.values.length === 1,
  "open/unmarked": (evidence) => isOwn(evidence) && !openMark.test(pageOf(evidence)) && isMarkedElsewhere(evidence),
  "open/unstated": (evidence) => isOwn(evidence) && !openMark.test(pageOf(evidence)),
  // The row, and the sample of another operation.
  "own-server/row": ({ claim, spot }) => /server_?url/.test(field(spot)) || spot.section.includes(String(claim.value)),
  "own-server/sample": ({ claim, spot }) => spot.section.includes(String(claim.value)),
  "pagination/names": isPartOfPages,
  "pagination/none": isOwn,
  "pagination/sample": (evidence) => walksPages(evidence) || isPartOfPages(evidence),
  "pagination/untold": walksPages,
  "parameter/path-variable": ({ spot }) => /\{[^{}]+\}/.test(spot.section),
  "presence/empty-call": ({ spot }) => /\((?:ctx(?:, nil)*)?\)|\breq *= *(?:null;)? *$/m.test(spot.section),
  "presence/none": isOwn,
  "presence/notes": isOwn,
  "presence/sample": ({ spot }) => /\(optional\)/.test(spot.text),
  "presence/required-mark": ({ claim, spot }) =>
    spot.cell === (claim.value === "required" ? ":heavy_check_mark:" : ":heavy_minus_sign:"),
  "presence/rows": ({ claim, spot }) => isMarked(spot) === (claim.value === "required"),
  "read/answer": answersWith,
  "read/role": ({ spot, subject }) => spot.cells !== null || isTitleOf(spot, subject),
  "read/root": isOwn,
  "read/title": ({ spot }) => /respon|result|reply|answer|output/i.test(spot.text),
  "replies/no-line": (evidence) => isOwn(evidence) && !/^### Response$/m.test(evidence.spot.section),
  "replies/none": isOwn,
  // Of an operation with two forms, each line tells its own.
  "replies/response-line": ({ claim, spot, subject, models, read }) => {
    const bodies = bodiesIn(claim.value);
    const told = bodies.filter((body) => repliesWith(spot, body, models, read));
    const isFolded = subject.kind === "operation" && subject.operation.streamed !== undefined;
    return told.length === bodies.length || (isFolded && told.length > 0);
  },
  "role/data": ({ spot, subject }) => isTitleOf(spot, subject),
  "role/event-names": ({ spot }) => /^(?:data|id|event|retry)$/.test(field(spot)),
  "role/http-members": ({ spot }) => /^(?:contenttype|statuscode|rawresponse|headers)$/.test(field(spot)),
  "role/http-meta": ({ spot }) => /http/.test(field(spot)),
  "role/named-wrapper": ({ spot, subject }) => isTitleOf(spot, subject) && /response/i.test(spot.text),
  "route/none": isOwn,
  "route/snippet": ({ claim, spot }) => hasRoute(spot.section, claim.value),
  "route/line": ({ claim, spot }) =>
    spot.section.includes(textIn(claim.value, "method")) && spot.section.includes(textIn(claim.value, "path")),
  "sample/examples": isExampleOf,
  "sample/usage": isSampled,
  "scheme/name": ({ spot }) => /basic|bearer|oauth|token|key|user|password/.test(field(spot)),
  "scheme/placeholder": ({ spot }) => /<YOUR_[A-Z0-9_]+_HERE>/.test(spot.section),
  "secured/told": ({ spot }) => /\]\(|authorization/i.test(spot.text),
  "secured/bare-sample": isOwn,
  "secured/no-scheme": isOwn,
  "secured/own-row": ({ spot }) => /security/.test(field(spot)),
  "secured/scheme": isOwn,
  "security/none": isOwn,
  "security/placeholder": ({ spot }) => /<YOUR_[A-Z0-9_]+_HERE>/.test(spot.section),
  "security/prose": ({ spot }) => /bearer|basic|key|token/i.test(spot.section),
  "security/sample": ({ spot }) => /env\b|""/i.test(spot.section),
  "security/table": ({ claim, spot }) =>
    some(
      claim.value,
      ({ words, header }) =>
        letters(spot.text).includes(letters(String(words))) ||
        (header !== undefined && hasText(spot.text, String(header))),
    ),
  "servers/none": isOwn,
  "servers/operation": ({ claim, spot }) => some(claim.value, ({ url }) => spot.section.includes(String(url))),
  "servers/route": ({ spot }) => /https?:\/\//.test(spot.text),
  "servers/sample": ({ claim, spot }) => some(claim.value, ({ url }) => spot.section.includes(String(url))),
  "servers/table": ({ claim, spot }) => some(claim.value, ({ url }) => spot.text.includes(String(url))),
  "stream-end/none": isOwn,
  "stream-end/prose": ({ claim, spot }) => spot.section.includes(textIn(claim.value, "data")),
  "stream-end/typed": ({ claim, spot }) => spot.section.includes(textIn(claim.value, "data")),
  "streamed/both-constants": ({ spot }) => /\b(?:true|false)\b/i.test(spot.cell),
  "streamed/same-but-for-flag": isForm,
  "tag/constants": ({ claim, spot }) => field(spot) === letters(String(claim.value)),
  "tag/none": isOwn,
  "tag/stated": ({ claim, spot }) =>
    field(spot) === letters(String(claim.value)) || letters(spot.section).includes(letters(String(claim.value))),
  "type/cell": ({ claim, spot, models }) => says(spot.cell, claim.value as Type, models),
  "type/remaining": ({ claim, spot, models }) => says(spot.text, claim.value as Type, models),
  "type/constant": ({ claim, spot }) => spot.cell.includes(textIn(claim.value, "value")),
  "type/date-pattern": ({ spot }) => /date|\bday\b|YYYY|ISO/i.test(spot.cell),
  "type/described-decimal": ({ spot }) => /\d\.\d/.test(spot.cell),
  "type/example-date": ({ spot }) => /\d{4}-\d\d-\d\d/.test(spot.section),
  "type/literal": showsNumber,
  "type/member-key": showsNumber,
  "type/no-date": isNamed,
  "type/no-literal": isNamed,
  "type/same-key-date": ({ spot }) => /["']\d{4}-\d\d-\d\d/.test(spot.section),
  "type/same-key": (evidence) => showsNumber(evidence) && showsKey(evidence),
  "type/unix-time": ({ spot }) => /unix|epoch|timestamp|seconds/i.test(spot.cell),
  "type/whole-name": isNamed,
  "wire-name/back-ticked": ({ claim, spot }) =>
    [...(spot.cells === null ? spot.section : spot.cell).matchAll(/`([^`\n]+)`/g)].some(([, code = ""]) =>
      code.split(/[^\w$]+/).includes(String(claim.value)),
    ),
  "wire-name/bracketed": ({ claim, spot }) => decodedBrackets(spot.section).includes(String(claim.value)),
  // The row itself, a text that has the brackets, or the document of an object of JSON:API.
  "wire-name/bracket-family": (evidence) =>
    isNamed(evidence) ||
    decodedBrackets(evidence.spot.section).includes(String(evidence.claim.value).replace(/\[.*/, "[")) ||
    evidence.spot.cells === null,
  // A row of the name, or the text or the path that has another name with the word.
  "wire-name/capitals": (evidence) => isSpelled(evidence) || /[a-z0-9][A-Z]{2,}/.test(evidence.spot.section),
  "wire-name/dictionary": ({ claim, spot }) => hasWord(spot, String(claim.value)),
  "wire-name/distinct": isNamed,
  "wire-name/documented": isSpelled,
  "wire-name/event": isSpelled,
  "wire-name/foreign": isNamed,
  "wire-name/header": isSpelled,
  "wire-name/hal": isNamed,
  "wire-name/initials": isSpelled,
  "wire-name/json-key": ({ claim, spot }) =>
    (spot.cells === null ? spot.section : spot.cell).includes(`"${claim.value}"`),
  "wire-name/named-header": ({ claim, spot }) => spot.section.toLowerCase().includes(String(claim.value)),
  "wire-name/like-header": ({ claim, spot }) => spot.section.toLowerCase().includes(String(claim.value)),
  "wire-name/listed": ({ claim, spot }) => spot.section.includes(String(claim.value)),
  "wire-name/oauth": isSpelled,
  "wire-name/other-style": isSpelled,
  "wire-name/own-example": ({ claim, spot }) =>
    (spot.cells === null ? spot.section : spot.cell).includes(`"${claim.value}"`),
  "wire-name/own-prose": ({ claim, spot }) => hasWord(spot, String(claim.value)),
  "wire-name/page-style": isSpelled,
  "wire-name/path-variable": isPathVariable,
  "wire-name/sign": isNamed,
  "wire-name/single-word": isSpelled,
  "wire-name/style": isSpelled,
};

function decodedBrackets(text: string): string {
  return text.replace(/%5B/gi, "[").replace(/%5D/gi, "]");
}

const openMark = /open enum|Unrecognized/i;

/** A mark that is missing says something only where other enums have it. */
function isMarkedElsewhere({ read }: Evidence): boolean {
  return read.sources.some(({ text }) => openMark.test(text));
}

/** A sample goes from one page to the next. */
function walksPages({ spot }: Evidence): boolean {
  return /\bof result\b|\.next!?\(\)|\.callAs|\bforeach\b/i.test(spot.section);
}

/**
 * The row of the parameter, of the next cursor or of the items; where the answer is the list, the line that says so; a
 * sample of the first page.
 */
function isPartOfPages({ claim, spot }: Evidence): boolean {
  const { parameter, first, next, more = [], items } = Object(claim.value) as Pagination;
  const rows = [parameter, ...next, ...more, items.at(-1)].flatMap((name) =>
    name === undefined ? [] : [letters(name)],
  );
  const isList = items.length === 0 && /list|array|\[\]/i.test(spot.cell);
  const isSample =
    first !== null && letters(spot.section).includes(letters(parameter)) && spot.section.includes(String(first));
  return isList || isSample || rows.includes(field(spot)) || field(spot) === "result";
}

/** What no sentence supports stands at least with its subject: on its page, or in its section. */
function isOwn({ spot, subject, read }: Evidence): boolean {
  switch (subject.kind) {
    case "model":
    case "field":
      return spot.path === subject.model.page || subject.kind === "model";
    case "operation":
    case "parameter":
      return spot.path === subject.operation.page || read.api.models.some(({ page }) => page === spot.path);
    default:
      return spot.path === read.api.page;
  }
}

function isOnPage({ spot, subject }: Evidence): boolean {
  return subject.kind === "operation" && spot.path === subject.operation.page;
}

/** Its own row, or one of the same name. */
function isNamed({ spot, ...asked }: Evidence): boolean {
  const name = letters(nameOf(asked));
  return name !== "" && letters(spot.cells?.get("field") ?? spot.text).includes(name);
}

function nameOf({ subject, question }: Pick<Evidence, "subject" | "question">): string {
  return "field" in subject ? subject.field.name : question.replace(/^location of /, "");
}

/** The row of a name: spelled so, but for case, separators, and what sets it apart from another. */
function isSpelled({ claim, spot }: Evidence): boolean {
  const wire = letters(String(claim.value));
  return field(spot) === wire || field(spot).startsWith(wire) || wire.startsWith(field(spot));
}

/** The row of the name, or a snippet whose path has a variable of it. */
function isPathVariable(evidence: Evidence): boolean {
  const { spot, subject } = evidence;
  const path = /path="([^"]*)"/.exec(spot.cells === null ? spot.section : "")?.[1];
  if (path === undefined || !("operation" in subject)) return isNamed(evidence);
  const wire = subject.operation.parameters.find(({ name }) => name === nameOf(evidence))?.wireName.value ?? "";
  return variablesOf(path).includes(letters(wire));
}

function variablesOf(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => letters(name));
}

/** Another row of the same name that says null itself. */
function isNullTwin({ spot, place, subject, question, dialect }: Evidence): boolean {
  if (spot.cells === null) return /\b(?:null|None|nil)\b/.test(spot.section);
  // Another field's example may show it too.
  if (place.endsWith(":example")) return nullKeys(spot.cell).includes(letters(nameOf({ subject, question })));
  const isSame = "field" in subject && field(spot) === letters(subject.field.name);
  return isSame && nullsIn(spot.cell, isMarked(spot), dialect).includes("yes");
}

function nullKeys(example: string): readonly string[] {
  return [...example.matchAll(/"([^"]+)"\s*:\s*null/g)].map(([, key = ""]) => letters(key));
}

function answersWith({ spot, subject, read }: Evidence): boolean {
  return subject.kind !== "model" || leadsTo(spot.section, subject.model, read);
}

/** A response line names a model, or one whose rows and members lead to it. */
function leadsTo(text: string, wanted: Model, { api }: Inspected): boolean {
  const found = new Set(namedIn(text, api.models));
  for (const model of found) {
    if (model === wanted) return true;
    const rows = JSON.stringify(model.kind === "object" ? model.properties.map(({ type }) => type.value) : model);
    for (const other of api.models) if (rows.includes(`"${other.id}"`)) found.add(other);
  }
  return false;
}

function repliesWith(spot: Spot, body: Body, models: Evidence["models"], read: Inspected): boolean {
  switch (body.kind) {
    case "empty":
      return !/^### Response$/m.test(spot.section) || /void|none|nil|error|response/i.test(spot.section);
    case "json":
      return isSaid(spot.section, body.type, models, read);
    case "stream":
      return /stream|generator|list|event/i.test(spot.section) || isSaid(spot.section, body.item, models, read);
    default:
      return true;
  }
}

/** By the line itself, or by the pages that it names. */
function isSaid(text: string, type: Type, models: Evidence["models"], read: Inspected): boolean {
  if (says(text, type, models)) return true;
  const inner = JSON.stringify(type);
  return namedIn(text, read.api.models).some((model) => JSON.stringify(model).includes(inner));
}

function isTitleOf(spot: Spot, subject: Subject): boolean {
  return subject.kind === "model" && letters(spot.text) === letters(subject.model.title);
}

function hasRoute(text: string, value: unknown): boolean {
  const path = textIn(value, "path");
  const method = textIn(value, "method");
  return new RegExp(`method="${method}"`, "i").test(text) && text.includes(`path="${path}`);
}

function showsNumber({ claim, spot }: Evidence): boolean {
  const text = spot.cells === null ? spot.section : spot.cell;
  return textIn(claim.value, "kind") === "number" || JSON.stringify(claim.value).includes('"number"')
    ? /\d\.\d/.test(text)
    : /\d/.test(text);
}

function showsKey({ spot, subject }: Evidence): boolean {
  const keys = [...spot.section.matchAll(/["']?([\w$]+)["']?\s*[:=]/g)].map(([, key = ""]) => letters(key));
  return !("field" in subject) || keys.includes(letters(subject.field.name));
}

function pageOf({ read, spot }: Evidence): string {
  return read.sources.find(({ path }) => path === spot.path)?.text ?? "";
}

function field(spot: Spot): string {
  return letters(spot.cells?.get("field") ?? spot.text);
}

function isMarked(spot: Spot): boolean {
  return spot.cells?.get("required") === ":heavy_check_mark:";
}

function hasWord(spot: Spot, word: string): boolean {
  return (spot.cells === null ? spot.section : spot.cell).split(/[^\w$.-]+|\./).includes(word);
}

function hasText(cell: string, value: string): boolean {
  return letters(cell.replaceAll(/<br\s*\/?>/g, "")).includes(letters(value));
}

function some(value: unknown, test: (item: Readonly<Record<string, unknown>>) => boolean): boolean {
  return Array.isArray(value) && value.some(test);
}

function textIn(value: unknown, key: string): string {
  return typeof value === "object" && value !== null && key in value ? String(Object(value)[key]) : "";
}

function bodiesIn(value: unknown): readonly Body[] {
  return Array.isArray(value) ? value : [];
}
