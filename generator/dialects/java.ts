import type { Dialect, FieldCell, Folder, FolderRules, NullVerdict } from "./dialect.ts";
import { nullOfRequired, saidNoNull, saidNull } from "./null.ts";
import { type Call, calleeOf, groupsOf, installedName } from "./samples.ts";
import type { NeutralType } from "./sighting.ts";
import type { TypeRules } from "./type-cell/index.ts";
import { eventStream, jsonLines, list, listOrBytes, mapOfSecond, octet, plain } from "./type-cell/rules.ts";
import { wordsOf } from "./words.ts";

const types: TypeRules = {
  words: new Map<string, NeutralType>([
    ...inPackage("java.lang", [
      ["String", plain("string")],
      ["Boolean", plain("boolean")],
      ["Integer", plain("integer")],
      ["Long", plain("integer")],
      ["Float", plain("number")],
      ["Double", plain("number")],
      ["Object", plain("any")],
    ]),
    ...inPackage("java.math", [
      ["BigInteger", plain("integer")],
      ["BigDecimal", plain("decimal")],
    ]),
    ...inPackage("java.time", [
      ["OffsetDateTime", plain("date-time")],
      ["LocalDate", plain("date")],
    ]),
    ...inPackage("java.io", [["InputStream", plain("bytes")]]),
    ...inPackage("java.net.http", [["HttpResponse", plain("response")]]),
    ["boolean", plain("boolean")],
    ["int", plain("integer")],
    ["long", plain("integer")],
    ["float", plain("number")],
    ["double", plain("number")],
    ["byte", octet],
    ["Blob", plain("bytes")],
    ["void", plain("void")],
    // `?`: whatever the type is, the cell does not say.
    ["?", plain("any")],
  ]),
  external: new Map(),
  utilities: new Map([["utils/blob", plain("bytes")]]),
  forms: new Map([
    ["[]", listOrBytes],
    ["List", list],
    ["Map", mapOfSecond],
    ["HttpResponse", () => plain("response")],
    ["EventStream", eventStream],
    ["JsonLStream", jsonLines],
  ]),
  unions: new Set(),
  wrappers: new Set([
    "Optional",
    "JsonNullable",
    "@Nullable",
    "java.util.Optional",
    "org.openapitools.jackson.nullable.JsonNullable",
  ]),
  absent: new Set(),
};

/** A class by its bare and by its full name. */
function inPackage(
  name: string,
  classes: readonly (readonly [string, NeutralType])[],
): readonly (readonly [string, NeutralType])[] {
  return classes.flatMap(([word, type]) => [[word, type] as const, [`${name}.${word}`, type] as const]);
}

/** Java: boxed types in wrappers, angle brackets escaped. Union pages have no members. */
export const java: Dialect = {
  name: "java",
  fences: new Set(["java"]),
  signs: [
    /\b(?:Optional|JsonNullable)\\*</,
    /^@Nullable\s/,
    /\b(?:List|Map)\\+</,
    /^\*(?:String|Object)\*$/,
    /\bMap<String, /,
    /\bList<\[(?:[a-z]\w*\.)+\p{Lu}/u,
    /\]\(https:\/\/docs\.oracle\.com\//,
  ],
  types,
  survey,
  response: (line) => line,
  member: ({ heading }) => [heading],
  words: wordsOf,
  callee: (sample, method) => {
    const variables = new Set(groupsOf(sample, /\b(\w+)\s*=\s*\w+\.builder\(\)/g));
    return calleeOf(chainsOn(sample, variables), method);
  },
  pages: /\.callAs(?:Stream|Iterable|Paginator)\w*\(/,
  clientClass: (sample) => /\b(\w+)\s+\w+\s*=\s*\1\.builder\(\)/.exec(sample)?.[1],
  packageName,
};

function survey({ cells }: Folder): FolderRules {
  const statesNull = cells.some((cell) => /\bJsonNullable\\*</.test(cell));
  const wrapsAll = cells.some((cell) => /\b(?:Optional|JsonNullable)\\*<[*[]/.test(cell));
  return {
    nullable: (cell) => nullable(cell, { statesNull, wrapsAll }),
    additional: new Set(["additionalProperties"]),
  };
}

/** What a folder's cells tell beside their types. */
interface Marks {
  readonly statesNull: boolean;
  /** Since 2026 a column for what getters give has wrappers around links and emphasis, and so around any type. */
  readonly wrapsAll: boolean;
}

/**
 * `JsonNullable` is "absent or null"; where docs have it, `Optional` in an optional field is no more than absent. What
 * takes a value has `@Nullable` for both.
 */
function nullable(cell: FieldCell, { statesNull, wrapsAll }: Marks): NullVerdict {
  if (cell.wrappers.some((wrapper) => wrapper.endsWith("JsonNullable"))) return saidNull;
  const isAny = cell.type.kind === "any" || cell.type.kind === "unread";
  const isMarked = cell.wrappers.length > 0 && !cell.wrappers.includes("@Nullable") && cell.type.kind !== "any";
  if (cell.required === false && statesNull && isMarked) return saidNoNull;
  if (cell.required === true && wrapsAll && cell.wrappers.length === 0 && !isAny) return saidNoNull;
  return nullOfRequired(cell, false);
}

/**
 * `sdk.vessels().logs().list()` as one call for each of its steps: which one is the method, and where the builder of its
 * request begins, only the method's name tells.
 */
function chainsOn(sample: string, variables: ReadonlySet<string>): readonly Call[] {
  const chains = [...sample.matchAll(/(?<![\w.])(\w+)((?:\s*\.\s*\w+\(\s*\))*(?:\s*\.\s*\w+\()?)/g)];
  return chains.flatMap(([, head, rest]) => {
    const steps = variables.has(head ?? "") ? groupsOf(rest ?? "", /\.\s*(\w+)\(/g) : [];
    // The last step first: a resource may be called like its method.
    return steps.map((method, at): Call => ({ path: steps.slice(0, at), method })).reverse();
  });
}

/** Coordinates without the version: `com.acme:sdk`. */
function packageName(text: string): string | undefined {
  const maven = /<groupId>\s*([\w.-]+)\s*<\/groupId>\s*<artifactId>\s*([\w.-]+)\s*</.exec(text);
  const gradle = installedName(text, /\bimplementation\b[ \t(]*["']([\w.-]+:[\w.-]+)/g);
  return gradle ?? (maven === null ? undefined : `${maven[1]}:${maven[2]}`);
}
