import { deepStrictEqual } from "node:assert/strict";
import { expect, test } from "vitest";
import { createSpeech } from "../../../output/cove/src/audio.ts";
import { createChatCompletion } from "../../../output/cove/src/chat.ts";
import { createClient as coveClient } from "../../../output/cove/src/client.ts";
import { Cove } from "../../../output/cove/src/index.ts";
import { deleteModel, listModels, retrieveModel } from "../../../output/cove/src/models-api.ts";
import { chatCreateChatCompletion } from "../../../output/plover/src/chat.ts";
import { createClient as ploverClient } from "../../../output/plover/src/client.ts";
import { Plover } from "../../../output/plover/src/index.ts";
import { modelsRetrieveModel } from "../../../output/plover/src/models-api.ts";
import { createClient as quillClient } from "../../../output/quill/src/client.ts";
import { completionsChat } from "../../../output/quill/src/completions.ts";
import { Quill } from "../../../output/quill/src/index.ts";
import { chatComplete, chatList, chatRetrieve } from "../../../output/tern/src/chat.ts";
import { createClient as ternClient } from "../../../output/tern/src/client.ts";
import { Tern, unknownFields, withUnknownFields } from "../../../output/tern/src/index.ts";
import { type Answer, json, startServer, text } from "./api-server.ts";
import {
  coveCompletion,
  coveModel,
  ploverCompletion,
  ploverModel,
  question,
  ternCompletion,
  ternPage,
} from "./payloads.ts";

const server = await startServer();
const { baseUrl } = server;
// A base URL may have a path of its own, with or without a slash at its end.
const cove = { baseUrl: `${baseUrl}/v1/`, apiKey: "cove-key" };
const plover = { baseUrl: `${baseUrl}/v1`, bearerAuth: "plover-key" };
const quill = { baseUrl, bearerAuth: () => "quill-key" };
const tern = { baseUrl, token: async () => "tern-key" };

interface Row {
  readonly name: string;
  readonly byClass: () => Promise<unknown>;
  readonly byFunction: () => Promise<unknown>;
  readonly answer: Answer;
  readonly want: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly body?: unknown;
  };
  /** What the call gives. */
  readonly value: unknown;
}

const sends = { "content-type": "application/json" };
const sound = new Uint8Array([0, 255, 128]);
const speech = { model: "cove-voice", input: "Low tide 🦀", voice: "sea_eagle", responseFormat: "wav" } as const;
const completion = {
  model: "cove-2",
  messages: [{ role: "user", content: [{ type: "text", text: "é" }], speakerName: "Ann" }],
  maxTokens: 400,
  stop: ["THE END"],
  streamOptions: { includeUsage: true },
  metadata: { pool: "north" },
} as const;
const body = { model: "tern-medium", messages: question, maxCompletionTokens: null, logitBias: { "50256": -100 } };
const filter = {
  after: "chatcmpl 1&2",
  createdAfter: new Date("2025-03-01T09:30:00Z"),
  createdOn: "2025-03-01",
  limit: 20,
  model: null,
  xTernTeam: "team_3",
};

