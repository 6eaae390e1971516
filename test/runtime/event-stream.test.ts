import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { StreamError } from "../../templates/typescript/runtime/errors.ts";
import type { EventStream } from "../../templates/typescript/runtime/event-stream.ts";
import { failureOf } from "./server.ts";
import { bodyOf, itemsIn, openBody, outcome, streamOf } from "./streams.ts";

const mark = { data: "[DONE]", yielded: false };
const lastItem = { data: "[DONE]", yielded: true };

describe("leaving", () => {
  test.each<{ name: string; leave: (stream: EventStream<string>) => Promise<void> }>([
    {
      name: "break",
      leave: async (stream) => {
        for await (const _ of stream) break;
      },
    },
    {
      name: "return",
      leave: async (stream) => {
        for await (const _ of stream) return;
      },
    },
    {
      name: "throw",
      leave: async (stream) => {
        await failureOf(
          (async () => {
            for await (const _ of stream) throw new Error("mine");
          })(),
        );
      },
    },
    {
      name: "break out of the messages",
      leave: async (stream) => {
        for await (const _ of stream.messages()) break;
      },
    },
    { name: "close", leave: (stream) => stream.close() },
    { name: "await using", leave: async (stream) => stream[Symbol.asyncDispose]() },
    { name: "cancel of the web stream", leave: (stream) => stream.toReadableStream().cancel() },
    {
      name: "a reader that fails",
      leave: async (stream) => {
        await stream
          .toReadableStream()
          .pipeTo(
            new WritableStream({
              write() {
                throw new Error("mine");
              },
            }),
          )
          .catch(() => {});
      },
    },
  ])("$name cancels the body", async ({ leave }) => {
    const { response, state } = openBody("data: a\n\ndata: b\n\n");
    await leave(streamOf(response));
    expect(state.isCancelled).toBe(true);
  });

  test("an item that cannot be read fails as it is, and cancels the body", async () => {
    const { response, state } = openBody("data: a\n\ndata: b\n\n");
    const error = new TypeError("mine");
    const read = (): string => {
      throw error;
    };
    const items = streamOf(response, { read })[Symbol.asyncIterator]();
    expect(await failureOf(items.next())).toBe(error);
    expect(state.isCancelled).toBe(true);
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });

  test("the mark cancels the rest of the body", async () => {
    const { response, state } = openBody("data: a\n\ndata: [DONE]\n\n");
    expect(await outcome(streamOf(response, { end: mark }))).toEqual({ items: ["a"], end: "done" });
    expect(state.isCancelled).toBe(true);
  });

  test("close does not wait for a pending item, which is then the end", async () => {
    const { response, state } = openBody("data: a\n\n");
    const stream = streamOf(response, { end: mark });
    const items = stream[Symbol.asyncIterator]();
    await items.next();
    const pending = [items.next(), items.next()];
    await stream.close();
    expect(state.isCancelled).toBe(true);
    expect(await Promise.all(pending)).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
    await stream.close();
  });

  test("close does not wait for the other half of a cloned response", async () => {
    const { response } = openBody("data: a\n\n");
    response.clone();
    for await (const item of streamOf(response)) {
      expect(item).toBe("a");
      break;
    }
  });

  test("close drops what has arrived", async () => {
    const stream = streamOf(bodyOf("data: a\n\ndata: b\n\n").response);
    const items = stream[Symbol.asyncIterator]();
    await items.next();
    await stream.close();
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });
});

describe("a signal", () => {
  const reason = new Error("enough");

  test("fails a pending item with its reason, once, and cancels the body", async () => {
    const { response, state } = openBody("data: a\n\n");
    const controller = new AbortController();
    const items = streamOf(response, { signal: controller.signal })[Symbol.asyncIterator]();
    await items.next();
    const pending = items.next();
    controller.abort(reason);
    expect(await failureOf(pending)).toBe(reason);
    expect(state).toEqual({ isCancelled: true, cancelled: reason });
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });

  test("drops what has arrived, even if all has", async () => {
    const controller = new AbortController();
    const { response } = bodyOf("data: a\n\ndata: b\n\n");
    const items = streamOf(response, { signal: controller.signal })[Symbol.asyncIterator]();
    await items.next();
    controller.abort(reason);
    expect(await failureOf(items.next())).toBe(reason);
  });

  test("wins over what it does to the body of its fetch", async () => {
    const controller = new AbortController();
    const { response, fail } = openBody();
    controller.signal.addEventListener("abort", () => fail(new TypeError("terminated")));
    const items = streamOf(response, { signal: controller.signal })[Symbol.asyncIterator]();
    const pending = failureOf(items.next());
    controller.abort(reason);
    expect(await pending).toBe(reason);
  });

  test("that is aborted already fails the first item", async () => {
    const { response, state } = openBody("data: a\n\n");
    const stream = streamOf(response, { signal: AbortSignal.abort(reason) });
    expect(await outcome(stream)).toEqual({ items: [], end: reason });
    expect(state.isCancelled).toBe(true);
  });

  test("with no reason of its own gives an AbortError", async () => {
    const stream = streamOf(openBody().response, { signal: AbortSignal.abort() });
    expect((await outcome(stream)).end).toMatchObject({ name: "AbortError" });
  });

  test.each(["the end", "close", "failure"])("is let go at %s", async (way) => {
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, "removeEventListener");
    const stream = streamOf(bodyOf(way === "failure" ? "data: a" : "data: a\n\n").response, { signal });
    if (way === "close") await stream.close();
    else await outcome(stream);
    expect(removed).toHaveBeenCalledWith("abort", expect.any(Function));
  });
});

