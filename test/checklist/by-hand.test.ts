import { expect, test } from "vitest";
import { type Docs, openapiOf, understood } from "./docs.ts";

/** Documentation as a person writes it, in no generator's format. */
const docs: Docs = {
  "README.md": [
    "# Ferries",
    "",
    "## Authentication",
    "",
    "Send the key in the `X-Ferry-Key` header; `FERRY_KEY` holds it.",
    "",
    "## Servers",
    "",
    "- **Production**: https://api.ferries.example/v1",
    "- Sandbox – `https://sandbox.ferries.example/v1`",
  ].join("\n"),
  "docs/ferry.md": [
    "# Ferry",
    "",
    "One of the fleet.",
    "",
    "| Property | Type | Required | Description |",
    "| --- | --- | --- | --- |",
    "| id | string | yes | Its key. |",
    "| kind | enum: `car`, `foot` | yes | Who goes on it. |",
    "| size | integer (metres) | no | Its length. |",
    "| next_port | string | no | Where it goes. |",
    "| berth | object | yes | Where it lies. |",
    "| berth.number | integer | yes | As painted. |",
    "| berth.lights | array of objects | no | Around it. |",
    "| berth.lights[].color | [Color](color.md) | yes | As seen. |",
  ].join("\n"),
  "docs/color.md": ["# Color", "", "What a light looks like:", "", "- `red`: to port", "- `green`"].join("\n"),
  "docs/cargo.md": ["# Cargo", "", "One of:", "", "- [Car](car.md)", "- [Crate](crate.md), by weight"].join("\n"),
  "docs/car.md": [
    "# Car",
    "",
    "| Field | Type | Description |",
    "| --- | --- | --- |",
    '| type | `"car"` | **Required.** |',
    "| plate | string (optional) | As painted. |",
  ].join("\n"),
  "docs/crate.md": [
    "# Crate",
    "",
    "| Field | Type | Description |",
    "| --- | --- | --- |",
    '| type | `"crate"` (required) | |',
    "| weight | number | Optional, in kilograms. |",
  ].join("\n"),
  "docs/problem.md": [
    "# Problem",
    "",
    "| Field | Type | Required |",
    "| --- | --- | --- |",
    "| title | string | yes |",
  ].join("\n"),
  "docs/ferries.md": [
    "# Ferries",
    "",
    "## List the ferries",
    "",
    "`GET /ferries`",
    "",
    "### Query parameters",
    "",
    "| Name | Type | Required | Description |",
    "| --- | --- | --- | --- |",
    "| port | string | no | Only there. |",
    "",
    "### Headers",
    "",
    "| Name | Type | Required | Description |",
    "| --- | --- | --- | --- |",
    "| Trace | string | no | For support. |",
    "",
    "### Returns",
    "",
    "An array of [Ferry](ferry.md).",
    "",
    "## Load a ferry",
    "",
    "**POST** `/ferries/{id}/cargo`",
    "",
    "### Parameters",
    "",
    "| Name | In | Type | Required | Description |",
    "| --- | --- | --- | --- | --- |",
    "| id | path | string | yes | Which one. |",
    "| force | query | boolean | no | Also at sea. |",
    "",
    "### Request body",
    "",
    "| Name | Type | Required | Description |",
    "| --- | --- | --- | --- |",
    "| cargo | [Cargo](cargo.md) | yes | What to load. |",
    "| note | object | no | For the crew. |",
    "| note.text | string | yes | In words. |",
    "",
    "### Responses",
    "",
    "| Status | Body | Description |",
    "| --- | --- | --- |",
    "| 201 | [Ferry](ferry.md) | Loaded. |",
    "| 404, 409 | [Problem](problem.md) | Not there, or full. |",
    "| 500 | | Nobody knows. |",
    "",
    "### Example",
    "",
    "```bash",
    "curl -X POST https://api.ferries.example/v1/ferries/1/cargo",
    "```",
  ].join("\n"),
  "docs/replace-ferry.md": [
    "# Replace ferry",
    "",
    "Takes another one.",
    "",
    "```http",
    "PUT /ferries/{id}",
    "```",
    "",
    "## Path parameters",
    "",
    "| Name | Type | Description |",
    "| --- | --- | --- |",
    "| id | string | Which one. |",
    "",
    "## Body",
    "",
    "The new [Ferry](ferry.md).",
    "",
    "## Response",
    "",
    "- `204`: done",
    "- `404`: [Problem](problem.md)",
  ].join("\n"),
  "docs/count.md": [
    "# Count ferries",
    "",
    "`GET /ferries/count`",
    "",
    "## Response",
    "",
    "How many there are:",
    "",
    "| Field | Type | Required | Description |",
    "| --- | --- | --- | --- |",
    "| total | integer | yes | All of them. |",
    "| ports | object | no | By port. |",
    "| ports.home | integer | yes | At home. |",
  ].join("\n"),
  "docs/watch.md": [
    "# Watch ferries",
    "",
    "`GET /ferries/events`",
    "",
    "## Response",
    "",
    "A stream of [Ferry](ferry.md).",
  ].join("\n"),
};

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { "application/json": { schema } } });

