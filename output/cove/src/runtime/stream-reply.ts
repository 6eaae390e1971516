import { isObject } from "./decode.ts";
import { DecodeError, StreamError } from "./errors.ts";
import { type Batches, batchesOf, EventStream, itemsOf } from "./event-stream.ts";
import { eventFraming, type Framing, lineFraming, type ServerEvent } from "./framing.ts";
import type { Decoder } from "./issue.ts";
import { type BodyOptions, eventType, jsonOf, parseJson, type Reply } from "./reply.ts";

type ItemDecoder = Decoder<unknown> | "text" | "unknown";

/** The data that says that a stream is over. */
export interface EndMark {
  readonly data: string;
  /** Whether the mark is an item itself, the last one; by default it is not. */
  readonly yielded?: boolean;
}

export interface StreamReplyOptions {
  /** Begins the paths of the issues of an item. */
  readonly name: string;
  readonly end?: EndMark | undefined;
  /** Whether events of the kind `error` are items; by default they end the stream with a `StreamError`. */
  readonly hasErrorEvents?: boolean | undefined;
  /** Whether an object with an `error` is an item, as texts are; by default it ends the stream with a `StreamError`. */
  readonly hasErrorField?: boolean | undefined;
  /** How the items of events with a name are read, where the documentation tells them apart so: `byName()`. */
  readonly events?: ((name: string) => ItemDecoder | undefined) | undefined;
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
    types: eventType,
    refused: /json/i,
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
    types: /^application\/(jsonl|x-ndjson|ndjson|x-jsonlines|json-lines)\s*(;|$)/i,
    // Without ids, nothing tells the server where to go on.
    read: (response, how) => open(response, lineFraming, decode, options, { ...how, goOn: undefined }),
  };
}

/** Decoders by the names of events. */
export function byName(decoders: Readonly<Record<string, ItemDecoder>>): NonNullable<StreamReplyOptions["events"]> {
  const all = new Map(Object.entries(decoders));
  return (name) => all.get(name);
}

async function open(
  response: Response,
  framing: () => Framing,
  decodeAny: ItemDecoder,
  { name, end, hasErrorEvents, hasErrorField, events }: StreamReplyOptions,
  options: BodyOptions,
): Promise<EventStream<unknown>> {
  const { endMark: mark = end?.data, goOn, idleTimeout, onInvalid, signal, lasting = signal } = options;

  function read({ data, event }: ServerEvent<string>, isPeeked?: boolean): unknown {
    const decode = events?.(event ?? "message") ?? decodeAny;
    if (data === mark) return end?.yielded && data === end.data ? data : undefined;
    // An event that may be long and names no error is not read twice.
    if (isPeeked && event !== "error" && !data.includes('"error"')) return undefined;
    const isError = event === "error" && !hasErrorEvents;
    const body = isError || decode !== "text" ? jsonOf(data) : data;
    // An empty text says that there is none, and a number measures one.
    const failure = !hasErrorField && isObject(body) && body["error"];
    if (isError || isObject(failure) || (typeof failure === "string" && failure)) {
      throw new StreamError("error-event", "The server sent an error", { data, body });
    }
    if (isPeeked || typeof decode === "string") return body;
    try {
      if (body !== data) return decode(body, options);
      parseJson(data, name, options, "JSON (or `endMark`)");
    } catch (error) {
      const handling = error instanceof DecodeError && onInvalid;
      // Its issues have been reported.
      if (handling === "keep") return body === data ? data : decode(body, { validate: "off" });
      if (handling !== "skip") throw error;
    }
    return undefined;
  }

  const connect = (to: Response): Batches => batchesOf(to, framing(), mark);
  const first = connect(response);
  // Silence is a reason to reconnect, not the end.
  const items = itemsOf(goOn?.(first, connect) ?? first, read, mark, lasting, goOn ? undefined : idleTimeout);
  await items.open(signal);
  return new EventStream(response, items);
}
