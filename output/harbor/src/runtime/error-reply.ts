import { ApiError } from "./errors.ts";
import type { DecodeOptions, Decoder } from "./issue.ts";
import { type BodyOptions, readBody } from "./read-body.ts";

/** A documented error: the class that is thrown, and how its body is read. */
export interface ErrorReply {
  /** Throws where the body is not the documented one. */
  readonly make: (response: Response, text: string, options: DecodeOptions) => ApiError;
}

/** The documented errors of an operation, by status (`404`) or range (`4XX`); `default` is any other status. */
export type ErrorReplies = Readonly<Record<string, ErrorReply>>;

/** An error with a documented body: that of its class. */
export function fails<Body>(
  ErrorClass: new (response: Response, body: unknown) => ApiError & { readonly body: Body },
  decode: Decoder<Body>,
): ErrorReply {
  return {
    make(response, text, options) {
      const json = parsed(text);
      // Text that is not JSON can only be the documented body where that is a text: no leniency here.
      const body = json ? decode(json.value, options) : decode(text, { validate: "strict" });
      return new ErrorClass(response, body);
    },
  };
}

/** Makes the error that an answer with an error status stands for. A broken body never hides the status. */
export async function readError(response: Response, errors: ErrorReplies, options: BodyOptions): Promise<ApiError> {
  let text = "";
  try {
    text = await readBody(response, options, (from) => from.text());
  } catch (error) {
    const signal = options.whole ?? options.signal;
    if (signal?.aborted) throw error;
  }
  const { status } = response;
  const reply = errors[status] ?? errors[`${String(status)[0]}XX`] ?? errors.default;
  if (reply !== undefined) {
    try {
      const { onIssue, validate } = options;
      return reply.make(response, text, { onIssue, validate: validate === "off" ? "off" : "lenient" });
    } catch {
      // Not the documented body: the general error carries it as it came.
    }
  }
  const json = parsed(text);
  return new ApiError(response, json ? json.value : text);
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
