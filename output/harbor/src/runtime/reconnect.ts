import { createClient, type Reconnect } from "./client.ts";
import { ApiError, ConnectionError, StreamError, TimeoutError } from "./errors.ts";
import type { ServerEvent } from "./framing.ts";
import { discardBody, eventType, type Reply } from "./reply.ts";

export interface ReconnectOptions {
  /** How often in a row it is tried without an event coming; 5 by default. */
  readonly attempts?: number | undefined;
  /**
   * How long to wait before the first of these attempts, in milliseconds, and twice as long before each further one, up
   * to 30 s; 1000 by default. A time that the server has sent (`retry`) stands for it.
   */
  readonly delay?: number | undefined;
  /** Whether other requests than GET are sent again too: what a POST has done is then done again, or gone on with. */
  readonly post?: boolean | undefined;
}

/**
 * Opens an event stream again when its connection ends, and tells the server in the header `Last-Event-ID` which event
 * was the last: a value for the option `reconnect` of a call. Events that came in part are dropped.
 *
 * As with an `EventSource`, every end of a connection is a reason, but for the documented end mark; an answer with the
 * status 204 ends the stream. When the attempts are used up, the stream ends as the last one did.
 */
export function reconnect({ attempts = 5, delay = 1000, post = false }: ReconnectOptions = {}): Reconnect {
  return (call, client, own) => {
    if (call.method !== "GET" && !post) return undefined;
    return (first, connect) => {
      const idleTimeout = own.idleTimeout ?? client.idleTimeout;
      let current = first;
      /** Ends what is waited for at present. */
      let stop = first.cancel;
      let isClosed = false;

      async function* events(): AsyncGenerator<readonly ServerEvent<string>[], void> {
        let failed = 0;
        let id: string | undefined;
        let retry: number | undefined;
        while (!isClosed) {
          let failure: { readonly error: unknown } | undefined;
          try {
            for (;;) {
              const value = await within(idleTimeout, current.cancel, current.next());
              if (value === undefined) break;
              if (value.length > 0) failed = 0;
              // Here, since an event that has not ended when the connection does does not count.
              id = current.last?.id ?? id;
              yield value;
            }
          } catch (error) {
            failure = { error };
          }
          retry = current.last?.retry ?? retry;
          let response: Response | undefined;
          while (response === undefined) {
            if (failed >= attempts && failure !== undefined) throw failure.error;
            if (failed >= attempts) return;
            await pause(retry ?? Math.min(delay * 2 ** failed, 30_000) * (1 - Math.random() / 2));
            if (isClosed) return;
            failed += 1;
            try {
              response = await attempt(id);
            } catch (error) {
              if (!isPassing(error)) throw error;
              failure = { error };
            }
          }
          if (isClosed || response.status === 204) return discardBody(response);
          if (!eventType.test(response.headers.get("content-type") ?? "")) {
            discardBody(response);
            throw new StreamError("interrupted", "The server no longer answers with an event stream");
          }
          current = connect(response);
          stop = current.cancel;
        }
      }

      function pause(time: number): Promise<void> {
        return new Promise((resolve) => {
          const timer = setTimeout(resolve, Math.min(time, 2 ** 31 - 1));
          stop = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }

      function attempt(id: string | undefined): Promise<Response> {
        const controller = new AbortController();
        const { signal } = controller;
        const headers = id ? { ...own.headers, "last-event-id": inBytes(id) } : own.headers;
        const answer = createClient(client).call(
          { ...call, accept: "text/event-stream", replies: [asItComes] },
          { ...own, rawResponse: false, headers, signal },
        );
        return new Promise((resolve, reject) => {
          stop = (reason) => {
            controller.abort(reason);
            reject(reason);
          };
          // A `fetch` of one's own need not follow a signal.
          answer.then((response) => (isClosed ? discardBody(response) : resolve(response)), reject);
        });
      }

      function cancel(reason?: unknown): void {
        isClosed = true;
        stop(reason);
      }

      const all = events();
      return { next: async () => (await all.next()).value || undefined, cancel };
    };
  };
}

/** The answer itself. */
const asItComes: Reply<Response> = {
  types: eventType,
  read: async (response) => response,
};

/** What is waited for, if it comes in time; else it is stopped. */
async function within<T>(time: number | undefined, stop: (reason: unknown) => void, waited: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    // A timer that is set for longer than this fires at once.
    if (time === undefined || time >= 2 ** 31) return;
    timer = setTimeout(() => {
      const error = new TimeoutError(`Nothing within ${time} ms`);
      stop(error);
      reject(error);
    }, time);
  });
  try {
    return await Promise.race([waited, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether what has failed may succeed later. */
function isPassing(error: unknown): boolean {
  if (error instanceof ApiError) return [408, 425, 429].includes(error.status) || error.status >= 500;
  return error instanceof ConnectionError || error instanceof TimeoutError;
}

/** A text as a header carries it: the bytes of its UTF-8, a character each. */
function inBytes(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
