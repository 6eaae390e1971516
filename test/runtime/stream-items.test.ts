import { describe, expect, test } from "vitest";
import { decode, isObject, string } from "../../templates/typescript/runtime/decode.ts";
import { DecodeError, StreamError, TimeoutError } from "../../templates/typescript/runtime/errors.ts";
import type { Issue } from "../../templates/typescript/runtime/issue.ts";
import type { BodyOptions } from "../../templates/typescript/runtime/reply.ts";
import { byName, eventReply, jsonLinesReply } from "../../templates/typescript/runtime/stream-reply.ts";
import { failureOf } from "./server.ts";
import { bodyOf, openBody, outcome } from "./streams.ts";

/** A decoder as it is emitted: of `{"a": "text"}`, renamed. */
function decodeItem(input: unknown, options?: BodyOptions): unknown {
  return decode(
    "Item",
    (from, at, key) => {
      if (!isObject(from)) return at.mismatch(from, key, "an object");
      at.enter(key);
      const item = { read: string(from["a"], at, "a") };
      return at.close(item, from) ? item : at.keep(item, from, ["a"]);
    },
    input,
    options,
  );
}

const lines = ['{"a":"1"}', '{"a":2}', "oops", '{"a":"3"}'];
const events = lines.map((line) => `data: ${line}\n\n`).join("");
const a = (read: unknown) => ({ read });
const misfit = "Item.a: a string, a number";
const noJson = "Item: JSON (or `endMark`), other text";

test.each<[event: string, data: string, item: unknown]>([
  ["item", '{"a":"1"}', a("1")],
  ["note", '{"a":"1"}', '{"a":"1"}'],
  ["note", "plain", "plain"],
  ["any", '{"a":"1"}', { a: "1" }],
  ["any", "plain", "plain"],
  ["new", '{"a":"1"}', ["by shape", { a: "1" }]],
  ["constructor", '{"a":"1"}', ["by shape", { a: "1" }]],
  ["", "plain", "plain"],
])("an event `%s` of %s is read by its name", async (event, data, item) => {
  const reply = eventReply((input: unknown) => ["by shape", input], {
    name: "Item",
    events: byName({ item: decodeItem, note: "text", any: "unknown", message: "text" }),
  });
  const { response } = bodyOf(`event: ${event}\ndata: ${data}\n\nevent: other\ndata: {}\n\n`);
  expect(await outcome(await reply.read(response, {}))).toEqual({ items: [item, ["by shape", {}]], end: "done" });
});

describe("an item that cannot be read", () => {
  test.each<{ options: BodyOptions; items: unknown[]; end: unknown; issues: string[] }>([
    { options: { validate: "strict" }, items: [a("1")], end: "DecodeError", issues: [misfit] },
    { options: { validate: "strict", onInvalid: "throw" }, items: [a("1")], end: "DecodeError", issues: [misfit] },
    {
      options: { validate: "strict", onInvalid: "skip" },
      items: [a("1"), a("3")],
      end: "done",
      issues: [misfit, noJson],
    },
    {
      options: { validate: "strict", onInvalid: "keep" },
      items: [a("1"), a(2), "oops", a("3")],
      end: "done",
      issues: [misfit, noJson],
    },
    { options: { validate: "lenient" }, items: [a("1"), a(2)], end: "DecodeError", issues: [misfit, noJson] },
    {
      options: { validate: "lenient", onInvalid: "skip" },
      items: [a("1"), a(2), a("3")],
      end: "done",
      issues: [misfit, noJson],
    },
    {
      options: { validate: "lenient", onInvalid: "keep" },
      items: [a("1"), a(2), "oops", a("3")],
      end: "done",
      issues: [misfit, noJson],
    },
    { options: { validate: "off" }, items: [a("1"), a(2)], end: "DecodeError", issues: [] },
    { options: { validate: "off", onInvalid: "skip" }, items: [a("1"), a(2), a("3")], end: "done", issues: [] },
    { options: { validate: "off", onInvalid: "keep" }, items: [a("1"), a(2), "oops", a("3")], end: "done", issues: [] },
    { options: { onInvalid: "skip" }, items: [a("1"), a("3")], end: "done", issues: [misfit, noJson] },
  ])("$options", async ({ options, items, end, issues }) => {
    for (const [reply, body] of [
      [eventReply(decodeItem, { name: "Item" }), events],
      [jsonLinesReply(decodeItem, { name: "Item" }), lines.join("\n")],
    ] as const) {
      const found: Issue[] = [];
      const { response, state } = bodyOf(body);
      const stream = await reply.read(response, { ...options, onIssue: (issue) => found.push(issue) });
      const seen = await outcome(stream);
      const name = seen.end instanceof DecodeError ? seen.end.name : seen.end;
      expect({ items: seen.items, end: name }).toEqual({ items, end });
      expect(found.map(({ path, expected, received }) => `${path}: ${expected}, ${received}`)).toEqual(issues);
      expect(state.isCancelled || end === "done").toBe(true);
    }
  });

  test("is left out of the messages too", async () => {
    const body = "event: x\ndata: oops\n\nid: 7\ndata: {}\n\n";
    const stream = await eventReply((input) => input, { name: "Item" }).read(bodyOf(body).response, {
      onInvalid: "skip",
    });
    expect(await outcome(stream.messages())).toEqual({ items: [{ id: "7", data: {} }], end: "done" });
  });

  test("does not hide what the caller's own function throws", async () => {
    const mine = new Error("mine");
    const onIssue = (): void => {
      throw mine;
    };
    for (const onInvalid of ["skip", "keep"] as const) {
      const { response } = bodyOf(events);
      const stream = await eventReply(decodeItem, { name: "Item" }).read(response, { onInvalid, onIssue });
      expect(await outcome(stream)).toEqual({ items: [a("1")], end: mine });
    }
  });
});

