import type { GoOn } from "./batches.ts";
import { Decoding } from "./decode.ts";
import { ConnectionError, DecodeError } from "./errors.ts";
import type { DecodeOptions } from "./issue.ts";

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