const rows: readonly Row[] = [
  {
    name: "cove: bytes for a body",
    byClass: () => new Cove(cove).audio.speech(speech),
    byFunction: () => createSpeech(coveClient(cove), speech),
    answer: text(sound, "audio/wav"),
    want: {
      method: "POST",
      url: "/v1/audio/speech",
      headers: { ...sends, accept: "*/*", authorization: "Bearer cove-key" },
      body: { model: "cove-voice", input: "Low tide 🦀", voice: "sea_eagle", response_format: "wav" },
    },
    value: sound,
  },
  {
    name: "cove: JSON for a body, renamed all the way down",
    byClass: () => new Cove(cove).chat.create(completion),
    byFunction: () => createChatCompletion(coveClient(cove), completion),
    answer: json(coveCompletion.wire),
    want: {
      method: "POST",
      url: "/v1/chat/completions",
      headers: { ...sends, accept: "application/json, text/event-stream", authorization: "Bearer cove-key" },
      body: {
        model: "cove-2",
        messages: [{ role: "user", content: [{ type: "text", text: "é" }], speaker_name: "Ann" }],
        max_tokens: 400,
        stop: ["THE END"],
        stream_options: { include_usage: true },
        metadata: { pool: "north" },
      },
    },
    value: coveCompletion.value,
  },
  {
    name: "cove: no request",
    byClass: () => new Cove(cove).models.list(),
    byFunction: () => listModels(coveClient(cove)),
    answer: json({ object: "list", data: [coveModel.wire] }),
    want: { method: "GET", url: "/v1/models", headers: { accept: "application/json", "content-type": undefined } },
    value: { object: "list", data: [coveModel.value] },
  },
  {
    name: "cove: a path that a name cannot leave",
    byClass: () => new Cove(cove).models.retrieve({ model: "../a b/é?x#y" }),
    byFunction: () => retrieveModel(coveClient(cove), { model: "../a b/é?x#y" }),
    answer: json(coveModel.wire),
    want: { method: "GET", url: "/v1/models/..%2Fa%20b%2F%C3%A9%3Fx%23y", headers: {} },
    value: coveModel.value,
  },
  {
    name: "cove: no answer",
    byClass: () => new Cove(cove).models.delete({ model: "cove-2" }),
    byFunction: () => deleteModel(coveClient(cove), { model: "cove-2" }),
    answer: (response) => void response.writeHead(204).end(),
    want: { method: "DELETE", url: "/v1/models/cove-2", headers: { authorization: "Bearer cove-key" } },
    value: undefined,
  },
  {
    name: "plover: JSON for a body",
    byClass: () => new Plover(plover).chat.createChatCompletion({ model: "plover-small", messages: question, n: 2 }),
    byFunction: () =>
      chatCreateChatCompletion(ploverClient(plover), { model: "plover-small", messages: question, n: 2 }),
    answer: json(ploverCompletion.wire),
    want: {
      method: "POST",
      url: "/v1/chat/completions",
      headers: { ...sends, accept: "application/json", authorization: "Bearer plover-key" },
      body: { model: "plover-small", messages: question, n: 2 },
    },
    value: ploverCompletion.value,
  },
  {
    name: "plover: a name in the path",
    byClass: () => new Plover(plover).models.retrieveModel({ modelId: "plover-small" }),
    byFunction: () => modelsRetrieveModel(ploverClient(plover), { modelId: "plover-small" }),
    answer: json(ploverModel.wire),
    want: { method: "GET", url: "/v1/models/plover-small", headers: { authorization: "Bearer plover-key" } },
    value: ploverModel.value,
  },
  {
    name: "quill: bytes or a stream",
    byClass: () => new Quill(quill).completions.chat({ model: "quill-large", messages: question, topP: 0.5 }),
    byFunction: () => completionsChat(quillClient(quill), { model: "quill-large", messages: question, topP: 0.5 }),
    answer: text(sound, "application/octet-stream"),
    want: {
      method: "POST",
      url: "/v1/chat/completions",
      headers: { ...sends, accept: "text/event-stream, */*", authorization: "Bearer quill-key" },
      body: { model: "quill-large", messages: question, top_p: 0.5 },
    },
    value: sound,
  },
  {
    name: "tern: a header and a body in one request",
    byClass: () => new Tern(tern).chat.complete({ ...body, xTernTeam: "team_3" }),
    byFunction: () => chatComplete(ternClient(tern), { ...body, xTernTeam: "team_3" }),
    answer: json(ternCompletion.wire),
    want: {
      method: "POST",
      url: "/v1/chat/completions",
      headers: { ...sends, "x-tern-team": "team_3", authorization: "Bearer tern-key" },
      body: { model: "tern-medium", messages: question, max_completion_tokens: null, logit_bias: { "50256": -100 } },
    },
    value: ternCompletion.value,
  },
  {
    name: "tern: a query",
    byClass: () => new Tern(tern).chat.list(filter),
    byFunction: () => chatList(ternClient(tern), filter),
    answer: json(ternPage.wire),
    want: {
      method: "GET",
      url: `/v1/chat/completions?after=chatcmpl%201%262&created_after=2025-03-01T09%3A30%3A00.000Z&created_on=2025-03-01&limit=20`,
      headers: { "x-tern-team": "team_3" },
    },
    value: ternPage.value,
  },
  {
    name: "tern: a query that is left out",
    byClass: () => new Tern(tern).chat.list(),
    byFunction: () => chatList(ternClient(tern)),
    answer: json(ternPage.wire),
    want: { method: "GET", url: "/v1/chat/completions", headers: { "x-tern-team": undefined } },
    value: ternPage.value,
  },
  {
    name: "tern: a header that the client was given for all calls",
    byClass: () => new Tern({ ...tern, xTernTeam: "team_4" }).chat.list(),
    byFunction: () => chatList(ternClient({ ...tern, xTernTeam: "team_4" })),
    answer: json(ternPage.wire),
    want: { method: "GET", url: "/v1/chat/completions", headers: { "x-tern-team": "team_4" } },
    value: ternPage.value,
  },
  {
    name: "tern: a call that gives another",
    byClass: () => new Tern({ ...tern, xTernTeam: "team_4" }).chat.list({ xTernTeam: "team_5" }),
    byFunction: () => chatList(ternClient({ ...tern, xTernTeam: "team_4" }), { xTernTeam: "team_5" }),
    answer: json(ternPage.wire),
    want: { method: "GET", url: "/v1/chat/completions", headers: { "x-tern-team": "team_5" } },
    value: ternPage.value,
  },
  {
    name: "tern: a call that wants none",
    byClass: () => new Tern({ ...tern, xTernTeam: "team_4" }).chat.list({ xTernTeam: null }),
    byFunction: () => chatList(ternClient({ ...tern, xTernTeam: "team_4" }), { xTernTeam: null }),
    answer: json(ternPage.wire),
    want: { method: "GET", url: "/v1/chat/completions", headers: { "x-tern-team": undefined } },
    value: ternPage.value,
  },
  {
    name: "tern: a path and a header",
    byClass: () => new Tern(tern).chat.retrieve({ completionId: "chatcmpl-123", xTernTeam: null }),
    byFunction: () => chatRetrieve(ternClient(tern), { completionId: "chatcmpl-123", xTernTeam: null }),
    answer: json(ternCompletion.wire),
    want: { method: "GET", url: "/v1/chat/completions/chatcmpl-123", headers: { "x-tern-team": undefined } },
    value: ternCompletion.value,
  },
];