describe("an error in a stream", () => {
  const first = '{"a":"1"}';
  const unknown = eventReply("unknown", { name: "X" });
  const typed = eventReply(decodeItem, { name: "X" });
  const text = eventReply("text", { name: "X" });
  const jsonLines = jsonLinesReply(decodeItem, { name: "X" });
  const failed = { code: "error-event", message: "The server sent an error" };

  test.each<{ name: string; reply: typeof unknown; frame: string; before?: string; want: object }>([
    {
      name: "an event of the kind error",
      reply: typed,
      frame: 'event: error\ndata: {"code":7}\n\n',
      want: { data: '{"code":7}', body: { code: 7 } },
    },
    {
      name: "whose data is text",
      reply: typed,
      frame: "event: error\ndata: bad luck\n\n",
      want: { data: "bad luck", body: "bad luck" },
    },
    {
      name: "among texts",
      reply: text,
      frame: 'event: error\ndata: {"code":7}\n\n',
      before: "data: a\n\n",
      want: { body: { code: 7 } },
    },
    {
      name: "an object with an error",
      reply: typed,
      frame: 'data: {"error":{"code":7}}\n\n',
      want: { data: '{"error":{"code":7}}', body: { error: { code: 7 } } },
    },
    {
      name: "an object with the text of an error",
      reply: typed,
      frame: 'data: {"error":"no","b":1}\n\n',
      want: { body: { error: "no", b: 1 } },
    },
    {
      name: "where no item is documented",
      reply: unknown,
      frame: 'data: {"error":{}}\n\n',
      want: { body: { error: {} } },
    },
    {
      name: "in lines of JSON",
      reply: jsonLines,
      frame: '{"error":{"code":7}}\n',
      before: `${first}\n`,
      want: { data: '{"error":{"code":7}}', body: { error: { code: 7 } } },
    },
  ])("$name", async ({ reply, frame, before = `data: ${first}\n\n`, want }) => {
    const late = openBody(before + frame);
    const items = (await reply.read(late.response, { onInvalid: "skip" }))[Symbol.asyncIterator]();
    expect(await items.next()).toMatchObject({ done: false });
    expect(await failureOf(items.next())).toMatchObject({ ...failed, ...want });
    expect(late.state.isCancelled).toBe(true);

    // As the first frame it is thrown by the call, whatever comes before it that is no event.
    const early = openBody(frame.startsWith("{") ? `\n${frame}` : `: ping\n\nretry: 1\n\n${frame}`);
    const failure = await failureOf(Promise.resolve(reply.read(early.response, {})));
    expect(failure).toBeInstanceOf(StreamError);
    expect(failure).toMatchObject({ ...failed, ...want });
    expect(early.state.isCancelled).toBe(true);
  });

  test.each<{ name: string; reply: typeof unknown; body: string; items: unknown[] }>([
    { name: "null", reply: unknown, body: 'data: {"error":null}\n\n', items: [{ error: null }] },
    { name: "empty text", reply: unknown, body: 'data: {"error":""}\n\n', items: [{ error: "" }] },
    { name: "a number", reply: unknown, body: 'data: {"error":0.5}\n\n', items: [{ error: 0.5 }] },
    { name: "an empty list", reply: unknown, body: 'data: {"error":[]}\n\n', items: [{ error: [] }] },
    { name: "deeper", reply: unknown, body: 'data: {"a":{"error":{}}}\n\n', items: [{ a: { error: {} } }] },
    { name: "in a list", reply: unknown, body: 'data: [{"error":{}}]\n\n', items: [[{ error: {} }]] },
    { name: "in a text", reply: text, body: 'data: {"error":{}}\n\n', items: ['{"error":{}}'] },
    {
      name: "documented as a field",
      reply: eventReply("unknown", { name: "X", hasErrorField: true }),
      body: 'data: {"error":{}}\n\n',
      items: [{ error: {} }],
    },
    {
      name: "documented as a kind of event",
      reply: eventReply("unknown", { name: "X", hasErrorEvents: true }),
      body: "event: error\ndata: 1\n\n",
      items: [1],
    },
  ])("is none: $name", async ({ reply, body, items }) => {
    expect(await outcome(await reply.read(bodyOf(body).response, {}))).toEqual({ items, end: "done" });
  });
});

