import type { RowLocation } from "./page.ts";
import { undecorated } from "./text.ts";

/** A part of an operation as the format calls it, and where the parameters that it lists stand in the request. */
export interface Part {
  readonly name: "Parameters" | "Response" | "Errors" | "Example Usage";
  readonly location?: RowLocation;
}

/** What people call the parts of an operation. `Return type` is left to the generator that writes it. */
const parts: readonly (readonly [heading: RegExp, part: Part])[] = [
  [/^(?:path|url) (?:parameters|params|variables)$/, { name: "Parameters", location: "path" }],
  [/^query(?: string)?(?: (?:parameters|params))?$/, { name: "Parameters", location: "query" }],
  [/^(?:request )?headers$|^header (?:parameters|params)$/, { name: "Parameters", location: "header" }],
  [/^(?:request )?(?:body|payload)(?: (?:parameters|params|fields))?$/, { name: "Parameters", location: "body" }],
  [/^(?:request )?(?:parameters|params|arguments)$/, { name: "Parameters" }],
  [/^(?:responses?|returns?|result)$/, { name: "Response" }],
  [/^errors?(?: (?:responses|codes))?$/, { name: "Errors" }],
  [/^(?:examples?|usage|samples?|example (?:usage|request)|request example)$/, { name: "Example Usage" }],
];

/** The part that a heading of a hand-written operation names, in any letters and decoration. */
export function partOf(heading: string): Part | undefined {
  const text = undecorated(heading, "*_`:").trim().toLowerCase();
  return parts.find(([pattern]) => pattern.test(text))?.[1];
}

/** Where a cell says that a parameter stands: `path`, `in query`, `formData`. */
export function locationIn(cell: string): RowLocation | undefined {
  const [, found = ""] =
    /^(?:in )?(?:the )?(path|url|query(?:[ -]?string)?|headers?|body|form(?:[ -]?data)?)$/i.exec(cell) ?? [];
  const word = found.toLowerCase();
  if (word.startsWith("query")) return "query";
  if (word.startsWith("header")) return "header";
  if (word === "path" || word === "url") return "path";
  return word === "" ? undefined : "body";
}
