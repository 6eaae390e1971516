import type { DialectName } from "../../generator/dialects/sighting.ts";
import { readPages } from "../../generator/docs/index.ts";
import { emitOpenapi } from "../../generator/emit/openapi/index.ts";
import type { Api, Body, Model, Operation, Parameter, Property, Type } from "../../generator/ir/index.ts";
import { type ApiOptions, defaultOptions } from "../../generator/options.ts";
import { understand } from "../../generator/understand.ts";

/** Documents by their paths, as a folder would hold them. */
export type Docs = Readonly<Record<string, string>>;

export interface Understood {
  readonly api: Api;
  /** `code place` of each finding that is no assumption. */
  readonly found: readonly string[];
  readonly messages: readonly string[];
}

/** The whole way from the text of documents to what was decided. */
export function understood(docs: Docs, options: Partial<ApiOptions> = {}): Understood {
  const { pages, diagnostics } = readPages(Object.entries(docs).map(([path, text]) => ({ path, text })));
  const { api, diagnostics: more } = understand({ pages, options: { ...defaultOptions, slug: "harbour", ...options } });
  const all = [...diagnostics, ...more].filter(({ severity }) => severity !== "info");
  return {
    api,
    found: all.map(({ code, place }) => `${code} ${place}`),
    messages: all.map(({ message }) => message),
  };
}

/** The parsed `openapi.json` of these documents. */
export function openapiOf(docs: Docs, options: Partial<ApiOptions> = {}): Readonly<Record<string, unknown>> {
  const { api } = understood(docs, options);
  const parsed: unknown = JSON.parse(emitOpenapi(api, { unstatedNull: "exclude", evidence: false }).text);
  return parsed as Readonly<Record<string, unknown>>;
}

/** A row of a table: name, type, mark, description, example. */
export type Row = readonly [name: string, type: string, mark?: "✓" | "–", description?: string, example?: string];

/** A page with a table of fields. */
export function model(title: string, ...rows: readonly Row[]): string {
  return `# ${title}\n\n\n## Fields\n\n${table("Field", rows)}`;
}

