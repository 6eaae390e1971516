import { emitTypescript } from "../../generator/emit/typescript/index.ts";
import type { Api, Operation } from "../../generator/ir/index.ts";
import { type ApiOptions, defaultOptions, type OutputFile } from "../../generator/options.ts";
import { readTemplates } from "../../generator/workspace.ts";
import {
  api,
  enumeration,
  errorReply,
  fact,
  guessed,
  json,
  jsonBody,
  listOf,
  object,
  operation,
  optional,
  parameter,
  property,
  reference,
  stream,
  text,
  union,
  wordsOf,
} from "./api.ts";

const templates = readTemplates();

function packageOf(more: Partial<Api>, options: Partial<ApiOptions> = {}): readonly OutputFile[] {
  return emitTypescript(api(more), { ...defaultOptions, slug: "harbor", ...options }, templates);
}

/** Every name that an emitted file refers to, or that its platform gives a meaning. */
const typeNames = (
  "String Promise Response Request Key Decoding Error Date Map Set Array Object Record ReadonlyMap ReadonlySet Omit " +
  "Uint8Array Headers Client ClientOptions CallOptions CallResult RawResponse Raw ReadOptions DecodeOptions EventStream " +
  "ApiError TimeoutError Unrecognized UnknownMember UnknownVariant JsonObject JsonValue Candidate Reader Secret Authorizer Instant Bytes " +
  "Unknown AnyOf Reply Body Any Never Symbol Con Index Harbor Infinity Undefined Models Proto Function"
).split(" ");

const propertyNames = (
  "__proto__ constructor prototype then toString valueOf hasOwnProperty class default input value json at key item " +
  "options response length name $unknown additionalProperties a-b 1st a.b parse decode undefined"
).split(" ");

const operationNames = (
  "delete constructor call then client request options path decode list string number jsonBody fails then toString " +
  "import class new index String Promise eval arguments await con createClient harbor"
).split(" ");

const groupNames = "models client constructor runtime index errors operations resources then con package.json".split(
  " ",
);

/** Words as link makes them of any name. */
function plainWords(name: string): string[] {
  return wordsOf(name.replaceAll(/[^A-Za-z\d]+/g, " ").trim());
}

const fields = propertyNames.map((name) => property(name, text, { words: plainWords(name), wireName: fact(name) }));

function call(name: string, more: Partial<Operation> = {}): Operation {
  return operation(name, "GET", `/${name}`, { words: plainWords(name), ...more });
}

const walked = { kind: "cursor", in: "query", first: null, size: null } as const;

