import { expect, test } from "vitest";
import { readPage } from "../../generator/docs/index.ts";

const path = "docs/nests.md";

const parts = [
  "### Parameters",
  "",
  "| Parameter | Type | Required | Description |",
  "| --- | --- | --- | --- |",
  "| id | string | :heavy_check_mark: | Its key. |",
  "",
  "### Response",
  "",
  "[Nest](nest.md)",
];

function operations(lines: readonly string[], at = path) {
  const { page, diagnostics } = readPage({ path: at, text: lines.join("\n") });
  if (page.kind !== "operations") return { kind: page.kind, codes: diagnostics.map(({ code }) => code) };
  const found = page.operations.map(({ name, description, route, parameters, response }) => [
    name,
    `${route?.snippet.method} ${route?.snippet.path}`,
    description,
    parameters.map((row) => row.name),
    response?.raw,
  ]);
  return { accessor: page.accessor, description: page.description, found, codes: diagnostics.map(({ code }) => code) };
}

test("a page without a list has the operations whose routes it states", () => {
  const given = [
    "# Nests",
    "",
    "All about nests.",
    "",
    "## Conventions",
    "",
    "Be kind.",
    "",
    "## getNest",
    "",
    "One nest.",
    "",
    "`GET /nests/{id}`",
    "",
    "Of your own.",
    "",
    ...parts,
    "",
    "## List nests",
    "",
    "**GET** `/nests`",
    "",
    "### Response",
    "",
    "array of [Nest](nest.md)",
  ];
  expect(operations(given)).toEqual({
    accessor: "Nests",
    description: "All about nests.\n\n## Conventions\n\nBe kind.",
    found: [
      ["getNest", "get /nests/{id}", "One nest.\n\n\nOf your own.", ["id"], "[Nest](nest.md)"],
      ["List nests", "get /nests", "", [], "array of [Nest](nest.md)"],
    ],
    codes: [],
  });
});

test("a listed operation may state its route in a line", () => {
  const given = [
    "# Nests",
    "",
    "## Overview",
    "",
    "### Available Operations",
    "",
    "* [getNest](#getnest) - One nest",
    "",
    "## getNest",
    "",
    "PATCH /nests/{id}",
    "",
    ...parts,
  ];
  expect(operations(given, "docs/sdks/nests/README.md")).toMatchObject({
    accessor: "",
    found: [["getNest", "patch /nests/{id}", "", ["id"], "[Nest](nest.md)"]],
    codes: [],
  });
});

test.each([
  { name: "a route in a sentence", line: "Sends `GET /nests/{id}` to the server." },
  { name: "a method that is none of HTTP", line: "`FETCH /nests`" },
  { name: "a path that is none", line: "`GET nests`" },
])("$name states no route", ({ line }) => {
  expect(operations(["# Nests", "", "## getNest", "", line, "", ...parts])).toEqual({
    kind: "other",
    codes: ["docs/unread-page"],
  });
});

test("what another generator calls otherwise is no operation", () => {
  const given = ["# NestsApi", "", "## `getNest()`", "", "GET /nests", "", "### Return type", "", "Nest"];
  expect(operations(given)).toEqual({ kind: "other", codes: ["docs/unread-page"] });
});

const head = ["# Nests", "", "## Get a nest", "", "`GET /nests/{id}`", ""];

/** The one operation of a page. */
function operation(lines: readonly string[], at = path) {
  const { page, diagnostics } = readPage({ path: at, text: lines.join("\n") });
  const [found, ...others] = page.kind === "operations" ? page.operations : [];
  if (found === undefined || others.length > 0) throw new Error(`It is ${page.kind}`);
  const codes = diagnostics.map(({ code }) => code).filter((code) => code !== "docs/other-mark");
  return { ...found, codes };
}

test.each([
  ["`GET /nests/:id`", "/nests/{id}", undefined],
  ["GET /nests/<id>/eggs", "/nests/{id}/eggs", undefined],
  ["`GET /nests?limit=10`", "/nests", undefined],
  ["`GET /nests:count`", "/nests:count", undefined],
  ["**GET** https://api.nests.example/v1/nests/{id}", "/v1/nests/{id}", "https://api.nests.example"],
])("%s has the path %s", (line, path, origin) => {
  const { route } = operation(["# Nests", "", "## Get", "", line, "", "### Response", "", "[Nest](nest.md)"]);
  expect(route?.snippet).toEqual({
    language: "",
    operationId: "",
    method: "get",
    path,
    ...(origin === undefined ? {} : { origin }),
  });
});

