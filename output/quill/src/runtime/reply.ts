import { Decoding } from "./decode.ts";
import { ApiError, ConnectionError, DecodeError, TimeoutError } from "./errors.ts";
import type { GoOn } from "./event-stream.ts";
import type { DecodeOptions, Decoder } from "./issue.ts";
import { unknownFields } from "./model.ts";

/** How a stream is read. */
export interface StreamOptions {
  /** The data that ends an event stream, e.g. `[DONE]`, where the documentation does not tell or is wrong. */
  readonly endMark?: string | undefined;
  /**
   * What a stream does with an item that is not JSON or, in strict mode, does not fit the documentation. `throw`, the
   * default: it fails with a `DecodeError` and is closed. `skip`: it leaves the item out. `keep`: it delivers the item as
   * received, as the lenient mode does, and text that is not JSON as text. `onIssue` is called in any case.
   */
  readonly onInvalid?: "throw" | "skip" | "keep" | undefined;
  /**
   * How long a stream may send nothing while an item is awaited, in milliseconds; it then fails with a `TimeoutError` and
   * is closed. Comments that a server sends to keep the connection count as something.
   */
  readonly idleTimeout?: number | undefined;
}

/** How an answer is read. */
export interface ReadOptions extends DecodeOptions, StreamOptions {
  /** Stops the reading, which then fails with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/** What the client adds to the caller's options. Its `signal` follows the timeout too. */
export interface BodyOptions extends ReadOptions {
  /** Stands for `signal` once a stream has begun, since no timeout ends it. */
  readonly lasting?: AbortSignal | undefined;
  readonly goOn?: GoOn | undefined;
  /** With `stream`, bytes are handed out unread. */
  readonly rawResponse?: boolean | "stream" | undefined;
}

/** Reads a body as a whole. An abort cancels it; a connection that breaks is a `ConnectionError`. */
export async function readBody(response: Response, options: BodyOptions): Promise<string>;
export async function readBody(response: Response, options: BodyOptions, form: "arrayBuffer"): Promise<ArrayBuffer>;
export async function readBody(
  response: Response,
  { signal }: BodyOptions,
  form: "text" | "arrayBuffer" = "text",
): Promise<string | ArrayBuffer> {
  if (response.bodyUsed) throw new TypeError("The body is read already");
  try {
    return await (signal ? new Response(stoppableBody(response, signal)) : response)[form]();
  } catch (cause) {
    throw failureOf(cause, signal);
  }
}

/** A body as it comes. It fails as one that is read as a whole; a timeout ends with its beginning. */
export function streamBody(response: Response, { signal, lasting = signal }: BodyOptions): ReadableStream<Uint8Array> {
  if (response.bodyUsed) throw new TypeError("The body is read already");
  const reader = (lasting ? stoppableBody(response, lasting) : response.body)?.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value } = (await reader?.read()) ?? {};
          if (value) controller.enqueue(value);
          else controller.close();
        } catch (cause) {
          throw failureOf(cause, lasting);
        }
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** The signal of the request may be another one, or none: a response can come from anywhere. */
function stoppableBody({ body }: Response, signal: AbortSignal): ReadableStream<Uint8Array> | undefined {
  return body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal });
}

function failureOf(cause: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  return new ConnectionError("The connection broke", { cause });
}

/** Gives up a body that nobody will read, so that its connection is freed. */
export function discardBody(response: Response): void {
  // Not awaited: where the response was cloned, it settles only when the clone is cancelled too.
  response.body?.cancel().catch(() => {});
}

/** Parses the JSON text of the model or the operation with this name. */
export function parseJson(text: string, name: string, options: DecodeOptions, expected: string = "JSON"): unknown {
  const value = jsonOf(text);
  if (value !== text) return value;
  const at = new Decoding(options);
  at.mismatch(text, name, expected, "json", text ? "other text" : "no text");
  throw new DecodeError(at.issues);
}

/** What a JSON text stands for; a text that is not JSON stands for itself, which no JSON text does. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Calls `stop` with the reason when the signal is aborted, or with an error when the time is over without what was awaited.
 * What it gives lets go of both.
 */
