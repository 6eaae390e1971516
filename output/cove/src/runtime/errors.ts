import type { Issue } from "./issue.ts";

/** Data that does not fit the documentation, with every difference that was found. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  declare readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const lines = issues.map(({ path, expected, received }) => `${path}: expected ${expected}, received ${received}`);
    super(lines.join("\n"));
    this.issues = issues;
  }
}

/** An answer with an error status. Documented errors are subclasses, with a typed `body`. */
export class ApiError extends Error {
  override readonly name: string = "ApiError";
  declare readonly status: number;
  declare readonly headers: Headers;
  /** The decoded body; of an undocumented error the parsed JSON, or the text where it is not JSON. */
  declare readonly body: unknown;
  /** What the server calls the request in its own records, where it says so in a header such as `x-request-id`. */
  declare readonly requestId: string | undefined;
  /** Its body is consumed already. */
  declare readonly response: Response;

  constructor(response: Response, body: unknown) {
    const { status, statusText, headers } = response;
    super(`${status} ${statusText}`.trimEnd() + told(body));
    this.status = status;
    this.headers = headers;
    this.body = body;
    let requestId: string | undefined;
    // In the order of their names: `x-request-id` comes behind those of gateways.
    headers.forEach((value, name) => {
      if (/request-?id$/.test(name)) requestId = value || requestId;
    });
    this.requestId = requestId;
    this.response = response;
  }
}

/** What a body says for people, in the fields where most APIs say it; a part of it where that is long. */
function told(body: unknown): string {
  let text = body;
  while (typeof text === "object") {
    const { message, error, detail } = (text ?? {}) as Record<string, unknown>;
    text = message ?? error ?? detail;
  }
  return typeof text === "string" && text && text !== body ? `: ${text.slice(0, 300)}` : "";
}

/** The request did not reach the server, or no answer came back; `cause` is the reason that `fetch` gave. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
}

/** No answer within the time that the caller allowed. */
export class TimeoutError extends Error {
  override readonly name = "TimeoutError";
}

/**
 * `interrupted`: the connection ended inside an event. `unfinished`: it ended before the documented end mark.
 * `error-event`: the server sent an error in the stream.
 */
export type StreamErrorCode = "interrupted" | "unfinished" | "error-event";

/** A stream that did not end as documented. */
export class StreamError extends Error {
  override readonly name = "StreamError";
  declare readonly code: StreamErrorCode;
  /** The text of the error event; absent for the other codes. */
  declare readonly data: string | undefined;
  /** What the text holds: the parsed JSON, or the text itself where it is not JSON. */
  declare readonly body: unknown;

  constructor(
    code: StreamErrorCode,
    message: string,
    options?: ErrorOptions & { readonly data?: string; readonly body?: unknown },
  ) {
    super(message, options);
    Object.assign(this, options, { code });
  }
}