test.each([
  ["### Path parameters", "path"],
  ["### URL Params", "path"],
  ["### Query", "query"],
  ["### Query string parameters:", "query"],
  ["### **Headers**", "header"],
  ["### Request Headers", "header"],
  ["#### Request body", "body"],
  ["### Body fields", "body"],
  ["### Arguments", undefined],
])("%s has parameters of the %s", (heading, location) => {
  const table = ["| Name | Type | Required |", "| --- | --- | --- |", "| id | string | yes |"];
  const { parameters, codes } = operation([...head, heading, "", ...table]);
  expect(parameters.map((row) => [row.name, row.location])).toEqual([["id", location]]);
  expect(codes).toEqual([]);
});

test("a column tells where each parameter stands", () => {
  const rows = ["path", "in query", "`header`", "formData", "Body", "elsewhere"].map(
    (cell, index) => `| p${index} | ${cell} | string | yes |`,
  );
  const lines = [
    ...head,
    "### Parameters",
    "",
    "| Name | In | Type | Required |",
    "| --- | --- | --- | --- |",
    ...rows,
  ];
  expect(operation(lines).parameters.map(({ location }) => location)).toEqual([
    "path",
    "query",
    "header",
    "body",
    "body",
    undefined,
  ]);
});

test.each([
  { given: ["Returns a [Nest](nest.md)."], want: "[Nest](nest.md)" },
  { given: ["`200 OK` with an array of [Nest](nest.md)"], want: "array of [Nest](nest.md)" },
  { given: ["A [Nest](nest.md)[] sorted by size."], want: "[Nest](nest.md)[]" },
  { given: ["A stream of [Nest](nest.md)."], want: "stream of [Nest](nest.md)" },
  { given: ["`204 No Content`"], want: "void" },
  { given: ["Nothing."], want: "void" },
  { given: ["string"], want: "string" },
  { given: ["A [Nest](nest.md) or a [Hole](hole.md)."], want: "A [Nest](nest.md) or a [Hole](hole.md)." },
  { given: ["- `200`: [Nest](nest.md)"], want: "[Nest](nest.md)" },
  { given: ["| Status | Schema |", "| --- | --- |", "| `200` | [Nest](nest.md) |"], want: "[Nest](nest.md)" },
  { given: ["| Code | Meaning |", "| --- | --- |", "| 200 | The [Nest](nest.md). |"], want: "[Nest](nest.md)" },
  { given: ["- `200`: [Nest](nest.md)", "- `202`: [Hole](hole.md)"], want: "[Nest](nest.md) | [Hole](hole.md)" },
  { given: ["- `200`: [Nest](nest.md)", "- `204`: gone", "- 304"], want: "[Nest](nest.md)" },
  { given: ["| Code | Meaning |", "| --- | --- |", "| 200 | The nest. |"], want: "any" },
  { given: ["| Code | Meaning |", "| --- | --- |", "| 204 | Gone. |"], want: "void" },
])("$given answers with $want", ({ given, want }) => {
  const { response, codes } = operation([...head, "### Response", "", ...given]);
  expect([response?.raw, ...codes]).toEqual([want]);
});

test.each([
  {
    heading: "### Response",
    given: ["- `200`: [Nest](nest.md)", "- `404`: [Lost](lost.md)", "- 5XX"],
    want: [
      ["[Lost](lost.md)", "404", "application/json"],
      ["any", "5XX", ""],
    ],
  },
  {
    heading: "### Responses",
    given: ["| Status | Type |", "| --- | --- |", "| 200 | [Nest](nest.md) |", "| 400, 404 | [Lost](lost.md) |"],
    want: [["[Lost](lost.md)", "400, 404", "application/json"]],
  },
  {
    heading: "### Error codes",
    given: ["| Code | Description |", "| --- | --- |", "| 404 | A [Lost](lost.md). |", "| 429 | Too fast. |"],
    want: [
      ["[Lost](lost.md)", "404", "application/json"],
      ["any", "429", ""],
    ],
  },
])("$heading lists errors", ({ heading, given, want }) => {
  const { errors, codes } = operation([...head, heading, "", ...given]);
  expect(errors.map(({ type, status, contentType }) => [type, status, contentType])).toEqual(want);
  expect(codes).toEqual([]);
});

