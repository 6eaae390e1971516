import { type Batches, batchesOf } from "./batches.ts";
import { isObject } from "./decode.ts";
import { DecodeError, StreamError } from "./errors.ts";
import { EventStream } from "./event-stream.ts";
import type { Framing, ServerEvent } from "./framing.ts";
import type { Decoder } from "./issue.ts";
import { itemsOf } from "./items.ts";
import { lineFraming } from "./json-lines.ts";
import { type BodyOptions, jsonOf, parseJson } from "./read-body.ts";
import { eventType, jsonType, type Reply } from "./reply.ts";
import { eventFraming } from "./sse.ts";

type ItemDecoder = Decoder<unknown> | "text" | "unknown";

/** The data that says that a stream is over. */
export interface EndMark {
  readonly data: string;
  /** Whether the mark is an item itself, the last one. */
  readonly yielded: boolean;
}

export interface StreamReplyOptions {
  /** Begins the paths of the issues of an item. */
  readonly name: string;
  readonly end?: EndMark | undefined;
  /** Whether events of the kind `error` end the stream with a `StreamError`; true by default. */
  readonly errorEvents?: boolean | undefined;
  /** Whether an object with an `error` ends the stream with a `StreamError`; true by default, never for texts. */
  readonly errorField?: boolean | undefined;
  /** How the items of events with these names are read, where the documentation tells them apart so. */
  readonly events?: Readonly<Record<string, ItemDecoder>> | undefined;
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
    types: eventType,
    refused: jsonType,
    read: (response, how) => open(response, eventFraming, decode, options, how),
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
    types: /^application\/(jsonl|x-ndjson|ndjson|x-jsonlines|json-lines)\s*(;|$)/i,
    read: (response, how) => open(response, lineFraming, decode, options, how),
  };
}

async function open(
  response: Response,
  framing: () => Framing,
  decodeAny: ItemDecoder,
  { name, end, errorEvents, errorField, events = {} }: StreamReplyOptions,
  options: BodyOptions,
): Promise<EventStream<unknown>> {
  const { endMark: mark = end?.data, goOn, idleTimeout, onInvalid, signal, lasting = signal } = options;

  const named = new Map(Object.entries(events));

  function read({ data, event }: ServerEvent<string>, isPeeked?: boolean): unknown {
    const decode = named.get(event ?? "message") ?? decodeAny;
    if (data === mark) return end?.yielded && data === end.data ? data : undefined;
    // An event that may be long and names no error is not read twice.
    if (isPeeked && event !== "error" && !data.includes('"error"')) return undefined;
    const isError = event === "error" && errorEvents !== false;
    const body = isError || decode !== "text" ? jsonOf(data) : data;
    if (isError || (errorField !== false && errorIn(body))) {
      throw new StreamError("error-event", "The server sent an error", { data, body });
    }
    if (isPeeked || typeof decode === "string") return body;
    try {
      if (body !== data) return decode(body, options);
      parseJson(data, name, options, mark === undefined ? "JSON (or name the end in `endMark`)" : undefined);
    } catch (error) {
      if (!(error instanceof DecodeError && onInvalid)) throw error;
      // Its issues have been reported.
      if (onInvalid === "keep") return body === data ? data : decode(body, { validate: "off" });
      if (onInvalid === "throw") throw error;
    }
    return undefined;
  }

  const connect = (to: Response): Batches => batchesOf(to, framing(), mark);
  const first = connect(response);
  const source = goOn?.(first, connect) ?? first;
  // Silence is a reason to reconnect, not the end.
  const items = itemsOf<unknown>(source, {
    read,
    mark,
    idleTimeout: source === first ? idleTimeout : undefined,
    signal: lasting,
  });
  await items.open(signal);
  return new EventStream(response, items);
}

/** The error that an object holds, if any. An empty text says that there is none. */
function errorIn(body: unknown): unknown {
  const error = isObject(body) && body["error"];
  return typeof error === "string" ? error : isObject(error);
}
