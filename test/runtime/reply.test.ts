import { describe, expect, expectTypeOf, test, vi } from "vitest";
import {
  type Decoding,
  decode,
  freeObject,
  isObject,
  type Key,
  number,
  type Reader,
  string,
} from "../../templates/typescript/runtime/decode.ts";
import { ApiError, ConnectionError, DecodeError } from "../../templates/typescript/runtime/errors.ts";
import { EventStream } from "../../templates/typescript/runtime/event-stream.ts";
import type { DecodeOptions, Decoder } from "../../templates/typescript/runtime/issue.ts";
import {
  anyReply,
  bytesReply,
  either,
  emptyReply,
  jsonReply,
  type Reply,
  readError,
  readReply,
  textReply,
} from "../../templates/typescript/runtime/reply.ts";
import { eventReply, jsonLinesReply } from "../../templates/typescript/runtime/stream-reply.ts";
import { failureOf, promised, serve } from "./server.ts";

interface Port {
  readonly port: unknown;
  readonly options: DecodeOptions | undefined;
}

/** Shows what it was called with. */
function decodePort(input: unknown, options?: DecodeOptions): Port {
  return { port: input, options };
}

const json = jsonReply(decodePort, "Port");
const events = eventReply(decodePort, { name: "PortEvent" });
const lines = jsonLinesReply(decodePort, { name: "PortLine" });
const all = [json, events, lines, textReply(), bytesReply(), emptyReply()] as const;

function answer(body: string | null, type?: string, init?: ResponseInit): Response {
  const response = new Response(body === null ? null : new TextEncoder().encode(body), init);
  if (type !== undefined) response.headers.set("content-type", type);
  return response;
}

/** A body that stays open, and whether it was cancelled. */
function openAnswer(type: string, ...pieces: string[]) {
  const cancel = vi.fn();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
    },
    cancel,
  });
  return { response: new Response(body, { headers: { "content-type": type } }), cancel };
}

async function itemsOf(stream: unknown): Promise<unknown[]> {
  if (!(stream instanceof EventStream)) throw new Error("no stream");
  const items = [];
  for await (const item of stream) items.push(item);
  return items;
}

describe("the content type tells the form", () => {
  const port = { port: { a: 1 }, options: {} };
  test.each<{ type: string | undefined; body: string; want: unknown }>([
    { type: "application/json", body: '{"a":1}', want: port },
    { type: "Application/JSON; charset=utf-8", body: '{"a":1}', want: port },
    { type: "application/problem+json", body: '{"a":1}', want: port },
    { type: "text/json", body: '{"a":1}', want: port },
    { type: "text/event-stream;charset=utf-8", body: 'data: {"a":1}\n\n', want: [port] },
    { type: "application/jsonl", body: '{"a":1}\n', want: [port] },
    { type: "application/x-ndjson", body: '{"a":1}\n', want: [port] },
    { type: "application/ndjson", body: '{"a":1}\n', want: [port] },
    { type: "application/x-jsonlines", body: '{"a":1}\n', want: [port] },
    { type: "application/json-lines", body: '{"a":1}\n', want: [port] },
    { type: "text/plain", body: "hello", want: "hello" },
    { type: "text/csv", body: "a,b", want: "a,b" },
    { type: "application/pdf", body: "%PDF", want: new TextEncoder().encode("%PDF") },
    { type: undefined, body: "%PDF", want: new TextEncoder().encode("%PDF") },
  ])("$type", async ({ type, body, want }) => {
    const read = async (replies: readonly Reply<unknown>[]) => {
      const value = await readReply(answer(body, type), { replies }, {});
      return value instanceof EventStream ? itemsOf(value) : value;
    };
    expect(await read(all)).toEqual(want);
  });

  test.each<{ name: string; response: Response }>([
    { name: "204", response: answer(null, undefined, { status: 204 }) },
    { name: "205", response: answer(null, undefined, { status: 205 }) },
    { name: "content-length: 0", response: answer("", "application/json", { headers: { "content-length": "0" } }) },
    { name: "no body", response: answer(null, "application/json") },
  ])("nothing: $name", async ({ response }) => {
    expect(await readReply(response, { replies: all })).toBeUndefined();
  });

  test.each([undefined, ""])("nothing: an empty body that does not say so, with the content type %j", async (type) => {
    expect(await readReply(answer("", type), { replies: [json, emptyReply()] })).toBeUndefined();
  });

  test.each([
    { type: "text/html", accept: "application/json, text/event-stream", received: "text/html" },
    { type: undefined, accept: "application/json", received: "none" },
  ])("none of several: $type", async ({ type, accept, received }) => {
    const failure = await failureOf(
      readReply(answer("<html>", type), { accept, replies: [json, events, emptyReply()] }),
    );
    expect(failure).toBeInstanceOf(DecodeError);
    expect(failure).toMatchObject({
      issues: [
        {
          path: "content-type",
          code: "content-type",
          expected: accept,
          received,
        },
      ],
    });
  });

  test("none of several cancels the body", async () => {
    const { response, cancel } = openAnswer("text/html", "<html>");
    await failureOf(readReply(response, { replies: [json, events] }));
    expect(cancel).toHaveBeenCalled();
  });
});