test("a body may be told in a sentence", () => {
  const { parameters, codes } = operation([...head, "### Request body", "", "The new [Nest](nest.md)."]);
  expect(parameters).toMatchObject([{ name: "body", type: "[Nest](nest.md)", required: true, location: "body" }]);
  expect(codes).toEqual([]);
});

test("the title may name the one operation of a page", () => {
  const given = [
    "# Get a nest",
    "",
    "One of yours.",
    "",
    "```http",
    "GET /nests/{id}",
    "```",
    "",
    "## Response",
    "",
    "[Nest](nest.md)",
    "",
    "## Example",
    "",
    "```json",
    "{}",
    "```",
  ];
  expect(operation(given, "docs/get-a-nest.md")).toMatchObject({
    name: "Get a nest",
    description: "One of yours.",
    route: { snippet: { method: "get", path: "/nests/{id}" } },
    response: { raw: "[Nest](nest.md)" },
    usages: [{ fences: [{ language: "json" }] }],
    codes: [],
  });
});

const fields = ["| Name | Type | Required |", "| --- | --- | --- |", "| id | string | yes |"];

test.each([
  { given: ["**Path parameters**", "", ...fields], want: [["id", "path"]] },
  { given: ["__Query parameters:__", "", ...fields], want: [["id", "query"]] },
  { given: ["**Headers**:", ...fields], want: [["id", "header"]] },
  { given: ["Parameters:", "", ...fields], want: [["id", undefined]] },
  { given: ["Which one:", "", ...fields], want: [["id", undefined]] },
  { given: ["**Request body**: the new [Nest](nest.md)"], want: [["body", "body"]] },
  { given: ["**Request body**", "The new [Nest](nest.md)"], want: [["body", "body"]] },
  { given: ["**Request body:** `application/json`", "", ...fields], want: [["id", "body"]] },
  { given: ["### Request", "", "What to send.", "", ...fields], want: [["id", undefined]] },
])("$given are parameters", ({ given, want }) => {
  const { parameters, description, codes } = operation([...head, ...given, "", "**Response**: [Nest](nest.md)"]);
  expect([parameters.map(({ name, location }) => [name, location]), ...codes]).toEqual([want]);
  expect(description).toBe(given[0] === "Which one:" ? "Which one:" : "");
});

test.each([
  { given: ["**Response**: `201 Created` – [Nest](nest.md)"], want: ["[Nest](nest.md)"] },
  { given: ["**Response:** [Nest](nest.md)"], want: ["[Nest](nest.md)"] },
  { given: ["**Returns** a [Nest](nest.md)[]"], want: ["[Nest](nest.md)[]"] },
  {
    given: ["**Response**", "", "`200`: [Nest](nest.md)", "", "`404`: [Lost](lost.md)"],
    want: ["[Nest](nest.md)", "404"],
  },
  {
    given: ["### Responses", "", "#### 200 OK", "", "[Nest](nest.md)", "", "#### 404"],
    want: ["[Nest](nest.md)", "404"],
  },
  { given: ["**200 OK**: [Nest](nest.md)", "", "**4XX**: [Lost](lost.md)"], want: ["[Nest](nest.md)", "4XX"] },
  { given: ["### Response (204)"], want: ["void"] },
  { given: ["### Response", "", "`200` (`text/csv`)"], want: ["string"] },
  { given: ["### Response", "", "The picture, as `image/png`."], want: ["binary"] },
  { given: ["### Response", "", "`text/event-stream` of [Nest](nest.md)"], want: ["stream of [Nest](nest.md)"] },
  {
    given: ["### Response", "", "[Nest](nest.md), as `application/x-ndjson`"],
    want: ["JSON lines of [Nest](nest.md)"],
  },
  { given: ["### Response", "", "[Nest](nest.md)", "", "```json", "{}", "```"], want: ["[Nest](nest.md)"] },
  { given: ["### Response", "", "It looks so:", "", "```json", "{}", "```"], want: ["any"] },
  { given: ["### Response", "", "```json", "{}", "```"], want: ["any"] },
  { given: ["### Response", "", "Returns a `Nest` object with status `201`."], want: ["Nest"] },
  { given: ["### Response", "", "An array of `Nest[]`."], want: ["array of Nest[]"] },
  { given: ["### Response", "", "A stream of `Nest`, as `text/event-stream`."], want: ["stream of Nest"] },
  { given: ["### Response", "", "`200 OK`", "", ...fields], want: ["object"] },
  {
    given: [
      "### Responses",
      "",
      ...["| Status | Content type | Body |", "| --- | --- | --- |"],
      ...["| 200 | `application/json` | [Nest](nest.md) |", "| 200 | `text/event-stream` | [Egg](egg.md) |"],
      "| 404 | `application/problem+json` | [Lost](lost.md) |",
    ],
    want: ["[Nest](nest.md) | stream<[Egg](egg.md)>", "404"],
  },
  {
    given: ["### Responses", "", "| Code | Media type |", "| --- | --- |", "| 200 | `audio/mpeg` |"],
    want: ["binary"],
  },
  {
    given: [
      "### Response",
      "",
      ...fields,
      "",
      "### Errors",
      "",
      "| Status | Error |",
      "| --- | --- |",
      "| 404 | `lost` |",
    ],
    want: ["object", "404"],
  },
])("$given are answers", ({ given, want }) => {
  const { response, errors, codes } = operation([...head, ...given]);
  expect([response?.raw, ...errors.map(({ status }) => status), ...codes]).toEqual(want);
});

