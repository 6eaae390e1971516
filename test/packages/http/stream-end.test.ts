import { expect, test } from "vitest";
import { Cove, StreamError } from "../../../output/cove/src/index.ts";
import { Quill, EventStream as QuillStream, StreamError as QuillStreamError } from "../../../output/quill/src/index.ts";
import { type Answer, cutOff, open, pieces, startServer } from "./api-server.ts";
import { chunk, eventOf, question } from "./payloads.ts";

const server = await startServer();
const cove = new Cove({ baseUrl: server.baseUrl });
const quill = new Quill({ baseUrl: server.baseUrl });

const fromCove = () => cove.chat.create({ model: "cove-2", messages: question, stream: true });

async function fromQuill() {
  const answer = await quill.completions.chat({ model: "quill-large", messages: question });
  if (!(answer instanceof QuillStream)) throw new Error("Expected a stream");
  return answer;
}

/** What was delivered, and how the stream ended. */
async function outcome(stream: AsyncIterable<unknown>): Promise<{ items: unknown[]; end: unknown }> {
  const items: unknown[] = [];
  try {
    for await (const item of stream) items.push(item);
    return { items, end: "done" };
  } catch (error) {
    return { items, end: error };
  }
}

const half = eventOf("two").slice(0, 20);

test.each<{ name: string; answer: Answer; code: string }>([
  { name: "a connection that breaks inside an event", answer: cutOff(eventOf("one"), half), code: "interrupted" },
  { name: "a connection that breaks between events", answer: cutOff(eventOf("one")), code: "interrupted" },
  { name: "a body that ends inside a line", answer: pieces([eventOf("one"), half]), code: "interrupted" },
  { name: "a body that ends before the blank line", answer: pieces([eventOf("one"), "id: 2\n"]), code: "unfinished" },
  { name: "a body that ends inside data", answer: pieces([eventOf("one"), "data: {}\n"]), code: "interrupted" },
  { name: "a body without the end mark", answer: pieces([eventOf("one")]), code: "unfinished" },
])("$name: $code", async ({ answer, code }) => {
  server.answer(answer);
  const want = { items: [chunk("one").value], end: expect.objectContaining({ name: "StreamError", code }) };
  const [fromOne, fromOther] = [await outcome(await fromCove()), await outcome(await fromQuill())];
  expect([fromOne, fromOther]).toEqual([want, want]);
  expect(fromOne.end).toBeInstanceOf(StreamError);
  expect(fromOther.end).toBeInstanceOf(QuillStreamError);
});

test("an error in the stream is an error, with its data", async () => {
  server.answer(pieces([eventOf("one"), 'event: error\ndata: {"message":"low tide"}\n\n', "data: [DONE]\n\n"]));
  const { items, end } = await outcome(await fromCove());
  expect(items).toEqual([chunk("one").value]);
  expect(end).toMatchObject({ name: "StreamError", code: "error-event", data: '{"message":"low tide"}' });
});

test("another end mark than the documented one is an issue, until it is named", async () => {
  server.answer(pieces([eventOf("one"), "data: [END]\n\n"]));
  const { items, end } = await outcome(await fromCove());
  expect(items).toEqual([chunk("one").value]);
  expect(end).toMatchObject({ name: "DecodeError", issues: [{ path: "ChatCompletionStreamEvent", code: "json" }] });
  const told = new Cove({ baseUrl: server.baseUrl, endMark: "[END]" });
  const stream = await told.chat.create({ model: "cove-2", messages: question, stream: true });
  expect(await outcome(stream)).toEqual({ items: [chunk("one").value], end: "done" });
});

test.each<{ name: string; leave: (stream: AsyncIterable<unknown> & { close(): Promise<void> }) => Promise<void> }>([
  {
    name: "break",
    leave: async (stream) => {
      for await (const _ of stream) break;
    },
  },
  {
    name: "throw",
    leave: async (stream) => {
      const loop = async (): Promise<void> => {
        for await (const _ of stream) throw new Error("mine");
      };
      await expect(loop()).rejects.toThrow("mine");
    },
  },
  { name: "close, unread", leave: (stream) => stream.close() },
])("the server sees the connection closed: $name", async ({ leave }) => {
  for (const start of [fromCove, fromQuill]) {
    const { closed } = server.answer(open(eventOf("one"), eventOf("two")));
    await leave(await start());
    await closed;
  }
});

test("the server sees the connection closed: an abort, which the reader learns", async () => {
  const { closed } = server.answer(open(eventOf("one")));
  const controller = new AbortController();
  const reason = new Error("enough");
  const request = { model: "cove-2", messages: question, stream: true } as const;
  const stream = await cove.chat.create(request, { signal: controller.signal });
  const items: unknown[] = [];
  const loop = async (): Promise<void> => {
    for await (const item of stream) {
      items.push(item);
      controller.abort(reason);
    }
  };
  await expect(loop()).rejects.toBe(reason);
  expect(items).toEqual([chunk("one").value]);
  await closed;
});