/** A table as the docs write it, with the fifth column where a row has an example. */
export function table(first: "Field" | "Parameter", rows: readonly Row[]): string {
  const isLong = rows.some(([, , , , example]) => example !== undefined);
  const header = [first, "Type", "Required", "Description", ...(isLong ? ["Example"] : [])];
  const lines = rows.map(([name, type, mark = "✓", description = "N/A", example = ""]) => [
    /^[`~]/.test(name) ? name : `\`${name}\``,
    type,
    mark === "✓" ? ":heavy_check_mark:" : ":heavy_minus_sign:",
    description,
    ...(isLong ? [example] : []),
  ]);
  return [header, header.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A page with a table of values. */
export function enumeration(title: string, ...values: readonly (readonly [name: string, value: string])[]): string {
  const rows = values.map(([name, value]) => `| \`${name}\` | ${value} |`);
  return [`# ${title}`, "", "", "## Values", "", "| Name | Value |", "| --- | --- |", ...rows].join("\n");
}

/** A page of one resource; each operation is its text below the heading. */
export function resource(title: string, operations: Readonly<Record<string, string>>): string {
  const names = Object.keys(operations);
  return [
    `# ${title}`,
    "",
    "## Overview",
    "",
    "### Available Operations",
    "",
    ...names.map((name) => `* [${name}](#${name.toLowerCase()}) - Does ${name}`),
    ...names.map((name) => `\n## ${name}\n\n${operations[name]}`),
  ].join("\n");
}

/** What an operation's section holds, each part as the docs write it. */
export interface Section {
  readonly description?: string;
  readonly route?: string;
  readonly id?: string;
  readonly sample?: string;
  readonly rows?: readonly Row[];
  readonly response?: string;
  readonly errors?: readonly (readonly [type: string, status: string, contentType: string])[];
}

/** The text of an operation below its heading. */
export function section({ description = "Does it.", route, id, sample = "", rows, response, errors }: Section): string {
  const [method = "", path = ""] = route?.split(" ") ?? [];
  const operationId = id ?? `op${method}${path.replaceAll(/\W+/g, "_")}`;
  const [language = "", code = ""] = sample === "" ? [] : [sample.slice(0, sample.indexOf("\n")), sample];
  return [
    description,
    "",
    "### Example Usage",
    "",
    ...(route === undefined
      ? []
      : [
          `<!-- UsageSnippet language="${language}" operationID="${operationId}" method="${method.toLowerCase()}" path="${path}" -->`,
        ]),
    `\`\`\`${code === "" ? "text\n" : `${code}\n`}\`\`\``,
    ...(rows === undefined ? [] : ["", "### Parameters", "", table("Parameter", rows)]),
    ...(response === undefined ? [] : ["", "### Response", "", `**${response}**`]),
    ...(errors === undefined
      ? []
      : [
          "",
          "### Errors",
          "",
          "| Error Type | Status Code | Content Type |",
          "| --- | --- | --- |",
          ...errors.map((cells) => `| ${cells.join(" | ")} |`),
        ]),
  ].join("\n");
}

/** A type on one line: `string`, `components/port[]`, `{integer}`, `"a" | integer`, `sse<…>`, `unknown (any)`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case "literal":
      return JSON.stringify(type.value);
    case "list":
      return `${group(type.item)}[]`;
    case "map":
      return `{${typeText(type.value)}}`;
    case "nullable":
      return `${typeText(type.of)} | null`;
    case "union":
      return type.members.map(typeText).join(" | ");
    case "reference":
      return type.id;
    case "stream":
      return `${type.framing}<${typeText(type.item)}>`;
    case "unknown":
      return `unknown (${type.reason})`;
    default:
      return type.kind;
  }
}

function group(type: Type): string {
  const text = typeText(type);
  return text.includes(" | ") ? `(${text})` : text;
}

/** A field on one line: `name?: type | null`; `| null?` where nothing says whether it may be null. */
export function fieldText({ wireName, type, presence, nullable }: Property | Parameter): string {
  const mark = presence.value === "optional" ? "?" : "";
  const none = { yes: " | null", no: "", unstated: " | null?" }[nullable.value];
  return `${wireName.value}${mark}: ${typeText(type.value)}${none}`;
}

/** A body on one line. */
export function bodyText(body: Body): string {
  if (body.kind === "json") return `json ${typeText(body.type)}`;
  if (body.kind !== "stream") return body.kind;
  const end = body.end.value === null ? "" : ` until ${body.end.value.data}`;
  return `${body.framing} ${typeText(body.item)}${end}`;
}

export function modelOf({ api }: Understood, id: string): Model {
  const found = api.models.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No ${id} among ${api.models.map((one) => one.id).join(", ")}`);
  return found;
}

/** What a model is made of: the fields of an object, the values of an enum, the members of a union. */
export function partsOf(from: Understood, id: string): readonly string[] {
  const found = modelOf(from, id);
  switch (found.kind) {
    case "object":
      return [
        ...found.properties.map(fieldText),
        ...(found.additional === undefined ? [] : [`[*]: ${typeText(found.additional)}`]),
      ];
    case "enum":
      return found.values.map(({ value }) => JSON.stringify(value));
    case "union":
      return found.members.map(({ type }) => typeText(type));
  }
}

export function operationOf({ api }: Understood, name?: string): Operation {
  const found = api.operations.find((one) => name === undefined || one.id === name || one.words.join(" ") === name);
  if (found === undefined) throw new Error(`No ${name} among ${api.operations.map(({ id }) => id).join(", ")}`);
  return found;
}

/** What an operation sends, on a line each: `path name: type`, `body json type`. */
export function sent({ parameters, body }: Operation): readonly string[] {
  return [
    ...parameters.map((one) => `${one.location.value} ${fieldText(one)}`),
    ...(body === null ? [] : [`body ${body.encoding.value} ${typeText(body.type)}`]),
  ];
}

/** What an operation answers with. */
export function answers({ replies }: Operation): readonly string[] {
  return replies.value.map(bodyText);
}

/** Where each language keeps the pages of its models, and what a link from one of them to another begins with. */
export const folders: Readonly<Record<DialectName, string>> = {
  typescript: "docs/models/components",
  python: "docs/models",
  go: "docs/models/components",
  java: "docs/models/components",
  csharp: "docs/Models/Components",
  php: "docs/Models/Components",
  ruby: "docs/models/components",
};

/** How the only field of a page in a language is understood; the page is called `Ship`, the field `cargo`. */
export function cellIn(
  dialect: DialectName,
  cell: string,
  mark: "✓" | "–" = "✓",
  more: Docs = {},
): { readonly text: string; readonly found: readonly string[] } {
  const docs = { [`${folders[dialect]}/Ship.md`]: model("Ship", ["cargo", cell, mark]), ...more };
  const all = understood(docs, { dialect });
  const ship = all.api.models.find(({ title }) => title === "Ship");
  const text = ship === undefined ? "" : (partsOf(all, ship.id)[0] ?? "");
  return { text: text.replace(/^cargo\??: /, ""), found: all.found };
}