describe("reading", () => {
  test("has one reader, and says how to have two", async () => {
    const stream = streamOf(bodyOf("data: a\n\n").response);
    const items = stream[Symbol.asyncIterator]();
    expect(() => stream[Symbol.asyncIterator]()).toThrow("use tee()");
    expect(() => stream.messages()[Symbol.asyncIterator]()).toThrow("use tee()");
    expect(await items.next()).toEqual({ done: false, value: "a" });
  });

  test("goes on with the same iterator", async () => {
    const items = streamOf(bodyOf("data: a\n\ndata: b\n\ndata: c\n\n").response)[Symbol.asyncIterator]();
    await items.next();
    expect(await outcome(items)).toEqual({ items: ["b", "c"], end: "done" });
  });

  test("gives the envelope", async () => {
    const body = "event: x\nid: 1\nretry: 5\ndata: 1\n\ndata: 2\n\ndata: [DONE]\n\n";
    const read = ({ data }: { data: string }) => (data === "[DONE]" ? "the end" : `${data}!`);
    const stream = streamOf(bodyOf(body).response, { read, end: lastItem });
    expect(await outcome(stream.messages())).toEqual({
      items: [{ data: "1!", event: "x", id: "1", retry: 5 }, { data: "2!" }, { data: "the end" }],
      end: "done",
    });
  });

  test("does not run ahead of the reader", async () => {
    const { response, state } = bodyOf("data: a\n\n", "data: b\n\n", "data: c\n\n");
    const stream = streamOf(response);
    const items = stream[Symbol.asyncIterator]();
    expect(state.pulled).toBe(0);
    await items.next();
    expect(state.pulled).toBe(1);
    await items.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(state.pulled).toBe(2);
  });

  test("as a web stream does not run ahead, and ends, and fails", async () => {
    const { response, state } = bodyOf("data: a\n\n", "data: b\n\n", "data: c");
    const reader = streamOf(response).toReadableStream().getReader();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(state.pulled).toBe(0);
    expect(await reader.read()).toEqual({ done: false, value: "a" });
    expect(state.pulled).toBe(1);
    expect(await reader.read()).toEqual({ done: false, value: "b" });
    expect(await failureOf(reader.read())).toMatchObject({ code: "interrupted" });
    expect(await outcome(streamOf(bodyOf("data: a\n\n").response).toReadableStream())).toEqual({
      items: ["a"],
      end: "done",
    });
  });

  test("by two readers, through tee", async () => {
    const [left, right] = streamOf(bodyOf("data: a\n\ndata: b\n\n").response).tee();
    const want = { items: ["a", "b"], end: "done" };
    expect(await Promise.all([outcome(left), outcome(right)])).toEqual([want, want]);
  });

  test("several items at once keeps their order", async () => {
    const items = streamOf(bodyOf("data: a\n", "\ndata: b\n\nda", "ta: c\n\n", "data: d\n\n").response)[
      Symbol.asyncIterator
    ]();
    const all = await Promise.all(Array.from({ length: 6 }, () => items.next()));
    expect(all.map((item) => item.value)).toEqual(["a", "b", "c", "d", undefined, undefined]);
  });

  test("several items at once fails one of them", async () => {
    const { response, fail } = openBody();
    const items = streamOf(response)[Symbol.asyncIterator]();
    const pending = [failureOf(items.next()), items.next()];
    fail(new TypeError("terminated"));
    expect(await Promise.all(pending)).toEqual([expect.any(StreamError), { done: true, value: undefined }]);
  });

  test("puts characters together that pieces share", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 4 }), async (text, size) => {
        const data = text.toWellFormed();
        const bytes = new TextEncoder().encode(`\ufeffdata: ${JSON.stringify(data)}\n\n`);
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.slice(at * size, (at + 1) * size),
        );
        const { items } = await outcome(
          streamOf(bodyOf(...pieces).response, { read: (event) => JSON.parse(event.data) }),
        );
        expect(items).toEqual([data]);
      }),
      { numRuns: 40 },
    );
  });

  test("bytes that are no UTF-8 do not end the stream", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("data: a"), 0xff, ...new TextEncoder().encode("\n\n")]);
    expect(await outcome(streamOf(bodyOf(bytes).response))).toEqual({ items: ["a\ufffd"], end: "done" });
  });
});

describe("Symbol.asyncDispose", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("is close", async () => {
    const { response, state } = openBody("data: a\n\n");
    {
      await using stream = streamOf(response);
      for await (const item of stream.toReadableStream().values({ preventCancel: true })) {
        expect(item).toBe("a");
        break;
      }
      expect(state.isCancelled).toBe(false);
    }
    expect(state.isCancelled).toBe(true);
  });

  test("may be missing", async () => {
    const { asyncDispose: _, ...known } = Object.getOwnPropertyDescriptors(Symbol);
    const symbol = Symbol;
    vi.stubGlobal(
      "Symbol",
      Object.defineProperties((name?: string) => symbol(name), known),
    );
    expect(Symbol.asyncDispose).toBeUndefined();
    vi.resetModules();
    const { EventStream: Bare } = await import("../../templates/typescript/runtime/event-stream.ts");
    const { response, state } = openBody("data: a\n\n");
    const stream = new Bare(response, itemsIn(response, {}));
    expect("undefined" in stream).toBe(false);
    for await (const item of stream) {
      expect(item).toBe("a");
      break;
    }
    expect(state.isCancelled).toBe(true);
  });
});
