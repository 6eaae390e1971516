import type { Batches } from "./batches.ts";
import type { ServerEvent } from "./framing.ts";
import { stopOn } from "./stop.ts";

/** The items of a stream, for one reader. */
export interface Items<T> {
  /**
   * Waits for the first event or the end, following this signal instead of the options'. Throws where the first event is
   * an error; other failures stay for the reader.
   */
  readonly open: (opening: AbortSignal | undefined) => Promise<void>;
  readonly iterate: <U>(pick: (item: T, event: ServerEvent<string>) => U) => AsyncIterableIterator<U, void, undefined>;
  /** Drops what has arrived and cancels the body, even while an item is awaited: the stream is then done. */
  readonly stop: () => IteratorReturnResult<void>;
}

/**
 * Turns an event into an item, or leaves it out. The first event comes twice: when it is `peeked` at, what matters is only
 * whether it says that the server has failed, which is thrown.
 */
export type ItemReader<T> = (event: ServerEvent<string>, isPeeked?: boolean) => T | undefined;

/** `mark` is the data of the last event; `idleTimeout` is how long to wait for the next events, in milliseconds. */
export function itemsOf<T>(
  source: Batches,
  read: ItemReader<T>,
  mark: string | undefined,
  signal: AbortSignal | undefined,
  idleTimeout: number | undefined,
): Items<T> {
  /** Events that have arrived; those before `at` are delivered. */
  let queue: readonly ServerEvent<string>[] = [];
  let at = 0;
  /** No more is read from the body; with what the reader learns, once, when the queue is empty. */
  let end: readonly [error?: unknown] | undefined;
  /** What every waiting reader waits for. */
  let filling: Promise<void> | undefined;
  let isTaken = false;
  let letGo: (() => void) | undefined;

  function stop(...reason: [error?: unknown]): IteratorReturnResult<void> {
    end = reason;
    queue = [];
    letGo?.();
    source.cancel(...reason);
    return { done: true, value: undefined };
  }

  /** Waits for the next events. Of several that wait, the first takes them. */
  function fill(): Promise<void> {
    filling ??= load();
    return filling;
  }

  async function load(): Promise<void> {
    const arrived = stopOn(stop, undefined, idleTimeout, "bytes");
    try {
      const { value } = await source.events.next();
      if (end) return;
      at = 0;
      queue = value ?? [];
      if (!value) end = [];
    } catch (error) {
      if (!end) stop(error);
    } finally {
      arrived();
      filling = undefined;
    }
  }

  async function open(opening: AbortSignal | undefined): Promise<void> {
    const opened = stopOn(stop, opening);
    try {
      while (queue.length === 0 && !end) await fill();
      opening?.throwIfAborted();
      const [first] = queue;
      if (first) read(first, true);
    } catch (error) {
      stop();
      throw error;
    } finally {
      opened();
    }
  }

  function iterate<U>(pick: (item: T, event: ServerEvent<string>) => U): AsyncIterableIterator<U, void, undefined> {
    if (isTaken) throw new TypeError("The stream is read already: use tee()");
    isTaken = true;
    return {
      async next() {
        for (;;) {
          const event = queue[at++];
          if (event) {
            try {
              if (event.data === mark) stop();
              const item = read(event);
              if (item !== undefined) return { done: false, value: pick(item, event) };
            } catch (error) {
              stop();
              throw error;
            }
          } else if (end) {
            const reason = end;
            const done = stop();
            if (reason.length > 0) throw reason[0];
            return done;
          } else {
            await fill();
          }
        }
      },
      return: async () => stop(),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  letGo = stopOn(stop, signal);
  return { open, iterate, stop };
}
