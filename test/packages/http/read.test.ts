import { describe, expect, test } from "vitest";
import * as cove from "../../../output/cove/src/index.ts";
import {
  readChatCompletionResponse as readCoveCompletion,
  readCreateChatCompletionResponse as readCoveEither,
  readCreateChatCompletionResponseBody as readCoveEvents,
} from "../../../output/cove/src/models/index.ts";
import * as plover from "../../../output/plover/src/index.ts";
import {
  readCreateChatCompletionResponse as readPloverCompletion,
  readOperationsCreateChatCompletionResponse as readPloverEnvelope,
} from "../../../output/plover/src/models/index.ts";
import * as quill from "../../../output/quill/src/index.ts";
import { readChatCompletionEvent, readChatResponse } from "../../../output/quill/src/models/index.ts";
import * as tern from "../../../output/tern/src/index.ts";
import { readChatCompletionResponse as readTernCompletion } from "../../../output/tern/src/models/index.ts";
import { type Answer, json, open, pieces, startServer, text } from "./api-server.ts";
import { chunk, coveCompletion, eventOf, ploverCompletion, ternCompletion } from "./payloads.ts";

// The seeds of the project are documents that stand alone: a response is read without client and operation.
const server = await startServer();

type Read = (
  response: Response,
  options?: { validate?: "strict" | "lenient"; signal?: AbortSignal },
) => Promise<unknown>;

/** What a response is read as; a stream as the list of its items. */
async function outcome(read: Read, answer: Answer): Promise<unknown> {
  server.answer(answer);
  return drained(await read(await fetch(server.baseUrl)));
}

async function drained(value: unknown): Promise<unknown> {
  if (![cove, plover, quill, tern].some(({ EventStream }) => value instanceof EventStream)) return value;
  const items: unknown[] = [];
  for await (const item of value as AsyncIterable<unknown>) items.push(item);
  return items;
}

const sse = pieces([eventOf("one"), eventOf("two"), "data: [DONE]\n\n"]);
const chunks = [chunk("one").value, chunk("two").value];
const bytes = new Uint8Array([0, 255, 13, 10, 128]);

test.each<{ name: string; read: Read; answer: Answer; want: unknown }>([
  { name: "quill ChatResponse: a stream", read: readChatResponse, answer: sse, want: [...chunks, "[DONE]"] },
  { name: "quill ChatResponse: bytes", read: readChatResponse, answer: text(bytes, "image/png"), want: bytes },
  {
    name: "quill ChatResponse: JSON is bytes too",
    read: readChatResponse,
    answer: text("{}", "application/json"),
    want: new Uint8Array([123, 125]),
  },
  { name: "quill ChatCompletionEvent", read: readChatCompletionEvent, answer: sse, want: chunks },
  {
    name: "tern ChatCompletionResponse",
    read: readTernCompletion,
    answer: json(ternCompletion.wire),
    want: ternCompletion.value,
  },
  { name: "cove CreateChatCompletionResponseBody", read: readCoveEvents, answer: sse, want: chunks },
  { name: "cove CreateChatCompletionResponse: a stream", read: readCoveEither, answer: sse, want: chunks },
  {
    name: "cove CreateChatCompletionResponse: JSON",
    read: readCoveEither,
    answer: json(coveCompletion.wire),
    want: coveCompletion.value,
  },
  {
    name: "cove ChatCompletionResponse",
    read: readCoveCompletion,
    answer: json(coveCompletion.wire),
    want: coveCompletion.value,
  },
  {
    name: "cove ChatCompletionResponse: whatever the content type",
    read: readCoveCompletion,
    answer: text(JSON.stringify(coveCompletion.wire), "text/plain"),
    want: coveCompletion.value,
  },
  {
    name: "plover CreateChatCompletionResponse",
    read: readPloverCompletion,
    answer: json(ploverCompletion.wire),
    want: ploverCompletion.value,
  },
  {
    name: "plover CreateChatCompletionResponse, the wrapper",
    read: readPloverEnvelope,
    answer: json(ploverCompletion.wire),
    want: ploverCompletion.value,
  },
])("$name", async ({ read, answer, want }) => {
  expect(await outcome(read, answer)).toEqual(want);
});

test.each<{ name: string; read: Read; answer: Answer; want: object }>([
  { name: "a status", read: readTernCompletion, answer: json({ a: 1 }, 404), want: { name: "ApiError", status: 404 } },
  { name: "a status", read: readChatResponse, answer: json({ a: 1 }, 500), want: { name: "ApiError", body: { a: 1 } } },
  {
    name: "no JSON",
    read: readPloverCompletion,
    answer: text("{", "application/json"),
    want: { name: "DecodeError", issues: [{ path: "CreateChatCompletionResponse", code: "json" }] },
  },
  {
    name: "JSON of another model, in strict mode",
    read: readTernCompletion,
    answer: json({ ...ternCompletion.wire, created: "1677652288" }),
    want: { name: "DecodeError", issues: [{ path: "ChatCompletionResponse.created", code: "type" }] },
  },
  {
    name: "a stream that breaks off",
    read: readCoveEvents,
    answer: pieces([eventOf("one")]),
    want: { name: "StreamError", code: "unfinished" },
  },
  {
    name: "neither JSON nor a stream",
    read: readCoveEither,
    answer: text("<html>", "text/html"),
    want: { name: "DecodeError", issues: [{ code: "content-type", received: "text/html" }] },
  },
])("fails on $name", async ({ read, answer, want }) => {
  await expect(outcome(read, answer)).rejects.toMatchObject(want);
});

describe("options", () => {
  test("lenient", async () => {
    const wire = { ...ternCompletion.wire, created: "1677652288" };
    const read: Read = (response) => readTernCompletion(response, { validate: "lenient" });
    expect(await outcome(read, json(wire))).toEqual({ ...ternCompletion.value, created: "1677652288" });
  });

  test("a signal ends a stream, and the server sees it", async () => {
    const { closed } = server.answer(open(eventOf("one")));
    const controller = new AbortController();
    const stream = await readCoveEvents(await fetch(server.baseUrl), { signal: controller.signal });
    const reading = drained(stream);
    controller.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
    await closed;
  });
});
