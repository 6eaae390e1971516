import { type EndMark, EventStream } from "./event-stream.ts";
import type { Framing } from "./framing.ts";
import type { Decoder } from "./issue.ts";
import { lineFraming } from "./json-lines.ts";
import { type BodyOptions, parseJson } from "./read-body.ts";
import type { Reply } from "./reply.ts";
import { eventFraming } from "./sse.ts";

type ItemDecoder = Decoder<unknown> | "text" | "unknown";

export interface StreamReplyOptions {
  /** Begins the paths of the issues of an item. */
  readonly name: string;
  readonly end?: EndMark | undefined;
  /** Whether events of the kind `error` end the stream with a `StreamError`; true by default. */
  readonly errorEvents?: boolean | undefined;
}

/** A stream whose end mark is documented as its last item. */
export interface MarkedReplyOptions<End extends string> extends StreamReplyOptions {
  readonly end: { readonly data: End; readonly yielded: true };
}

/**
 * An event stream (`text/event-stream`) of JSON items, or of texts. Items that the documentation does not describe
 * (`unknown`) are read as JSON where they are JSON, else as texts.
 */
export function eventReply(decode: "text", options: StreamReplyOptions): Reply<EventStream<string>>;
export function eventReply(decode: "unknown", options: StreamReplyOptions): Reply<EventStream<unknown>>;
export function eventReply<T, const End extends string>(
  decode: Decoder<T>,
  options: MarkedReplyOptions<End>,
): Reply<EventStream<T | End>>;
export function eventReply<T>(decode: Decoder<T>, options: StreamReplyOptions): Reply<EventStream<T>>;
export function eventReply(decode: ItemDecoder, options: StreamReplyOptions): Reply<EventStream<unknown>> {
  return {
    accept: "text/event-stream",
    types: ["text/event-stream"],
    read: async (response, how) => open(response, eventFraming(), decode, options, how),
  };
}

/** JSON Lines: one item a line. */
export function jsonLinesReply<T, const End extends string>(
  decode: Decoder<T>,
  options: MarkedReplyOptions<End>,
): Reply<EventStream<T | End>>;
export function jsonLinesReply(decode: "unknown", options: StreamReplyOptions): Reply<EventStream<unknown>>;
export function jsonLinesReply<T>(decode: Decoder<T>, options: StreamReplyOptions): Reply<EventStream<T>>;
export function jsonLinesReply(decode: ItemDecoder, options: StreamReplyOptions): Reply<EventStream<unknown>> {
  return {
    accept: "application/jsonl, application/x-ndjson",
    types: [
      "application/jsonl",
      "application/x-ndjson",
      "application/ndjson",
      "application/x-jsonlines",
      "application/json-lines",
    ],
    read: async (response, how) => open(response, lineFraming(), decode, options, how),
  };
}

function open(
  response: Response,
  framing: Framing,
  decode: ItemDecoder,
  { name, end: documented, errorEvents }: StreamReplyOptions,
  options: BodyOptions,
): EventStream<unknown> {
  const { endMark, signal } = options;
  const stated = endMark === undefined || endMark === documented?.data;
  const end = stated ? documented : { data: endMark, yielded: false };
  const expected = end ? "JSON" : "JSON (if this text ends the stream, name it in the option `endMark`)";
  return new EventStream<unknown>(response, {
    framing,
    read: ({ data }) => {
      if (decode === "text" || data === end?.data) return data;
      if (decode === "unknown") return jsonOrText(data);
      return decode(parseJson(data, name, expected), options);
    },
    end,
    errorEvents,
    signal,
  });
}

function jsonOrText(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
