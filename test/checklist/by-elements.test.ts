import fc from "fast-check";
import { expect, test } from "vitest";
import { openDocument } from "../../generator/docs/document.ts";
import { readPage } from "../../generator/docs/index.ts";
import { type Docs, openapiOf, understood } from "./docs.ts";

const create = `---
title: "Create a ship"
api: "POST https://api.harbor.example/v1/fleets/{fleet_id}/ships"
description: "Puts a ship into a fleet."
---

import { Note } from "site";

<Note>Names are unique.</Note>

### Path

<ParamField path="fleet_id" type="string" required>
  Which fleet.
</ParamField>
<ParamField query="dry_run" type="boolean" default="false">
  Change nothing.
</ParamField>
<ParamField header="Authorization" type="string" required>
  Bearer authentication of the form \`Bearer <token>\`.
</ParamField>

### Body

<ParamField body="name" type="string" required>
  What people call it, with a | in it.
</ParamField>
<ParamField
  body="kind"
  type="enum<string>"
>
  What it carries. Available options: \`oil\`, \`grain\`
</ParamField>
<ParamField body="owner" type="object" required>
  Who has it.

  <Expandable title="properties">
    <ParamField body="owner.name" type="string" required>Legal name.</ParamField>
    <ParamField body="country" type="string" />
  </Expandable>
</ParamField>

### Response

<ResponseField name="id" type="string" required>
  The id, as in \`\`\`<ResponseField name="none">\`\`\`.
</ResponseField>
<ResponseField name="berths" type="object[]">
  Where it may lie.
  <Expandable title="berth">
    <ResponseField name="number" type="integer" required>Number.</ResponseField>
    <ResponseField name="free" type="boolean" deprecated>Whether nobody is there.</ResponseField>
  </Expandable>
</ResponseField>

<RequestExample>
\`\`\`bash cURL
curl -X POST https://api.harbor.example/v1/fleets/f1/ships
\`\`\`
</RequestExample>

<ResponseExample>
\`\`\`json 200
{ "id": "s1", "berths": [{ "number": 1 }] }
<ResponseField name="shown" type="string" />
\`\`\`
</ResponseExample>
`;

/** Documentation as sites have it that list fields in elements of MDX. */
const docs: Docs = {
  "docs/ships/create.mdx": create,
  "docs/ships/list.mdx": `---
title: "List ships"
api: "GET /v1/ships"
---

<ParamField query="limit" type="integer" default={20}>How many.</ParamField>

<ResponseExample>
\`\`\`json
[{ "id": "s1" }]
\`\`\`
</ResponseExample>
`,
  "docs/ship.mdx": `---
title: "Ship"
description: "A vessel."
---

<ResponseField name="id" type="string" required>The id.</ResponseField>
<ResponseField name="launched_at" type="string<date-time>">When.</ResponseField>
`,
};

test("fields in elements are parameters, bodies and answers, with the route of the front matter", () => {
  expect(understood(docs).found).toEqual([]);
  const { paths, components, servers } = openapiOf(docs);
  expect(servers).toEqual([{ url: "https://api.harbor.example" }]);
  expect(paths).toMatchInlineSnapshot(`
    {
      "/v1/fleets/{fleet_id}/ships": {
        "post": {
          "description": "Puts a ship into a fleet.

    Names are unique.",
          "operationId": "createShip",
          "parameters": [
            {
              "description": "Which fleet.",
              "in": "path",
              "name": "fleet_id",
              "required": true,
              "schema": {
                "type": "string",
              },
            },
            {
              "description": "Change nothing.",
              "in": "query",
              "name": "dry_run",
              "schema": {
                "default": false,
                "type": "boolean",
              },
            },
          ],
          "requestBody": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CreateShipRequestBody",
                },
              },
            },
            "required": true,
          },
          "responses": {
            "2XX": {
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/CreateShipResponse",
                  },
                },
              },
              "description": "Success.",
            },
          },
        },
      },
      "/v1/ships": {
        "get": {
          "operationId": "listShips",
          "parameters": [
            {
              "description": "How many.",
              "in": "query",
              "name": "limit",
              "schema": {
                "default": 20,
                "type": "integer",
              },
            },
          ],
          "responses": {
            "2XX": {
              "content": {
                "application/json": {
                  "schema": {},
                },
              },
              "description": "Success.",
            },
          },
        },
      },
    }
  `);
  expect(components).toMatchInlineSnapshot(`
    {
      "schemas": {
        "CreateShipRequestBody": {
          "properties": {
            "kind": {
              "description": "What it carries. Available options: \`oil\`, \`grain\`",
              "enum": [
                "oil",
                "grain",
              ],
              "type": "string",
            },
            "name": {
              "description": "What people call it, with a | in it.",
              "type": "string",
            },
            "owner": {
              "$ref": "#/components/schemas/CreateShipRequestBodyOwner",
              "description": "Who has it.",
            },
          },
          "required": [
            "name",
            "owner",
          ],
          "type": "object",
        },
        "CreateShipRequestBodyOwner": {
          "description": "Who has it.",
          "properties": {
            "country": {
              "type": "string",
            },
            "name": {
              "description": "Legal name.",
              "type": "string",
            },
          },
          "required": [
            "name",
          ],
          "type": "object",
        },
        "CreateShipResponse": {
          "properties": {
            "berths": {
              "description": "Where it may lie.",
              "items": {
                "$ref": "#/components/schemas/CreateShipResponseBerths",
              },
              "type": "array",
            },
            "id": {
              "description": "The id, as in \`\`\`<ResponseField name="none">\`\`\`.",
              "type": "string",
            },
          },
          "required": [
            "id",
          ],
          "type": "object",
        },
        "CreateShipResponseBerths": {
          "description": "Where it may lie.",
          "properties": {
            "free": {
              "deprecated": true,
              "description": "Whether nobody is there.",
              "type": "boolean",
            },
            "number": {
              "description": "Number.",
              "type": "integer",
            },
          },
          "required": [
            "number",
          ],
          "type": "object",
        },
        "Ship": {
          "description": "A vessel.",
          "properties": {
            "id": {
              "description": "The id.",
              "type": "string",
            },
            "launched_at": {
              "description": "When.",
              "format": "date-time",
              "type": "string",
            },
          },
          "required": [
            "id",
          ],
          "type": "object",
        },
      },
      "securitySchemes": {
        "token": {
          "scheme": "bearer",
          "type": "http",
        },
      },
    }
  `);
});

