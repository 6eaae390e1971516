import { describe, expect, test } from "vitest";
import { type CallOptions, createClient } from "../../templates/typescript/runtime/client.ts";
import type { EventStream } from "../../templates/typescript/runtime/event-stream.ts";
import { readReply } from "../../templates/typescript/runtime/reply.ts";
import { eventReply, jsonLinesReply } from "../../templates/typescript/runtime/stream-reply.ts";
import { failureOf, promised, serve } from "./server.ts";
import { outcome } from "./streams.ts";

describe("the server sees its connection close", async () => {
  let closed = promised();
  const baseUrl = await serve((request, response) => {
    response.on("close", () => closed.resolve());
    const isLines = request.url === "/lines";
    response.writeHead(200, { "content-type": isLines ? "application/jsonl" : "text/event-stream" });
    const first = { "/lines": '"a"\n', "/silent": ": nothing\n\n", "/error": 'data: {"error":{"code":7}}\n\n' }[
      request.url ?? ""
    ];
    response.write(first ?? 'data: "a"\n\n');
  });
  const replies = [
    eventReply((input) => input, { name: "Item", end: { data: "[DONE]", yielded: false } }),
    jsonLinesReply((input) => input, { name: "Item" }),
  ];

  /** By the client, and by a function that reads a response. */
  const doors: Record<string, (path: string, options: CallOptions) => Promise<EventStream<unknown>>> = {
    client: (path, options) =>
      createClient({ baseUrl }).call({ operation: "watch", method: "GET", path, replies }, options),
    readX: async (path, options) => readReply(await fetch(baseUrl + path), { replies }, options),
  };

  const ways: Record<string, (open: (options?: CallOptions) => Promise<EventStream<unknown>>) => Promise<unknown>> = {
    "break out of the loop": async (open) => {
      for await (const _ of await open()) break;
    },
    "an error in the loop": (open) =>
      failureOf(
        (async () => {
          for await (const _ of await open()) throw new Error("mine");
        })(),
      ),
    "break out of the messages": async (open) => {
      for await (const _ of (await open()).messages()) break;
    },
    "await using": async (open) => {
      await using stream = await open();
      await stream[Symbol.asyncIterator]().next();
    },
    "close, of a stream that nobody reads": async (open) => (await open()).close(),
    "the signal, of a stream that nobody reads": async (open) => {
      const controller = new AbortController();
      await open({ signal: controller.signal });
      controller.abort();
    },
    "the signal, while an item is awaited": async (open) => {
      const controller = new AbortController();
      const items = (await open({ signal: controller.signal }))[Symbol.asyncIterator]();
      await items.next();
      const next = failureOf(items.next());
      controller.abort();
      expect(await next).toMatchObject({ name: "AbortError" });
    },
    idleTimeout: async (open) => {
      const stream = await open({ idleTimeout: 30 });
      expect(await outcome(stream)).toMatchObject({ items: ["a"], end: { name: "TimeoutError" } });
    },
    "cancel of the web stream": async (open) => (await open()).toReadableStream().cancel(),
    "cancel of both halves": async (open) => {
      const [left, right] = (await open()).tee();
      await Promise.all([left.cancel(), right.cancel()]);
    },
  };

  for (const [door, open] of Object.entries(doors)) {
    for (const path of ["/events", "/lines"]) {
      test.each(Object.entries(ways))(`${door}, ${path}: %s`, async (_name, leave) => {
        closed = promised();
        await leave((options = {}) => open(path, options));
        await closed.promise;
      });
    }

    test(`${door}: the signal, while the first item is awaited`, async () => {
      closed = promised();
      const controller = new AbortController();
      const opened = failureOf(open("/silent", { signal: controller.signal }));
      setTimeout(() => controller.abort(), 30);
      expect(await opened).toMatchObject({ name: "AbortError" });
      await closed.promise;
    });

    test(`${door}: an error as the first item`, async () => {
      closed = promised();
      expect(await failureOf(open("/error", {}))).toMatchObject({ code: "error-event", body: { error: { code: 7 } } });
      await closed.promise;
    });
  }
});
