import { expect, test } from "vitest";
import { createChatCompletion } from "../../../output/cove/src/chat.ts";
import { createClient } from "../../../output/cove/src/client.ts";
import { Cove, EventStream, type Middleware } from "../../../output/cove/src/index.ts";
import { Quill, EventStream as QuillStream } from "../../../output/quill/src/index.ts";
import { json, pieces, startServer, text } from "./api-server.ts";
import { chunk, coveCompletion, eventOf, question } from "./payloads.ts";

const server = await startServer();
const options = { baseUrl: server.baseUrl, validate: "strict" } as const;
const cove = new Cove(options);

// Everything that a line, an event and a character can be cut in: CRLF, CR and LF, a comment, a field of more than one
// line, a field without a space, characters of two to four bytes.
const body = Buffer.from(
  [
    ": tide tables\r\n\r\n",
    `id: 1\r\nevent: chunk\r\ndata: ${JSON.stringify(chunk("é ☂ 🦀").wire)}\r\n\r\n`,
    `data:${JSON.stringify(chunk("two").wire, null, 1).replaceAll("\n", "\ndata:")}\n\n`,
    `retry: 250\rdata: ${JSON.stringify(chunk("three").wire)}\r\r`,
    // The last byte counts: an end mark is over with its blank line, and what follows is never read.
    "data: [DONE]\n\n",
  ].join(""),
);
const events = [chunk("é ☂ 🦀").value, chunk("two").value, chunk("three").value];
const messages = [{ data: events[0], event: "chunk", id: "1" }, { data: events[1] }, { data: events[2], retry: 250 }];
const done = { data: "[DONE]" };

async function fromCove(...use: Middleware[]): Promise<unknown[]> {
  const client = new Cove({ ...options, use });
  return messagesOf(await client.chat.create({ model: "cove-2", messages: question, stream: true }));
}

async function fromQuill(...use: Middleware[]): Promise<unknown[]> {
  const client = new Quill({ ...options, use });
  const answer = await client.completions.chat({ model: "quill-large", messages: question });
  if (!(answer instanceof QuillStream)) throw new Error("Expected a stream");
  return messagesOf(answer);
}

/** The items in their envelopes, where a line that is cut wrongly shows first. */
function messagesOf(stream: { messages(): AsyncIterable<unknown> }): Promise<unknown[]> {
  return itemsOf(stream.messages());
}