test("several operations on a page, whose routes stand in its text", () => {
  const page = `# Recording

> Records calls.

## Get the settings

\`POST /record/settings\`

**Request parameters**

None

**Response parameters**

<ResponseField name="app_id" type="string">
  App ID
</ResponseField>
<ResponseField name="doors" type="[object]">
  <ResponseField name="side" type="string">Where.</ResponseField>
</ResponseField>

## Start

\`POST /record\`

## Request Headers

<ParamField header="Content-Type" type="string" required={true}>
  Supports: \`application/json\`
</ParamField>

## Request Body

<ParamField body="images" type="string[]" required={true}>
  Two images:

  1. start
  2. end
</ParamField>
<ParamField body="prompt" type="string" required={false} />

### Response

<ResponseField type="integer" required>
  How many.
</ResponseField>
`;
  const given = { "docs/recording.md": page };
  expect(understood(given).found).toEqual(["infer/missing-server null"]);
  const { paths, components } = openapiOf(given);
  expect(paths).toMatchObject({
    "/record/settings": {
      post: { responses: { "2XX": { content: { "application/json": { schema: { $ref: expect.any(String) } } } } } },
    },
    "/record": {
      post: {
        requestBody: { required: true },
        responses: { "2XX": { content: { "application/json": { schema: { type: "integer" } } } } },
      },
    },
  });
  expect(JSON.stringify(paths)).not.toContain("content-type");
  expect(components).toMatchObject({
    schemas: {
      GetSettingsResponse: { properties: { app_id: { type: "string" }, doors: { type: "array" } } },
      StartRecordingRequestBody: {
        properties: { images: { type: "array" }, prompt: { type: "string" } },
        required: ["images"],
      },
    },
  });
});

/** The rows of a page's only operation, as its table has them, and its route. */
function rowsOf(body: string, front = "api: POST /ships"): readonly string[] {
  const { page } = readPage({ path: "docs/a.mdx", text: `---\ntitle: Send\n${front}\n---\n\n${body}\n` });
  if (page.kind !== "operations") return [page.kind];
  const { positions } = page;
  return page.operations.flatMap(({ route, parameters }) => [
    `${route?.snippet.method} ${route?.snippet.path}`,
    ...parameters.map(({ name, type, description, place }) => {
      const { line } = positions.get(place.slice(place.indexOf("#") + 1)) ?? { line: 0 };
      return `${line}: ${name} ${type} ${description}`;
    }),
  ]);
}

const field = (attributes: string, text = "A."): string => `<ParamField ${attributes}>${text}</ParamField>`;
const lone = field('body="a" type="string"');
const one = ["post /ships", "6: a string A."];

test.each([
  ["a group of fields at the top", `<Expandable title="more">${lone}</Expandable>`, one],
  ["a default that is an object", field('body="a" type="string" default={{ b: { c: 1 } }}'), one],
  [
    "a field with a code of its own before another",
    `${field('body="a" type="string"', "\n```x``` A.\n")}\n${field('body="b" type="string"')}`,
    ["post /ships", "6: a string ```x``` A.", "9: b string A."],
  ],
  ["bars that are escaped", field('body="a" type="string"', "x \\| y | z"), ["post /ships", "6: a string x | y | z"]],
  [
    "fields in comments",
    `{/* ${field('body="x" type="string"')}\n*/}<!-- ${field('body="y" type="string"')} -->\n${lone}`,
    ["post /ships", "8: a string A."],
  ],
  ["a comment that nothing ends", `${lone}\n\n<!-- x`, one],
  ["a field that says not where it stands", field('name="a" type="string"'), one],
])("%s", (_what, body, want) => {
  expect(rowsOf(body)).toEqual(want);
});