describe("a single form is tried whatever the content type", () => {
  test.each<{ name: string; reply: Reply<unknown>; want: unknown }>([
    { name: "JSON", reply: json, want: { port: [1], options: {} } },
    { name: "a text", reply: textReply(), want: "[1]" },
    { name: "bytes", reply: bytesReply(), want: new TextEncoder().encode("[1]") },
    { name: "no body", reply: emptyReply(), want: undefined },
  ])("$name", async ({ reply, want }) => {
    for (const type of ["text/html", undefined, "image/png"]) {
      expect(await readReply(answer("[1]", type), { replies: [reply] })).toEqual(want);
    }
  });

  test.each([
    { type: "application/json", body: '"a\\nb"', want: "a\nb" },
    { type: "application/problem+json; charset=utf-8", body: '"a"', want: "a" },
    // No string, or no JSON at all: nothing is lost.
    { type: "application/json", body: '{"a":1}', want: '{"a":1}' },
    { type: "application/json", body: "a", want: "a" },
    { type: "text/plain", body: '"a"', want: '"a"' },
  ])("a text that is $type: $body", async ({ type, body, want }) => {
    expect(await readReply(answer(body, type), { replies: [textReply()] })).toBe(want);
  });

  test("streams", async () => {
    expect(await itemsOf(await readReply(answer("data: 1\n\n"), { replies: [events] }, {}))).toEqual([
      { port: 1, options: {} },
    ]);
    expect(await itemsOf(await readReply(answer("1\n2"), { replies: [lines] }, {}))).toEqual([
      { port: 1, options: {} },
      { port: 2, options: {} },
    ]);
  });

  test("an unexpected body is cancelled", async () => {
    const { response, cancel } = openAnswer("text/plain", "ok");
    expect(await readReply(response, { replies: [emptyReply()] })).toBeUndefined();
    expect(cancel).toHaveBeenCalled();
  });

  test.each([
    { body: "<html>", received: "other text" },
    { body: "", received: "no text" },
  ])("JSON that is none: $body", async ({ body, received }) => {
    const failure = await failureOf(readReply(answer(body, "application/json"), { replies: [json] }));
    expect(failure).toBeInstanceOf(DecodeError);
    expect(failure).toMatchObject({
      issues: [{ path: "Port", code: "json", expected: "JSON", received }],
    });
    // The platform's own error would quote the text.
    expect(failure).not.toHaveProperty("cause");
  });
});

test("the decoder is given the options, and fails as it does", async () => {
  const onIssue = (): void => {};
  const options = { validate: "lenient", onIssue } as const;
  expect(await readReply(answer("1"), { replies: [json] }, options)).toEqual({ port: 1, options });
  const error = new DecodeError([]);
  const broken = jsonReply<never>(() => {
    throw error;
  }, "Port");
  expect(await failureOf(readReply(answer("1"), { replies: [broken] }))).toBe(error);
});

test.each([
  ["no body", answer(null, undefined, { status: 204 }), undefined],
  ["an empty one", answer("", "application/json"), undefined],
  ["null", answer("null", "application/json"), { port: null, options: {} }],
  ["JSON of another type", answer("1", "text/plain"), { port: 1, options: {} }],
])("what may be anything may be %s", async (_, response, want) => {
  expect(await readReply(response, { replies: [anyReply(decodePort, "Port")] })).toEqual(want);
});

test("a body that was read cannot be read again", async () => {
  const response = answer("1");
  await response.text();
  expect(await failureOf(readReply(response, { replies: [json] }))).toBeInstanceOf(TypeError);
});

