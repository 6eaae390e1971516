import type { Dialect, FolderRules } from "./dialect.ts";
import { calleeOf, callsOn, declaredType, groupsOf, installedName } from "./samples.ts";
import type { NeutralType } from "./sighting.ts";
import type { TypeRules } from "./type-cell/index.ts";
import { eventStream, jsonLines, list, mapOfSecond, plain, transparent } from "./type-cell/rules.ts";
import { wordsOf } from "./words.ts";

const types: TypeRules = {
  words: new Map<string, NeutralType>([
    ["string", plain("string")],
    ["number", plain("number-or-integer")],
    ["bigint", plain("integer")],
    ["boolean", plain("boolean")],
    ["any", plain("any")],
    ["unknown", plain("any")],
    ["object", { kind: "map", value: plain("any") }],
    ["Decimal", plain("decimal")],
    ["Date", plain("date-time")],
    ["RFCDate", plain("date")],
    ["Uint8Array", plain("bytes")],
    ["ArrayBuffer", plain("bytes")],
    ["ReadableStream", plain("bytes")],
    ["true", { kind: "literal", value: true }],
    ["false", { kind: "literal", value: false }],
    ["null", plain("null")],
    ["undefined", plain("null")],
    ["void", plain("void")],
    ["Request", plain("response")],
  ]),
  external: new Map([
    ["Date", plain("date-time")],
    ["File", plain("file")],
    ["Blob", plain("file")],
    ["Response", plain("response")],
    ["AxiosResponse", plain("response")],
  ]),
  utilities: new Map([["types/rfcdate", plain("date")]]),
  forms: new Map([
    ["[]", list],
    ["Array", list],
    ["ReadonlyArray", list],
    ["Record", mapOfSecond],
    ["{}", ([value]) => value && { kind: "map", value }],
    ["Promise", transparent],
    ["ReadableStream", () => plain("bytes")],
    ["EventStream", eventStream],
    ["AsyncIterable", eventStream],
    ["JsonLStream", jsonLines],
  ]),
  unions: new Set(["|"]),
  wrappers: new Set(),
  absent: new Set(),
};

const rules: FolderRules = {
  nullable: () => ({ value: "unstated", why: "TypeScript docs do not say whether a value may be null." }),
  additional: new Set(["additionalProperties"]),
};

/** TypeScript: an unlinked `*components.X*` names a union, a linked one any document. */
export const typescript: Dialect = {
  name: "typescript",
  fences: new Set(["typescript", "ts", "tsx", "javascript", "js", "jsx"]),
  signs: [
    /\bRecord<string, /,
    /^\*number\*/,
    /^\*"[^"]*"\*$/,
    /^\*\w+\.\w+\*(?:\[\])*$/,
    /^\*string\*(?:\[\])+$/,
    /\]\(https:\/\/developer\.mozilla\.org\//,
    /^RequestOptions$/,
    /\bReadableStream</,
  ],
  types,
  survey: () => rules,
  response: (line) => line,
  member: ({ heading, fences }) => [heading, ...fences.flatMap((fence) => declaredType(fence.text) ?? [])],
  words: wordsOf,
  callee: (sample, method) => {
    const variables = groupsOf(sample, /\b(?:const|let|var)\s+([\w$]+)\s*=\s*(?:await\s+)?new\b/g);
    return calleeOf(callsOn(sample, new Set(variables)), method);
  },
  pages: /\bfor await \(const page of\b/,
  clientClass: (sample) => /=\s*new\s+(?:\w+\.)*([\w$]+)\s*\(/.exec(sample)?.[1],
  packageName: (text) =>
    installedName(text, /\b(?:npm|pnpm|yarn|bun) (?:add|install|i)[ \t]+(?:-\S+[ \t]+)*["']?(@?[\w.:/+-]+)/g),
};
