import { describe, expect, test } from "vitest";
import type { Body, Model, Operation, Parameter } from "../../generator/ir/index.ts";
import {
  enumeration,
  errorReply,
  fact,
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
} from "../emit/api.ts";
import { documentOf, line } from "./emitted.ts";

const models: readonly Model[] = [
  object("Vessel", [property("name", text)], { description: "A ship." }),
  object("Failure", [property("message", text)], { description: "It failed." }),
  object("Refusal", [property("reason", text)]),
  object("Photo", [property("fileName", text), property("content", { kind: "bytes" })]),
  object("Upload", [
    property("file", reference("Photo")),
    property("more", listOf(reference("Photo")), optional),
    property("note", text),
  ]),
  object("Filter", [property("flag", text)]),
  enumeration("Flag", ["nl", "be"]),
];

function emitted(more: Partial<Operation>, path = "/vessels/{id}") {
  const { paths } = documentOf({ models, operations: [operation("vessels.locate", "POST", path, more)] });
  const found = paths[path]?.["post"];
  if (found === undefined) throw new Error("There is no operation.");
  return found;
}

const limit = parameter("maxCount", "query", { kind: "integer" }, optional);
const parameters: readonly [string, Parameter, string][] = [
  [
    "a path variable",
    parameter("id", "path", text, optional),
    '{"name":"id","in":"path","required":true,"schema":{"type":"string"}}',
  ],
  ["an optional parameter", limit, '{"name":"max_count","in":"query","schema":{"type":"integer"}}'],
  [
    "a described one",
    { ...limit, presence: fact("required"), description: "How many.", examples: ["5"], deprecated: "" },
    '{"name":"max_count","in":"query","description":"How many.","required":true,"deprecated":true,"schema":{"type":"integer"},"example":5}',
  ],
  [
    "several examples",
    { ...limit, examples: ["5", "10"] },
    '{"name":"max_count","in":"query","schema":{"type":"integer"},"examples":{"example1":{"value":5},"example2":{"value":10}}}',
  ],
  [
    "a list in a query",
    parameter("flags", "query", listOf(reference("Flag")), optional),
    '{"name":"flags","in":"query","schema":{"type":"array","items":{"$ref":"#/components/schemas/Flag"}}}',
  ],
  [
    "an object in a query",
    parameter("filter", "query", reference("Filter"), optional),
    '{"name":"filter","in":"query","style":"deepObject","explode":true,"schema":{"$ref":"#/components/schemas/Filter"}}',
  ],
  [
    "a header",
    { ...parameter("trace", "header", text, optional), wireName: fact("x-trace") },
    '{"name":"x-trace","in":"header","schema":{"type":"string"}}',
  ],
];

test.each(parameters)("%s", (_name, given, want) => {
  expect(line(emitted({ parameters: [given] }).parameters?.[0])).toBe(want);
});

const vessel = '{"schema":{"$ref":"#/components/schemas/Vessel"}}';
const bodies: readonly [string, Partial<Operation>, string][] = [
  ["JSON", { body: jsonBody(reference("Vessel")) }, `{"required":true,"content":{"application/json":${vessel}}}`],
  [
    "an optional form",
    { body: jsonBody(reference("Vessel"), { encoding: fact("form"), presence: fact("optional") }) },
    `{"content":{"application/x-www-form-urlencoded":${vessel}}}`,
  ],
  [
    "bytes",
    { body: jsonBody({ kind: "bytes" }, { encoding: fact("bytes") }) },
    '{"required":true,"content":{"application/octet-stream":{}}}',
  ],
  [
    "parts",
    { body: jsonBody(reference("Upload"), { encoding: fact("multipart") }) },
    '{"required":true,"content":{"multipart/form-data":{"schema":{"$ref":"#/components/schemas/Upload"}}}}',
  ],
];

test.each(bodies)("a body of %s", (_name, given, want) => expect(line(emitted(given).requestBody)).toBe(want));

