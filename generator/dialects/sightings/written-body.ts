import type { OperationSection, OperationsPage, Row } from "../../docs/page.ts";
import type { FieldSighting, NeutralType, ObjectSighting } from "../sighting.ts";
import { titleCase } from "../words.ts";
import type { Context } from "./context.ts";
import { innerObjects } from "./nested.ts";

/** What a hand-written operation lists the fields of, which has no page of its own. */
export interface WrittenBodies {
  /** The fields of the body of the request. */
  readonly request?: readonly FieldSighting[];
  /** The name of the response. */
  readonly response?: NeutralType;
  /** The objects of both, and those inside of them. */
  readonly objects: readonly ObjectSighting[];
}

/** The bodies whose fields an operation lists itself; one row that is called after the body is that body. */
export function writtenBodies(operation: OperationSection, page: OperationsPage, context: Context): WrittenBodies {
  const rows = operation.parameters.filter(({ location }) => location === "body");
  const [first, ...others] = rows;
  const isWhole = first !== undefined && others.length === 0 && /^(?:request[ _]?)?body$/i.test(first.name);
  const isListed = first !== undefined && !isWhole;
  const request = isListed ? written("RequestBody", rows, operation, page, context) : [];
  const { fields } = operation;
  const response = fields === undefined ? [] : written("Response", fields, operation, page, context);
  const [body] = request;
  const [answer] = response;
  return {
    ...(body === undefined ? {} : { request: body.fields }),
    ...(answer === undefined ? {} : { response: { kind: "name", namespace: answer.namespace, name: answer.title } }),
    objects: [...request, ...response],
  };
}

function written(
  suffix: string,
  rows: readonly Row[],
  { name, place }: OperationSection,
  page: OperationsPage,
  context: Context,
): readonly ObjectSighting[] {
  const title = titleOf(name, page.accessor, context) + suffix;
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