export function stopOn(
  stop: (reason: unknown) => void,
  signal: AbortSignal | undefined,
  time: number = Infinity,
  awaited?: string,
): () => void {
  const abort = (): void => stop(signal?.reason);
  const expire = (): void => stop(new TimeoutError(`No ${awaited} within ${time} ms`));
  // Longer than for 2 ** 31 milliseconds a timer cannot be set: it would fire at once.
  const timer = time < 2e9 ? setTimeout(expire, time) : undefined;
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort);
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  };
}

/** One form that the body of a successful answer may have. */
export interface Reply<T> {
  /** Its content types; without them there is no body. */
  readonly types?: RegExp;
  /** The content types that it cannot have, even if it is the only form. */
  readonly refused?: RegExp;
  /** Whether there is no body; `fitting` is the form that it would have. */
  readonly isAbsent?: (
    response: Response,
    options: BodyOptions,
    fitting: Reply<unknown> | undefined,
  ) => Promise<boolean>;
  readonly read: (response: Response, options: BodyOptions) => Promise<T>;
}

/** What one of these replies holds. */
export type ReplyType<R extends readonly Reply<unknown>[]> = Held<R[number]>;

type Held<R> = R extends Reply<infer T> ? T : never;

/** With its parameters, if there are any. */
export const jsonType: RegExp = /^[^;]*[/+]json\s*(;|$)/i;
export const eventType: RegExp = /^text\/event-stream\b/i;

/** A JSON body; `name` begins the paths of its issues. */
export function jsonReply<T>(decode: Decoder<T>, name: string): Reply<T> {
  return {
    types: jsonType,
    refused: /event-stream/i,
    async read(response, options) {
      return decode(parseJson(await readBody(response, options), name, options), options);
    },
  };
}

/** A JSON body that may be anything, and so nothing: as an answer with status 204 is described at times. */
export function anyReply(decode: Decoder<unknown>, name: string): Reply<unknown> {
  return {
    ...jsonReply(decode, name),
    async read(response, options) {
      const text = await readBody(response, options);
      return text === "" ? undefined : decode(parseJson(text, name, options), options);
    },
  };
}

/** A text of any content type, since documents do not tell one; where it is JSON, the string that it stands for. */
export function textReply(): Reply<string> {
  return {
    types: /^text\//i,
    async read(response, options) {
      const text = await readBody(response, options);
      return jsonType.test(typeOf(response)) ? stringIn(text) : text;
    },
  };
}

/** The string that a JSON text is; what is none stays as it came. */
function stringIn(text: string): string {
  const value = jsonOf(text);
  return typeof value === "string" ? value : text;
}

/** A body of any content type, as it comes. */
export function bytesReply(): Reply<Uint8Array> {
  return {
    types: /^/,
    async read(response, options) {
      // The type of the call tells it apart.
      if (options.rawResponse === "stream") return streamBody(response, options) as unknown as Uint8Array;
      return new Uint8Array(await readBody(response, options, "arrayBuffer"));
    },
  };
}

/** An answer without a body; one that comes all the same is not read. */
export function emptyReply(): Reply<undefined> {
  return {
    async isAbsent(response, options, fitting) {
      const { status, headers, body } = response;
      if (status === 204 || status === 205 || headers.get("content-length") === "0" || body === null) return true;
      // An empty body need not say so in its headers.
      return !fitting && typeOf(response) === "none" && (await readBody(response, options)) === "";
    },
    async read(response) {
      discardBody(response);
      return undefined;
    },
  };
}

/**
 * Reads an answer in the first of the forms that its content type fits: texts stand behind what may be one, and bytes
 * last. A single form is tried whatever the content type, but for a stream where JSON is documented and the other way
 * round.
 *
 * @throws {ApiError} the status is not a success
 * @throws {DecodeError} the content type is none of the documented ones, the text is not JSON, or, in strict mode, the
 * data does not fit the documentation
 * @throws {ConnectionError} the connection broke before the body was complete
 */