describe("items of a stream", () => {
  const end = { data: "[DONE]", yielded: true } as const;
  const body = "data: 1\n\ndata: [DONE]\n\n";
  const first = { port: 1 };

  test.each<{ name: string; reply: Reply<unknown>; endMark?: string; body?: string; want: unknown[] }>([
    {
      name: "a documented mark",
      reply: eventReply(decodePort, { name: "X", end: { ...end, yielded: false } }),
      want: [first],
    },
    { name: "a mark that is an item", reply: eventReply(decodePort, { name: "X", end }), want: [first, "[DONE]"] },
    { name: "a mark that the caller knows", reply: events, endMark: "[DONE]", want: [first] },
    {
      name: "the caller knows the documented mark",
      reply: eventReply(decodePort, { name: "X", end }),
      endMark: "[DONE]",
      want: [first, "[DONE]"],
    },
    {
      name: "the caller knows better",
      reply: eventReply(decodePort, { name: "X", end }),
      endMark: "bye",
      body: "data: 1\n\ndata: bye\n\n",
      want: [first],
    },
    { name: "texts", reply: eventReply("text", { name: "X" }), want: ["1", "[DONE]"] },
    { name: "texts with a mark", reply: eventReply("text", { name: "X", end }), want: ["1", "[DONE]"] },
    {
      name: "lines with a mark",
      reply: jsonLinesReply(decodePort, { name: "X", end }),
      body: "1\n[DONE]\n",
      want: [first, "[DONE]"],
    },
  ])("$name", async ({ reply, endMark, body: given = body, want }) => {
    expect(await itemsOf(await readReply(answer(given), { replies: [reply] }, { endMark }))).toMatchObject(want);
  });

  test("a mark that nobody stated is told from other text", async () => {
    const { response, cancel } = openAnswer("text/event-stream", body);
    const stream = await readReply(response, { replies: [events] });
    const failure = await failureOf(itemsOf(stream));
    expect(failure).toBeInstanceOf(DecodeError);
    expect(String(failure)).toBe("DecodeError: PortEvent: expected JSON (or `endMark`), received other text");
    expect(failure).toMatchObject({ issues: [{ code: "json" }] });
    expect(cancel).toHaveBeenCalled();
  });

  test("have the type of their decoder, and of the mark", async () => {
    const marked = eventReply(decodePort, { name: "X", end });
    const silent = eventReply(decodePort, { name: "X", end: { data: "[DONE]", yielded: false } });
    const either = readReply(answer("1"), { replies: [json, silent, emptyReply()] });
    either.catch(() => {});
    expectTypeOf(marked).toEqualTypeOf<Reply<EventStream<Port | "[DONE]">>>();
    expectTypeOf(silent).toEqualTypeOf<Reply<EventStream<Port>>>();
    expectTypeOf(eventReply("text", { name: "X", end })).toEqualTypeOf<Reply<EventStream<string>>>();
    expectTypeOf(either).toEqualTypeOf<Promise<Port | EventStream<Port> | undefined>>();
  });
});

