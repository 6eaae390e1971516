import type { OperationSection, OperationsPage, Row } from "../../docs/page.ts";
import type { FieldSighting, NeutralType, ObjectSighting } from "../sighting.ts";
import type { Context } from "./context.ts";
import { nestedFields } from "./nested.ts";

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
  const request = first === undefined || isWhole ? undefined : written("RequestBody", rows, operation, page, context);
  const { fields } = operation;
  const response = fields === undefined ? undefined : written("Response", fields, operation, page, context);
  return {
    ...(request === undefined ? {} : { request: request.object.fields }),
    ...(response === undefined
      ? {}
      : { response: { kind: "name", namespace: response.object.namespace, name: response.object.title } }),
    objects: [request, response].flatMap((one) => (one === undefined ? [] : [one.object, ...one.inner])),
  };
}

function written(
  suffix: string,
  rows: readonly Row[],
  { name, place }: OperationSection,
  page: OperationsPage,
  context: Context,
): { readonly object: ObjectSighting; readonly inner: readonly ObjectSighting[] } {
  const owner = {
    dialect: context.dialect.name,
    page: page.path,
    title: titleOf(name, page.accessor, context) + suffix,
    namespace: "",
    description: "",
    samples: [],
    place,
  };
  const { fields, inner } = nestedFields(rows, owner, context);
  return { object: { ...owner, kind: "object", isInner: true, fields }, inner };
}

/** `CreateNest`; a method of one word needs the name of its resource beside it. */
function titleOf(name: string, accessor: string, { dialect }: Context): string {
  const words = methodWords(name, dialect.words);
  const all = words.length > 1 || accessor === "" ? words : [...words, ...dialect.words(accessor)];
  return all.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** The words of an operation's heading; what people write as a sentence has articles. */
export function methodWords(name: string, wordsOf: (name: string) => readonly string[]): readonly string[] {
  const words = wordsOf(name);
  const named = /\s/.test(name.trim()) ? words.filter((word) => !["a", "an", "the"].includes(word)) : words;
  return named.length > 0 ? named : words;
}
