import { expect, test } from "vitest";
import { type Docs, openapiOf, understood } from "./docs.ts";

const head = ["| Field | Type | Required | Description | Example |", "| --- | --- | --- | --- | --- |"];

/** Documentation as a person writes it with labels in bold type in place of headings, and examples in code. */
const docs: Docs = {
  "README.md": [
    "# Kelp",
    "",
    "## Quick start",
    "",
    "```js",
    'import Kelp from "@kelp/sdk";',
    "",
    "const kelp = new Kelp({ apiKey: process.env.KELP_KEY });",
    'const reef = await kelp.reefs.get("r1");',
    "```",
    "",
    "## Environments",
    "",
    "| Environment | Base URL |",
    "| --- | --- |",
    "| Production | `https://api.kelp.example/v2` |",
    "| Staging | `https://staging.kelp.example` |",
  ].join("\n"),
  "docs/authentication.md": ["# Authentication", "", "Send the key in the `Kelp-Key` header."].join("\n"),
  "docs/reefs.md": [
    "---",
    "title: Reefs",
    "---",
    "",
    "# Reefs",
    "",
    "## List reefs",
    "",
    "`GET /reefs`",
    "",
    "**Query parameters**",
    "",
    ...head,
    "| `limit` | integer | No | Page size. Defaults to 20. | `20` |",
    '| `tags` | string[] | No | Only with all of these. | `["a"]` |',
    "",
    "**Response**: `200 OK` with a [Reef](reef.md)[].",
    "",
    "```json",
    "[]",
    "```",
    "",
    "## Create a reef",
    "",
    "`POST /reefs`",
    "",
    "**Request body**: [Reef](reef.md)",
    "",
    "**Response**: `201 Created` – [Reef](reef.md)",
    "",
    "**Errors**",
    "",
    "| Status | Error | Meaning |",
    "| --- | --- | --- |",
    "| 409 | [Conflict](conflict.md) | There is one of that name. |",
    "| 429 | `too_fast` | Later. |",
    "",
    "```typescript",
    'const reef = await kelp.reefs.create({ name: "Blue" });',
    "```",
    "",
    "## Add a photo (`POST /reefs/{reef_id}/photos`)",
    "",
    "Send it as `multipart/form-data`.",
    "",
    ...head,
    "| `reef_id` | string | Yes | Which one. | `r1` |",
    "| `file` | file | Yes | The photo. | |",
    "| `caption` | string | No | Below it. | `North wall` |",
    "",
    "**Response**: `204 No Content`",
    "",
    "## Watch a reef",
    "",
    "`GET /reefs/{reef_id}/events`",
    "",
    "**Path parameters**",
    "",
    ...head,
    "| `reef_id` | string | Yes | Which one. | `r1` |",
    "",
    "**Response** (`text/event-stream`): [Sighting](sighting.md)",
    "",
    "## Forget all",
    "",
    "`DELETE /reefs`",
  ].join("\n"),
  "docs/surveys.md": [
    "# API",
    "",
    "## Surveys",
    "",
    "What divers see.",
    "",
    "### Export a survey",
    "",
    "`GET /surveys/:id/export`",
    "",
    "#### Path parameters",
    "",
    ...head,
    "| `id` | string | Yes | Which one. | `s1` |",
    "",
    "#### Responses",
    "",
    "##### 200 OK",
    "",
    "The survey, as `text/csv`.",
    "",
    "##### 404 Not Found",
    "",
    "[Conflict](conflict.md)",
  ].join("\n"),
  "docs/reef.md": [
    "# Reef",
    "",
    ...head,
    "| `name` | string | Yes | On charts. | `Blue` |",
    "| `depth` | number | No | In metres. | `12.5` |",
    '| `notes` | object<string, string[]> | No | By diver. | `{"ann":["deep"]}` |',
    "| `seen_at` | datetime or null | No | Last. | `null` |",
  ].join("\n"),
  "docs/diver.md": [
    "# Diver",
    "",
    "| Field | Type | Nullable | Required | Default | Description |",
    "| --- | --- | --- | --- | --- | --- |",
    "| `name` | string | No | Yes | – | In full. |",
    "| `level` | `'new' \\| 'old'` | Yes | No | `'new'` | How long. |",
    "| `dives` | integer | No | No | `0` | How many. |",
    "| `gear` | Map<string, `Gear`[]> | No | No | | What is worn. |",
  ].join("\n"),
  "docs/gear.md": [
    "# Gear",
    "",
    "A union, told apart by `kind`.",
    "",
    "- `Fish` when `kind` is `fish`",
    "- `Coral`",
  ].join("\n"),
  "docs/ask-diver.md": [
    "# Ask a diver",
    "",
    "`POST /ask`",
    "",
    "With `stream: true` the answer is sent as server-sent events.",
    "",
    "## Request body",
    "",
    ...head,
    "| `stream` | boolean | No | Default: `false`. | `true` |",
    "| `mood` | `text` / `fun` / null | No | How. | `fun` |",
    "| `voice` | [Voice](voice.md) | No | Which one. | `alto` |",
    "| `about.reef` | string | Yes | Which one. | `r1` |",
    "",
    "## Responses",
    "",
    "| Status | Content type | Body |",
    "| --- | --- | --- |",
    "| 200 | `application/json` | [Diver](diver.md) |",
    "| 200 | `text/event-stream` | [Sighting](sighting.md) |",
    "| 409 | `application/problem+json` | [Conflict](conflict.md) |",
  ].join("\n"),
  "docs/voice.md": ["# Voice", "", "Allowed values: `alto`, `bass`."].join("\n"),
  "docs/count-reefs.md": [
    "# Count reefs",
    "",
    "| | |",
    "| --- | --- |",
    "| **Method** | `GET` |",
    "| **Path** | `/reefs/count` |",
    "",
    "## Response",
    "",
    "A `Diver` object.",
  ].join("\n"),
  "docs/conflict.md": ["# Conflict", "", ...head, "| `message` | string | Yes | In words. | `exists` |"].join("\n"),
  "docs/sighting.md": [
    "# Sighting",
    "",
    "Told apart by `kind`:",
    "",
    "| `kind` | Model |",
    "| --- | --- |",
    "| `fish` | [Fish](fish.md) |",
    "| `coral` | [Coral](coral.md) |",
  ].join("\n"),
  "docs/fish.md": ["# Fish", "", ...head, "| `kind` | const `fish` | Yes | | `fish` |"].join("\n"),
  "docs/coral.md": ["# Coral", "", ...head, '| `kind` | `"coral"` | Yes | Always `coral`. | `coral` |'].join("\n"),
};

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { "application/json": { schema } } });

