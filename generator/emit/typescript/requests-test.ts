import type { SecurityScheme } from "../../ir/index.ts";
import type { OutputFile } from "../../options.ts";
import { checkSyntax } from "../gate.ts";
import { type Code, code, raw } from "../print/code.ts";
import { array, block, braces, print } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import { byCodeUnits } from "../print/order.ts";
import { type Imports, newImports } from "../print/source-file.ts";
import { render, type Template } from "../template.ts";
import { planOptions } from "./client.ts";
import { jsonCode } from "./json-code.ts";
import { header } from "./model-file.ts";
import type { OperationPlan } from "./operation-plan.ts";
import type { Plan } from "./plan.ts";
import { argumentCode, type RequestCode, type SentBody, sampleBytes } from "./request-code.ts";
import { allResources, type ResourcePlan } from "./resource-plan.ts";
import { placeholderRequest } from "./sample-request.ts";
import { fileWire } from "./value-code.ts";

/**
 * The package's own test: each operation sends what the docs say. What is awaited comes of the docs alone, by rules of
 * its own, and not of the code that it judges.
 */
export function requestsTestFile(plan: Plan, root: ResourcePlan, template: Template): OutputFile {
  const imports = newImports(["assert", "baseUrl", "bodyOf", "requests", "test"]);
  const { name } = plan.api.package;
  const groups = [root, ...allResources(root)];
  const credentials = sampleCredentials(plan);
  const requests = groups.flatMap((group) =>
    group.operations.flatMap((one) => {
      const sample = placeholderRequest(plan, one, { optional: "documented" });
      const hasNoBody = ["GET", "HEAD"].includes(one.operation.route?.value.method ?? "");
      if (sample === undefined || (hasNoBody && sample.body !== undefined)) return [];
      const module = group.entry === "" ? name : `${name}/${group.entry}`;
      return [entry(imports, module, one, sample, credentials)];
    }),
  );
  if (requests.length > 0) imports.value(`${name}/client`, "createClient");
  const text = render(template, {
    header: raw(header([{ page: "the operations of the documentation" }])),
    hasRequests: requests.length > 0,
    imports: imports.text(),
    credentials: (credentials?.options ?? []).map((option) => ({ line: option })),
    requests: requests.map((one) => ({ entry: raw(print(one, { indent: 2 })) })),
  });
  const file = { path: "test/requests.test.mjs", text };
  checkSyntax(file);
  return file;
}

interface SampleCredentials {
  /** Options of the client. */
  readonly options: readonly Code[];
  /** The headers and the query that carry them. */
  readonly headers: readonly Pair[];
  readonly query: readonly Pair[];
}

/** Secrets for the first documented scheme, and what the server gets of them. */
function sampleCredentials({ api }: Plan): SampleCredentials | undefined {
  const [first] = planOptions(api).credentials;
  if (first === undefined) return undefined;
  const { scheme, options } = first;
  const [name, second] = options;
  const values: readonly string[] = scheme.kind === "basic" ? ["user", "secret"] : ["secret", "x-secret"];
  const given = [name, ...(second === undefined ? [] : [second])];
  return {
    options: given.map((option, index) => code`${keyOf(option)}: ${values[index] ?? ""}`),
    ...sentCredentials(scheme),
  };
}

function sentCredentials(scheme: SecurityScheme): Pick<SampleCredentials, "headers" | "query"> {
  if (scheme.query !== undefined) return { headers: [], query: [[scheme.query, "secret"]] };
  if (scheme.kind === "basic") return { headers: [["authorization", `Basic ${btoa("user:secret")}`]], query: [] };
  if (scheme.kind !== "api-key") return { headers: [["authorization", "Bearer secret"]], query: [] };
  return { headers: [[scheme.header?.toLowerCase() ?? "x-secret", "secret"]], query: [] };
}