test.each([
  { heading: "`GET /nests`", want: ["get nests", "/nests"] },
  { heading: "GET /nests/{nest_id}/eggs", want: ["get nests by nest_id eggs", "/nests/{nest_id}/eggs"] },
  { heading: "List nests (`GET /nests`)", want: ["List nests", "/nests"] },
  { heading: "List nests – GET /nests", want: ["List nests", "/nests"] },
  { heading: "Get a nest % GET /nests/{nest.id#nests/object}", want: ["Get a nest", "/nests/{nest.id}"] },
  { heading: "**GET** /nests: all of them", want: ["all of them", "/nests"] },
  { heading: "Well-known nests: `GET /nests`", want: ["Well-known nests", "/nests"] },
])("$heading states a route", ({ heading, want }) => {
  const { name, route, description } = operation(["# Nests", "", `## ${heading}`, "", "### Response", "", "string"]);
  expect([name, route?.snippet.path, description]).toEqual([...want, ""]);
});

test("a heading that tells of a route in a sentence states none", () => {
  expect(operations(["# Nests", "", "## Why GET /nests is slow", "", "### Response", "", "string"])).toEqual({
    kind: "other",
    codes: ["docs/unread-page"],
  });
});

test.each([
  { lines: ["### Endpoint", "", "`GET /nests`"] },
  { lines: ["**Endpoint:** `GET /nests`"] },
  { lines: ["**Endpoint**", "", "`GET /nests`"] },
  { lines: ["URL: GET /nests"] },
  { lines: ["| Method | Path |", "| --- | --- |", "| `GET` | `/nests` |"] },
  { lines: ["| | |", "| --- | --- |", "| **Method** | `GET` |", "| **Path** | `/nests` |", "| Auth | Bearer |"] },
  { lines: ["| Endpoint | `GET /nests` |", "| --- | --- |", "| Auth | Bearer |"] },
  { lines: ["### HTTP request", "", "```", "GET /nests", "```"] },
  { lines: ["### Request", "", "```http", "GET /nests", "```", "", ...fields] },
])("$lines state a route", ({ lines }) => {
  const given = ["# Nests", "", "## List nests", "", "All.", "", ...lines, "", "### Response", "", "string"];
  const { route, description, codes } = operation(given);
  expect([route?.snippet.path, description, ...codes]).toEqual(["/nests", "All."]);
});

test("operations may stand in groups, and one may state nothing but its route", () => {
  const given = [
    ...["# API", "", "All of it.", "", "## Nests", "", "For rent.", ""],
    ...["### List nests", "", "`GET /nests`", "", "#### Response", "", "[Nest](nest.md)", ""],
    ...["## Birds", "", "Who lives there.", ""],
    ...["### Feed a bird", "", "`POST /birds/{id}/feed`", "", "As much as it likes."],
  ];
  const { page, diagnostics } = readPage({ path, text: given.join("\n") });
  expect(page).toMatchObject({ kind: "operations", description: "All of it." });
  const found = page.kind === "operations" ? page.operations : [];
  expect(found.map(({ name, group, description, response }) => [name, group, description, response?.raw])).toEqual([
    ["List nests", "Nests", "", "[Nest](nest.md)"],
    ["Feed a bird", "Birds", "As much as it likes.", undefined],
  ]);
  expect(diagnostics).toEqual([]);
});

