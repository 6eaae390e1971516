import type { Authorizer } from "./auth.ts";
import { ConnectionError } from "./errors.ts";
import type { GoOn } from "./event-stream.ts";
import type { DecodeOptions } from "./issue.ts";
import {
  type Answers,
  type BodyOptions,
  type ReadOptions,
  type Reply,
  type ReplyType,
  readReply,
  type StreamOptions,
  stopOn,
} from "./reply.ts";
import type { RequestBody } from "./request-body.ts";

/** One call of an operation, as data. */
export interface Call<R extends readonly Reply<unknown>[]> extends Answers<R> {
  /** The operation's name, for messages. */
  readonly operation: string;
  readonly method: string;
  /** The path below the base URL, encoded. */
  readonly path: string;
  /** The query string, encoded, without the question mark. */
  readonly query?: string | undefined;
  readonly headers?: Readonly<Record<string, HeaderValue | null | undefined>> | undefined;
  readonly body?: RequestBody | undefined;
  /** Whether it is called with credentials; true by default. */
  readonly secured?: boolean | undefined;
  /** The address of the server that the operation has to itself, in place of the client's. */
  readonly server?: string | undefined;
  /** Whether the server does the same when it gets the request twice; by default what the method promises. */
  readonly idempotent?: boolean | undefined;
}

/** Interprets calls. */
export interface Client {
  call<const R extends readonly Reply<unknown>[], Raw extends RawChoice = false>(
    call: Call<R>,
    options?: CallOptions<Raw>,
  ): Promise<CallResult<ReplyType<R>, Raw>>;
  /** What operations take where a call gives none, by the names of their parameters. */
  readonly globals?: Globals | undefined;
}

export type Globals = Readonly<Record<string, HeaderValue | undefined>>;

type HeaderValue = string | number | bigint | boolean;

/** Whether a call gives the response too; with `stream`, the bytes in it are left to the caller to read. */
export type RawChoice = boolean | "stream";

/** What a call gives: the data, or with `rawResponse` the data and the response that carried it. */
export type CallResult<T, Raw extends RawChoice> = Raw extends "stream"
  ? RawResponse<Streamed<T>>
  : Raw extends true
    ? RawResponse<T>
    : T;

/** Bytes as a stream of them; what is not bytes comes as it always does. */
export type Streamed<T> = T extends Uint8Array ? ReadableStream<Uint8Array> : T;

export interface RawResponse<T> {
  readonly data: T;
  /** Its body is consumed already, or is being read by the stream in `data`. */
  readonly response: Response;
}

/** Stands between a call and the network: it may change the request, repeat it, or answer itself. */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  call: CallInfo,
) => Promise<Response>;

/** What a middleware may know of a call; one object for all of its requests. */
export interface CallInfo extends Call<readonly Reply<unknown>[]> {
  /** The request as the client made it. Its signal follows the caller's and the timeout. */
  readonly request: Request;
  /** What the caller says about this call. */
  readonly options: CallOptions<RawChoice>;
}

interface SharedOptions {
  /**
   * How long an answer may take, in milliseconds: the whole of it with all attempts, but of a stream only its beginning.
   * Without one, and with `Infinity`, there is no limit.
   */
  readonly timeout?: number | undefined;
  /** Headers of one's own. Those of a call win over the documented ones, and these over those of the client. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Called with every answer before its body is read: for its headers, or a `clone()`. */
  readonly onResponse?: ((response: Response) => void) | undefined;
}

/** Knows how to make a call again when the connection of its stream ends. */
export type Reconnect = (
  call: Call<readonly Reply<unknown>[]>,
  client: ClientOptions,
  own: CallOptions<RawChoice>,
) => GoOn | undefined;

/** What a caller may say about one call; it wins over the options of the client. */
export interface CallOptions<Raw extends RawChoice = false> extends ReadOptions, SharedOptions {
  /** How often the call is repeated at most, where the client repeats calls. */
  readonly retries?: number | undefined;
  /** Adds credentials to the call in place of those of the client. */
  readonly authorize?: Authorizer | undefined;
  /**
   * Whether the call gives `{ data, response }` in place of the data alone. Where the answer is bytes, `"stream"` gives them
   * as they come: `data` is a web stream, which the caller reads to its end or cancels.
   */
  readonly rawResponse?: Raw | undefined;
  /** What opens an event stream again when its connection ends: `reconnect()`. Without it, that is the end. */
  readonly reconnect?: Reconnect | undefined;
}