test.each([
  ["in lower case", "api: post /ships"],
  ["behind the file that has it", 'openapi: "spec/ships.json POST /ships"'],
])("a route %s", (_what, front) => {
  expect(rowsOf(lone, front)).toEqual(one);
});

test("values in back-ticks, and front matter of several lines", () => {
  const text = `---\ntitle: Send\napi: POST /ships\ndescription: >-\n  Sends\n  a ship.\n---\n\n${field('body="a" type="integer" default="`3`"')}\n`;
  expect(openapiOf({ "docs/a.mdx": text })).toMatchObject({
    paths: { "/ships": { post: { description: "Sends a ship." } } },
    components: { schemas: { SendRequestBody: { properties: { a: { default: 3 } } } } },
  });
});

test("what cannot be read is told at the line of its element", () => {
  const { page, diagnostics } = readPage({ path: "docs/ships/create.mdx", text: create });
  if (page.kind !== "operations") throw new Error(page.kind);
  const [operation] = page.operations;
  const lines = create.split("\n");
  for (const { name, place } of [...(operation?.parameters ?? []), ...(operation?.fields ?? [])]) {
    const line = page.positions.get(place.slice(place.indexOf("#") + 1))?.line ?? 0;
    const begun = lines.slice(line - 1, line + 1).join(" ");
    expect(begun).toContain(`"${name.split(".").at(-1)}"`.replace('"name"', 'name"'));
  }
  expect(diagnostics).toEqual([]);
});

test.each([
  ["without fields", "---\ntitle: A\napi: GET /a\n---\n\nProse.\n"],
  ["without a route and an answer", '---\ntitle: A\n---\n\n<ParamField query="a" type="string">A.</ParamField>\n'],
  [
    "of a guide",
    '---\ntitle: A\n---\n\n## Options\n\n<ResponseField name="a" type="string">A.</ResponseField>\n\n## More\n\nProse.\n',
  ],
  ["with elements in code alone", '---\ntitle: A\n---\n\n```mdx\n<ResponseField name="a" type="string" />\n```\n'],
])("a page %s is as before", (_what, text) => {
  const { page } = readPage({ path: "docs/guide.mdx", text });
  expect(page.kind).toBe("other");
});

test("no text breaks the reader, and positions stay inside the page", () => {
  const parts = fc.constantFrom(...create.split(/(?<=[<>\n"])/));
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (pieces) => {
      const text = `---\ntitle: A\napi: POST /a\n---\n${pieces.join("")}`;
      const { page } = readPage({ path: "docs/a.mdx", text });
      const count = text.split("\n").length;
      for (const { line } of page.positions.values()) expect(line).toBeLessThanOrEqual(count);
    }),
  );
});

test.each([
  ["Authorization", "A bearer token.", { type: "http", scheme: "bearer" }],
  ["Authorization", "`Basic` with basic authentication.", { type: "http", scheme: "basic" }],
  ["X-Api-Key", "Your key.", { type: "apiKey", in: "header", name: "x-api-key" }],
])("a header %s that a person lists with a call is given to the client", (name, description, scheme) => {
  const page = `# Ships\n\n## List ships\n\n\`GET /ships\`\n\n### Headers\n\n| Name | Type | Required | Description |\n| --- | --- | --- | --- |\n| \`${name}\` | string | Yes | ${description} |\n| \`X-Trace\` | string | No | A trace. |\n`;
  const { paths, components } = openapiOf({ "docs/ships.md": page });
  expect(components).toMatchObject({ securitySchemes: { [Object.keys(schemesOf(components))[0] ?? ""]: scheme } });
  expect(paths).toMatchObject({ "/ships": { get: { parameters: [{ name: "x-trace" }] } } });
});

function schemesOf(components: unknown): object {
  return typeof components === "object" && components !== null && "securitySchemes" in components
    ? Object(components.securitySchemes)
    : {};
}

test.each(["<ParamField ", '<ParamField a="', "<A a={", "{/* <!-- ", "`` `", "<ResponseField name='a'>", "<A a='\""])(
  "a page of nothing but %s takes no longer than its length",
  (unit) => {
    // The runner gives up long before what takes the square of its length.
    const text = `---\napi: POST /a\n---\n<ParamField body="a" />${unit.repeat(500_000 / unit.length)}`;
    expect(openDocument({ path: "docs/a.mdx", text }).origin).toBeDefined();
  },
);

test("two headers for credentials are two schemes", () => {
  const rows = "| `Authorization` | string | No | A bearer token. |\n| `X-Api-Key` | string | No | Your key. |";
  const page = `# Ships\n\n## List ships\n\n\`GET /ships\`\n\n### Headers\n\n| Name | Type | Required | Description |\n| --- | --- | --- | --- |\n${rows}\n`;
  const { components } = openapiOf({ "docs/ships.md": page });
  expect(Object.values(schemesOf(components))).toEqual([
    { type: "http", scheme: "bearer" },
    { type: "apiKey", in: "header", name: "x-api-key" },
  ]);
});