test.each([
  { lead: "Send the photo:", want: { parameters: ["id"] } },
  { lead: "Returns:", want: { parameters: [], fields: ["id"] } },
])("a table below $lead needs no heading", ({ lead, want }) => {
  const { parameters, fields: answer, codes } = operation([...head, lead, "", ...fields]);
  const found = {
    parameters: parameters.map(({ name }) => name),
    ...(answer === undefined ? {} : { fields: answer.map(({ name }) => name) }),
  };
  expect([found, ...codes]).toEqual([want]);
});

test.each([
  { lead: "Send it as `multipart/form-data`.", want: "multipart" },
  { lead: "As `application/x-www-form-urlencoded`:", want: "form" },
  { lead: "Takes `multipart/form-data` or `application/x-www-form-urlencoded`.", want: undefined },
])("$lead beside the fields of a body says how it is written", ({ lead, want }) => {
  const { encoding, codes } = operation([...head, "**Request body**", "", lead, "", ...fields]);
  expect([encoding?.value, ...codes]).toEqual([want]);
});

test.each([
  {
    given: ["### Errors", "", "| Status | Error |", "| --- | --- |", "| 404 | `lost` |", "", "```ts", "a.b.c()", "```"],
  },
  { given: ["### Response", "", "[Nest](nest.md)", "", "```bash", "curl", "```", "", "```json", "{}", "```"] },
  { given: ["### Response", "", "[Nest](nest.md)", "", "**Example**", "", "```python", "a.b.c()", "```"] },
])("$given end with a sample", ({ given }) => {
  const { usages, codes } = operation([...head, ...given]);
  expect([usages.length, ...codes]).toEqual([1]);
});

test("a page about credentials or servers is a part of the README", () => {
  const read = (text: string, at = "docs/authentication.md"): unknown => {
    const { page, diagnostics } = readPage({ path: at, text });
    return page.kind === "readme" ? page.sections.map(({ tag, text }) => [tag, text]) : [page.kind, diagnostics.length];
  };
  const text = "# Authentication\n\nSend the key.\n\n## How to get one\n\nAsk.";
  const body = "Send the key.\n\n## How to get one\n\nAsk.";
  expect(read(text)).toEqual([["security", body]]);
  expect(read(`---\ntitle: Authentication\n---\n\n${body}`)).toEqual([["security", body]]);
  expect(read("# Environments\n\n- https://a.example", "docs/guide.md")).toEqual([["server", "- https://a.example"]]);
  expect(read("# Getting started\n\nSend the key.")).toEqual(["other", 1]);
});

test.each([
  { item: "`id` (string, required): Its key.", want: ["id", "string", true, "Its key."] },
  { item: "`id` (`int`, optional) – Its key.", want: ["id", "`int`", false, "Its key."] },
  { item: "**id** (*string*): Its key.", want: ["id", "*string*", null, "Its key."] },
  { item: "`id: string` - Required. Its key.", want: ["id", "string", true, "Required. Its key."] },
  { item: "`id` (map<string, integer>, default: 3)", want: ["id", "map<string, integer>", null, ""] },
  { item: "`id` (array of [Egg](egg.md), **required**)", want: ["id", "array of [Egg](egg.md)", true, ""] },
  { item: "`a.b` (string (uuid))", want: ["a.b", "string (uuid)", null, ""] },
])("the bullet $item is a parameter", ({ item, want }) => {
  const { parameters, codes } = operation([...head, "**Query parameters**", "", `- ${item}`]);
  expect(parameters.map(({ name, type, required, description }) => [name, type, required, description])).toEqual([
    want,
  ]);
  expect(parameters.map(({ location }) => location)).toEqual(["query"]);
  expect(codes).toEqual([]);
});

test("bullets without types are no parameters", () => {
  const { parameters, codes } = operation([...head, "**Parameters**", "", "- `id`: Its key.", "- `size` (integer)"]);
  expect([parameters, codes]).toEqual([[], ["docs/empty-section"]]);
});

test.each([
  { heading: "`client.nests.list(limit=None, cursor=None)`", want: ["list", "nests"] },
  { heading: "nests.create(nest: Nest): Promise<Nest>", want: ["create", "nests"] },
  { heading: "`getNest(id)`", want: ["getNest", undefined] },
  { heading: "nests.retrieve", want: ["retrieve", "nests"] },
  { heading: "Nests.retrieve", want: ["Nests.retrieve", undefined] },
  { heading: "`tern.eggs.in.warm()`", want: ["warm", "eggs.in"] },
  { heading: "`gull.eggs.warm()`", want: ["warm", "gull.eggs"] },
  { heading: "List nests (slow)", want: ["List nests (slow)", undefined] },
])("the heading $heading spells a call", ({ heading, want }) => {
  const sample = ["```ts", "const tern = new Tern();", "```"];
  const lines = [`## ${heading}`, "", "`GET /nests`", "", "### Response", "", "string", "", ...sample];
  const { name, group } = operation(["# Nests", "", ...lines]);
  expect([name, group]).toEqual(want);
});

