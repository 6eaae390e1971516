import type { Operation, Property, RequestBody } from "../../ir/index.ts";
import { jsonTypeOf } from "../../ir/json-type.ts";
import type { OutputFile } from "../../options.ts";
import { type Code, code, raw } from "../print/code.ts";
import { type Doc, type DocTag, docComment } from "../print/comment.ts";
import {
  array,
  assignment,
  block,
  body,
  braces,
  call,
  callWithLast,
  conditional,
  entry,
  print,
} from "../print/layout.ts";
import { keyOf, member } from "../print/member.ts";
import { newImports } from "../print/source-file.ts";
import { renderSource, type Template } from "../template.ts";
import { encoderCall, holdsUnknown, isEncodedAsIs, optionalEncoderCall } from "./codecs.ts";
import { deprecation, propertyDoc } from "./describe.ts";
import { type ErrorClass, errorClassOf } from "./errors.ts";
import { isUrlEncoded } from "./form-plan.ts";
import { givenOrGlobal } from "./globals.ts";
import { hasIdempotencyKey, isIdempotencyKey } from "./idempotency.ts";
import { header } from "./model-file.ts";
import type { OperationPlan } from "./operation-plan.ts";
import { pagesFunction } from "./pages.ts";
import { type Plan, planOf } from "./plan.ts";
import { decoder, replyEntries } from "./replies.ts";
import { declaredParameters, implementedParameters, isOptionalBody, type Signature, signatures } from "./signatures.ts";
import { forcedFlag, withFlag } from "./stream-flag.ts";
import { modelFunction, modelType, propertyType, runtimeType, runtimeValue, type Scope, typeCode } from "./types.ts";
import { functionCallee, usageTags } from "./usage.ts";

/** One file an operation: its request type, its documentation, and the call as data. */
export function operationFiles(
  plan: Plan,
  operations: readonly OperationPlan[],
  errors: readonly ErrorClass[],
  template: Template,
): OutputFile[] {
  return operations.map((one) => operationFile(plan, one, errors, template));
}

function operationFile(plan: Plan, one: OperationPlan, errors: readonly ErrorClass[], template: Template): OutputFile {
  const file = `operations/${one.file}`;
  const scope: Scope = { plan, imports: newImports(namesIn(one)), root: "..", file };
  runtimeType(scope, "client", "CallOptions");
  runtimeType(scope, "client", "Client");
  const all = signatures(scope, one);
  const [implementation] = all.slice(-1);
  const overloads = all.length > 1 ? all : [];
  const doc = operationDoc(one.operation, errors, []);
  const view = {
    request: requestInterface(scope, one),
    doc: raw(docComment(operationDoc(one.operation, errors, usageTags(scope.plan, one, functionCallee(one))))),
    overloads: overloads.map((signature) => ({
      line: functionLine(one.functionName, signature, declaredParameters(signature), ";"),
    })),
    signature:
      implementation === undefined
        ? raw("")
        : functionLine(one.functionName, implementation, implementedParameters(implementation), " {"),
    call: callCode(scope, one, errors),
    pages: pagesFunction(scope, one, doc.tags ?? []),
  };
  const filled = { header: raw(header([one.operation])), ...view, imports: scope.imports.text() };
  return renderSource(`src/${file}.ts`, template, filled, declaredBy(one, overloads.length));
}

/** The names of a file that imports may not have: what it declares, and the parameters of its functions. */
function namesIn({ functionName, request, pages }: OperationPlan): string[] {
  const own = pages === undefined ? [functionName] : [functionName, pages.functionName];
  const locals = [...own, "client", "request", "options", "input", "item", "at", "key", "Raw"];
  return request.kind === "members" ? [...locals, request.typeName] : locals;
}

/** What the file is meant to declare. */
function declaredBy({ functionName, request, pages }: OperationPlan, overloads: number): string[] {
  const own = Array.from({ length: overloads + 1 }, () => `${functionName}()`);
  const functions = pages === undefined ? own : [...own, `${pages.functionName}()`];
  if (request.kind !== "members") return functions;
  const { typeName, parameters, bodyName } = request;
  const members = [...parameters.map(({ name }) => name), ...(bodyName === undefined ? [] : [bodyName])];
  return [...functions, typeName, ...members.map((name) => `${typeName}.${name}`)];
}

function functionLine(name: string, of: Signature, parameters: readonly Code[], tail: string): Code {
  // What building the request throws is a rejection, like every other failure of the call.
  const head = code`export ${raw(tail === ";" ? "" : "async ")}function ${raw(name)}${of.typeParameter}`;
  return raw(print(code`${call(head, [raw("client: Client"), ...parameters])}: ${of.returns}${raw(tail)}`));
}

/** How a call is given the credentials of its own. */
function authorizing({ ownScheme }: Operation): string {
  switch (ownScheme?.value.kind) {
    case "bearer":
    case "oauth2":
      return "give them in `authorize: bearer(token)`";
    case "basic":
      return "give them in `authorize: basic(user, password)`";
    default:
      return "give them in `authorize`";
  }
}

