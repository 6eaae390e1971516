import { type Context, mark, placeOf } from "./context.ts";
import { trimmedLines } from "./document.ts";
import type { Section } from "./outline.ts";
import type { ErrorRow, OperationSection } from "./page.ts";
import { proseOf, textOf } from "./prose.ts";
import { type SourceTable, tableOf } from "./table.ts";
import { cellText, undecorated } from "./text.ts";

/** What an operation answers with. */
export interface Answers {
  readonly response: OperationSection["response"];
  readonly errors: readonly ErrorRow[];
}

/** One answer as a row of a table or a bullet tells it. */
interface Answer {
  readonly status: string;
  readonly type: string;
  readonly line: number;
  readonly column: number | undefined;
}

/**
 * Reads the answers of a hand-written operation: a table or a list with a status in each row, else a sentence that names
 * the type. Undefined where the section has neither.
 */
export function readAnswers(context: Context, section: Section, key: string): Answers | undefined {
  const { document } = context;
  const answers = section.children.flatMap((node): readonly Answer[] => {
    if (node.type === "table") return fromTable(context, tableOf(document, node));
    return node.type === "list" ? node.items.flatMap((item) => fromText(context, item.from, item.to)) : [];
  });
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
      contentType: error.type === "any" ? "" : "application/json",
      place: at(context, error, `${key}/error`),
    })),
  };
}

/** The types of several answers; that one has no body says nothing of the others. */
function anyOf(answers: readonly Answer[]): string {
  const types = new Set(answers.map(({ type }) => type));
  if (types.has("any")) return "any";
  if (types.size > 1) types.delete("void");
  return [...types].join(" | ");
}

function at(context: Context, { line, column }: Answer, key: string): string {
  return placeOf(context, mark(context, key, line, column));
}

const headings = {
  status: /^(?:(?:http )?status(?: code)?|code)$/,
  type: /^(?:(?:error |response )?(?:type|schema|model|body|class)|returns)$/,
  description: /^(?:description|meaning|details|when)$/,
} as const;

function fromTable(context: Context, table: SourceTable): readonly Answer[] {
  const column = (name: keyof typeof headings): number =>
    table.header.findIndex(({ text }) => headings[name].test(undecorated(text).toLowerCase()));
  const [status, type, description] = [column("status"), column("type"), column("description")];
  if (status < 0) return [];
  return table.rows.flatMap((cells) => {
    const textOf = (index: number): string => cellText(cells[index]?.text ?? "", context.document.mdx);
    const found = statusIn(textOf(status)) === undefined ? undefined : textOf(status).replace(/[*_`]/g, "");
    const told = textOf(type) === "" ? `${textOf(status)} ${textOf(description)}` : textOf(type);
    const { line = table.line, column } = cells[status] ?? {};
    return found === undefined ? [] : [{ status: found, type: typeIn(told) ?? (textOf(type) || "any"), line, column }];
  });
}

/** A bullet or a paragraph that begins with a status: `` - `404`: [Lost](lost.md) ``. */
function fromText(context: Context, from: number, to: number): readonly Answer[] {
  const text = trimmedLines(context.document, { from, to })
    .join(" ")
    .replace(/^(?:[-*+]|\d+[.)])\s+/, "");
  const status = statusIn(text);
  return status === undefined ? [] : [{ status, type: typeIn(text) ?? "any", line: from, column: undefined }];
}

/** The status that a text begins with, decorated or not. */
function statusIn(text: string): string | undefined {
  return /^[*_`]*(\d(?:\d\d|xx)|default)\b/i.exec(text.trim())?.[1];
}

/**
 * The type that a sentence names: "Returns an array of [Nest](nest.md)." has one link, "`204 No Content`" says that there is
 * none. Undefined where it has several links, or neither.
 */
export function typeIn(text: string): string | undefined {
  const [found, ...others] =
    text.match(/(?:(?:array|list|map of strings? to|(?:event )?stream) of )?\[[^[\]]*\]\([^()\s]*\)(?:\[\])*/gi) ?? [];
  if (found !== undefined) return others.length === 0 ? found : undefined;
  return /^[*_`]*20[45]\b|\b(?:no (?:content|body)|nothing|empty (?:body|response))\b/i.test(text) ? "void" : undefined;
}

/** The one type that the prose of a section links to, as where a body is told in a sentence. */
export function linkedType(context: Context, section: Section): string | undefined {
  const found = typeIn(textOf(proseOf(context, section, [{ from: section.from, to: section.from }])));
  return found === "void" ? undefined : found;
}
