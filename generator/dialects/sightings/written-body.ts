import type { OperationSection, OperationsPage } from "../../docs/page.ts";
import type { ObjectSighting } from "../sighting.ts";
import type { Context } from "./context.ts";
import { type Nested, nestedFields } from "./nested.ts";

/** The fields of a body that a hand-written operation lists itself, and the objects that it describes so. */
export interface WrittenBody extends Nested {
  readonly object: ObjectSighting;
}

/** The body whose fields an operation lists; undefined where it lists none, or one row that is the body itself. */
export function writtenBody(
  { name, parameters, place }: OperationSection,
  page: OperationsPage,
  context: Context,
): WrittenBody | undefined {
  const rows = parameters.filter(({ location }) => location === "body");
  const [first, ...others] = rows;
  if (first === undefined || (others.length === 0 && /^(?:request[ _]?)?body$/i.test(first.name))) return undefined;
  const owner = {
    dialect: context.dialect.name,
    page: page.path,
    title: titleOf(name, page.accessor, context),
    namespace: "",
    description: "",
    samples: [],
    place,
  };
  const nested = nestedFields(rows, owner, context);
  return { ...nested, object: { ...owner, kind: "object", isInner: true, fields: nested.fields } };
}

/** `CreateNestRequestBody`; a method of one word needs the name of its resource beside it. */
function titleOf(name: string, accessor: string, { dialect }: Context): string {
  const words = methodWords(name, dialect.words);
  const all = words.length > 1 || accessor === "" ? words : [...words, ...dialect.words(accessor)];
  return `${all.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}RequestBody`;
}

/** The words of an operation's heading; what people write as a sentence has articles. */
export function methodWords(name: string, wordsOf: (name: string) => readonly string[]): readonly string[] {
  const words = wordsOf(name);
  const named = /\s/.test(name.trim()) ? words.filter((word) => !["a", "an", "the"].includes(word)) : words;
  return named.length > 0 ? named : words;
}