function entry(
  imports: Imports,
  module: string,
  { operation, functionName, request }: OperationPlan,
  sample: RequestCode,
  credentials: SampleCredentials | undefined,
): Code {
  const call = imports.value(module, functionName);
  const { method = "", path = "" } = operation.route?.value ?? {};
  const secrets = operation.secured.value ? credentials : undefined;
  const sent = new Map(
    sample.parameters
      .filter(({ location }) => location === "header")
      .map(({ wireName, wire }) => [wireName.toLowerCase(), String(wire)]),
  );
  const type = sent.get("content-type") ?? contentType(sample.body);
  sent.delete("content-type");
  for (const [name, value] of secrets?.headers ?? []) sent.set(name, value);
  const own = sample.parameters
    .filter(({ location }) => location === "query")
    .flatMap(({ wireName, wire }) => pairs(wireName, wire));
  const query = [...own, ...(secrets?.query ?? [])];
  const nothing = request.kind === "members" ? raw("{}") : undefined;
  const argument = argumentCode(sample.argument) ?? nothing;
  return block([
    code`name: ${functionName}`,
    code`call: ${call}`,
    ...(argument === undefined ? [] : [code`request: ${argument}`]),
    code`method: ${method}`,
    code`path: ${filledPath(path, sample)}`,
    code`query: ${jsonCode(query)}`,
    code`type: ${type}`,
    code`headers: ${braces([...sent].map(([name, value]) => code`${keyOf(name)}: ${value}`))}`,
    ...bodyEntry(sample.body),
  ]);
}

/** The path with its variables, each one segment or a part of one. */
function filledPath(template: string, { parameters }: RequestCode): string {
  const values = parameters.filter(({ location }) => location === "path");
  return template
    .replace(/^(?!\/)/, "/")
    .replaceAll(/\{([^}]*)\}/g, (_, name: string) =>
      encodeURIComponent(String(values.find(({ wireName }) => wireName === name)?.wire ?? "")).replaceAll(
        /[!'()*]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    );
}

type Pair = readonly [key: string, value: string];

/** A value of a query or a form: a list repeats its key, an object names its properties in brackets. */
function pairs(key: string, wire: unknown): readonly Pair[] {
  if (wire === null) return [];
  if (Array.isArray(wire)) return wire.flatMap((item) => pairs(key, item));
  if (typeof wire === "object") return Object.entries(wire).flatMap(([name, item]) => pairs(`${key}[${name}]`, item));
  return [[key, String(wire)]];
}

function contentType(body: SentBody | undefined): string | null {
  switch (body?.kind) {
    case "json":
      return "application/json";
    case "form":
      return "application/x-www-form-urlencoded";
    case "multipart":
      return "multipart/form-data";
    case "bytes":
      return "application/octet-stream";
    default:
      return null;
  }
}

/** The body as the test reads it: JSON parsed, forms as pairs in the order of their names, bytes as numbers. */
function bodyEntry(body: SentBody | undefined): Code[] {
  switch (body?.kind) {
    case "json":
      return [code`body: ${jsonCode(body.wire)}`];
    case "form":
      return [code`body: ${jsonCode(formPairs(body.wire ?? {}))}`];
    case "multipart":
      return [code`body: ${jsonCode(body.parts.flatMap(({ wireName, wire }) => parts(wireName, wire)))}`];
    case "bytes":
      return [code`body: ${array(sampleBytes.map((byte) => code`${byte}`))}`];
    default:
      return [];
  }
}

function formPairs(wire: object): readonly Pair[] {
  const all = Object.entries(wire).flatMap(([key, value]) => pairs(key, value));
  return all.sort(([one], [other]) => byCodeUnits(one, other));
}

/** A value as parts of a form: one an item of a list, JSON for an object. */
function parts(name: string, wire: unknown): readonly (readonly [string, string | readonly number[]])[] {
  if (wire === null) return [];
  if (wire === fileWire) return [[name, sampleBytes]];
  if (Array.isArray(wire)) return wire.flatMap((item) => parts(name, item));
  return [[name, typeof wire === "object" ? JSON.stringify(wire) : String(wire)]];
}