test("a file of a form is binary, and its handle is no schema", () => {
  const body = jsonBody(reference("Upload"), { encoding: fact("multipart") });
  const { schemas } = documentOf({ models, operations: [operation("send", "POST", "/", { body })] }).components;
  expect(schemas["Photo"]).toBeUndefined();
  expect(line(schemas["Upload"])).toBe(
    '{"type":"object","properties":{"file":{"type":"string","format":"binary"},"more":{"type":"array","items":{"type":"string","format":"binary"}},"note":{"type":"string"}},"required":["file","note"]}',
  );
});

const replies: readonly [string, readonly Body[], string][] = [
  ["nothing", [{ kind: "empty" }], '{"description":"Success."}'],
  ["JSON", [json(reference("Vessel"))], `{"description":"Success.","content":{"application/json":${vessel}}}`],
  [
    "JSON or a stream with an end mark",
    [json(reference("Vessel")), stream(reference("Flag"), "[DONE]")],
    `{"description":"Success. The stream ends with \`[DONE]\`.","content":{"application/json":${vessel},"text/event-stream":{"schema":{"$ref":"#/components/schemas/Flag"}}}}`,
  ],
  [
    "JSON Lines",
    [{ kind: "stream", framing: "json-lines", item: reference("Vessel"), end: fact(null) }],
    `{"description":"Success.","content":{"application/jsonl":${vessel}}}`,
  ],
  ["bytes", [{ kind: "bytes" }], '{"description":"Success.","content":{"application/octet-stream":{}}}'],
  ["text", [{ kind: "text" }], '{"description":"Success.","content":{"text/plain":{"schema":{"type":"string"}}}}'],
  [
    "two forms of JSON",
    [json(reference("Vessel")), json(reference("Refusal")), { kind: "empty" }],
    '{"description":"Success.","content":{"application/json":{"schema":{"anyOf":[{"$ref":"#/components/schemas/Vessel"},{"$ref":"#/components/schemas/Refusal"}]}}}}',
  ],
];

test.each(replies)("an answer of %s", (_name, given, want) => {
  expect(line(emitted({ replies: fact(given) }).responses["2XX"])).toBe(want);
});

test("errors stand behind success, by status and content type", () => {
  const errors = [
    errorReply("5xx", "Failure"),
    errorReply("404", "Failure"),
    errorReply("404", "Refusal"),
    { ...errorReply("4XX", "Refusal"), contentType: "application/problem+json" },
    { ...errorReply("other", "Refusal"), contentType: "" },
  ];
  const failure = '{"$ref":"#/components/schemas/Failure"}';
  const refusal = '{"$ref":"#/components/schemas/Refusal"}';
  const { responses } = emitted({ errors });
  expect(Object.entries(responses).map(([status, response]) => `${status} ${line(response)}`)).toEqual([
    `404 {"description":"It failed.\\n\\nRefusal","content":{"application/json":{"schema":{"anyOf":[${failure},${refusal}]}}}}`,
    '2XX {"description":"Success."}',
    `4XX {"description":"Refusal","content":{"application/problem+json":{"schema":${refusal}}}}`,
    `5XX {"description":"It failed.","content":{"application/json":{"schema":${failure}}}}`,
    'default {"description":"Refusal"}',
  ]);
});

test("answers have the JSON of the documented errors", () => {
  const errors = [{ ...errorReply("404", "Failure"), contentType: "application/vnd.harbor+json" }];
  const { responses } = emitted({ errors, replies: fact([json(text)]) });
  expect(line(responses["2XX"])).toBe(
    '{"description":"Success.","content":{"application/vnd.harbor+json":{"schema":{"type":"string"}}}}',
  );
});