/** What the docs say of an operation, with its documented call and the errors that they list. */
export function operationDoc(operation: Operation, errors: readonly ErrorClass[], usage: readonly DocTag[]): Doc {
  const { summary, description } = operation;
  // Where the contract has no summary, docs print the beginning of the description in its place.
  const isRepeated = `${description}\n`.startsWith(`${summary}\n`);
  const own = operation.credentials === undefined ? "" : `Its credentials are its own: ${authorizing(operation)}.`;
  const { server } = operation;
  const place =
    server === undefined ? "" : `Its server is its own: \`${server.value}\`, unless the client has a \`baseUrl\`.`;
  const text = [isRepeated ? "" : summary, description, own, place].filter((part) => part !== "").join("\n\n");
  // Docs list an error once for each of its content types.
  const thrown = new Set(
    operation.errors.map((error) => `{${errorClassOf(errors, error)?.name ?? "ApiError"}} ${error.status}`),
  );
  const throws = [...thrown].map((what) => ({ tag: "throws" as const, text: what }));
  return { text, tags: [...deprecation(operation.deprecated), ...usage, ...throws] };
}

function requestInterface(scope: Scope, one: OperationPlan): Code {
  const { request, operation } = one;
  if (request.kind !== "members") return raw("");
  const members = request.parameters.map(({ parameter, name }) => memberCode(scope, parameter, name));
  if (request.bodyName !== undefined && operation.body !== null) {
    const isOptional = operation.body.presence.value === "optional";
    const type = typeCode(scope, operation.body.type);
    const key = keyOf(request.bodyName);
    members.push(isOptional ? code`${key}?: ${type} | undefined;` : code`${key}: ${type};`);
  }
  const name = code`export interface ${raw(request.typeName)}`;
  const { extended } = request;
  const head = extended === undefined ? name : assignment(name, code`extends ${modelType(scope, extended)}`);
  return raw(`${print(code`${head} ${body(members)}`)}

`);
}

function memberCode(scope: Scope, parameter: Parameter, name: string): Code {
  const comment = docComment(propertyDoc(parameter, name), 2);
  const mark = parameter.presence.value === "optional" ? "?" : "";
  const line = code`${keyOf(name)}${raw(mark)}: ${propertyType(scope, parameter, false)};`;
  return comment === "" ? line : code`${raw(comment)}\n${line}`;
}

type Parameter = Operation["parameters"][number];

function callCode(scope: Scope, one: OperationPlan, errors: readonly ErrorClass[]): Code {
  const { operation } = one;
  const entries = [
    entry(raw("operation"), code`${operation.id}`),
    code`method: ${operation.route?.value.method ?? ""}`,
    code`path: ${pathCode(scope, one)}`,
    ...parameterEntries(scope, one, "query"),
    ...parameterEntries(scope, one, "header"),
    ...bodyEntries(scope, one),
    ...replyEntries(scope, operation.replies.value, one.functionName, jsonTypeOf(operation)),
    ...errorEntries(scope, operation, errors),
    ...(operation.secured.value ? [] : [raw("secured: false")]),
    ...(operation.server === undefined ? [] : [code`server: ${operation.server.value}`]),
    ...(hasIdempotencyKey(operation) ? [raw("idempotent: true")] : []),
  ];
  return raw(print(block(entries), { indent: 4 }));
}

function pathCode(scope: Scope, one: OperationPlan): Code {
  const documented = one.operation.route?.value.path ?? "";
  // The path follows the server's name: without the slash it would be a part of it.
  const template = documented.startsWith("/") ? documented : `/${documented}`;
  const parts = template.split(/\{([^}]*)\}/);
  if (parts.length === 1) return code`${template}`;
  const pieces = parts.map((part, index) =>
    index % 2 === 0 ? templateText(part) : `\${${print(variable(scope, one, part))}}`,
  );
  return code`${runtimeValue(scope, "path", "path")}\`${raw(pieces.join(""))}\``;
}

