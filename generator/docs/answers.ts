import type { Span } from "./blocks.ts";
import { type Context, mark, placeOf } from "./context.ts";
import { trimmedLines } from "./document.ts";
import { paragraphText } from "./labels.ts";
import { hasFields } from "./model.ts";
import type { Section } from "./outline.ts";
import type { ErrorRow, OperationSection } from "./page.ts";
import { type SourceTable, tableOf } from "./table.ts";
import { cellText, unbulleted, undecorated } from "./text.ts";

/** What an operation answers with. */
export interface Answers {
  readonly response: OperationSection["response"];
  readonly errors: readonly ErrorRow[];
}

/** One answer as a row of a table or a bullet tells it. */
interface Answer {
  readonly status: string;
  readonly type: string;
  /** How it is written, where a column says so. */
  readonly contentType?: string;
  readonly line: number;
  readonly column: number | undefined;
}

/**
 * Reads the answers of a hand-written operation: a heading, a row of a table, a bullet or a paragraph with a status each.
 * Undefined where there is none; a sentence that names the type alone is no answer of these.
 */
export function readAnswers(context: Context, sections: readonly Section[], key: string): Answers | undefined {
  const answers = sections.flatMap((section) => answersIn(context, section));
  const successes = answers.filter(({ status }) => status.startsWith("2"));
  const [success] = successes;
  const errors = answers.filter(({ status }) => /^[45]|default/i.test(status));
  if (success === undefined && errors.length === 0) return undefined;
  return {
    response: success === undefined ? null : { raw: anyOf(successes), place: at(context, success, key) },
    errors: errors.map((error) => ({
      type: error.type,
      status: error.status,
      // No sentence says how it is written: as all others are.
      contentType: error.contentType ?? (error.type === "any" ? "" : "application/json"),
      place: at(context, error, `${key}/error`),
    })),
  };
}

function answersIn(context: Context, section: Section): readonly Answer[] {
  const { document } = context;
  const listed = section.children.flatMap((node): readonly Answer[] => {
    if (node.type === "table") return fromTable(context, tableOf(document, node));
    if (node.type === "list")
      return node.items.flatMap((item) => fromText(trimmedLines(document, item).join(" "), item));
    return node.type === "paragraph" ? fromText(paragraphText(document, section, node), node) : [];
  });
  const { status, from } = section;
  const own =
    listed.length > 0 || status === undefined
      ? listed
      : [
          {
            status,
            type: typeIn(`${status} ${sectionText(context, section)}`) ?? "any",
            line: from,
            column: undefined,
          },
        ];
  // The fields below say more than that there is an answer.
  return hasFields(context, section) ? own.filter((answer) => answer.type !== "any" || !/^2/.test(answer.status)) : own;
}

/** The types of several answers; that one has no body says nothing of the others. */
function anyOf(answers: readonly Answer[]): string {
  const types = new Set(answers.map(({ type }) => type));
  if (types.has("any")) return "any";
  if (types.size > 1) types.delete("void");
  const [first = "", ...others] = types;
  // Each has its own form: one may be streamed.
  return others.length === 0 ? first : [...types].map(asForm).join(" | ");
}

/** `stream of A` beside other types is `stream<A>`. */
function asForm(type: string): string {
  const [, form = "", of = ""] = /^(?:event )?(stream|array|list|JSON lines) of (.+)$/i.exec(type) ?? [];
  return of === "" ? type : `${form.toLowerCase().replace(" ", "")}<${of}>`;
}

function at(context: Context, { line, column }: Answer, key: string): string {
  return placeOf(context, mark(context, key, line, column));
}

const headings = {
  status: /^(?:(?:http )?status(?: code)?|code)$/,
  type: /^(?:(?:error |response )?(?:type|schema|model|body|class)|returns)$/,
  // A column of errors may have their codes.
  error: /^(?:errors?|exception)$/,
  media: /^(?:content[ -]?type|media[ -]?type|mime(?:[ -]type)?)$/,
  description: /^(?:description|meaning|details|when)$/,
} as const;

