import type { Dialect, FolderRules } from "./dialect.ts";
import { calleeOf, callsOn, classOf, groupsOf, installedName } from "./samples.ts";
import type { NeutralType } from "./sighting.ts";
import type { TypeRules } from "./type-cell/index.ts";
import { eventStream, jsonLines, list, listOrBytes, mapOfSecond, octet, plain } from "./type-cell/rules.ts";
import { wordsOf } from "./words.ts";

const types: TypeRules = {
  words: new Map<string, NeutralType>([
    ["string", plain("string")],
    ["String", plain("string")],
    ["bool", plain("boolean")],
    ["int", plain("integer")],
    ["long", plain("integer")],
    ["float", plain("number")],
    ["double", plain("number")],
    ["decimal", plain("decimal")],
    ["BigInteger", plain("integer")],
    ["object", plain("any")],
    ["byte", octet],
    ["Stream", plain("bytes")],
    ["DateTime", plain("date-time")],
    ["LocalDate", plain("date")],
    ["DateOnly", plain("date")],
    ["HttpResponseMessage", plain("response")],
    ["HttpRequestMessage", plain("response")],
  ]),
  external: new Map(),
  utilities: new Map(),
  forms: new Map([
    ["[]", listOrBytes],
    ["List", list],
    ["Dictionary", mapOfSecond],
    ["EventStream", eventStream],
    ["JsonLStream", jsonLines],
  ]),
  unions: new Set(),
  wrappers: new Set(),
  absent: new Set(),
};

const rules: FolderRules = {
  nullable: () => ({ value: "unstated", why: "C# docs do not say whether a value may be null." }),
  additional: new Set(["AdditionalProperties"]),
};

/** C#: no mark for null or for what may be missing, and the members of unions by name alone. */
export const csharp: Dialect = {
  name: "csharp",
  fences: new Set(["csharp", "cs", "c#"]),
  signs: [
    /\bDictionary</,
    /^List<\*(?:string|bool|int|long|float|double|object)\*>$/,
    /^(?:List<)?\[[\w.]+\]\((?:\.\.?\/)*Models\//,
    /\]\(https:\/\/learn\.microsoft\.com\//,
    /\bHttpRe(?:sponse|quest)Message\b/,
  ],
  types,
  survey: () => rules,
  response: (line) => line,
  member: ({ heading }) => [spelled(heading) ?? heading],
  // A property cannot be called like its class, so it has a suffix.
  words: (name, owner) => wordsOf(owner !== undefined && name === `${owner}Value` ? owner : name),
  callee: (sample, method) => {
    const variables = groupsOf(sample, /\b(?:var|\w+)\s+(\w+)\s*=\s*new\s+(?:\w+\.)*\w+\s*\(/g);
    const calls = callsOn(sample, new Set(variables));
    const called = calls.map((call) => ({ ...call, method: call.method.replace(/Async$/, "") }));
    return calleeOf(called, method) ?? calleeOf(calls, method);
  },
  pages: /\b(\w+) = await \1\.Next!?\(\)/,
  clientClass: (sample) => {
    const path = /\bvar\s+\w+\s*=\s*new\s+((?:\w+\.)*\w+)\s*\(/.exec(sample)?.[1];
    // The first namespace that a sample uses is that of the client.
    const used = /^\s*using\s+([\w.]+);/.exec(sample)?.[1]?.replaceAll(".", "");
    return classOf(path === "Client" && used !== undefined ? `${used}.${path}` : path);
  },
  packageName: (text) =>
    // Dots divide the words of a name.
    installedName(
      text,
      /\b(?:dotnet add package|Install-Package|nuget install)[ \t]+(?:-\S+[ \t]+)*([\w.-]+)/g,
    )?.replaceAll(".", "-"),
};

const labels: ReadonlyMap<string, string> = new Map([
  ["Str", "string"],
  ["Boolean", "bool"],
  ["Integer", "long"],
  ["Number", "double"],
  ["Any", "object"],
  ["Bytes", "byte[]"],
  ["DateTime", "DateTime"],
  ["Date", "LocalDate"],
]);

/** What the heading of a member says where it is no title: `Str`, `ArrayOfNumber`, `MapOfArrayOfChat`. */
function spelled(label: string): string | undefined {
  const [, outer, of = ""] = /^(ArrayOf|MapOf)(.+)$/.exec(label) ?? [];
  if (outer === undefined) return labels.get(label);
  const item = spelled(of) ?? of;
  return outer === "ArrayOf" ? `List<${item}>` : `Dictionary<String, ${item}>`;
}