describe("paths", () => {
  const at = (id: string, method: "GET" | "POST", path: string, more: Partial<Operation> = {}): Operation =>
    operation(id, method, path, more);
  test("of one method and one address are told apart by a fragment", () => {
    const words = { words: ["watch", "all"] };
    const operations = [
      at("ask", "POST", "/v1"),
      at("watch", "POST", "/v1", words),
      at("again", "POST", "/v1", words),
      at("read", "GET", "/v1"),
    ];
    const { paths } = documentOf({ operations });
    expect(Object.entries(paths).map(([path, item]) => `${path} ${Object.keys(item)}`)).toEqual([
      "/v1 post,get",
      "/v1#watchAll post",
      "/v1#watchAll2 post",
    ]);
  });
  test("of one method and one address that take other content types are one", () => {
    const body = (encoding: "json" | "form" | "bytes") => ({
      body: jsonBody(reference("Vessel"), { encoding: fact(encoding), presence: fact("required") }),
    });
    const operations = [
      at("moor_json", "POST", "/v1", body("json")),
      at("moor_form", "POST", "/v1", body("form")),
      at("moor_raw", "POST", "/v1", body("bytes")),
      at("moor_again", "POST", "/v1", body("json")),
      at("moor_other", "POST", "/v1", { ...body("form"), parameters: [parameter("id", "query", text)] }),
    ];
    const { paths } = documentOf({ models, operations });
    expect(Object.entries(paths).map(([path, item]) => `${path} ${item["post"]?.operationId}`)).toEqual([
      "/v1 moor",
      "/v1#moorAgain moor_again",
      "/v1#moorOther moor_other",
    ]);
    expect(line(paths["/v1"]?.["post"]?.requestBody)).toBe(
      `{"required":true,"content":{"application/json":${vessel},"application/x-www-form-urlencoded":${vessel},"application/octet-stream":{}}}`,
    );
  });
  test("that differ in the names of their variables are one", () => {
    const operations = [
      at("read", "GET", "/v1/{id}", { parameters: [parameter("id", "path", text)] }),
      at("write", "POST", "/v1/{name}", { parameters: [parameter("name", "path", text)] }),
    ];
    const { paths } = documentOf({ operations });
    expect(Object.keys(paths)).toEqual(["/v1/{id}"]);
    expect(line(paths["/v1/{id}"]?.["post"]?.parameters)).toBe(
      '[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}]',
    );
  });
  test("leave out what has no route, and keep its models", () => {
    const lost = {
      ...at("lost", "GET", "/"),
      route: null,
      replies: fact<readonly Body[]>([json(reference("Vessel"))]),
    };
    const { paths, components } = documentOf({ models: models.slice(0, 1), operations: [lost] });
    expect(paths).toEqual({});
    expect(Object.keys(components.schemas)).toEqual(["Vessel"]);
  });
});

test("models of the SDK alone are no schemas", () => {
  const credentials = object("VesselSecurity", [property("scheme", reference("Login"))]);
  const given: readonly Model[] = [
    ...models.slice(0, 1),
    object("LocateRequest", [property("id", text)]),
    credentials,
    object("Login", [property("user", text)]),
    object("LocateResponse", [property("statusCode", { kind: "integer" }), property("vessel", reference("Vessel"))], {
      role: fact("envelope"),
      read: fact([json(reference("Vessel"))]),
    }),
    union("LocateAnswer", [{ type: reference("Vessel") }, { type: { kind: "stream", framing: "sse", item: text } }]),
    object("Unused", []),
  ];
  const operations = [operation("locate", "GET", "/", { words: ["locate"] })];
  expect(Object.keys(documentOf({ models: given, operations }).components.schemas)).toEqual(["Unused", "Vessel"]);
});

test.each([
  [undefined, undefined],
  ["https://up.harbor.example", [{ url: "https://up.harbor.example" }]],
])("an operation with the server %s", (url, want) => {
  const load = operation("load", "POST", "/load", url === undefined ? {} : { server: fact(url) });
  expect(documentOf({ operations: [load] }).paths["/load"]?.post?.servers).toEqual(want);
});
