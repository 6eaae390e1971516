import { letters } from "./docs-text.ts";
import type { Evidence } from "./explain-rules.ts";

/** The sample shows every value of the request, whatever marks and constants its language has for them. */
export function isSampled({ claim, spot }: Evidence): boolean {
  const text = letters(spot.section);
  return leavesOf(claim.value).every((value) => text.includes(letters(String(value))));
}

/** A row of one of the request's names. */
export function isExampleOf({ claim, spot }: Evidence): boolean {
  const name = letters(spot.cells?.get("field") ?? spot.text);
  return keysOf(claim.value).some((key) => letters(key) === name);
}

/** The headings of the two forms of an operation that share its method and path. */
export function isForm({ spot, subject, read }: Evidence): boolean {
  if (subject.kind !== "operation") return false;
  const { operation } = subject;
  // Either form may be what is explained.
  const families = read.api.operations.map((one) => [one, ...(one.streamed === undefined ? [] : [one.streamed])]);
  const forms = families.find((family) => family.some(({ place }) => place === operation.place)) ?? [];
  const path = operation.route?.value.path ?? "";
  return forms.some(({ words }) => letters(words.join("")) === letters(spot.text)) && spot.section.includes(path);
}

/** The values of a request: those of its parameters, and all that its body holds. */
function leavesOf(value: unknown): readonly unknown[] {
  const { parameters, body } = Object(value) as { parameters: readonly { value: unknown }[]; body?: unknown };
  return [...parameters.map((one) => one.value), body].flatMap(inner);
}

function inner(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return typeof value === "object" ? Object.values(value).flatMap(inner) : [value];
}

function keysOf(value: unknown): readonly string[] {
  const { parameters, body } = Object(value) as { parameters: readonly { name: string }[]; body?: unknown };
  return [...parameters.map(({ name }) => name), ...Object.keys(Object(body))];
}
