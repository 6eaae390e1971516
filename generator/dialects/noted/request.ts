import type { Fence, Place, Row } from "../../docs/page.ts";
import { wordsOf } from "../words.ts";

/** What is known of a method beside the rows of its parameters. */
interface Method {
  /** The content types of the body. */
  readonly sends: readonly string[];
  readonly path: string;
  readonly samples: readonly Fence[];
}

/**
 * The parameters of a method whose docs say nothing of where they stand, but for what is sent: a form has all that is no
 * variable of the path for fields, any other body is one of them. What tells that one is its name and its type: it is called
 * so, or like its type, or is the only one of a type that is no word. What a sample calls optional is.
 */
export function placedRows(rows: readonly Row[], { sends, path, samples }: Method): readonly Row[] {
  const optional = optionalIn(samples);
  const marked = rows.map((row): Row => {
    const sample = row.required === true ? optional.get(row.name) : undefined;
    return sample === undefined ? row : { ...row, required: false, optionalBy: sample };
  });
  const variables = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => folded(name)));
  const isFree = ({ name, location }: Row): boolean =>
    location === undefined &&
    !variables.has(folded(name)) &&
    !/^x(?:[-_]|[A-Z])/.test(name) &&
    !isHeader.test(folded(name));
  const free = marked.filter(isFree);
  if (sends.length === 0 || free.length === 0) return marked;
  if (formOf(sends) !== undefined)
    return marked.map((row) => (free.includes(row) ? { ...row, location: "body" } : row));
  const body = bodyAmong(free);
  return marked.map((row) => (row === body ? { ...row, name: "body", location: "body" } : row));
}

/** The headers of HTTP that operations take by name. */
const isHeader =
  /^(?:accept(?:language)?|authorization|idempotencykey|if(?:none)?match|if(?:un)?modifiedsince|useragent)$/;

/** How a form is written, where the content types begin with that of one. */
export function formOf([first = ""]: readonly string[]): "multipart" | "form" | undefined {
  if (first.startsWith("multipart/")) return "multipart";
  return first === "application/x-www-form-urlencoded" ? "form" : undefined;
}

function bodyAmong(rows: readonly Row[]): Row | undefined {
  const named = rows.find(({ name }) => /^(?:request_?)?body$/i.test(name));
  const namesake = rows.find(({ name, type }) => folded(name) === folded(nameIn(type)));
  const typed = rows.filter(({ type }) => nameIn(type) !== "" || /^(?:array|map|any|file)\b/.test(type));
  const linked = typed.filter(({ type }) => nameIn(type) !== "");
  return named ?? namesake ?? linked.at(-1) ?? typed.at(-1) ?? (rows.length === 1 ? rows[0] : undefined);
}

/** The name of the model in a type; empty where it is made of words alone. */
function nameIn(type: string): string {
  return /\[([^\]]+)\]\(/.exec(type)?.[1] ?? /(?<![\w"])\p{Lu}\w*/u.exec(type)?.[0] ?? "";
}

/** The variables that a sample says may be left out, and its place: `count := int32(56) // int32 |  (optional)`. */
function optionalIn(samples: readonly Fence[]): ReadonlyMap<string, Place> {
  return new Map(
    samples.flatMap(({ text, place }) =>
      text
        .split("\n")
        .filter((line) => line.includes("(optional)"))
        .flatMap((line) => /^[^=:;/#]*?([\p{L}_]\w*)\s*(?::?=|:|;)/u.exec(line)?.[1] ?? [])
        .map((name) => [name, place] as const),
    ),
  );
}

/** A name in any case and with any separators. */
function folded(name: string): string {
  return wordsOf(name).join("");
}
