import type { Authorizer } from "./auth.ts";
import type { GoOn } from "./batches.ts";
import { type ErrorReplies, readError } from "./error-reply.ts";
import { ConnectionError, TimeoutError } from "./errors.ts";
import type { DecodeOptions } from "./issue.ts";
import { type Scalar, scalarText } from "./parameter.ts";
import { appendQuery, type QueryParameters, queryString } from "./query.ts";
import type { BodyOptions, ReadOptions, StreamOptions } from "./read-body.ts";
import { type Reply, type ReplyType, readReply } from "./reply.ts";
import type { RequestBody } from "./request-body.ts";

/** One call of an operation, as data. */
export interface Call<R extends readonly Reply<unknown>[]> {
  /** The operation's name, for messages. */
  readonly operation: string;
  readonly method: string;
  /** The path below the base URL, encoded. */
  readonly path: string;
  readonly query?: QueryParameters | undefined;
  readonly headers?: Readonly<Record<string, Scalar | null | undefined>> | undefined;
  readonly body?: RequestBody | undefined;
  readonly replies: R;
  readonly errors?: ErrorReplies | undefined;
  /** Whether it is called with credentials; true by default. */
  readonly secured?: boolean | undefined;
}

/** Interprets calls. */
export interface Client {
  call<const R extends readonly Reply<unknown>[]>(call: Call<R>, options?: CallOptions): Promise<ReplyType<R>>;
}

/** Stands between a call and the network: it may change the request, repeat it, or answer itself. */
export type Middleware = (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>;

interface SharedOptions {
  /**
   * How long an answer may take, in milliseconds: the whole of it, but of a stream only its beginning. Without one, and
   * with `Infinity`, there is no limit.
   */
  readonly timeout?: number | undefined;
  /** Headers of one's own. Those of a call win over the documented ones, and these over those of the client. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Called with every answer before its body is read: for its headers, or a `clone()`. */
  readonly onResponse?: ((response: Response) => void) | undefined;
}

/** Knows how to make a call again when the connection of its stream ends. */
export type Reconnect = (call: Call<readonly Reply<unknown>[]>, client: ClientOptions, own: CallOptions) => GoOn;

/** What a caller may say about one call; it wins over the options of the client. */
export interface CallOptions extends ReadOptions, SharedOptions {
  /** What opens an event stream again when its connection ends: `reconnect()`. Without it, that is the end. */
  readonly reconnect?: Reconnect | undefined;
}

export interface ClientOptions extends DecodeOptions, StreamOptions, SharedOptions {
  /** The address of the server, with the beginning of every path if there is one: `https://api.example.com/v1`. */
  readonly baseUrl: string;
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
  if (!/^https?:/i.test(baseUrl ?? "")) {
    const received = baseUrl ? `"${baseUrl}"` : "none";
    throw new TypeError(`Expected the http(s) URL of the server in the option \`baseUrl\`, received ${received}`);
  }
  return { call: (call, own = {}) => perform(call, options, own) };
}

async function perform<const R extends readonly Reply<unknown>[]>(
  call: Call<R>,
  client: ClientOptions,
  own: CallOptions,
): Promise<ReplyType<R>> {
  const { signal } = own;
  signal?.throwIfAborted();
  const limit = limited(signal, own.timeout ?? client.timeout);
  try {
    const request = await requestOf(call, client, own, limit.signal);
    const response = await send(request, call.operation, client, limit.signal);
    client.onResponse?.(response);
    own.onResponse?.(response);
    const options: BodyOptions = {
      validate: own.validate ?? client.validate ?? "lenient",
      onIssue: own.onIssue ?? client.onIssue,
      endMark: own.endMark ?? client.endMark,
      onInvalid: own.onInvalid ?? client.onInvalid,
      idleTimeout: own.idleTimeout ?? client.idleTimeout,
      signal,
      whole: limit.signal,
      goOn: own.reconnect?.(call, client, own),
    };
    if (!response.ok) throw await readError(response, call.errors ?? {}, options);
    return await readReply(response, call.replies, options);
  } finally {
    limit.release();
  }
}

async function requestOf(
  call: Call<readonly Reply<unknown>[]>,
  client: ClientOptions,
  own: CallOptions,
  signal: AbortSignal | undefined,
): Promise<Request> {
  const base = new URL(client.baseUrl);
  const url = new URL(base.origin + base.pathname.replace(/\/+$/, "") + call.path);
  appendQuery(url, base.search.slice(1));
  appendQuery(url, queryString(call.query ?? {}));

  const headers = new Headers();
  const accept = new Set(call.replies.map((reply) => reply.accept));
  set(headers, {
    "user-agent": isBrowser() ? undefined : client.userAgent || undefined,
    accept: [...accept].filter(Boolean).join(", ") || undefined,
    "content-type": call.body?.contentType,
  });
  set(headers, client.headers);
  set(headers, call.headers);
  if (call.secured !== false) await client.authorize?.({ url, headers });
  set(headers, own.headers);

  const content = call.body?.content;
  return new Request(url, {
    method: call.method,
    headers,
    // The type of the platform leaves out bytes in shared memory, which nobody sends.
    body: (content as BodyInit | undefined) ?? null,
    signal: signal ?? null,
    // A body that is a stream has to say that no answer is awaited before its end.
    ...(content instanceof ReadableStream && { duplex: "half" }),
  });
}

function set(headers: Headers, values: Call<readonly []>["headers"]): void {
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value !== undefined && value !== null) headers.set(name, scalarText(value));
  }
}

/** A browser would ask the server for leave to send this header, and does not need it. */
function isBrowser(): boolean {
  return "document" in globalThis || "importScripts" in globalThis;
}

function send(
  request: Request,
  operation: string,
  client: ClientOptions,
  signal: AbortSignal | undefined,
): Promise<Response> {
  // Called without a receiver: a browser's `fetch` refuses every other than its window.
  const { fetch = globalThis.fetch, use = [] } = client;
  const reach = async (to: Request): Promise<Response> => {
    try {
      return await fetch(to);
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      throw new ConnectionError(`${operation}: no answer from ${new URL(to.url).origin}`, { cause });
    }
  };
  return use.reduceRight<typeof reach>((next, middleware) => (to) => middleware(to, next), reach)(request);
}

/** A signal that follows both the caller's and the time limit, until it is released. */
function limited(
  signal: AbortSignal | undefined,
  timeout: number | undefined,
): { readonly signal: AbortSignal; readonly release: () => void } {
  // A request that follows a signal lets go of it only when it is collected: it never gets the caller's own.
  const controller = new AbortController();
  const follow = (): void => controller.abort(signal?.reason);
  signal?.addEventListener("abort", follow);
  // A timer that is set for longer than this fires at once.
  const timer =
    timeout !== undefined && timeout < 2 ** 31
      ? setTimeout(() => controller.abort(new TimeoutError(`No answer within ${timeout} ms`)), timeout)
      : undefined;
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", follow);
    },
  };
}
