import type { Section } from "./outline.ts";
import type { RowLocation } from "./page.ts";
import { undecorated } from "./text.ts";

/** A part of an operation as the format calls it, and where the parameters that it lists stand in the request. */
export interface Part {
  readonly name: "Parameters" | "Response" | "Errors" | "Example Usage";
  readonly location?: RowLocation;
  /** The status of the answer, where the heading tells it. */
  readonly status?: string;
}

/** What people call the parts of an operation. `Return type` is left to the generator that writes it. */
const parts: readonly (readonly [heading: RegExp, part: Part])[] = [
  [/^(?:path|url) (?:parameters|params|variables)$/, { name: "Parameters", location: "path" }],
  [/^query(?: string)?(?: (?:parameters|params))?$/, { name: "Parameters", location: "query" }],
  [/^(?:request )?headers$|^header (?:parameters|params)$/, { name: "Parameters", location: "header" }],
  [/^(?:request )?(?:body|payload)(?: (?:parameters|params|fields))?$/, { name: "Parameters", location: "body" }],
  [/^(?:request )?(?:parameters|params|arguments)$/, { name: "Parameters" }],
  [/^(?:success(?:ful)? )?(?:responses?|results?)(?: (?:body|fields|schema|type))?$|^returns?$/, { name: "Response" }],
  [/^(?:possible )?errors?(?: (?:responses?|codes))?$|^(?:raises|throws|exceptions)$/, { name: "Errors" }],
  [/^(?:examples?|usage|samples?|(?:example|sample) (?:usage|call))$/, { name: "Example Usage" }],
  [/^(?:example|sample|code) (?:requests?|responses?|samples?|examples?)$/, { name: "Example Usage" }],
  [/^(?:request|response|code|sdk) (?:examples?|samples?)$/, { name: "Example Usage" }],
];

/**
 * The part of a hand-written operation that a section is. Below `Request` may stand what is sent, or a sample of it.
 */
export function partIn({ name, children }: Section): Part | undefined {
  if (!/^requests?$/i.test(undecorated(name, "*_`:").trim())) return partOf(name);
  if (children.some(({ type }) => type === "table")) return { name: "Parameters" };
  return { name: "Example Usage" };
}

/** The part that a heading of a hand-written operation names, in any letters and decoration. */
export function partOf(heading: string): Part | undefined {
  const text = undecorated(heading, "*_`:").trim().toLowerCase();
  const status = /^(?:responses?:? )?[`([]*([1-5](?:\d\d|xx))\b/.exec(text)?.[1];
  if (status !== undefined) return { name: "Response", status: status.toUpperCase() };
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