test("it is read without a finding", () => {
  expect(understood(docs).found).toEqual([]);
});

test("operations", () => {
  const id = { name: "reef_id", in: "path", required: true, schema: { type: "string" } };
  expect(openapiOf(docs)["paths"]).toMatchObject({
    "/reefs": {
      get: {
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", default: 20 } },
          { name: "tags", in: "query", schema: { type: "array", items: { type: "string" } } },
        ],
        responses: { "2XX": json({ type: "array", items: reference("Reef") }) },
      },
      post: {
        operationId: "reefsCreate",
        summary: "Create a reef",
        requestBody: json(reference("Reef")),
        responses: { "2XX": json(reference("Reef")), "409": json(reference("Conflict")), "429": {} },
      },
      delete: { responses: { "2XX": {} } },
    },
    "/reefs/{reef_id}/photos": {
      post: {
        parameters: [id],
        requestBody: { content: { "multipart/form-data": { schema: reference("AddPhotoRequestBody") } } },
      },
    },
    "/reefs/{reef_id}/events": {
      get: {
        parameters: [id],
        responses: { "2XX": { content: { "text/event-stream": { schema: reference("Sighting") } } } },
      },
    },
    "/ask": {
      post: {
        requestBody: json(reference("AskDiverRequestBody")),
        responses: {
          "2XX": {
            content: {
              "application/json": { schema: reference("Diver") },
              "text/event-stream": { schema: reference("Sighting") },
            },
          },
          "409": { content: { "application/problem+json": { schema: reference("Conflict") } } },
        },
      },
    },
    "/reefs/count": { get: { operationId: "countReefs", responses: { "2XX": json(reference("Diver")) } } },
    "/surveys/{id}/export": {
      get: {
        operationId: "surveysExportSurvey",
        responses: { "2XX": { content: { "text/plain": {} } }, "404": json(reference("Conflict")) },
      },
    },
  });
});

test("models and credentials", () => {
  expect(openapiOf(docs)).toMatchObject({
    servers: [
      { url: "https://api.kelp.example/v2", description: "production" },
      { url: "https://staging.kelp.example", description: "staging" },
    ],
    security: [{ apiKey: [] }],
    components: {
      securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "kelp-key" } },
      schemas: {
        Reef: {
          properties: {
            notes: { additionalProperties: { type: "array", items: { type: "string" } } },
            seen_at: { type: ["string", "null"], format: "date-time" },
          },
        },
        Diver: {
          properties: {
            name: { type: "string" },
            level: { default: "new" },
            dives: { type: "integer", default: 0 },
            gear: { additionalProperties: { type: "array", items: reference("Gear") } },
          },
          required: ["name"],
        },
        AskDiverRequestBody: {
          properties: {
            stream: { type: "boolean", default: false },
            mood: { type: ["string", "null"], enum: ["text", "fun", null] },
            voice: reference("Voice"),
            about: reference("AskDiverRequestBodyAbout"),
          },
          required: ["about"],
        },
        AskDiverRequestBodyAbout: { properties: { reef: { type: "string" } }, required: ["reef"] },
        Voice: { enum: ["alto", "bass"] },
        Gear: { oneOf: [reference("Fish"), reference("Coral")] },
        Sighting: { oneOf: [reference("Fish"), reference("Coral")] },
        Fish: { properties: { kind: { const: "fish" } } },
        AddPhotoRequestBody: { properties: { file: { format: "binary" }, caption: { type: "string" } } },
      },
    },
  });
  const [scheme] = understood(docs).api.security.value;
  expect(scheme).toMatchObject({ words: ["api", "key"], environment: "KELP_KEY" });
});

test("a column says whether a value may be null", () => {
  const diver = understood(docs).api.models.find(({ title }) => title === "Diver");
  const found = diver?.kind === "object" ? diver.properties.map(({ nullable }) => nullable.value) : [];
  expect(found).toEqual(["no", "yes", "no", "no"]);
});
