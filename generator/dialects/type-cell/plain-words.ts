import type { NeutralType } from "../sighting.ts";
import type { TypeRules } from "./rules.ts";
import { list, mapOfSecond, plain } from "./rules.ts";

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
  ["any", plain("any")],
  ["null", plain("null")],
  ["true", { kind: "literal", value: true }],
  ["false", { kind: "literal", value: false }],
]);

const forms: TypeRules["forms"] = new Map([
  ["array", list],
  ["list", list],
  ["[]", list],
  ["map", mapOfSecond],
  ["dict", mapOfSecond],
  ["record", mapOfSecond],
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
  return phrase(raw.trim().split(/\s+/).join(" "), 0);
}

/** Nobody writes lists of lists of lists; what is deeper is left as it stands. */
function phrase(text: string, depth: number): string {
  if (depth > 4) return text;
  const listed = /^(?:an? )?(?:array|list) of (.+)$/i.exec(text)?.[1];
  if (listed !== undefined) return `array<${phrase(singular(listed), depth + 1)}>`;
  const mapped = /^(?:a )?map of strings? to (.+)$/i.exec(text)?.[1];
  if (mapped !== undefined) return `map<string, ${phrase(singular(mapped), depth + 1)}>`;
  const [, of = "", format = ""] = /^([a-z]+) ?[(<]([a-z][\w-]*)[)>]$/i.exec(text) ?? [];
  if (plainWord(of) !== undefined && !forms.has(of.toLowerCase())) return formats.get(format) ?? of;
  return text.replaceAll(" or ", " | ").replace(/\bdate-time\b/gi, "datetime");
}

const formats: ReadonlyMap<string, string> = new Map([
  ["date-time", "datetime"],
  ["datetime", "datetime"],
  ["date", "date"],
  ["binary", "binary"],
]);

/** One of several: `strings`. What is no plain word keeps its name. */
function singular(text: string): string {
  const one = text.replace(/s$/i, "");
  return plainWord(one) === undefined ? text : one;
}
