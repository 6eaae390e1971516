import { createParser } from "eventsource-parser";
import { describe, expect, test } from "vitest";
import type { ServerEvent } from "../../templates/typescript/runtime/framing.ts";
import { eventFraming } from "../../templates/typescript/runtime/framing.ts";
import { type Case, corpus } from "./sse-corpus.ts";
import { bodyOf, outcome, streamOf } from "./streams.ts";

const encoder = new TextEncoder();

function chunksOf({ given }: Case): Uint8Array[] {
  return given.map((chunk) => (typeof chunk === "string" ? encoder.encode(chunk) : new Uint8Array(chunk)));
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(chunks.flatMap((chunk) => [...chunk]));
}

/** The body in two chunks, cut at every place; of a long one near its ends and at some places between. */
function* halves(bytes: Uint8Array): Generator<Uint8Array[]> {
  const step = Math.max(1, Math.floor(bytes.length / 400));
  for (let at = 0; at <= bytes.length; at += at < 50 || at > bytes.length - 50 ? 1 : step) {
    yield [bytes.subarray(0, at), bytes.subarray(at)];
  }
}

function singles(bytes: Uint8Array): Uint8Array[] {
  return Array.from(bytes, (byte) => new Uint8Array([byte]));
}

/** What our framing makes of the chunks, up to the mark. */
function framed(chunks: readonly Uint8Array[], mark: string | undefined) {
  const decoder = new TextDecoder();
  const { push, end, last } = eventFraming();
  const events = chunks.flatMap((chunk) => push(decoder.decode(chunk, { stream: true })));
  const marked = events.findIndex(({ data }) => data === mark);
  if (marked !== -1) return { events: events.slice(0, marked + 1), last };
  events.push(...push(decoder.decode()));
  // As a reconnection sees it, before the end.
  const seen = { ...last };
  return { events: [...events, ...(end(mark) ?? [])], last: seen };
}

/** What a reader of the stream gets, and how it ends. */
async function streamed(chunks: readonly Uint8Array[], mark: string | undefined) {
  const end = mark === undefined ? {} : { end: { data: mark, yielded: true } };
  return outcome(streamOf(bodyOf(...chunks).response, end).messages());
}

/** What eventsource-parser makes of the chunks, decoded as its own documentation does. */
function parsed(chunks: readonly Uint8Array[]) {
  const events: ServerEvent<string>[] = [];
  const times: number[] = [];
  const parser = createParser({
    onEvent: ({ data, event, id }) =>
      events.push({ data, ...(event !== undefined && { event }), ...(id !== undefined && { id }) }),
    onRetry: (time) => times.push(time),
  });
  const decoder = new TextDecoder();
  for (const chunk of chunks) parser.feed(decoder.decode(chunk, { stream: true }));
  parser.feed(decoder.decode());
  return { events, retry: times.at(-1) };
}

/** It tells the time apart from the events. */
function withoutRetry(events: readonly ServerEvent<string>[]): ServerEvent<string>[] {
  return events.map(({ retry: _, ...event }) => event);
}

test("the corpus is large, and its names are distinct", () => {
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  expect(corpus.length).toBeGreaterThanOrEqual(45);
});

describe.each(corpus)("$name", (one) => {
  const { want, end = "done", mark, last = {}, oracle } = one;
  const chunks = chunksOf(one);
  const bytes = joined(chunks);

  test("the framing, however the bytes are cut", () => {
    for (const cut of [chunks, [bytes], singles(bytes), ...halves(bytes)]) {
      const seen = framed(cut, mark);
      expect(seen.events).toEqual(want);
      expect(seen.last).toEqual(last);
    }
  });

  test("the stream, however the bytes are cut", async () => {
    const few = bytes.length < 1000 ? [singles(bytes), ...halves(bytes)] : [];
    for (const cut of [chunks, [bytes], ...few]) {
      expect(await streamed(cut, mark)).toEqual({ items: want, end });
    }
  });

  test(oracle === undefined ? "as eventsource-parser" : `other than eventsource-parser: ${oracle.why}`, () => {
    const expected = withoutRetry(oracle?.events ?? want);
    for (const cut of oracle === undefined ? [chunks, [bytes], singles(bytes)] : [[bytes]]) {
      const seen = parsed(cut);
      expect(seen.events).toEqual(expected);
      expect(seen.retry).toBe(last.retry);
    }
    if (oracle !== undefined) expect(expected).not.toEqual(withoutRetry(want));
  });
});
