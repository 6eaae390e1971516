import type { Dialect, FieldCell, Folder, FolderRules, NullVerdict } from "./dialect.ts";
import { calleeOf, callsOn, declaredType, groupsOf, installedName } from "./samples.ts";
import type { NeutralType } from "./sighting.ts";
import type { TypeRules } from "./type-cell/index.ts";
import { eventStream, jsonLines, list, mapOfSecond, plain } from "./type-cell/rules.ts";
import { unionOf } from "./type-cell/union.ts";
import { wordsOf } from "./words.ts";

const types: TypeRules = {
  words: new Map<string, NeutralType>([
    ["str", plain("string")],
    ["int", plain("integer")],
    ["float", plain("number")],
    ["bool", plain("boolean")],
    ["bytes", plain("bytes")],
    ["io.IOBase", plain("bytes")],
    ["io.BufferedReader", plain("bytes")],
    ["io.BytesIO", plain("bytes")],
    ["Any", plain("any")],
    ["object", plain("any")],
    ["Decimal", plain("decimal")],
    ["datetime", plain("date-time")],
    ["date", plain("date")],
    ["None", plain("null")],
    ["True", { kind: "literal", value: true }],
    ["False", { kind: "literal", value: false }],
    ["list", { kind: "list", item: plain("any") }],
    ["dict", { kind: "map", value: plain("any") }],
    ["httpx.Response", plain("response")],
    ["httpx.Request", plain("response")],
    ["requests.Response", plain("response")],
    ["requests_http.Response", plain("response")],
  ]),
  // The cells link with the two names swapped, without exception; in union headings and samples they are right.
  external: new Map([
    ["date", plain("date-time")],
    ["datetime", plain("date")],
  ]),
  utilities: new Map(),
  forms: new Map([
    ["List", list],
    ["list", list],
    ["Sequence", list],
    ["Dict", mapOfSecond],
    ["dict", mapOfSecond],
    ["Mapping", mapOfSecond],
    ["Literal", (values) => unionOf(values.map(literalNone))],
    ["IO", () => plain("bytes")],
    ["EventStream", eventStream],
    ["EventStreamAsync", eventStream],
    ["Generator", eventStream],
    ["AsyncGenerator", eventStream],
    ["JsonLStream", jsonLines],
    ["JsonLStreamAsync", jsonLines],
  ]),
  unions: new Set(["Union", "|"]),
  wrappers: new Set(["Optional", "Nullable", "OptionalNullable"]),
  absent: new Set(),
};

/** `Literal[None]` is the constant null, where `None` elsewhere is the null of a union. */
function literalNone(value: NeutralType): NeutralType {
  return value.kind === "null" ? { kind: "literal", value: null } : value;
}

/** Python as today's docs spell it, and as they did in 2023 and 2024. */
export const python: Dialect = {
  name: "python",
  fences: new Set(["python", "py"]),
  signs: [
    /(?<![\w.])(?:Optional|Nullable|OptionalNullable|Literal|Union)\[/,
    /\b(?:[Ll]ist|[Dd]ict)\[/,
    /[*`](?:str|Any)[*`]/,
    /\]\(https:\/\/docs\.python\.org\//,
    /\b(?:httpx|requests)\.Response\b/,
  ],
  types,
  survey,
  response: (line) => line,
  // The headings of old had no namespace, or nothing at all; the sample has the whole type.
  member: ({ heading, fences }) => {
    const declared = fences.flatMap((fence) => declaredType(fence.text) ?? []);
    return /^(?:\p{Lu}\w*)?$/u.test(heading) ? [...declared, heading] : [heading, ...declared];
  },
  words: wordsOf,
  callee: (sample, method) => {
    const managed = groupsOf(sample, /\bas\s+(\w+)\s*:/g);
    const assigned = groupsOf(sample, /^[ \t]*(\w+)\s*=\s*(?:\w+\.)*\p{Lu}\w*\(/gmu);
    return calleeOf(callsOn(sample, new Set([...managed, ...assigned])), method);
  },
  pages: /\b(\w+) = \1\.next\(\)/,
  clientClass: (sample) => /(?:\bwith\s+|^\w+\s*=\s*)(?:\w+\.)*(\p{Lu}\w*)\(/mu.exec(sample)?.[1],
  packageName: (text) =>
    installedName(
      text,
      /\b(?:(?:pip3?|uv pip|pipenv) install|(?:uv|poetry|pdm|rye) add)[ \t]+(?:-\S+[ \t]+)*["']?([\w.:/+@-]+)/g,
    ),
};

function survey(folder: Folder): FolderRules {
  const statesNull = folder.cells.some((cell) => /\b(?:Optional)?Nullable\[/.test(cell));
  const legacy = !statesNull && legacyMark(folder);
  return {
    nullable: legacy ? () => ({ value: "unstated", why: `The docs have no spelling for null: ${legacy}.` }) : nullable,
    // The model may have a property of the other name, for which the docs of today reserve the first.
    additional: new Set(legacy ? ["__pydantic_extra__", "additional_properties"] : ["__pydantic_extra__"]),
  };
}

/** A sign of the time before there were marks for null. */
function legacyMark({ cells, statuses }: Folder): string | undefined {
  const marks: readonly (readonly [boolean, string])[] = [
    [cells.some((cell) => /\b(?:list|dict)\[/.test(cell)), "they spell lists and maps in lower case"],
    [cells.some((cell) => /\brequests\.Response\b/.test(cell)), "they hand out the response of `requests`"],
    [cells.some((cell) => /\[(?:Optional\[)?Union\[(?!bytes|eventstreaming)/.test(cell)), "they write unions in line"],
    [
      cells.some((cell) => /\[(?:Optional\[)?\p{Lu}\w*\]?\]\([^)[]*\w\.mdx?\)/u.test(cell)),
      "their links have no namespace",
    ],
    [statuses.some((status) => /^\dx-/i.test(status.trim())), "they write ranges of statuses in lower case"],
  ];
  return marks.find(([found]) => found)?.[1];
}

function nullable({ type, wrappers }: FieldCell): NullVerdict {
  if (wrappers.some((wrapper) => wrapper !== "Optional"))
    return { value: "yes", why: "The cell says that it may be null." };
  switch (type.kind) {
    case "list":
    case "map":
    case "date-time":
    case "date":
      return { value: "unstated", why: "Cells of lists, maps and dates never say whether they may be null." };
    case "any":
    case "unread":
    case "response":
    case "void":
      return { value: "unstated", why: "The cell does not constrain the value." };
    case "null":
    case "nullable":
      return { value: "yes", why: "The cell says that it may be null." };
    case "literal":
      return type.value === null ? { value: "yes", why: "The only value is null." } : notNull;
    default:
      return notNull;
  }
}

const notNull: NullVerdict = { value: "no", why: "The cell would say so, if it could be null." };
