import { getEventListeners, once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type CallOptions, createClient, type Middleware } from "../../templates/typescript/runtime/client.ts";
import { ConnectionError, TimeoutError } from "../../templates/typescript/runtime/errors.ts";
import type { EventStream } from "../../templates/typescript/runtime/event-stream.ts";
import { bytesReply, jsonReply } from "../../templates/typescript/runtime/reply.ts";
import { bytesBody, jsonBody } from "../../templates/typescript/runtime/request-body.ts";
import { eventReply } from "../../templates/typescript/runtime/stream-reply.ts";
import { addressOf, failureOf, promised, serve } from "./server.ts";

const json = jsonReply((input) => ({ value: input }), "Echo");
const get = { operation: "getEcho", method: "GET", path: "/echo", replies: [json] } as const;

describe("over the network", async () => {
  const closed = new Map<string, () => void>();
  const seen: IncomingMessage[] = [];
  const baseUrl = await serve((request, response) => {
    const [, kind, id = ""] = (request.url ?? "").split("/");
    seen.push(request);
    response.on("close", () => closed.get(id)?.());
    if (kind === "never") return;
    if (kind === "json") {
      response.setHeader("content-type", "application/json");
      response.end("1");
      return;
    }
    if (kind === "echo") {
      response.setHeader("content-type", "application/json");
      request.pipe(response);
      return;
    }
    response.writeHead(200, { "content-type": kind === "body" ? "application/json" : "text/event-stream" });
    if (kind === "slow") {
      response.write("data: 1\n\n");
      setTimeout(() => response.end("data: 2\n\ndata: [DONE]\n\n"), 700);
    } else if (kind === "silent") {
      response.write(": nothing yet\n\n");
    } else {
      response.write("data: 1\n\n", () => kind === "cut" && setTimeout(() => response.destroy(), 20));
    }
  });
  const client = createClient({ baseUrl });
  const end = { data: "[DONE]", yielded: false };
  const events = eventReply((input) => input, { name: "Event", end });
  let last = 0;

  /** An address of this kind, and a promise that the server sees its connection closed. */
  function address(kind: string) {
    const id = String(++last);
    const { promise, resolve } = promised();
    closed.set(id, resolve);
    return { path: `/${kind}/${id}`, closed: promise };
  }

  function watch(path: string, options?: CallOptions): Promise<EventStream<unknown>> {
    return client.call({ operation: "watch", method: "GET", path, replies: [events] }, options);
  }

  afterEach(() => closed.clear());

  test("a body goes there and back", async () => {
    const call = { ...get, method: "POST", body: jsonBody({ a: "é" }) };
    expect(await client.call(call)).toMatchObject({ value: { a: "é" } });
    const stream = bytesBody(new Blob(['{"a":', "2}"]).stream());
    expect(await client.call({ ...call, body: stream })).toMatchObject({ value: { a: 2 } });
  });

  describe("bytes as a stream", () => {
    const download = (path: string, options: Omit<CallOptions, "rawResponse"> = {}) =>
      client.call(
        { operation: "download", method: "GET", path, replies: [bytesReply()] },
        { ...options, rawResponse: "stream" },
      );

    test("come as the server sends them", async () => {
      const { path } = address("slow");
      const { data } = await download(path, { timeout: 500 });
      const chunks: string[] = [];
      for await (const chunk of data) chunks.push(new TextDecoder().decode(chunk));
      expect(chunks).toEqual(["data: 1\n\n", "data: 2\n\ndata: [DONE]\n\n"]);
    });

    test("free the connection when they are cancelled", async () => {
      const { path, closed } = address("open");
      const { data } = await download(path);
      for await (const _ of data) break;
      await closed;
    });

    test("stop with the signal, and let go of it", async () => {
      const { path, closed } = address("open");
      const controller = new AbortController();
      const { data } = await download(path, { signal: controller.signal });
      const reader = data.getReader();
      await reader.read();
      const next = failureOf(reader.read());
      controller.abort(new Error("mine"));
      expect(await next).toEqual(new Error("mine"));
      await closed;
      expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    });

    test("fail where the connection breaks", async () => {
      const { data } = await download(address("cut").path);
      expect(await failureOf(new Response(data).text())).toBeInstanceOf(ConnectionError);
    });
  });

  test.each<{ name: string; leave: (stream: EventStream<unknown>) => Promise<void> }>([
    {
      name: "break",
      leave: async (stream) => {
        for await (const _ of stream) break;
      },
    },
    {
      name: "throw",
      leave: async (stream) => {
        const reading = async () => {
          for await (const _ of stream) throw new Error("mine");
        };
        await failureOf(reading());
      },
    },
    { name: "close before reading", leave: (stream) => stream.close() },
    {
      name: "close while an item is awaited",
      leave: async (stream) => {
        const items = stream[Symbol.asyncIterator]();
        expect(await items.next()).toEqual({ done: false, value: 1 });
        const pending = items.next();
        await stream.close();
        expect(await pending).toEqual({ done: true, value: undefined });
      },
    },
  ])("the server sees that a stream is left by $name", async ({ leave }) => {
    const { path, closed } = address("open");
    await leave(await watch(path));
    await closed;
  });

  test.each([undefined, 5000])("an abort ends a stream and its connection, with a timeout of %s", async (timeout) => {
    const { path, closed } = address("open");
    const controller = new AbortController();
    const items = (await watch(path, { signal: controller.signal, timeout }))[Symbol.asyncIterator]();
    await items.next();
    const pending = failureOf(items.next());
    controller.abort();
    expect(await pending).toMatchObject({ name: "AbortError" });
    await closed;
  });

  test("a connection that is cut inside a stream is an interruption", async () => {
    const items = (await watch(address("cut").path))[Symbol.asyncIterator]();
    await items.next();
    expect(await failureOf(items.next())).toMatchObject({
      name: "StreamError",
      code: "interrupted",
      cause: expect.any(Error),
    });
  });

  test("an abort before the answer gives the reason, and closes the connection", async () => {
    const { path, closed } = address("never");
    const controller = new AbortController();
    const reason = new Error("enough");
    const pending = failureOf(watch(path, { signal: controller.signal, timeout: 5000 }));
    await vi.waitFor(() => expect(seen.some((request) => request.url === path)).toBe(true));
    controller.abort(reason);
    expect(await pending).toBe(reason);
    await closed;
  });

  test("an abort before the call sends nothing, and asks for no credentials", async () => {
    const reason = new Error("enough");
    const authorize = vi.fn();
    const fetch = vi.fn();
    const made = createClient({ baseUrl, authorize, fetch });
    expect(await failureOf(made.call(get, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(authorize).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
  });

  test("an abort inside the body of an error gives the reason", async () => {
    const controller = new AbortController();
    const failing: Middleware = async (request, next) => new Response((await next(request)).body, { status: 500 });
    const made = createClient({ baseUrl, use: [failing], onResponse: () => controller.abort() });
    const call = { ...get, path: address("body").path };
    expect(await failureOf(made.call(call, { signal: controller.signal }))).toMatchObject({ name: "AbortError" });
  });

  test("no answer in time is a TimeoutError", async () => {
    const { path, closed } = address("never");
    const failure = await failureOf(watch(path, { timeout: 30 }));
    expect(failure).toBeInstanceOf(TimeoutError);
    expect(failure).toMatchObject({ message: "No answer within 30 ms" });
    await closed;
  });

  test("nor is a body that does not come in time", async () => {
    const { path, closed } = address("body");
    expect(await failureOf(client.call({ ...get, path }, { timeout: 30 }))).toBeInstanceOf(TimeoutError);
    await closed;
  });

  test("a stream may last longer", async () => {
    const items: unknown[] = [];
    for await (const item of await watch(address("slow").path, { timeout: 500 })) items.push(item);
    expect(items).toEqual([1, 2]);
  });

  test("a stream that does not begin in time is a TimeoutError, and closes the connection", async () => {
    const { path, closed } = address("silent");
    expect(await failureOf(watch(path, { timeout: 50 }))).toBeInstanceOf(TimeoutError);
    await closed;
  });

  test("no time at all is a limit too, though `fetch` follows no signal", async () => {
    const body = new ReadableStream<Uint8Array>();
    const deaf = createClient({ baseUrl, fetch: async () => new Response(body) });
    expect(await failureOf(deaf.call({ ...get, path: "/" }, { timeout: 0 }))).toBeInstanceOf(TimeoutError);
  });

  test("Infinity lifts the time limit of the client", async () => {
    const limited = createClient({ baseUrl, timeout: 0 });
    expect(await failureOf(limited.call({ ...get, path: address("never").path }))).toBeInstanceOf(TimeoutError);
    expect(await limited.call({ ...get, method: "POST", body: jsonBody(1) }, { timeout: Infinity })).toMatchObject({
      value: 1,
    });
  });

  test("a port that nobody listens on is a ConnectionError", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const free = addressOf(server);
    server.close();
    await once(server, "close");
    const failure = await failureOf(createClient({ baseUrl: free }).call(get));
    expect(failure).toBeInstanceOf(ConnectionError);
    expect(failure).toMatchObject({
      message: `getEcho: no answer from ${free}`,
      cause: { cause: { code: "ECONNREFUSED" } },
    });
  });

  test("a signal of a thousand calls keeps no listener of theirs", async () => {
    const { signal } = new AbortController();
    const call = { ...get, path: "/json" };
    for (let round = 0; round < 100; round += 1) {
      const calls = Array.from({ length: 10 }, (_, index) =>
        client.call(call, { signal, ...(index % 2 === 0 && { timeout: 5000 }) }),
      );
      await Promise.all(calls);
    }
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
