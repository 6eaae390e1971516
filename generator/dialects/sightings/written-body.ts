import type { OperationSection, OperationsPage, Row } from "../../docs/page.ts";
import type { FieldSighting, NeutralType, ObjectSighting } from "../sighting.ts";
import { titleCase } from "../words.ts";
import type { Context } from "./context.ts";
import { innerObjects } from "./nested.ts";

/** What a hand-written operation lists the fields of, which has no page of its own. */
export interface WrittenBodies {
  /** The fields of the body of the request, and their rows. */
  readonly request?: { readonly fields: readonly FieldSighting[]; readonly rows: readonly Row[] };
  /** The name of the response. */
  readonly response?: NeutralType;
  /** The objects of both, and those inside of them. */
  readonly objects: readonly ObjectSighting[];
}

/** The bodies whose fields an operation lists itself; one row that is called after the body is that body. */
export function writtenBodies(operation: OperationSection, page: OperationsPage, context: Context): WrittenBodies {
  const rows = bodyRows(operation);
  const [first, ...others] = rows;
  const isWhole = first !== undefined && others.length === 0 && /^(?:request[ _]?)?body$/i.test(first.name);
  const isListed = first !== undefined && !isWhole;
  const request = isListed ? written("RequestBody", rows, operation, page, context) : [];
  const { fields } = operation;
  const response = fields === undefined ? [] : written("Response", fields, operation, page, context);
  const [body] = request;
  const [answer] = response;
  return {
    ...(body === undefined
      ? {}
      : { request: { fields: body.fields.map((field) => ({ ...field, location: "body" })), rows } }),
    ...(answer === undefined ? {} : { response: { kind: "name", namespace: answer.namespace, name: answer.title } }),
    objects: [...request, ...response],
  };
}

/**
 * The rows that are listed as the body, or, where nothing says so and the method sends one, all that neither is a variable of
 * the path nor has a header's name. Wrong for what a hand-written page of such a method lists of the query alone; a row that
 * is the only one and links to a model is left to whoever knows that model.
 */
function bodyRows({ parameters, route, usages, sends }: OperationSection): readonly Row[] {
  const told = parameters.filter(({ location }) => location === "body");
  const { method = "", path = "" } = route?.snippet ?? {};
  const isByHand = usages.every(({ snippet }) => snippet === null) && /^(?:post|put|patch)$/.test(method);
  if (told.length > 0 || !isByHand || sends !== undefined) return told;
  const rows = parameters.filter(
    ({ name, location }) => location === undefined && !path.includes(`{${name}}`) && !/^x-/i.test(name),
  );
  return rows.length === 1 && rows[0]?.type.includes("](") ? [] : rows;
}

function written(
  suffix: string,
  rows: readonly Row[],
  { name, group, place }: OperationSection,
  page: OperationsPage,
  context: Context,
): readonly ObjectSighting[] {
  const title = titleOf(name, group ?? page.accessor, context) + suffix;
  return innerObjects({ page: page.path, title, namespace: "", description: "", place }, rows, context);
}

/** `CreateNest`; a method of one word needs the name of its resource beside it. */
function titleOf(name: string, accessor: string, { dialect }: Context): string {
  const words = methodWords(name, dialect.words);
  const all = words.length > 1 || accessor === "" ? words : [...words, ...dialect.words(accessor)];
  return titleCase(all);
}

/** The words of an operation's heading; what people write as a sentence has articles. */
export function methodWords(name: string, wordsOf: (name: string) => readonly string[]): readonly string[] {
  const words = wordsOf(name);
  const named = /\s/.test(name.trim()) ? words.filter((word) => !["a", "an", "the"].includes(word)) : words;
  return named.length > 0 ? named : words;
}
