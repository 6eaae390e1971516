import { ApiError } from "./errors.ts";
import type { Decoder } from "./issue.ts";
import { jsonOf } from "./json.ts";
import { type BodyOptions, readBody } from "./read-body.ts";

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