/** Text inside a template literal. */
function templateText(text: string): string {
  return encodeURI(text.toWellFormed())
    .replaceAll("%25", "%")
    .replace(/[`\\$]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function variable(scope: Scope, one: OperationPlan, name: string): Code {
  const parameters = one.request.kind === "members" ? one.request.parameters : [];
  const found = parameters.find(
    ({ parameter }) => parameter.location.value === "path" && parameter.wireName.value === name,
  );
  if (found === undefined) throw new Error(`No parameter fills {${name}} of ${one.operation.id}.`);
  const given = givenOrGlobal(found);
  const isSure = found.parameter.presence.value === "required";
  return scalar(scope, found.parameter, isSure ? given : code`${given} ?? ${""}`);
}

function parameterEntries(scope: Scope, one: OperationPlan, location: "query" | "header"): Code[] {
  const all = one.request.kind === "members" ? one.request.parameters : [];
  const entries = all
    .filter(({ parameter }) => parameter.location.value === location)
    .map((each) => {
      const { parameter } = each;
      const { value: wire } = parameter.wireName;
      const given = givenOrGlobal(each);
      const value = location === "header" ? headerValue(scope, parameter, given) : queryValue(scope, parameter, given);
      return entry(keyOf(wire), value);
    });
  if (entries.length === 0) return [];
  if (location === "header") return [code`headers: ${braces(entries)}`];
  const query = runtimeValue(scope, "query", "queryString");
  return [code`query: ${callWithLast(query, [], braces(entries))}`];
}

/** A query takes lists and objects as they are; what has an encoder goes through it. */
function queryValue(scope: Scope, parameter: Pick<Property, "type" | "presence" | "nullable">, value: Code): Code {
  const { value: type } = parameter.type;
  if (isEncodedAsIs(scope, type) || type.kind === "date-time") return value;
  // Of a value that the docs do not describe, nothing is known to test.
  const isSure = parameter.presence.value === "required" && parameter.nullable.value !== "yes";
  const isUnknown = holdsUnknown(type.kind === "list" ? type.item : type);
  return isSure || isUnknown ? encoderCall(scope, type, value) : optionalEncoderCall(scope, type, value);
}

/** A path and a header carry one text. */
function scalar(scope: Scope, parameter: Pick<Property, "type">, value: Code): Code {
  return isScalar(scope, parameter.type.value) ? value : code`String(${value})`;
}

function headerValue(scope: Scope, parameter: Parameter, value: Code): Code {
  if (!isIdempotencyKey(parameter)) return optionalScalar(scope, parameter, value);
  return code`${value} ?? ${runtimeValue(scope, "idempotency", "newKey")}()`;
}

function optionalScalar(scope: Scope, parameter: Pick<Property, "type" | "presence" | "nullable">, value: Code): Code {
  const { value: type } = parameter.type;
  const isSure = parameter.presence.value === "required";
  // A header carries what the platform makes a text of, and of a date that is another one than the server reads.
  if (type.kind === "date-time" && !isEncodedAsIs(scope, type)) {
    const isGiven = isSure && parameter.nullable.value !== "yes";
    return isGiven ? encoderCall(scope, type, value) : optionalEncoderCall(scope, type, value);
  }
  if (isScalar(scope, type)) return value;
  const sent = code`String(${value})`;
  return isSure ? sent : conditional(code`${value} === undefined`, raw("undefined"), sent);
}

function isScalar(scope: Scope, type: Operation["parameters"][number]["type"]["value"]): boolean {
  if (type.kind === "reference") return planOf(scope.plan, type.id).model.kind === "enum";
  return ["string", "boolean", "integer", "number", "date-time", "date", "decimal"].includes(type.kind);
}

function bodyEntries(scope: Scope, one: OperationPlan): Code[] {
  const { body: sent } = one.operation;
  if (sent === null) return [];
  const { request } = one;
  const value =
    request.kind === "members" && request.bodyName !== undefined ? member("request", request.bodyName) : raw("request");
  const flag = forcedFlag(scope.plan, one.operation);
  const make = (from: Code): Code => bodyCode(scope, sent, flag === undefined ? from : withFlag(flag, from));
  const isMember = request.kind === "members" && request.bodyName !== undefined && sent.presence.value === "optional";
  const isOptional = isMember || isOptionalBody(scope, one);
  const made = make(value);
  return [entry(raw("body"), isOptional ? conditional(code`${value} === undefined`, raw("undefined"), made) : made)];
}

/** The body as the server reads it. */
function bodyCode(scope: Scope, sent: RequestBody, value: Code): Code {
  const { encoding, type } = sent;
  const body = (name: string): Code => runtimeValue(scope, "request-body", name);
  const model = type.kind === "reference" ? planOf(scope.plan, type.id) : undefined;
  if (encoding.value === "bytes") return code`${body("bytesBody")}(${value})`;
  if (encoding.value === "multipart" && model?.isForm === true)
    return call(body("multipartBody"), [call(modelFunction(scope, model.model.id, "form"), [value])]);
  const encoded = encoderCall(scope, type, value);
  return call(body(isUrlEncoded(sent, scope.plan.known) ? "formBody" : "jsonBody"), [encoded]);
}

function errorEntries(scope: Scope, operation: Operation, errors: readonly ErrorClass[]): Code[] {
  const statuses = new Set(operation.errors.map(({ status }) => status));
  const entries = [...statuses].flatMap((status) => {
    const documented = operation.errors.filter((error) => error.status === status);
    const classes = new Set(documented.flatMap((error) => errorClassOf(errors, error) ?? []));
    const [first, ...others] = [...classes].map(({ name, type }) =>
      array([scope.imports.value("../errors.ts", name), decoder(scope, type, name)]),
    );
    if (first === undefined) return [];
    const key = /^[1-9]\d*$/.test(status) ? raw(status) : keyOf(status);
    if (others.length === 0) return [code`${key}: ${first}`];
    return [code`${key}: ${call(runtimeValue(scope, "reply", "either"), [first, ...others])}`];
  });
  return entries.length === 0 ? [] : [code`errors: ${block(entries)}`];
}