test.each([
  { given: "**Raises**: [Lost](lost.md) (404)", want: ["404", "[Lost](lost.md)"] },
  { given: "**Throws**: `429`", want: ["429", "any"] },
])("$given is an error", ({ given, want }) => {
  const { errors } = operation([...head, "**Returns**: `None`", "", given]);
  expect(errors.map(({ status, type }) => [status, type])).toEqual([want]);
});

test("a page of operations tells of the whole API above them", () => {
  const intro = ["Base URL: `https://nests.example`", "", "Authenticate with a bearer token."];
  const given = ["# Nests", "", ...intro, "", "## Get", "", "`GET /nests`", "", "### Response", "", "string"];
  const { page } = readPage({ path, text: given.join("\n") });
  expect(page.kind === "operations" ? page.about?.map(({ tag, text }) => [tag, text]) : page).toEqual([
    ["security", "Authenticate with a bearer token."],
    ["server", "Base URL: `https://nests.example`"],
  ]);
});

test("so does a README in its text, and a guide by its headings", () => {
  const sections = (text: string, at: string): unknown => {
    const { page } = readPage({ path: at, text });
    return page.kind === "readme" ? page.sections.map(({ tag, place }) => [tag, place]) : page.kind;
  };
  const readme = "# Nests\n\n- **Base URL**: https://nests.example\n\n## Authentication\n\nAn API key.";
  expect(sections(readme, "README.md")).toEqual([
    ["security", "README.md#security"],
    ["server", "README.md#told/server"],
  ]);
  expect(sections("# Start\n\n## Authentication\n\nA key.", "docs/start.md")).toEqual([
    ["security", "docs/start.md#security"],
  ]);
});

test.each([
  { text: "Streams nests as server-sent events.", response: "[Nest](nest.md)", want: "stream of [Nest](nest.md)" },
  {
    text: "Streams nests as newline-delimited JSON.",
    response: "[Nest](nest.md)",
    want: "JSON lines of [Nest](nest.md)",
  },
  { text: "Streaming, as NDJSON.", response: "`Stream<Nest>`", want: "JSON lines of Nest" },
  { text: "Streams nests as NDJSON.", response: "A stream of [Nest](nest.md)", want: "JSON lines of [Nest](nest.md)" },
  { text: "Streams server-sent events if you ask for it.", response: "[Nest](nest.md)", want: "[Nest](nest.md)" },
  {
    text: "With `stream: true` it is sent as server-sent events.",
    response: "[Nest](nest.md)",
    want: "[Nest](nest.md)",
  },
  { text: "Streams nests.", response: "[Nest](nest.md)", want: "[Nest](nest.md)" },
  { text: "Streams nests as server-sent events.", response: "Nothing.", want: "void" },
])("$text above $response", ({ text, response, want }) => {
  expect(operation([...head, text, "", "### Response", "", response]).response?.raw).toBe(want);
});

test("a table of the client's options tells what a README would", () => {
  const rows = [
    "| Option | Type | Default | Description |",
    "| --- | --- | --- | --- |",
    "| `apiKey` | `string` | | Sent as `Authorization: Bearer <apiKey>`. |",
    "| `baseUrl` | `string` | `https://nests.example` | Where to. |",
    "| `timeout` | `number` | `100` | In ms. |",
  ];
  const sections = (text: string, at: string): unknown => {
    const { page } = readPage({ path: at, text });
    return page.kind === "readme" ? page.sections.map(({ tag, text }) => [tag, text]) : page.kind;
  };
  expect(sections(["# NestClient", "", ...rows].join("\n"), "docs/client.md")).toEqual([
    ["security", "`string`  Sent as `Authorization: Bearer <apiKey>`."],
    ["server", "Base URL: `https://nests.example`"],
  ]);
  const others = [...rows.slice(0, 2), ...rows.slice(-1)];
  expect(sections(["# NestClient", "", ...others].join("\n"), "docs/client.md")).toBe("other");
});