function fromTable(context: Context, table: SourceTable): readonly Answer[] {
  const column = (name: keyof typeof headings): number =>
    table.header.findIndex(({ text }) => headings[name].test(undecorated(text).toLowerCase()));
  const [status, type, description] = [column("status"), column("type"), column("description")];
  const [error, media] = [column("error"), column("media")];
  if (status < 0) return [];
  return table.rows.flatMap((cells) => {
    const textOf = (index: number): string => cellText(cells[index]?.text ?? "", context.document.mdx);
    const found = statusIn(textOf(status)) === undefined ? undefined : textOf(status).replace(/[*_`]/g, "");
    const said = textOf(type) === "" ? `${textOf(status)} ${textOf(error)} ${textOf(description)}` : textOf(type);
    const told = typeIn(`${said} ${textOf(media)}`) ?? (textOf(type) || "any");
    const { line = table.line, column } = cells[status] ?? {};
    const written = undecorated(textOf(media));
    return found === undefined
      ? []
      : [{ status: found, type: told, line, column, ...(written === "" ? {} : { contentType: written }) }];
  });
}

/** A bullet or a paragraph that begins with a status: `` - `404`: [Lost](lost.md) ``. */
function fromText(text: string, { from }: Span): readonly Answer[] {
  const told = unbulleted(text);
  const type = typeIn(told);
  // An error may be named before its status.
  const [, behind] = type?.includes("](") === true ? (/[ (`]([45](?:\d\d|XX))\b/.exec(told) ?? []) : [];
  const status = statusIn(told) ?? behind;
  return status === undefined ? [] : [{ status, type: type ?? "any", line: from, column: undefined }];
}

/** The status that a text begins with, decorated or not. */
function statusIn(text: string): string | undefined {
  return /^[*_`]*(\d(?:\d\d|xx)|default)\b/i.exec(text.trim())?.[1];
}

/**
 * The type that a sentence names: "Returns an array of [Nest](nest.md)." has one link, "A `Nest`." one name in code, "`204 No
 * Content`" says that there is none, and "`text/csv`" that it is no JSON. Undefined where it has several links, or nothing
 * of these.
 */
export function typeIn(text: string): string | undefined {
  const plain = text.replaceAll("`", "").trim();
  if (/^[A-Za-z]+<\S*>$/.test(plain)) return plain;
  const [found, ...others] =
    text.match(/(?:(?:array|list|map of strings? to|(?:event )?stream) of )?\[[^[\]]*\]\([^()\s]*\)(?:\[\])*/gi) ?? [];
  if (others.length > 0) return undefined;
  const media = /\b(?:text|image|audio|video|application)\/[\w.+*-]*\w/.exec(text)?.[0] ?? "";
  const named = found ?? namedIn(text);
  if (named !== undefined) return streamedAs(media, named);
  if (/^text\/(?!event-stream)/.test(media)) return "string";
  if (/^(?:image|audio|video)\/|\/(?:octet-stream|pdf|zip|gzip)$/.test(media)) return "binary";
  if (/^(?:none|null|nil|void|undefined)$/i.test(undecorated(text.trim(), "*_`."))) return "void";
  return /^[*_`]*20[45]\b|\b(?:no (?:content|body)|nothing|empty (?:body|response))\b/i.test(text) ? "void" : undefined;
}

/**
 * The type of an answer that the text above it says is streamed: "Streams nests as server-sent events." Not where it is so
 * under a condition.
 */
export function asTold(raw: string, text: string): string {
  const told = text
    .split(/(?<=[.!?])\s+|\n\n/)
    .find((sentence) => streams.test(sentence) && !/\b(?:if|when|with|unless|set|may|true)\b/i.test(sentence));
  if (told === undefined || /^JSON lines of | \| |^(?:any|void|string|binary)$/.test(raw)) return raw;
  const of = /^(?:Async)?(?:Stream|Iterable|Iterator)<(.*)>$/.exec(raw)?.[1] ?? raw.replace(/^stream of /i, "");
  return /JSON/i.test(told) ? `JSON lines of ${of}` : `stream of ${of}`;
}

const streams =
  /\bstream(?:s|ed|ing)?\b[^.\n]{0,80}(?:server-sent events|\bSSE\b|text\/event-stream|\bNDJSON\b|newline[- ]delimited JSON|\bJSON lines\b)/i;

/** The one type that a sentence names in code: "an array of `Nest`". */
function namedIn(text: string): string | undefined {
  const [found, ...others] =
    text.match(/(?:(?:array|list|(?:event )?stream) of )?`(?!None|True|False|Null)[A-Z][A-Z\d]*[a-z]\w*(?:\[\])*`/g) ??
    [];
  return found === undefined || others.length > 0 ? undefined : found.replaceAll("`", "");
}

function streamedAs(media: string, type: string): string {
  if (/\bstream of /i.test(type)) return type;
  if (media === "text/event-stream") return `stream of ${type}`;
  return /\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines)$/.test(media) ? `JSON lines of ${type}` : type;
}

/** The one type that the prose of a section links to, as where a body is told in a sentence. */
export function linkedType(context: Context, section: Section): string | undefined {
  const found = typeIn(sectionText(context, section));
  return found === "void" ? undefined : found;
}

/** The prose of a section, without its heading or label, and without code. */
function sectionText({ document }: Context, section: Section): string {
  const prose = section.children.filter(({ type }) => type === "paragraph" || type === "list");
  return prose.map((block) => paragraphText(document, section, block)).join("\n");
}
