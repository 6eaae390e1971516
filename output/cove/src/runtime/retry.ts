import type { CallInfo, Middleware } from "./client.ts";
import { ConnectionError } from "./errors.ts";
import { discardBody } from "./reply.ts";

export interface RetryOptions {
  /** How often a call is repeated at most; 2 by default. */
  readonly retries?: number | undefined;
  /** The longest first wait, in milliseconds; each further one may be twice as long. 500 by default. */
  readonly delay?: number | undefined;
  /**
   * The longest wait of all, in milliseconds; 30,000 by default. An answer that asks for a longer one is not repeated,
   * but handed on.
   */
  readonly maxDelay?: number | undefined;
  /**
   * Repeats POST and PATCH too, though the server may have done already what they ask for; false by default. One with an
   * idempotency key is repeated in any case, and so is one that never reached a server.
   */
  readonly nonIdempotent?: boolean | undefined;
}

/**
 * Repeats calls that failed for a reason that may pass: no connection, or an answer with the status 408, 409, 429 or
 * 5xx. It waits in between: as long as the server asks for (`Retry-After`), else for a random time that grows with every
 * attempt. The timeout and the signal of the call hold for all attempts together.
 */
export function retry(options: number | RetryOptions = {}): Middleware {
  const given = typeof options === "number" ? { retries: options } : options;
  const { retries = 2, delay = 500, maxDelay = 30_000, nonIdempotent = false } = given;
  return async (request, next, call) => {
    const isSafe = nonIdempotent || isIdempotent(call) || request.headers.has("idempotency-key");
    const most = call.body?.content instanceof ReadableStream ? 0 : (call.options.retries ?? retries);
    for (let count = 0; ; count++) {
      const isLast = !(count < most);
      let wait = Math.random() * Math.min(maxDelay, delay * 2 ** count);
      try {
        const response = await next(attemptOf(request, call, count, isLast));
        const asked = askedWait(response.headers);
        if (isLast || !isSafe || !mayPass(response.status) || asked > maxDelay) return response;
        wait = Math.max(wait, asked);
        discardBody(response);
      } catch (error) {
        const isWorthIt = error instanceof ConnectionError && (isSafe || wasNeverMade(error.cause));
        if (isLast || !isWorthIt) throw error;
      }
      await pause(wait, call.request.signal);
    }
  };
}

/** What is sent at an attempt. A body is used up by it, so the next one makes it anew. */
function attemptOf(request: Request, call: CallInfo, count: number, isLast: boolean): Request {
  if (request.body === null) return request;
  // Another middleware made the request, of a body that only a copy keeps.
  if (request !== call.request) return isLast ? request : request.clone();
  if (count === 0) return request;
  const headers = new Headers(request.headers);
  const content = call.body?.content;
  // Of a form it holds the boundary of the body that is used up.
  if (content instanceof FormData) headers.delete("content-type");
  return new Request(request, { headers, body: content as BodyInit });
}

function isIdempotent({ idempotent, method }: CallInfo): boolean {
  return idempotent ?? !/^(POST|PATCH)$/.test(method);
}

function mayPass(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

/** The time that the server asks for, in milliseconds; 0 where it asks for none. */
function askedWait(headers: Headers): number {
  const exact = Number(headers.get("retry-after-ms") || NaN);
  const text = headers.get("retry-after") || "";
  const seconds = Number(text || NaN);
  // The clock that wrote the date may be wrong, and so may ours.
  const now = Date.parse(headers.get("date") ?? "") || Date.now();
  return [exact, seconds * 1000, Date.parse(text) - now].find((wait) => !Number.isNaN(wait)) ?? 0;
}

/**
 * Whether the connection was not even made, so that no server can have seen the request. Of the platforms, Node and Bun
 * tell; where nothing is told, it may have been made.
 */
function wasNeverMade(cause: unknown): boolean {
  if (typeof cause !== "object" || cause === null) return false;
  const { code, syscall, cause: inner } = cause as Readonly<Record<string, unknown>>;
  const never = /^(connect|getaddrinfo|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;
  return never.test(String(code)) || never.test(String(syscall)) || wasNeverMade(inner);
}

function pause(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, time);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop);
  });
}