describe("an error status", () => {
  test.each([
    { body: '{"detail":"x"}', want: { detail: "x" }, message: "404 Not Found: x" },
    { body: "oops", want: "oops", message: "404 Not Found" },
    { body: "", want: "", message: "404 Not Found" },
  ])("is an ApiError with the body $body", async ({ body, want, message }) => {
    const response = answer(body, "text/html", { status: 404, statusText: "Not Found", headers: { "x-id": "7" } });
    const failure = await failureOf(readReply(response, { replies: [json] }));
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ status: 404, body: want, response, message });
  });

  test.each([
    { body: '{"berth":"A"}', want: "Occupied" },
    { body: '{"from":1}', want: "Closed" },
    { body: '{"from":"noon"}', want: "Occupied" },
    { body: "oops", want: "ApiError" },
  ])("with several documented errors is the one that $body fits, else the first", async ({ body, want }) => {
    class Occupied extends ApiError {
      override readonly name = "Occupied";
    }
    class Closed extends ApiError {
      override readonly name = "Closed";
    }
    const has = (field: string, read: Reader<unknown>): Decoder<unknown> => {
      const parse: Reader<unknown> = (value, at, key) => {
        if (!isObject(value)) return at.mismatch(value, key, "an object");
        read(value[field], at, field);
        return value;
      };
      return (input, options) => decode("Fault", parse, input, options);
    };
    const errors = { 409: either([Occupied, has("berth", string)], [Closed, has("from", number)]) };
    for (const validate of ["lenient", "strict", "off"] as const) {
      const failure = await readError(answer(body, undefined, { status: 409 }), errors, { validate });
      expect(failure.name).toBe(want);
      expect(failure.body).toEqual(body.startsWith("{") ? JSON.parse(body) : body);
    }
  });

  class General extends ApiError {
    declare readonly body: object;
  }
  class Field extends ApiError {
    declare readonly body: object;
  }
  /** A model of required texts. */
  const texts = (names: readonly string[]) => (input: unknown, options?: DecodeOptions) => {
    const read = (value: unknown, at: Decoding, key: Key): object => {
      if (!isObject(value)) return at.mismatch(value, key, "an object");
      at.enter(key);
      const model = Object.fromEntries(names.map((name) => [name, string(value[name], at, name)]));
      return at.close(model, value) ? model : at.keep(model, value, names);
    };
    return decode("Problem", read, input, options);
  };
  test.each([
    ["all that both have", '{"message":"x"}', General, []],
    ["what one has alone", '{"message":"x","field":"y"}', Field, []],
    ["no name of them, in part", '{"message":"x","code":1}', General, []],
    ["nothing of either", '{"code":1}', ApiError, []],
    ["no object", "[]", General, ["Problem"]],
    ["a text", "oops", ApiError, []],
  ])("with several documented errors has the class of that which fits %s", async (_title, body, ErrorClass, issues) => {
    const general = [General, texts(["message"])] as const;
    const free = [
      ApiError,
      (input: unknown, options?: DecodeOptions) => decode("Free", freeObject, input, options),
    ] as const;
    const errors = { "4XX": either(general, [Field, texts(["message", "field"])], free, general) };
    const onIssue = vi.fn();
    const failure = await readError(answer(body, undefined, { status: 422 }), errors, { onIssue });
    expect(failure.constructor).toBe(ErrorClass);
    expect(onIssue.mock.calls.map(([{ path }]) => path)).toEqual(issues);
  });

  test("documented errors are of their classes", async () => {
    class NotFound extends ApiError {
      declare readonly body: Port;
      override readonly name = "NotFound";
    }
    const response = answer('{"a":1}', undefined, { status: 404 });
    const failure = await readError(response, { 404: [NotFound, decodePort] }, {});
    expect(failure).toBeInstanceOf(NotFound);
    expect(failure).toMatchObject({ body: { port: { a: 1 }, options: { validate: "lenient" } } });
  });
});

describe("over the network", async () => {
  const gone = promised();
  const base = await serve((request, response) => {
    response.on("close", () => request.url === "/wait" && gone.resolve());
    const cut = request.url === "/cut";
    response.writeHead(request.headers["x-status"] ? Number(request.headers["x-status"]) : 200, {
      "content-type": "application/json",
      ...(cut && { "content-length": 100 }),
    });
    response.write('{"a":', () => cut && response.socket?.destroy());
  });

  test("a connection that breaks inside a body is a ConnectionError", async () => {
    const failure = await failureOf(readReply(await fetch(`${base}/cut`), { replies: [json] }));
    expect(failure).toBeInstanceOf(ConnectionError);
    expect(failure).toMatchObject({ cause: expect.any(TypeError) });
  });

  test("and does not hide an error status", async () => {
    const response = await fetch(`${base}/cut`, { headers: { "x-status": "503" } });
    expect(await failureOf(readReply(response, { replies: [json] }))).toMatchObject({
      name: "ApiError",
      status: 503,
      body: "",
    });
  });

  test("a signal that the request did not have stops the reading and closes the connection", async () => {
    const response = await fetch(`${base}/wait`);
    const controller = new AbortController();
    const reading = failureOf(readReply(response, { replies: [json] }, { signal: controller.signal }));
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await reading).toBe(reason);
    await gone.promise;
  });
});

describe("a single form and a content type that tells of another one", () => {
  test.each([
    ["JSON where a stream is documented", eventReply("text", { name: "Chunk" }), "application/json"],
    ["a stream where JSON is documented", jsonReply((input) => input, "Model"), "text/event-stream"],
  ])("%s is an issue of the content type", async (_title, reply, type) => {
    const response = new Response("{}", { headers: { "content-type": type } });
    await expect(readReply(response, { replies: [reply] })).rejects.toMatchObject({
      issues: [{ path: "content-type", code: "content-type", received: type }],
    });
  });
});
