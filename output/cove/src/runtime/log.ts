import type { CallInfo, Middleware } from "./client.ts";

/** What is told of a request, of the answer to it, or of the error that came in its place. Bodies are never told. */
export type LogEntry = LogRequest | LogResponse | LogFailure;

interface LogRequest {
  readonly kind: "request";
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** 1 for the first request of a call, 2 where it is repeated, and so on. */
  readonly attempt: number;
  readonly headers: Readonly<Record<string, string>>;
}

interface LogResponse extends Omit<LogRequest, "kind"> {
  readonly kind: "response";
  readonly status: number;
  /** Milliseconds until the head of the answer came. */
  readonly duration: number;
}

interface LogFailure extends Omit<LogRequest, "kind" | "headers"> {
  readonly kind: "failure";
  readonly error: unknown;
  /** Milliseconds until it failed. */
  readonly duration: number;
}

export interface LogOptions {
  /** Further names of headers and query parameters whose values are secret, in any case. */
  readonly redact?: readonly string[] | undefined;
}

/**
 * Tells of each request and of what came of it. Values are hidden whose names speak of credentials. In front of `retry`
 * it tells of calls, behind it of every attempt: `use: [retry(), log(console.debug)]`.
 */
export function log(write: (entry: LogEntry) => void, options: LogOptions = {}): Middleware {
  const names = new Set(options.redact?.map((name) => name.toLowerCase()));
  const attempts = new WeakMap<CallInfo, number>();
  return async (request, next, call) => {
    const { operation } = call;
    const attempt = (attempts.get(call) ?? 0) + 1;
    attempts.set(call, attempt);
    const common = { operation, method: request.method, url: shownUrl(request.url, names), attempt };
    write({ kind: "request", ...common, headers: shownHeaders(request.headers, names) });
    const start = performance.now();
    const duration = (): number => performance.now() - start;
    try {
      const response = await next(request);
      const { status, headers } = response;
      write({ kind: "response", ...common, status, duration: duration(), headers: shownHeaders(headers, names) });
      return response;
    } catch (error) {
      write({ kind: "failure", ...common, error, duration: duration() });
      throw error;
    }
  };
}

const hidden = "[redacted]";

function isSecret(name: string, names: ReadonlySet<string>): boolean {
  return (
    /auth|token|key|secret|cookie|signature|password|credential|session/i.test(name) || names.has(name.toLowerCase())
  );
}

function shownHeaders(headers: Headers, names: ReadonlySet<string>): Record<string, string> {
  const shown = [...headers].map(([name, value]) => [name, isSecret(name, names) ? hidden : shownUrl(value, names)]);
  return Object.fromEntries(shown);
}

/** An address without user, password and the values of secret parameters; other text as it is. */
function shownUrl(text: string, names: ReadonlySet<string>): string {
  const url = addressIn(text);
  if (url === undefined) return text;
  url.username = "";
  url.password = "";
  for (const name of new Set(url.searchParams.keys())) {
    if (isSecret(name, names)) url.searchParams.set(name, hidden);
  }
  return url.href;
}

function addressIn(text: string): URL | undefined {
  try {
    return /^https?:/i.test(text) ? new URL(text) : undefined;
  } catch {
    return undefined;
  }
}
