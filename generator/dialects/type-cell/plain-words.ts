import type { NeutralType } from "../sighting.ts";
import type { TypeRules } from "./rules.ts";
import { eventStream, jsonLines, list, mapOfSecond, plain } from "./rules.ts";

/**
 * What people write in a type cell who write it by hand, in no language: `string`, `integer`, `array of Port`. It is asked
 * only where the language of the docs cannot read a cell, so that no word of a language changes its meaning.
 */
const words: ReadonlyMap<string, NeutralType> = new Map<string, NeutralType>([
  ...["string", "text", "uuid", "uri", "url", "email"].map((word) => [word, plain("string")] as const),
  ...["integer", "int", "int32", "int64", "long"].map((word) => [word, plain("integer")] as const),
  ...["number", "float", "double"].map((word) => [word, plain("number")] as const),
  ...["boolean", "bool"].map((word) => [word, plain("boolean")] as const),
  ...["datetime", "date_time"].map((word) => [word, plain("date-time")] as const),
  ...["binary", "bytes", "file"].map((word) => [word, plain("bytes")] as const),
  ...["object", "map"].map((word) => [word, { kind: "map", value: plain("any") }] as const),
  ...["array", "list"].map((word) => [word, { kind: "list", item: plain("any") }] as const),
  ["date", plain("date")],
  ...["any", "json"].map((word) => [word, plain("any")] as const),
  ["null", plain("null")],
  ["void", plain("void")],
  ["true", { kind: "literal", value: true }],
  ["false", { kind: "literal", value: false }],
]);

const forms: TypeRules["forms"] = new Map([
  ["[]", list],
  ...["array", "list", "Array", "List"].map((head) => [head, list] as const),
  ...["stream", "Stream", "AsyncIterable", "AsyncIterator"].map((head) => [head, eventStream] as const),
  ["jsonlines", jsonLines],
  ...["map", "dict", "record", "object", "Map", "Dict"].map((head) => [head, mapOfSecond] as const),
]);

/** A language's rules, and what is written in none. */
export function withPlainWords(rules: TypeRules): TypeRules {
  return {
    ...rules,
    words: new Map([...words, ...rules.words]),
    forms: new Map([...forms, ...rules.forms]),
    unions: new Set([...rules.unions, "|"]),
  };
}

/** What a word means in any letters where no document is called so: `String`. */
export function plainWord(text: string): NeutralType | undefined {
  return words.get(text.toLowerCase());
}

/** A cell whose phrases are spelled as types: `array of Port` is `array<Port>`, `string or null` is `string | null`. */
export function spelledOut(raw: string): string {
  const text = raw.replaceAll("&#124;", "|").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return phrase(text.trim().split(/\s+/).join(" "), 0);
}

/** Nobody writes lists of lists of lists; what is deeper is left as it stands. */
function phrase(text: string, depth: number): string {
  if (depth > 4) return text;
  const bare = bareValues(text);
  if (bare !== undefined) return bare.join(" | ");
  const optional = /^(.+?)(?:, | \()nullable\)?$/i.exec(text)?.[1];
  if (optional !== undefined) return `${phrase(optional, depth + 1)} | null`;
  const listed = /^(?:an? )?(?:array|list) of (.+)$/i.exec(text)?.[1];
  if (listed !== undefined) return `array<${phrase(singular(listed), depth + 1)}>`;
  const item = singular(/^([a-z]+) (?:array|list)$/i.exec(text)?.[1] ?? "");
  if (plainWord(item) !== undefined) return `array<${item}>`;
  const streamed = /^(?:an? )?(?:event )?stream of (.+)$/i.exec(text)?.[1];
  if (streamed !== undefined) return `stream<${phrase(singular(streamed), depth + 1)}>`;
  if (/^JSON object$/i.test(text)) return "map";
  const lines = /^JSON lines of (.+)$/i.exec(text)?.[1];
  if (lines !== undefined) return `jsonlines<${phrase(singular(lines), depth + 1)}>`;
  const mapped = /^(?:a )?map of strings? to (.+)$/i.exec(text)?.[1];
  if (mapped !== undefined) return `map<string, ${phrase(singular(mapped), depth + 1)}>`;
  const listing = /^(?:enum|string|text|one of|const|constant|literal)\b(.*[`"'].*)$/i.exec(text)?.[1];
  const values = listing === undefined ? undefined : listedValues(listing);
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  const nullable = /^\?(\S.*)$/.exec(text)?.[1];
  if (nullable !== undefined) return `${phrase(nullable, depth + 1)} | null`;
  const tuple = /^\[([^[\],]+)(?:, ?\1)+\]$/.exec(text)?.[1];
  if (tuple !== undefined) return `array<${phrase(tuple, depth + 1)}>`;
  const [, of = "", format = ""] = /^([a-z]+) ?[(<]([^()<>]*)[)>]$/i.exec(text) ?? [];
  if (plainWord(of) !== undefined && !forms.has(of.toLowerCase())) return formats.get(format) ?? of;
  const members = text.split(/ (?:\||or) /);
  if (members.length > 1 && members.every(isBalanced))
    return members.map((member) => phrase(member, depth + 1)).join(" | ");
  return text.replaceAll(" or ", " | ").replace(/\bdate-time\b/gi, "datetime");
}

/**
 * The values of a cell that sets each in code of its own, and names no type beside them: `` `low` | `high` ``. What is also a
 * word for a type (`text`, `json`) is a value among others.
 */
function bareValues(text: string): readonly string[] | undefined {
  const parts = text.split(/\s*(?:\||\/|,| or )\s*/);
  const values = parts.filter((part) => part !== "null").map((part) => /^`([a-z\d][\w.-]*)`$/.exec(part)?.[1]);
  if (values.length < 2 || values.some((value) => value === undefined || typeWords.test(value))) return undefined;
  const all = values.map((value) => JSON.stringify(value));
  return parts.includes("null") ? [...all, "null"] : all;
}

const typeWords =
  /^(?:str|string|integer|int|int32|int64|long|number|float|double|decimal|boolean|bool|object|array|list|map|dict|record|null|none|any|unknown|void|true|false|undefined|bytes|date|date-?time|timestamp|\d+)$/i;

function isBalanced(text: string): boolean {
  const count = (marks: string): number => [...text].filter((character) => marks.includes(character)).length;
  return count("([{<") === count(")]}>") && count("`") % 2 === 0;
}

const formats: ReadonlyMap<string, string> = new Map([
  ["date-time", "datetime"],
  ["datetime", "datetime"],
  ["date", "date"],
  ["binary", "binary"],
]);

/** The values that are all that a text lists: `` (`auto`, `off`) ``, `: one of "auto" or "off"`. */
function listedValues(text: string): readonly string[] | undefined {
  const quoted = /`([^`]+)`|"([^"]+)"|'([^']+)'/g;
  const rest = text.replaceAll(quoted, "").replaceAll(/\b(?:one of|always|enum|values|or)\b|[\s,:|/()[\]]/gi, "");
  return rest === "" ? [...text.matchAll(quoted)].map(([, ...values]) => values.find(Boolean) ?? "") : undefined;
}

/** One of several: `strings`. What is no plain word keeps its name. */
function singular(text: string): string {
  const one = text.replace(/s$/i, "");
  return plainWord(one) === undefined ? text : one;
}
