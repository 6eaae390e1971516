import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { type CallOptions, createClient } from "../../templates/typescript/runtime/client.ts";
import { ApiError, ConnectionError } from "../../templates/typescript/runtime/errors.ts";
import type { EventStream } from "../../templates/typescript/runtime/event-stream.ts";
import { reconnect } from "../../templates/typescript/runtime/reconnect.ts";
import { jsonBody } from "../../templates/typescript/runtime/request-body.ts";
import { eventReply, jsonLinesReply } from "../../templates/typescript/runtime/stream-reply.ts";
import { addressOf, failureOf, promised, serve } from "./server.ts";
import { openBody, outcome } from "./streams.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** Answers the connections in turn, the last answer for all that follow; tells what was asked. */
async function server(...answers: Answer[]) {
  const asked: { method: string | undefined; id: string | undefined; own: string | undefined; body: string }[] = [];
  const closed = promised();
  const baseUrl = await serve(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const { "last-event-id": id, "x-own": own } = request.headers;
    asked.push({ method: request.method, id: id?.toString(), own: own?.toString(), body });
    response.on("close", () => closed.resolve());
    answers[Math.min(asked.length, answers.length) - 1]?.(response, request);
  });
  return { asked, closed: closed.promise, baseUrl };
}

const events =
  (text: string, end: "end" | "cut" | "open" = "end"): Answer =>
  (response) => {
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    response.write(text, () => {
      if (end === "end") response.end();
      if (end === "cut") setTimeout(() => response.destroy(), 20);
    });
  };
const status =
  (code: number): Answer =>
  (response) => {
    response.writeHead(code).end();
  };
const mark = { end: { data: "[DONE]", yielded: false } };
const done = "data: [DONE]\n\n";
const soon = reconnect({ delay: 1, attempts: 3 });

function watch(
  baseUrl: string,
  options: CallOptions = {},
  method = "GET",
  end: object = mark,
): Promise<EventStream<string>> {
  const call = { operation: "watch", method, path: "/", replies: [eventReply("text", { name: "X", ...end })] } as const;
  const body = method === "GET" ? undefined : jsonBody({ a: 1 });
  return createClient({ baseUrl, headers: { "x-own": "of the client" } }).call(
    { ...call, body },
    { reconnect: soon, ...options },
  );
}

describe("a stream goes on after", () => {
  test.each<{ name: string; answers: Answer[]; items: string[]; ids: (string | undefined)[] }>([
    {
      name: "a connection that breaks inside an event, which is dropped",
      answers: [events("id: 1\ndata: a\n\nid: 2\ndata: b", "cut"), events(`id: 2\ndata: b\n\n${done}`)],
      items: ["a", "b"],
      ids: [undefined, "1"],
    },
    {
      name: "a body that ends inside an event",
      answers: [events("id: 1\ndata: a\n\nid: 2\ndata: b\n"), events(done)],
      items: ["a"],
      ids: [undefined, "1"],
    },
    {
      name: "a body that ends behind the id of an event whose data has not come",
      answers: [events("id: 1\ndata: a\n\nid: 2\nevent: b\n"), events(done)],
      items: ["a"],
      ids: [undefined, "1"],
    },
    {
      name: "a body that ends before the mark",
      answers: [events("id: 1\ndata: a\n\n"), events("data: b\n\n"), events(done)],
      items: ["a", "b"],
      ids: [undefined, "1", "1"],
    },
    {
      name: "a body without ids",
      answers: [events("data: a\n\n"), events(done)],
      items: ["a"],
      ids: [undefined, undefined],
    },
    {
      name: "an id without data, and an empty one",
      answers: [events("id: é€\n\n"), events("id\n\n"), events(done)],
      items: [],
      ids: [undefined, Buffer.from("é€").toString("latin1"), undefined],
    },
    {
      name: "errors that may pass",
      answers: [events("data: a\n\n"), status(503), status(429), events(done)],
      items: ["a"],
      ids: [undefined, undefined, undefined, undefined],
    },
    {
      name: "a connection that nobody takes",
      answers: [events("id: 1\ndata: a\n\n"), (response) => void response.destroy(), events(done)],
      items: ["a"],
      ids: [undefined, "1", "1"],
    },
    {
      name: "more connections than attempts, as long as each brings an event",
      answers: [...Array.from({ length: 6 }, (_, at) => events(`id: ${at}\ndata: ${at}\n\n`)), events(done)],
      items: ["0", "1", "2", "3", "4", "5"],
      ids: [undefined, "0", "1", "2", "3", "4", "5"],
    },
  ])("$name", async ({ answers, items, ids }) => {
    const { asked, baseUrl } = await server(...answers);
    expect(await outcome(await watch(baseUrl, { headers: { "x-own": "mine" } }))).toEqual({ items, end: "done" });
    expect(asked.map(({ id }) => id)).toEqual(ids);
    expect(new Set(asked.map(({ own }) => own))).toEqual(new Set(["mine"]));
  });

  test("silence for idleTimeout", async () => {
    const { asked, closed, baseUrl } = await server(events("id: 1\ndata: a\n\n", "open"), events(done));
    expect(await outcome(await watch(baseUrl, { idleTimeout: 60 }))).toEqual({ items: ["a"], end: "done" });
    expect(asked).toHaveLength(2);
    await closed;
  });

  test("a POST, where it is asked for", async () => {
    const { asked, baseUrl } = await server(events("id: 1\ndata: a\n\n"), events(done));
    const stream = await watch(baseUrl, { reconnect: reconnect({ delay: 1, post: true }) }, "POST");
    expect(await outcome(stream)).toEqual({ items: ["a"], end: "done" });
    expect(asked.map(({ method, id, body }) => ({ method, id, body }))).toEqual([
      { method: "POST", id: undefined, body: '{"a":1}' },
      { method: "POST", id: "1", body: '{"a":1}' },
    ]);
  });

  test("the time that the server has sent", async () => {
    const { asked, baseUrl } = await server(events("retry: 1\n\ndata: a\n\n"), events(done));
    const stream = await watch(baseUrl, { reconnect: reconnect({ delay: 3_600_000 }) });
    expect(await outcome(stream)).toEqual({ items: ["a"], end: "done" });
    expect(asked).toHaveLength(2);
  });
});