test("it is read without a finding", () => {
  expect(understood(docs).found).toEqual([]);
});

test("operations", () => {
  expect(openapiOf(docs)).toMatchObject({
    servers: [
      { url: "https://api.ferries.example/v1", description: "production" },
      { url: "https://sandbox.ferries.example/v1", description: "sandbox" },
    ],
    paths: {
      "/ferries": {
        get: {
          operationId: "ferriesListFerries",
          parameters: [
            { name: "port", in: "query", schema: { type: "string" } },
            { name: "trace", in: "header", schema: { type: "string" } },
          ],
          responses: { "2XX": json({ type: "array", items: reference("Ferry") }) },
        },
      },
      "/ferries/{id}/cargo": {
        post: {
          parameters: [
            { name: "id", in: "path", required: true },
            { name: "force", in: "query", schema: { type: "boolean" } },
          ],
          requestBody: { required: true, ...json(reference("LoadFerryRequestBody")) },
          responses: {
            "2XX": json(reference("Ferry")),
            "404": json(reference("Problem")),
            "409": json(reference("Problem")),
            "500": {},
          },
        },
      },
      "/ferries/{id}": {
        put: {
          operationId: "replaceFerry",
          description: "Takes another one.",
          parameters: [{ name: "id", in: "path", required: true }],
          requestBody: { required: true, ...json(reference("Ferry")) },
          responses: { "2XX": {}, "404": json(reference("Problem")) },
        },
      },
      "/ferries/count": { get: { responses: { "2XX": json(reference("CountFerriesResponse")) } } },
      "/ferries/events": {
        get: { responses: { "2XX": { content: { "text/event-stream": { schema: reference("Ferry") } } } } },
      },
    },
  });
});

test("models", () => {
  expect(openapiOf(docs)["components"]).toMatchObject({
    schemas: {
      Ferry: {
        description: "One of the fleet.",
        properties: {
          kind: { type: "string", enum: ["car", "foot"] },
          size: { type: "integer" },
          next_port: { type: "string" },
          berth: reference("FerryBerth"),
        },
        required: ["id", "kind", "berth"],
      },
      FerryBerth: {
        description: "Where it lies.",
        properties: { number: { type: "integer" }, lights: { type: "array", items: reference("FerryBerthLights") } },
        required: ["number"],
      },
      FerryBerthLights: { properties: { color: reference("Color") }, required: ["color"] },
      Color: { type: "string", enum: ["red", "green"] },
      Cargo: { oneOf: [reference("Car"), reference("Crate")] },
      Car: { properties: { plate: { type: "string" } }, required: ["type"] },
      Crate: { properties: { weight: { type: "number" } }, required: ["type"] },
      CountFerriesResponse: {
        properties: { total: { type: "integer" }, ports: reference("CountFerriesResponsePorts") },
        required: ["total"],
      },
      LoadFerryRequestBody: {
        properties: { cargo: reference("Cargo"), note: reference("LoadFerryRequestBodyNote") },
        required: ["cargo"],
      },
      LoadFerryRequestBodyNote: { properties: { text: { type: "string" } }, required: ["text"] },
    },
    securitySchemes: { xFerryKey: { type: "apiKey", in: "header", name: "x-ferry-key" } },
  });
});

