import type { Dialect, FieldCell, Folder, FolderRules, NullVerdict } from "./dialect.ts";
import { apart } from "./initials.ts";
import { nullOfRequired, saidNoNull, saidNull } from "./null.ts";
import { calleeOf, callsOn, groupsOf, installedName } from "./samples.ts";
import type { NeutralType } from "./sighting.ts";
import type { TypeRules } from "./type-cell/index.ts";
import { eventStream, jsonLines, listOrBytes, mapOfSecond, octet, plain } from "./type-cell/rules.ts";
import { titleCase, wordsOf } from "./words.ts";

const optionalNullable = "optionalnullable.OptionalNullable";

const types: TypeRules = {
  words: new Map<string, NeutralType>([
    ["string", plain("string")],
    ["bool", plain("boolean")],
    ["int", plain("integer")],
    ["int32", plain("integer")],
    ["int64", plain("integer")],
    ["float32", plain("number")],
    ["float64", plain("number")],
    ["any", plain("any")],
    ["interface{}", plain("any")],
    ["byte", octet],
    ["io.Reader", plain("bytes")],
    ["io.ReadCloser", plain("bytes")],
    ["time.Time", plain("date-time")],
    ["types.Date", plain("date")],
    ["big.Int", plain("integer")],
    ["decimal.Big", plain("decimal")],
    ["http.Response", plain("response")],
    ["http.Request", plain("response")],
    ["error", plain("void")],
  ]),
  external: new Map(),
  utilities: new Map([["types/date", plain("date")]]),
  forms: new Map([
    ["[]", listOrBytes],
    ["map", mapOfSecond],
    ["EventStream", eventStream],
    ["JsonLStream", jsonLines],
  ]),
  unions: new Set(),
  wrappers: new Set(["*", optionalNullable]),
  absent: new Set(),
};

/** Go: a pointer says "or nothing"; slices, maps and `any` have none. */
export const go: Dialect = {
  name: "go",
  fences: new Set(["go"]),
  signs: [
    /^(?:\[\]|map\[string\])+[`*[]/,
    /^`\*?[\w.{}]+`$/,
    /^\*\*\w/,
    /^\*(?:u?int64|float64)\*$/,
    /^\[(?:\*|\[\])[\w.]+\]\(/,
    /\boptionalnullable\./,
    /\]\(https:\/\/pkg\.go\.dev\//,
  ],
  // People set the words of any language in code.
  never:
    /^`(?:(?:str|number|boolean|integer|float|double|object|array|list|dict|date|datetime|None|Any)\b|(?:List|Dict|Optional|Union|Literal|Record|Array|Map|Set)[[<]|[\w.]+\[\]|\w+ ?\|)/,
  types,
  survey,
  fileContent: "any",
  fileTaken: /\bos\.Open\(/,
  response: (line) => line.replace(/(?:^|,\s*)error$/, ""),
  // The headings leave out whatever is no model; the sample's constructor takes the type itself.
  member: ({ heading, fences }) => [...fences.flatMap((fence) => constructed(fence.text) ?? []), heading],
  words: (name) => wordsOf(apart(name)),
  callee: (sample, method) => {
    const variables = groupsOf(sample, /^[ \t]*(\w+)\s*:?=\s*\w+\.New\(/gm);
    return calleeOf(callsOn(sample, new Set(variables)), method);
  },
  pages: /\b(\w+), err = \1\.Next\(\)/,
  clientClass,
  packageName: (text) => {
    const installed = installedName(text, /\bgo (?:get|install)[ \t]+(?:-\S+[ \t]+)*([\w./-]+)/g);
    // Where what is installed is what the package needs, what is imported is the package.
    return installed === undefined || /\bthe following dependencies\b/i.test(text) ? importedName(text) : installed;
  },
};

/** The package that a text imports: `import tern "github.com/tern/tern-go"`; by its alias where its address is still to come. */
function importedName(text: string): string | undefined {
  const [, alias, path = ""] = /^\s*import[ \t]+(?:(\w+)[ \t]+)?"(?:\.\/)?([^"\n]+)"/m.exec(text) ?? [];
  const name = path.includes("GIT_REPO_ID") ? alias : path;
  return name === undefined || /^(?:openapi\w*|)$/.test(name) ? undefined : name;
}

function survey({ cells }: Folder): FolderRules {
  const hasWrapper = cells.some((cell) => cell.includes(`${optionalNullable}[`));
  const hasMarkedDates = cells.some((cell) => /\[\*(?:time\.Time|types\.Date)\]/.test(cell));
  return {
    nullable: (cell) => nullable(cell, hasWrapper, hasMarkedDates),
    additional: new Set(["AdditionalProperties"]),
  };
}

/** Where docs have a type for "absent or null", a pointer in an optional field says absent alone. */
function nullable(cell: FieldCell, hasWrapper: boolean, hasMarkedDates: boolean): NullVerdict {
  if (cell.wrappers.includes(optionalNullable)) return saidNull;
  if (hasWrapper && cell.required === false && cell.wrappers.includes("*")) return saidNoNull;
  return nullOfRequired(cell, hasMarkedDates);
}

/**
 * The type in `components.CreateLocStr(string{/* values here *\/})`, as a code span: there an asterisk is a pointer. A generic
 * constructor takes a value that has the type: `CreateLoc(int64(0))`, `CreateLoc("")`.
 */
function constructed(sample: string): string | undefined {
  const type = /\b(?:Create|New)\w*\(&?(.+?)\{\s*\/\*/s.exec(sample)?.[1];
  if (type !== undefined) return `\`${type.trim()}\``;
  const [, named, text, truth] = /\b(?:Create|New)\w*\((?:([\w.]+)(?:\(0\)|\{\})|("")|(false))\)/.exec(sample) ?? [];
  if (text !== undefined) return "`string`";
  return truth === undefined ? named && `\`${named}\`` : "`bool`";
}

/** Go has packages where others have classes: the module's name without the word that says Go. */
function clientClass(sample: string): string | undefined {
  const alias = /:?=\s*(\w+)\.New\(/.exec(sample)?.[1];
  if (alias === undefined) return undefined;
  const path = new RegExp(`^[ \\t]*${alias}\\s+"([^"]+)"`, "m").exec(sample)?.[1]?.replace(/\/v\d+$/, "");
  const parts = (path ?? alias).split("/").reverse().slice(0, 2);
  const names = parts.map((part) =>
    part.split(/[-_.]/).filter((word) => !/^(?:go|golang|sdk|client|api)$/i.test(word)),
  );
  const words = names.find((own) => own.length > 0) ?? [alias];
  return titleCase(words);
}