describe("the opening of a stream", () => {
  const reply = eventReply("text", { name: "X", end: { data: "[DONE]", yielded: false } });
  const reason = new Error("enough");

  test("waits for the first event, and reads no further", async () => {
    const { response, state } = bodyOf(": ping\n\n", "da", "ta: a\n\n", "data: b\n\n");
    await reply.read(response, {});
    expect(state.pulled).toBe(3);
  });

  test.each<{ name: string; body: string; end: unknown; items?: unknown[] }>([
    { name: "an empty body", body: "", end: "unfinished" },
    { name: "the mark alone", body: "data: [DONE]\n\n", end: "done" },
    { name: "a body that ends inside an event", body: "data: a", end: "interrupted" },
  ])("leaves the rest to the reader: $name", async ({ body, end }) => {
    expect(await outcome(await reply.read(bodyOf(body).response, {}))).toEqual({ items: [], end });
  });

  test("leaves a broken connection to the reader", async () => {
    const { response, fail } = openBody();
    const opened = reply.read(response, {});
    fail(new TypeError("terminated"));
    expect(await outcome(await opened)).toEqual({ items: [], end: "interrupted" });
  });

  test("fails with the reason of its signal, and cancels the body", async () => {
    const { response, state } = openBody(": ping\n\n");
    const controller = new AbortController();
    const opened = failureOf(Promise.resolve(reply.read(response, { signal: controller.signal })));
    controller.abort(reason);
    expect(await opened).toBe(reason);
    expect(state.isCancelled).toBe(true);
    const aborted = openBody("data: a\n\n");
    const signal = AbortSignal.abort(reason);
    expect(await failureOf(Promise.resolve(reply.read(aborted.response, { signal })))).toBe(reason);
    expect(aborted.state.isCancelled).toBe(true);
  });

  test("is all that follows the time limit", async () => {
    const { response } = openBody("data: a\n\n");
    const limit = new AbortController();
    const own = new AbortController();
    const items = (await reply.read(response, { signal: limit.signal, lasting: own.signal }))[Symbol.asyncIterator]();
    limit.abort(reason);
    expect(await items.next()).toEqual({ done: false, value: "a" });
    const pending = failureOf(items.next());
    own.abort(reason);
    expect(await pending).toBe(reason);
  });
});

describe("idleTimeout", () => {
  const reply = eventReply("text", { name: "X" });

  test("ends a stream that sends nothing, and cancels the body", async () => {
    const { response, state } = openBody("data: a\n\n");
    const { items, end } = await outcome(await reply.read(response, { idleTimeout: 20 }));
    expect(items).toEqual(["a"]);
    expect(end).toBeInstanceOf(TimeoutError);
    expect(state.isCancelled).toBe(true);
  });

  test("counts while a reader waits, from the last bytes on", async () => {
    let rounds = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 30));
          rounds += 1;
          if (rounds > 6) controller.close();
          else
            controller.enqueue(new TextEncoder().encode(rounds === 1 || rounds === 6 ? "data: a\n\n" : ": ping\n\n"));
        },
      },
      { highWaterMark: 0 },
    );
    const stream = await reply.read(new Response(body), { idleTimeout: 150 });
    const items = stream[Symbol.asyncIterator]();
    await items.next();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await outcome(items)).toEqual({ items: ["a"], end: "done" });
  });

  test.each([Infinity, 2 ** 31])("of %d is none", async (idleTimeout) => {
    const { response } = openBody("data: a\n\n");
    const stream = await reply.read(response, { idleTimeout });
    const items = stream[Symbol.asyncIterator]();
    await items.next();
    const pending = items.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await stream.close();
    expect(await pending).toEqual({ done: true, value: undefined });
  });
});