const addressed = (readme: string): Docs => ({
  "README.md": readme,
  "docs/ports.md": "# Ports\n\n## List\n\n`GET https://api.ports.example/v1/ports`\n\n### Response\n\n- `200`: done",
});

test.each([
  ["# Ports\n\n## Base URL\n\nhttps://api.ports.example/v1/", "https://api.ports.example/v1/", "/ports"],
  ["# Ports\n\n## Base URL\n\nhttps://api.ports.example", "https://api.ports.example", "/v1/ports"],
  ["# Ports\n\n## Base URL\n\nhttps://api.ports.example/v", "https://api.ports.example/v", "/v1/ports"],
  ["# Ports", "https://api.ports.example", "/v1/ports"],
])("a whole address beside %j", (readme, url, path) => {
  expect(openapiOf(addressed(readme))).toMatchObject({ servers: [{ url }], paths: { [path]: {} } });
});

test("one page may describe several models", () => {
  const rows = ["| Field | Type | Required | Description |", "| --- | --- | --- | --- |"];
  const models = [
    "# Data types",
    "",
    "What is sent.",
    "",
    "## Port",
    "",
    "Where ships lie.",
    "",
    ...[...rows, "| name | string | yes | As on a chart. |", "| berths | array of [Berth](#berth) | no | In it. |"],
    "",
    "## `Berth`",
    "",
    ...[...rows, "| at | object | yes | Where. |", "| at.pier | integer | yes | Which one. |"],
    "",
    "## Color (enum)",
    "",
    "Of lights.",
    "",
    "| Value | Meaning |",
    "| --- | --- |",
    "| `red` | To port. |",
    "| `green` | To starboard. |",
    "",
    "## Side",
    "",
    "- `left`",
    "- `right`: the other",
    "",
    "## Place",
    "",
    "One of:",
    "",
    "- [Port](#port)",
    "- [Berth](#berth), in a port",
    "",
    "## Conventions",
    "",
    "Be kind.",
    "",
    "- `please`",
  ];
  const all: Docs = {
    "docs/models.md": models.join("\n"),
    "docs/ports.md": "# Ports\n\n## List\n\n`GET /ports`\n\n### Response\n\nAn array of [Port](models.md#port).",
    "docs/one.md": "# One\n\n## Get\n\n`GET /port`\n\n### Response\n\n[Port](models.md#port)",
  };
  expect(openapiOf(all)).toMatchObject({
    paths: { "/port": { get: { responses: { "2XX": json(reference("Port")) } } } },
    components: {
      schemas: {
        Port: {
          description: "Where ships lie.",
          properties: { name: { type: "string" }, berths: { type: "array", items: reference("Berth") } },
          required: ["name"],
        },
        Berth: { properties: { at: reference("BerthAt") }, required: ["at"] },
        BerthAt: { properties: { pier: { type: "integer" } }, required: ["pier"] },
        Color: { description: "Of lights.\n\n- `red`: To port.\n- `green`: To starboard.", enum: ["red", "green"] },
        Side: { enum: ["left", "right"] },
        Place: { description: "One of:", anyOf: [reference("Port"), reference("Berth")] },
      },
    },
  });
  expect(understood(all).found).toEqual(["infer/missing-server null"]);
});
