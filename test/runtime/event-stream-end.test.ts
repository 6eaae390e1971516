import { describe, expect, test } from "vitest";
import { StreamError } from "../../templates/typescript/runtime/errors.ts";
import { lineFraming } from "../../templates/typescript/runtime/framing.ts";
import { failureOf } from "./server.ts";
import { bodyOf, type Options, openBody, outcome, streamOf } from "./streams.ts";

const mark = { data: "[DONE]", yielded: false };
const lastItem = { data: "[DONE]", yielded: true };

describe("the end of an event stream", () => {
  test.each<{ name: string; body: string; options?: Options; items: string[]; end: string }>([
    { name: "no mark documented", body: "data: a\n\n", items: ["a"], end: "done" },
    { name: "nothing at all", body: "", items: [], end: "done" },
    { name: "the mark", body: "data: a\n\ndata: [DONE]\n\n", options: { end: mark }, items: ["a"], end: "done" },
    {
      name: "the mark, documented as an item",
      body: "data: a\n\ndata: [DONE]\n\n",
      options: { end: lastItem },
      items: ["a", "[DONE]"],
      end: "done",
    },
    {
      name: "what follows the mark is not read",
      body: "data: a\n\ndata: [DONE]\n\ndata: b\n\ndata: c",
      options: { end: lastItem },
      items: ["a", "[DONE]"],
      end: "done",
    },
    { name: "the mark without a blank line", body: "data: [DONE]\n", options: { end: mark }, items: [], end: "done" },
    { name: "the mark without a line end", body: "data: [DONE]", options: { end: mark }, items: [], end: "done" },
    {
      name: "the mark without a line end, documented as an item",
      body: "data: a\n\ndata: [DONE]",
      options: { end: lastItem },
      items: ["a", "[DONE]"],
      end: "done",
    },
    { name: "half a mark", body: "data: a\n\ndata: [DO", options: { end: mark }, items: ["a"], end: "interrupted" },
    { name: "no mark", body: "data: a\n\n", options: { end: mark }, items: ["a"], end: "unfinished" },
    { name: "no mark, no body", body: "", options: { end: mark }, items: [], end: "unfinished" },
    { name: "inside a line", body: "data: a\n\ndata: b", items: ["a"], end: "interrupted" },
    { name: "inside an event", body: "data: a\n\ndata: b\n", items: ["a"], end: "interrupted" },
    { name: "inside a comment", body: "data: a\n\n: b", items: ["a"], end: "interrupted" },
  ])("$name", async ({ body, options, items, end }) => {
    for (const pieces of [[body], [...body]]) {
      const { response, state } = bodyOf(...pieces);
      expect(await outcome(streamOf(response, options))).toEqual({ items, end });
      // Read to its end, or cancelled.
      expect(state.isCancelled || state.pulled > pieces.length).toBe(true);
    }
  });

  test("after a failure the stream is done", async () => {
    const items = streamOf(bodyOf("data: a").response)[Symbol.asyncIterator]();
    expect(await failureOf(items.next())).toBeInstanceOf(StreamError);
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });

  test("a response without a body has no items", async () => {
    expect(await outcome(streamOf(new Response(null)))).toEqual({ items: [], end: "done" });
  });

  test("a body that fails is an interruption, with its cause", async () => {
    const cause = new Error("socket closed");
    const { response, fail } = openBody("data: a\n\n");
    const items = streamOf(response)[Symbol.asyncIterator]();
    expect(await items.next()).toEqual({ done: false, value: "a" });
    const next = items.next();
    fail(cause);
    expect(await failureOf(next)).toMatchObject({ code: "interrupted", cause });
  });
});

describe("the end of JSON Lines", () => {
  test.each<{ name: string; body: string; options?: Options; items: string[]; end: string }>([
    { name: "after a line", body: "1\n2\n", items: ["1", "2"], end: "done" },
    { name: "without a line end", body: '1\n{"a":2}', items: ["1", '{"a":2}'], end: "done" },
    { name: "inside a value", body: '1\n{"a":', items: ["1"], end: "interrupted" },
    { name: "the mark", body: "1\n[DONE]\n2\n", options: { end: mark }, items: ["1"], end: "done" },
    {
      name: "the mark without a line end",
      body: "1\n[DONE]",
      options: { end: lastItem },
      items: ["1", "[DONE]"],
      end: "done",
    },
    { name: "no mark", body: "1\n2", options: { end: mark }, items: ["1", "2"], end: "unfinished" },
  ])("$name", async ({ body, options, items, end }) => {
    const { response } = bodyOf(...body);
    expect(await outcome(streamOf(response, { framing: lineFraming(), ...options }))).toEqual({ items, end });
  });
});
