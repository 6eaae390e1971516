import type { MemberSection } from "../docs/page.ts";
import type { Dialect, FolderRules } from "./dialect.ts";
import { type Call, calleeOf, classOf, groupsOf, installedName } from "./samples.ts";
import type { NeutralType } from "./sighting.ts";
import type { TypeRules } from "./type-cell/index.ts";
import { list, mapOfSecond, plain } from "./type-cell/rules.ts";
import { wordsOf } from "./words.ts";

const types: TypeRules = {
  words: new Map<string, NeutralType>([
    ["string", plain("string")],
    ["int", plain("integer")],
    ["float", plain("number")],
    ["bool", plain("boolean")],
    ["mixed", plain("any")],
    ["null", plain("null")],
    ["void", plain("void")],
    ["array", { kind: "list", item: plain("any") }],
    ["object", { kind: "map", value: plain("any") }],
    // Dates of both kinds have one class.
    ["\\DateTime", plain("date-or-date-time")],
    ["DateTime", plain("date-or-date-time")],
    ["\\Brick\\DateTime\\LocalDate", plain("date")],
    ["\\Brick\\Math\\BigInteger", plain("integer")],
    ["\\Brick\\Math\\BigDecimal", plain("decimal")],
    ["\\Psr\\Http\\Message\\ResponseInterface", plain("response")],
  ]),
  external: new Map(),
  utilities: new Map(),
  forms: new Map([
    // Lists and maps have one name, and differ in the number of their arguments.
    ["array", (args) => list(args) ?? mapOfSecond(args)],
    ["[]", list],
  ]),
  unions: new Set(["|"]),
  wrappers: new Set(["?"]),
  absent: new Set(["null"]),
};

const rules: FolderRules = {
  nullable: () => ({ value: "unstated", why: "PHP docs do not tell null from a missing value." }),
  additional: new Set(["additionalProperties"]),
};

/** PHP: `?T` and `T|null` are no more than the mark of the row. */
export const php: Dialect = {
  name: "php",
  fences: new Set(["php"]),
  signs: [
    /\*\?\w+\*/,
    /\barray</,
    /^\[\??\\?\w+\\\w/,
    /^\[\?\w+\]\(/,
    /^\[[\w\\]+(?:\|[\w\\]+)+\]\(/,
    /\]\(https:\/\/www\.php(?:-fig\.org|\.net)\//,
  ],
  types,
  survey: () => rules,
  fileContent: "string",
  fileTaken: /\bfile_get_contents\(/,
  response: (line) => line,
  member: ({ heading, fences }) =>
    // A bare `array` hides what the comment of the sample tells.
    heading === "array" ? [...annotated(fences), heading] : [heading, ...annotated(fences)],
  words: wordsOf,
  callee: (sample, method) => {
    const variables = groupsOf(sample, /\$(\w+)\s*=\s*(?:new\s+)?\\?(?:\w+\\)*\w+(?:::builder)?\(/g);
    return calleeOf(callsOn(sample, new Set(variables)), method);
  },
  pages: /\bforeach \(\$responses as\b/,
  clientClass: (sample) =>
    classOf(
      (/\$\w+\s*=\s*(\\?(?:\w+\\)*\w+)::builder\(/.exec(sample) ??
        /\$sdk\s*=\s*new\s+(\\?(?:\w+\\)*\w+)\(/.exec(sample))?.[1],
    ),
  packageName: (text) =>
    // What is on no registry yet is required by hand.
    installedName(
      text,
      /(?:\bcomposer require[ \t]+(?:-\S+[ \t]+)*|"require"\s*:\s*\{\s*(?="))["']?([\w.-]+\/[\w.-]+)/g,
    ),
};

/** The type in `@var array<\Ns\Chat>`. */
function annotated(fences: MemberSection["fences"]): readonly string[] {
  return fences.flatMap((fence) => /@var[ \t]+(\S.*?)[ \t]*(?:\*\/.*)?$/m.exec(fence.text)?.[1] ?? []);
}

/** `$sdk->vessels->logs->list(` is `list` on `["vessels", "logs"]`. */
function callsOn(sample: string, variables: ReadonlySet<string>): readonly Call[] {
  return [...sample.matchAll(/\$(\w+)((?:->\w+)+)\s*\(/g)].flatMap(([, head, rest]) => {
    const names = rest?.slice(2).split("->") ?? [];
    const method = names.at(-1);
    return method !== undefined && variables.has(head ?? "") ? [{ path: names.slice(0, -1), method }] : [];
  });
}