async function itemsOf(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

const offsets = Array.from(body.keys());

/** Sends the body in pieces that reach the SDK as they are, which the test makes sure of. */
async function cutAt(cuts: readonly number[], read: (client: Middleware) => Promise<unknown[]>): Promise<unknown[]> {
  const ends = [...cuts.filter((cut) => cut > 0), body.length];
  const sizes = ends.map((end, index) => end - (ends[index - 1] ?? 0));
  const wire = watched();
  server.answer(
    pieces(
      ends.map((end, index) => body.subarray(ends[index - 1] ?? 0, end)),
      wire.arrived,
    ),
  );
  const items = await read(wire.middleware);
  expect(wire.sizes).toEqual(sizes);
  return items;
}

/** Lets the server know what has reached the client: it sends no further piece before, so that none are joined. */
function watched(): {
  readonly middleware: Middleware;
  readonly arrived: (bytes: number) => Promise<void>;
  readonly sizes: readonly number[];
} {
  const sizes: number[] = [];
  let awaited = { bytes: 0, resolve: (): void => {} };
  let received = 0;
  const tap = (piece: Uint8Array): void => {
    sizes.push(piece.length);
    received += piece.length;
    if (received >= awaited.bytes) awaited.resolve();
  };
  return {
    sizes,
    arrived: (bytes) =>
      new Promise((resolve) => {
        if (received >= bytes) resolve();
        else awaited = { bytes, resolve };
      }),
    middleware: async (request, next) => {
      const response = await next(request);
      const transform = new TransformStream<Uint8Array, Uint8Array>({
        transform(piece, controller) {
          tap(piece);
          controller.enqueue(piece);
        },
      });
      return new Response(response.body?.pipeThrough(transform) ?? null, response);
    },
  };
}

test("cove: cut in two at every byte", async () => {
  for (const offset of offsets) expect(await cutAt([offset], fromCove), `cut at ${offset}`).toEqual(messages);
});

test("quill: cut in two at every byte, and the documented last event is delivered", async () => {
  const want = [...messages, done];
  for (const offset of offsets) expect(await cutAt([offset], fromQuill), `cut at ${offset}`).toEqual(want);
});

test("one byte at a time", async () => {
  expect(await cutAt(offsets, fromCove)).toEqual(messages);
  expect(await cutAt(offsets, fromQuill)).toEqual([...messages, done]);
});

test("nothing is read behind the end mark", async () => {
  server.answer(pieces([eventOf("one"), "data: [DONE]\n\n", eventOf("late"), "data: no JSON\n\n"]));
  expect(await fromCove()).toEqual([{ data: chunk("one").value }]);
  expect(await fromQuill()).toEqual([{ data: chunk("one").value }, done]);
});

test("the end mark ends a stream even where its own end is missing", async () => {
  server.answer(pieces([eventOf("one"), "data: [DONE]"]));
  expect(await fromCove()).toEqual([{ data: chunk("one").value }]);
  expect(await fromQuill()).toEqual([{ data: chunk("one").value }, done]);
});

test("the items alone, and the response that holds them", async () => {
  server.answer(pieces([body]));
  const stream = await cove.chat.create({ model: "cove-2", messages: question, stream: true });
  expect(stream.response.headers.get("content-type")).toBe("text/event-stream");
  expect(await itemsOf(stream)).toEqual(events);
});

test("the same as a web stream", async () => {
  server.answer(pieces([body]));
  const stream = await cove.chat.create({ model: "cove-2", messages: question, stream: true });
  const [left, right] = stream.toReadableStream().tee();
  expect(await Promise.all([itemsOf(left), itemsOf(right)])).toEqual([events, events]);
});

test.each([
  { stream: true, answer: pieces([eventOf("one"), "data: [DONE]\n\n"]), want: [chunk("one").value] },
  { stream: false, answer: json(coveCompletion.wire), want: coveCompletion.value },
  { stream: undefined, answer: json(coveCompletion.wire), want: coveCompletion.value },
])("cove: `stream: $stream` is sent, and tells what comes", async ({ stream, answer, want }) => {
  server.answer(answer);
  const request = { model: "cove-2", messages: question, stream };
  const read = (given: unknown): unknown => (given instanceof EventStream ? itemsOf(given) : given);
  const client = createClient({ baseUrl: server.baseUrl });
  expect(await read(await cove.chat.create(request))).toEqual(want);
  expect(await read(await createChatCompletion(client, request))).toEqual(want);
  const sent = { model: "cove-2", messages: question, ...(stream === undefined ? {} : { stream }) };
  expect(server.seen.map((one) => one.body)).toStrictEqual([sent, sent]);
});

test("a chunk that does not fit is an issue, and in strict mode the end", async () => {
  server.answer(pieces(['data: {"id":1,"object":"o","created":1,"model":"m","choices":[]}\n\n', "data: [DONE]\n\n"]));
  const issues: unknown[] = [];
  const lenient = new Cove({ baseUrl: server.baseUrl, onIssue: (issue) => void issues.push(issue) });
  const request = { model: "cove-2", messages: question, stream: true } as const;
  expect(await itemsOf(await lenient.chat.create(request))).toMatchObject([{ id: 1 }]);
  const issue = { path: "ChatCompletionStreamEvent.id", code: "type", expected: "a string", received: "a number" };
  expect(issues).toEqual([issue]);
  await expect(fromCove()).rejects.toMatchObject({ name: "DecodeError", issues: [issue] });
});

test("another content type than the documented ones is told", async () => {
  server.answer(text("<html>", "text/html"));
  await expect(fromCove()).rejects.toMatchObject({
    name: "DecodeError",
    issues: [{ code: "content-type", received: "text/html" }],
  });
});
