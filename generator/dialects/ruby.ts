import type { Dialect, FolderRules } from "./dialect.ts";
import { nullOfRequired } from "./null.ts";
import { calleeOf, callsOn, classOf, groupsOf, installedName } from "./samples.ts";
import type { NeutralType } from "./sighting.ts";
import type { TypeRules } from "./type-cell/index.ts";
import { eventStream, list, mapOfSecond, plain } from "./type-cell/rules.ts";
import { wordsOf } from "./words.ts";

const types: TypeRules = {
  words: new Map<string, NeutralType>([
    ...absolute("String", plain("string")),
    ...absolute("Integer", plain("integer")),
    ...absolute("Float", plain("number")),
    ...absolute("BigDecimal", plain("decimal")),
    ...absolute("Object", plain("any")),
    ...absolute("DateTime", plain("date-time")),
    ...absolute("Date", plain("date")),
    ...absolute("NilClass", plain("null")),
    ["T::Boolean", plain("boolean")],
    ["T.untyped", plain("any")],
    ["Crystalline::Boolean.new", plain("boolean")],
    ["Crystalline::Boolean", plain("boolean")],
    ["Faraday::Response", plain("response")],
  ]),
  // The cells link with the two names swapped, without exception; inside of unions they are right.
  external: new Map([
    ["Date", plain("date-time")],
    ["DateTime", plain("date")],
  ]),
  utilities: new Map(),
  forms: new Map([
    ["T::Array", list],
    ["T::Hash", mapOfSecond],
    ["Crystalline::Array", list],
    ["Crystalline::Array.new", list],
    ["Crystalline::Hash", mapOfSecond],
    ["Crystalline::Hash.new", mapOfSecond],
    ["EventStream", eventStream],
  ]),
  unions: new Set(["T.any", "Crystalline::Union.new"]),
  wrappers: new Set(["T.nilable", "Crystalline::Nilable.new"]),
  absent: new Set(),
};

/** A class of the language by its name, and from the root: `String`, `::String`. */
function absolute(name: string, type: NeutralType): readonly (readonly [string, NeutralType])[] {
  return [
    [name, type],
    [`::${name}`, type],
  ];
}

const rules: FolderRules = {
  nullable: (cell) => nullOfRequired(cell, false),
  additional: new Set(["additional_properties"]),
};

/** Ruby in the types of Sorbet and of Crystalline. Union pages have no members: the cells that link to them list these. */
export const ruby: Dialect = {
  name: "ruby",
  fences: new Set(["ruby", "rb"]),
  signs: [
    /\bT\.(?:nilable|any)\(/,
    /\bT::(?:Array|Hash|Boolean)\b/,
    /\bCrystalline::/,
    /^\*::\p{Lu}\w+\*$/u,
    /^\[(?:::)?\p{Lu}\w*(?:::\w+)+\]\(/u,
    /\]\(https:\/\/ruby-doc\.org\//,
  ],
  types,
  survey: () => rules,
  fileContent: "string",
  fileTaken: /\bFile\.(?:binread|open|read)\(/,
  response: (line) => line,
  member: ({ heading }) => [heading],
  words: wordsOf,
  callee: (sample, method) => {
    const variables = groupsOf(sample, /^[ \t]*(\w+)\s*=\s*(?:::)?(?:\w+::)*\p{Lu}\w*\.new\b/gmu);
    return calleeOf(callsOn(sample, new Set(variables)), method);
  },
  clientClass: (sample) => classOf(/^[ \t]*\w+\s*=\s*((?:::)?(?:\w+::)*\p{Lu}\w*)\.new\b/mu.exec(sample)?.[1]),
  packageName: (text) =>
    installedName(
      text,
      /(?:\bgem install[ \t]+(?:-\S+[ \t]+)*|\bbundle add[ \t]+|^[ \t]*gem[ \t]+(?=["']))["']?([\w.-]+)/gm,
    ),
};