export interface ClientOptions extends DecodeOptions, StreamOptions, SharedOptions {
  /** The address of the server, with the beginning of every path if there is one: `https://api.example.com/v1`. */
  readonly baseUrl: string;
  /** Whether operations that have a server to themselves are called at it; by default they are not. */
  readonly ownServers?: boolean | undefined;
  /** Adds credentials to the calls that need them. */
  readonly authorize?: Authorizer | undefined;
  /** Sends a request; the global `fetch` by default. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** `lenient` by default. */
  readonly validate?: DecodeOptions["validate"];
  /** The first one sees the request first and the answer last. */
  readonly use?: readonly Middleware[] | undefined;
  /** The `User-Agent`; false sends none of our own. Never sent from a browser, which has its own. */
  readonly userAgent?: string | false | undefined;
}

/**
 * Makes a client. It holds no connection and no state.
 *
 * @throws {TypeError} `baseUrl` is missing or not an http(s) URL
 */
export function createClient(options: ClientOptions): Client {
  const { baseUrl } = options;
  // A caller without types may leave it out.
  if (!/^https?:/i.test(baseUrl)) {
    throw new TypeError(`Expected an http(s) baseUrl, received ${baseUrl}`);
  }
  return { call: (call, own = {}) => perform(call, options, own) };
}

async function perform<const R extends readonly Reply<unknown>[], Raw extends RawChoice>(
  call: Call<R>,
  client: ClientOptions,
  own: CallOptions<Raw>,
): Promise<CallResult<ReplyType<R>, Raw>> {
  const options: BodyOptions & CallOptions<Raw> = { validate: "lenient", ...given(client), ...given(own) };
  const { signal, timeout } = options;
  signal?.throwIfAborted();
  // Follows the caller's signal, and lets go of it in the end: `fetch` never would.
  const controller = new AbortController();
  const letGo = stopOn((reason) => controller.abort(reason), signal, timeout, "answer");
  try {
    const response = await send(call, client, own, controller.signal);
    client.onResponse?.(response);
    own.onResponse?.(response);
    const data = await readReply<R>(response, call, {
      ...options,
      signal: signal || timeout !== undefined ? controller.signal : undefined,
      lasting: signal,
      goOn: own.reconnect?.(call, client, own),
    } as BodyOptions);
    return (own.rawResponse ? { data, response } : data) as CallResult<ReplyType<R>, Raw>;
  } finally {
    letGo();
  }
}

async function send(
  call: Call<readonly Reply<unknown>[]>,
  client: ClientOptions,
  own: CallOptions<RawChoice>,
  signal: AbortSignal,
): Promise<Response> {
  const request = await requestOf(call, client, own, signal);
  const info: CallInfo = { ...call, request, options: own };
  // Called without a receiver: a browser's `fetch` refuses every other than its window.
  const fetchIt = client.fetch ?? fetch;
  const reach = async (to: Request): Promise<Response> => {
    try {
      return await fetchIt(to);
    } catch (cause) {
      signal.throwIfAborted();
      throw new ConnectionError(`${call.operation}: no answer from ${new URL(to.url).origin}`, { cause });
    }
  };
  return (client.use ?? []).reduceRight<typeof reach>(
    (next, middleware) => (to) => middleware(to, next, info),
    reach,
  )(request);
}

async function requestOf(
  call: Call<readonly Reply<unknown>[]>,
  client: ClientOptions,
  own: CallOptions<RawChoice>,
  signal: AbortSignal,
): Promise<Request> {
  const base = new URL((client.ownServers && call.server) || client.baseUrl);
  const url = new URL(base.origin + base.pathname.replace(/\/+$/, "") + call.path);
  url.search = [url.search.slice(1), base.search.slice(1), call.query].filter(Boolean).join("&");

  const headers = new Headers();
  set(headers, {
    // A browser, whose windows and workers alone know this event, would ask the server for leave to send it.
    "user-agent": "onoffline" in globalThis ? undefined : client.userAgent || undefined,
    accept: call.accept,
    "content-type": call.body?.contentType,
  });
  set(headers, client.headers);
  set(headers, call.headers);
  const authorize = own.authorize ?? (call.secured === false ? undefined : client.authorize);
  await authorize?.({ url, headers });
  set(headers, own.headers);

  return new Request(url, {
    method: call.method,
    headers,
    // The type of the platform leaves out bytes in shared memory, which nobody sends.
    body: call.body?.content as BodyInit,
    signal,
    // A body that is a stream has to say that no answer is awaited before its end; the type does not know it.
    ...{ duplex: "half" },
  });
}

function set(headers: Headers, values: Call<readonly []>["headers"]): void {
  for (const [name, value] of Object.entries(given(values))) headers.set(name, value as string);
}

/** The values that are given: neither undefined nor null. */
function given<T extends object>(values: T | undefined): Partial<T> {
  return Object.fromEntries(
    Object.entries(values ?? {}).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>;
}