test.each(rows)("$name", async ({ byClass, byFunction, answer, want, value }) => {
  server.answer(answer);
  const given = [await byClass(), await byFunction()];
  const [first, second] = server.seen;
  expect(first).toMatchObject({ method: want.method, url: want.url, headers: defined(want.headers) });
  for (const [name, text] of Object.entries(want.headers))
    if (text === undefined) expect(first?.headers[name]).toBe(text);
  expect(first?.headers["user-agent"]).toMatch(/^(cove|plover|quill|tern)-chat\/\d/);
  // Strictly: what is absent in the request is absent in the body.
  deepStrictEqual(first?.body, want.body ?? "");
  expect(second).toEqual(first);
  for (const one of given) expect(one).toEqual(value);
});

test.each(["", ".", ".."])("a path parameter is refused before anything is sent: '%s'", async (model) => {
  server.answer(json(coveModel.wire));
  await expect(async () => new Cove(cove).models.retrieve({ model })).rejects.toThrow(TypeError);
  expect(server.seen).toEqual([]);
});

test("what the docs do not know comes, stays, and can be sent", async () => {
  server.answer(json({ ...ternCompletion.wire, tide: "low" }));
  const issues: unknown[] = [];
  const client = new Tern({ ...tern, onIssue: (issue) => void issues.push(issue) });
  const given = await client.chat.complete(withUnknownFields(body, { moon: "full" }));
  expect(given).toMatchObject(ternCompletion.value);
  expect(unknownFields(given)).toEqual({ tide: "low" });
  expect(issues).toEqual([]);
  expect(server.seen[0]?.body).toMatchObject({ moon: "full" });
});

function defined(headers: Row["want"]["headers"]): object {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}