describe("a stream does not go on", () => {
  test.each<{ name: string; answers: Answer[]; method?: string; end?: object; want: unknown; asked: number }>([
    { name: "after the mark", answers: [events(`data: a\n\n${done}`)], want: "done", asked: 1 },
    { name: "after a mark without a line end", answers: [events("data: a\n\ndata: [DONE]")], want: "done", asked: 1 },
    { name: "after a 204", answers: [events("data: a\n\n"), status(204)], want: "done", asked: 2 },
    { name: "for a POST", answers: [events("data: a\n\n")], method: "POST", want: "unfinished", asked: 1 },
    {
      name: "when the attempts are used up",
      answers: [events("data: a\n\n"), events("")],
      want: "unfinished",
      asked: 4,
    },
    {
      name: "when the attempts are used up, without a mark",
      answers: [events("data: a\n\n"), events("")],
      end: {},
      want: "done",
      asked: 4,
    },
    {
      name: "after an error event",
      answers: [events("data: a\n\nevent: error\ndata: b\n\n")],
      want: "error-event",
      asked: 1,
    },
    {
      name: "after another kind of answer",
      answers: [events("data: a\n\n"), (response) => void response.end("<html>")],
      want: "interrupted",
      asked: 2,
    },
    {
      name: "after an error that stays",
      answers: [events("data: a\n\n"), status(404)],
      want: expect.any(ApiError),
      asked: 2,
    },
    {
      name: "after errors that do not pass",
      answers: [events("data: a\n\n"), status(500)],
      want: expect.any(ApiError),
      asked: 4,
    },
    {
      name: "after connections that nobody takes",
      answers: [events("data: a\n\n"), (response) => void response.destroy()],
      want: expect.any(ConnectionError),
      asked: 4,
    },
  ])("$name", async ({ answers, method, end, want, asked }) => {
    const at = await server(...answers);
    expect(await outcome(await watch(at.baseUrl, {}, method, end))).toEqual({ items: ["a"], end: want });
    expect(at.asked).toHaveLength(asked);
  });

  test("where nobody asked for it", async () => {
    const { asked, baseUrl } = await server(events("id: 1\ndata: a\n\n"));
    expect(await outcome(await watch(baseUrl, { reconnect: undefined }))).toEqual({ items: ["a"], end: "unfinished" });
    expect(asked).toHaveLength(1);
  });

  test("in lines of JSON", async () => {
    const { asked, baseUrl } = await server((response) => {
      response.writeHead(200, { "content-type": "application/jsonl" }).end("1\n2\n");
    });
    const replies = [jsonLinesReply("unknown", { name: "X" })];
    const stream = await createClient({ baseUrl }).call(
      { operation: "list", method: "GET", path: "/", replies },
      { reconnect: soon },
    );
    expect(await outcome(stream)).toEqual({ items: [1, 2], end: "done" });
    expect(asked).toHaveLength(1);
  });

  test.each(["close", "abort"] as const)("after %s: while it waits, and while it connects", async (way) => {
    for (const second of [undefined, (() => {}) satisfies Answer]) {
      const { asked, baseUrl } = await server(events("data: a\n\n"), ...(second ? [second] : []));
      const controller = new AbortController();
      const delay = second ? 1 : 3_600_000;
      const stream = await watch(baseUrl, { reconnect: reconnect({ delay }), signal: controller.signal });
      const items = stream[Symbol.asyncIterator]();
      await items.next();
      const next = items.next();
      while (second && asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, 20));
      const reason = new Error("enough");
      if (way === "close") {
        await stream.close();
        expect(await next).toEqual({ done: true, value: undefined });
      } else {
        controller.abort(reason);
        expect(await failureOf(next)).toBe(reason);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(asked).toHaveLength(second ? 2 : 1);
    }
  });

  test("an answer that comes after the close is given up, though `fetch` follows no signal", async () => {
    const second = openBody("data: b\n\n");
    const headers = { "content-type": "text/event-stream" };
    const late = promised();
    const answers = [
      async () => new Response("data: a\n\n", { headers }),
      async () => late.promise.then(() => new Response(second.response.body, { headers })),
    ];
    const fetch = async (): Promise<Response> => answers.shift()?.() ?? Response.error();
    const replies = [eventReply("text", { name: "X", ...mark })];
    const client = createClient({ baseUrl: "http://127.0.0.1", fetch });
    const stream = await client.call({ operation: "watch", method: "GET", path: "/", replies }, { reconnect: soon });
    const items = stream[Symbol.asyncIterator]();
    await items.next();
    const next = items.next();
    while (answers.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await stream.close();
    expect(await next).toEqual({ done: true, value: undefined });
    late.resolve();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(second.state.isCancelled).toBe(true);
  });
});

test("the first connection is not made twice", async () => {
  const free = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => free.once("listening", resolve));
  const baseUrl = addressOf(free);
  await new Promise((resolve) => free.close(resolve));
  expect(await failureOf(watch(baseUrl))).toBeInstanceOf(ConnectionError);
});