/** Packages of APIs whose names meet other names. */
export const collisions: Readonly<Record<string, () => readonly OutputFile[]>> = {
  "models that are called like what emitted files refer to": () =>
    packageOf({
      models: [
        ...typeNames.map((name) =>
          object(name, [property("next", reference(name), optional), property("at", { kind: "date-time" })]),
        ),
        object(
          "Holder",
          typeNames.map((name) => property(`the${name}`, listOf(reference(name)))),
        ),
      ],
      operations: [
        call("send", {
          body: jsonBody(reference("Request")),
          replies: fact([json(reference("Response")), stream(reference("Error"))]),
          parameters: [parameter("by", "query", listOf(reference("Date")), optional)],
          errors: typeNames.map((name, index) => errorReply(String(400 + index), name)),
        }),
      ],
    }),
  "enums and unions of such names": () =>
    packageOf({
      models: [
        ...typeNames.map((name) => enumeration(name, ["a", "b"], { open: fact(true) })),
        object(
          "Holder",
          typeNames.map((name) => property(`the${name}`, reference(name))),
        ),
        union("Bytes2", [{ type: text }, { type: { kind: "bytes" } }, { type: reference("Holder") }]),
        union("Instant2", [{ type: { kind: "date-time" } }, { type: listOf(text) }]),
      ],
    }),
  "properties that every object inherits": () =>
    packageOf({
      models: [
        object("Required", fields),
        object(
          "Optional",
          fields.map((field) => ({ ...field, ...optional })),
        ),
      ],
    }),
  "properties in the spelling of the docs": () =>
    packageOf(
      {
        models: [
          object("Required", fields),
          object(
            "Optional",
            fields.map((field) => ({ ...field, ...optional })),
          ),
        ],
      },
      { fields: "documented" },
    ),
  "properties on the wire, with guesses": () =>
    packageOf(
      {
        models: [
          object(
            "Guessed",
            fields.map((field) => ({ ...field, ...optional, wireName: guessed(field.name, `${field.name}_x`) })),
            { additional: { kind: "integer" } },
          ),
        ],
      },
      { fields: "wire" },
    ),
  "operations of such names": () =>
    packageOf({
      models: [object("Delete", [])],
      operations: operationNames.map((name) =>
        call(name, {
          parameters: propertyNames.map((each) =>
            parameter(each, "query", text, { words: plainWords(each), wireName: fact(each) }),
          ),
          replies: fact([json(reference("Delete"))]),
        }),
      ),
    }),
  "pages of such names": () =>
    packageOf({
      models: [
        object("Pages", [property("items", listOf(reference("PageOptions"))), property("next", text, optional)]),
        object("PageOptions", fields),
      ],
      operations: [
        ...["cursor", "page", "cursorPages", "pagesLater", "list", "listAll", "list_all", ...operationNames].map(
          (name) =>
            call(name, {
              parameters: [parameter("page", "query", text, optional)],
              replies: fact([json(reference("Pages"))]),
              pagination: fact({ ...walked, parameter: "page", items: ["items"], next: ["next"] }),
            }),
        ),
        ...propertyNames.map((name, index) =>
          call(`of_${"abcdefghijklmnopqrstuvwxyz"[index] ?? "zz"}`, {
            parameters: [parameter(name, "query", { kind: "integer" }, { ...optional, wireName: fact(name) })],
            replies: fact([json(listOf(reference("PageOptions")))]),
            pagination: fact({ ...walked, kind: "page", parameter: name, items: [], next: [] }),
          }),
        ),
        call("below", { group: ["vessels", "cursor all"] }),
      ],
    }),
  "resources of such names": () =>
    packageOf({
      operations: groupNames.flatMap((group) => [
        call(`${group}One`, { group: [group] }),
        call(`${group}Two`, { group: [group, group] }),
      ]),
    }),
  "operations of the client itself": () =>
    packageOf({
      clientClass: "Client",
      models: [object("Client", [property("id", text)])],
      operations: operationNames.map((name) =>
        call(name, { group: [], body: jsonBody(reference("Client")), replies: fact([json(reference("Client"))]) }),
      ),
    }),
  "names that differ in case alone": () =>
    packageOf({
      clientClass: "EventStream",
      models: ["Vessel", "vessel", "VESSEL", "Vessel2"].map((name, index) => ({
        ...object(name, [property("id", text)]),
        id: `m/${index}`,
      })),
      operations: ["getVessel", "getvessel", "GetVessel"].map((name) => call(name, { words: ["get"] })),
    }),
  "a client and a resource whose files are one to a file system": () =>
    packageOf({ clientClass: "ß", operations: [call("list", { group: ["ß"] })] }),
  "two resources of one name, and their entries": () =>
    packageOf({
      operations: [["ship yard"], ["shipYard"], ["ship", "yard"], ["Ship-Yard"]].map((group, index) =>
        call(`call${index}`, { group }),
      ),
    }),
  "an error of a model that the operation answers with": () =>
    packageOf({
      models: [object("Failure", [property("message", text)])],
      operations: [
        call("fail", { replies: fact([json(reference("Failure"))]), errors: [errorReply("400", "Failure")] }),
        call("failAgain", {
          replies: fact([json(listOf(reference("Failure")))]),
          errors: [{ ...errorReply("4XX", "Failure"), type: listOf(reference("Failure")), title: "Failures" }],
        }),
      ],
    }),
  "credentials of such names": () =>
    packageOf({
      security: fact(
        [
          "bearer",
          "basic",
          "options",
          "rest",
          "class",
          "client",
          "fetch",
          "default",
          "constructor",
          "1st",
          "a",
          "A",
        ].map((name, index) => ({
          words: [name],
          kind: (["bearer", "api-key", "basic", "oauth2"] as const)[index % 4] ?? "bearer",
          environment: index % 3 === 0 ? "HARBOR_TOKEN" : null,
          place: "README.md#security",
        })),
      ),
      servers: fact([
        {
          name: "__proto__",
          url: `https://${propertyNames.map((name) => `{${name}}`).join("-")}.example/{token}/{a}/{A}/{server}/{retries}`,
          description: "",
          variables: [],
        },
        {
          name: "constructor",
          url: "https://{servers}.{serverUrl}.{hostPart}.{urlPart}.{fromEnvironment}",
          description: "",
          variables: [],
        },
      ]),
    }),
  "a tag that is called value": () =>
    packageOf({
      models: [
        union(
          "Any",
          [
            { type: reference("One"), tags: ["one"] },
            { type: reference("Two"), tags: ["two"] },
          ],
          { tag: fact<string | null>("value") },
        ),
        object("One", [property("value", { kind: "literal", value: "one" })]),
        object("Two", [property("value", { kind: "literal", value: "two" })]),
      ],
    }),
  "a tag that every object inherits": () =>
    packageOf({
      models: [
        union(
          "Any",
          [
            { type: reference("One"), tags: ["one"] },
            { type: reference("Two"), tags: ["two"] },
          ],
          { tag: fact<string | null>("constructor") },
        ),
        object("One", [property("constructor", { kind: "literal", value: "one" })]),
        object("Two", [property("constructor", { kind: "literal", value: "two" })]),
      ],
    }),
  "nothing in it": () =>
    packageOf({
      models: [
        object("Empty", []),
        enumeration("NoValues", []),
        enumeration("NoneYet", [], { open: fact(true) }),
        union("NoMembers", []),
      ],
      operations: [call("ping", { replies: fact([]) })],
    }),
};
