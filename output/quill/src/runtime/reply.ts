import { ApiError, DecodeError } from "./errors.ts";
import type { Decoder } from "./issue.ts";
import {
  type BodyOptions,
  discardBody,
  jsonOf,
  parseJson,
  type ReadOptions,
  readBody,
  streamBody,
} from "./read-body.ts";

/** One form that the body of a successful answer may have. */
export interface Reply<T> {
  /** What it asks for in the `Accept` header; empty where nothing is awaited. */
  readonly accept: string;
  /** Its content types: `application/json`, `+json` for an ending, `text/` for a beginning, `` for any; none for no body. */
  readonly types: readonly string[];
  readonly read: (response: Response, options: BodyOptions) => Promise<T>;
}

/** What one of these replies holds. */
export type ReplyType<R extends readonly Reply<unknown>[]> = Held<R[number]>;

type Held<R> = R extends Reply<infer T> ? T : never;

/** A JSON body; `name` begins the paths of its issues, and `type` is asked for before any other JSON. */
export function jsonReply<T>(decode: Decoder<T>, name: string, type?: string): Reply<T> {
  return {
    accept: type === undefined ? "application/json" : `${type}, application/json`,
    types: ["application/json", "text/json", "+json"],
    async read(response, options) {
      const text = await readBody(response, options, (from) => from.text());
      return decode(parseJson(text, name, options), options);
    },
  };
}

/** A text of any content type, since documents do not tell one; where it is JSON, the string that it stands for. */
export function textReply(): Reply<string> {
  return {
    accept: "*/*",
    types: ["text/"],
    async read(response, options) {
      const text = await readBody(response, options, (from) => from.text());
      return /[/+]json$/.test(mediaType(response)) ? stringIn(text) : text;
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
    accept: "*/*",
    types: [""],
    async read(response, options) {
      // The type of the call tells it apart.
      if (options.rawResponse === "stream") return streamBody(response, options) as unknown as Uint8Array;
      return readBody(response, options, async (from) => new Uint8Array(await from.arrayBuffer()));
    },
  };
}

/** An answer without a body; one that comes all the same is not read. */
export function emptyReply(): Reply<undefined> {
  return {
    accept: "",
    types: [],
    async read(response) {
      discardBody(response);
      return undefined;
    },
  };
}

/**
 * Reads an answer in the one of the forms that its content type tells. A single form is tried whatever the content type,
 * but for a stream where JSON is documented and the other way round.
 *
 * @throws {ApiError} the status is not a success
 * @throws {DecodeError} the content type is none of the documented ones, the text is not JSON, or, in strict mode, the
 * data does not fit the documentation
 * @throws {ConnectionError} the connection broke before the body was complete
 */
export function readReply<const R extends readonly Reply<unknown>[]>(
  response: Response,
  replies: R,
  options?: ReadOptions,
): Promise<ReplyType<R>>;
export async function readReply(
  response: Response,
  replies: readonly Reply<unknown>[],
  options: BodyOptions = {},
): Promise<unknown> {
  if (!response.ok) throw await readError(response, {}, options);
  const type = mediaType(response);
  const nothing = replies.find((reply) => reply.types.length === 0);
  const reply = nothing && isEmpty(response) ? nothing : (bestOf(replies, type) ?? onlyOf(replies, type));
  if (reply !== undefined) return reply.read(response, options);
  // An empty body need not say so in its headers.
  if (nothing && type === "" && (await readBody(response, options, (from) => from.text())) === "") return undefined;
  discardBody(response);
  const expected = replies.map(({ types: [first = "no body"] }) => first).join(" or ");
  throw new DecodeError([{ path: "content-type", code: "content-type", expected, received: type || "none" }]);
}

function mediaType({ headers }: Response): string {
  const [type = ""] = (headers.get("content-type") ?? "").toLowerCase().split(/\s*;/);
  return type;
}

function isEmpty({ status, headers, body }: Response): boolean {
  return status === 204 || status === 205 || headers.get("content-length") === "0" || body === null;
}

/** The reply with the longest pattern that fits, and so the most specific one. */
function bestOf(replies: readonly Reply<unknown>[], type: string): Reply<unknown> | undefined {
  const fits = (pattern: string): boolean =>
    /^\+/.test(pattern) ? type.endsWith(pattern) : /^$|\/$/.test(pattern) ? type.startsWith(pattern) : type === pattern;
  const found = replies.flatMap((reply) => reply.types.filter(fits).map(({ length }) => ({ length, reply })));
  return found.sort((one, other) => other.length - one.length)[0]?.reply;
}

/** A single reply, whatever the type; but JSON read as a stream would be one without events, and end in silence. */
function onlyOf([only, more]: readonly Reply<unknown>[], type: string): Reply<unknown> | undefined {
  const telling = /^text\/event-stream$|[/+]json$/;
  return more || (telling.test(type) && only?.types.some((one) => telling.test(one))) ? undefined : only;
}

/** A documented error: the class that is thrown, and how its body is read. */
export type ErrorReply = readonly [
  ErrorClass: new (response: Response, body: unknown) => ApiError,
  decode: Decoder<unknown>,
];

/** The documented errors of an operation, by status (`404`) or range (`4XX`); `default` is any other status. */
export type ErrorReplies = Readonly<Record<string, ErrorReply>>;

/** An error with a documented body: that of its class. */
export function fails<Body>(
  ErrorClass: new (response: Response, body: unknown) => ApiError & { readonly body: Body },
  decode: Decoder<Body>,
): ErrorReply {
  return [ErrorClass, decode];
}

/** Makes the error that an answer with an error status stands for. A broken body never hides the status. */
export async function readError(response: Response, errors: ErrorReplies, options: BodyOptions): Promise<ApiError> {
  let text = "";
  try {
    text = await readBody(response, options, (from) => from.text());
  } catch (error) {
    if ((options.whole ?? options.signal)?.aborted) throw error;
  }
  const body = jsonOf(text);
  const { status } = response;
  const [ErrorClass, decode] = errors[status] ?? errors[`${String(status)[0]}XX`] ?? errors.default ?? [];
  try {
    // Text that is not JSON can only be the documented body where that is a text: no leniency here.
    const lenient = { ...options, validate: options.validate === "off" ? "off" : "lenient" } as const;
    const how = body === text ? ({ validate: "strict" } as const) : lenient;
    if (ErrorClass && decode) return new ErrorClass(response, decode(body, how));
  } catch {
    // Not the documented body: the general error carries it as it came.
  }
  return new ApiError(response, body);
}