export function readReply<const R extends readonly Reply<unknown>[]>(
  response: Response,
  documented: Answers<R>,
  options?: ReadOptions,
): Promise<ReplyType<R>>;
export async function readReply(
  response: Response,
  { accept, replies, errors = {} }: Answers<readonly Reply<unknown>[]>,
  options: BodyOptions = {},
): Promise<unknown> {
  if (!response.ok) throw await readError(response, errors, options);
  const type = typeOf(response);
  const [only, more] = replies;
  const fitting = replies.find(({ types }) => types?.test(type));
  // JSON read as a stream would be one without events, and end in silence.
  const reply = fitting ?? (more || only?.refused?.test(type) ? undefined : only);
  for (const { isAbsent } of replies) if (await isAbsent?.(response, options, reply)) return discardBody(response);
  if (reply) return reply.read(response, options);
  discardBody(response);
  // Several forms, of which none fits: without a body there is but one.
  throw new DecodeError([{ path: "content-type", code: "content-type", expected: accept as string, received: type }]);
}

function typeOf({ headers }: Response): string {
  return headers.get("content-type") || "none";
}

/** How an operation may answer. */
export interface Answers<R extends readonly Reply<unknown>[]> {
  /** The content types of the replies; absent where none of them has a body. */
  readonly accept?: string | undefined;
  readonly replies: R;
  readonly errors?: ErrorReplies | undefined;
}

/** A documented error: the class that is thrown, and how its body is read. */
export type ErrorReply = readonly [
  ErrorClass: new (response: Response, body: never) => ApiError,
  decode: Decoder<unknown>,
];

/** The documented errors of an operation, by status (`404`) or range (`4XX`); `default` is any other status. */
export type ErrorReplies = Readonly<Record<string, ErrorReply>>;

/**
 * One of several errors that have a status: the one that its body fits best. As among the members of a union, the fewest
 * issues count, then the fewest unknown fields, then the documented order.
 */
export function either(first: ErrorReply, ...others: readonly ErrorReply[]): ErrorReply {
  function decodeAny(body: unknown, options?: DecodeOptions): readonly [ErrorReply[0], never] {
    let best = first;
    let least = misfit(first, body);
    for (const error of others) {
      const [issues, unknown] = misfit(error, body);
      if (issues > least[0] || (issues === least[0] && unknown >= least[1])) continue;
      best = error;
      least = [issues, unknown];
    }
    const [ErrorClass, decode] = best;
    return [ErrorClass, decode(body, options) as never];
  }

  function Chosen(response: Response, [ErrorClass, body]: readonly [ErrorReply[0], never]): ApiError {
    return new ErrorClass(response, body);
  }

  // Called with `new`, a function gives what it returns.
  return [Chosen as unknown as ErrorReply[0], decodeAny];
}

/** How many issues a body has as that of an error, and how many fields that are unknown. */
function misfit([, decode]: ErrorReply, body: unknown): readonly [issues: number, unknown: number] {
  let issues = 0;
  const read = decode(body, { validate: "lenient", onIssue: () => issues++ });
  if (read === null || typeof read !== "object") return [issues, 0];
  // What is handed on as it came is known by none of its fields.
  return [issues, Object.keys(read === body ? read : unknownFields(read)).length];
}

/** Makes the error that an answer with an error status stands for. A broken body never hides the status. */
export async function readError(response: Response, errors: ErrorReplies, options: BodyOptions): Promise<ApiError> {
  let text = "";
  try {
    text = await readBody(response, options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
  }
  const body = jsonOf(text);
  const { status } = response;
  const [ErrorClass, decode] = errors[status] ?? errors[`${`${status}`[0]}XX`] ?? errors.default ?? [];
  try {
    // Text that is not JSON can only be the documented body where that is a text: no leniency here.
    const lenient = options.validate === "off" ? options : ({ ...options, validate: "lenient" } as const);
    const how = body === text ? ({ validate: "strict" } as const) : lenient;
    if (ErrorClass && decode) return new ErrorClass(response, decode(body, how) as never);
  } catch {
    // Not the documented body: the general error carries it as it came.
  }
  return new ApiError(response, body);
}
