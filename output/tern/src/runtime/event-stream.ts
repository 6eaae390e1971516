/// <reference lib="esnext.disposable" preserve="true" />
import { StreamError } from "./errors.ts";
import type { Framing, ServerEvent } from "./framing.ts";
import { stopOn } from "./reply.ts";

/**
 * The items of a response, as the server sends them. Read once, by one reader. Nothing but the first event is read ahead
 * of the reader, and leaving the loop closes the connection; a stream that is not read to its end has to be closed, by
 * `await using` or `close()`.
 *
 * Reading throws a `StreamError` where the stream does not end as documented or the server sends an error, a
 * `DecodeError` where an item is not JSON or, in strict mode, does not fit the documentation (see `onInvalid`), a
 * `TimeoutError` after `idleTimeout`, and the reason of the signal once that is aborted.
 */
export class EventStream<T> implements AsyncIterable<T>, AsyncDisposable {
  /** What the server answered; this stream consumes its body. */
  declare readonly response: Response;
  /** Same as `close()`. Absent in engines that do not know `Symbol.asyncDispose`. */
  declare readonly [Symbol.asyncDispose]: () => Promise<void>;

  readonly #items: Items<T>;

  constructor(response: Response, items: Items<T>) {
    this.response = response;
    this.#items = items;
    // A method with this name would be called "undefined" in an engine that lacks the symbol.
    if (Symbol.asyncDispose) this[Symbol.asyncDispose] = this.close;
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<T, void, undefined> {
    return this.#items.iterate((item) => item);
  }

  /** The items with what the server sent around them: kind, id, time to reconnect. */
  messages(): AsyncIterableIterator<ServerEvent<T>, void, undefined> {
    return this.#items.iterate((data, event) => ({ ...event, data }));
  }

  /** The items as a web stream, for `pipeThrough()` and `pipeTo()`. */
  toReadableStream(): ReadableStream<T> {
    const items = this[Symbol.asyncIterator]();
    return new ReadableStream<T>(
      {
        async pull(controller) {
          const item = await items.next();
          if (item.done) controller.close();
          else controller.enqueue(item.value);
        },
        cancel: () => this.close(),
      },
      { highWaterMark: 0 },
    );
  }

  /** The items twice, for two readers. What one has read and the other has not waits in memory; cancel both to close. */
  tee(): [ReadableStream<T>, ReadableStream<T>] {
    return this.toReadableStream().tee();
  }

  /** Closes the connection, even while an item is awaited: the stream is then done. */
  async close(): Promise<void> {
    this.#items.stop();
  }
}

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
  /** No more is read from the body. The reader learns why, once, when the queue is empty. */
  let isOver = false;
  let failure: unknown;
  /** What every waiting reader waits for. */
  let filling: Promise<void> | undefined;
  let isTaken = false;
  let letGo: (() => void) | undefined;

  function stop(reason?: unknown): IteratorReturnResult<void> {
    isOver = true;
    failure = reason;
    queue = [];
    letGo?.();
    source.cancel(reason);
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
      const events = await source.next();
      if (isOver) return;
      at = 0;
      queue = events ?? [];
      isOver = !events;
    } catch (error) {
      if (!isOver) stop(error);
    } finally {
      arrived();
      filling = undefined;
    }
  }

  async function open(opening: AbortSignal | undefined): Promise<void> {
    const opened = stopOn(stop, opening);
    try {
      while (!queue[0] && !isOver) await fill();
      opening?.throwIfAborted();
      if (queue[0]) read(queue[0], true);
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
          } else if (isOver) {
            const error = failure;
            const done = stop();
            if (error !== undefined) throw error;
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

/** The events of a body, as many at a time as have come in. */
export interface Batches {
  /** Waits for the next events; undefined at the end. */
  readonly next: () => Promise<readonly ServerEvent<string>[] | undefined>;
  /** Gives up the body, even while events are awaited: that is then the end. */
  readonly cancel: (reason?: unknown) => void;
  /** See `Framing`. */
  readonly last?: Framing["last"];
}

/** Goes on with the events when those of the first connection have ended; `connect` reads the body of a further one. */
export type GoOn = (first: Batches, connect: (response: Response) => Batches) => Batches;

/**
 * Reads the body of a response. With a mark, the data of the last event, an end without it is an error; without one, the
 * end of the body between two events is the end.
 */
export function batchesOf({ body }: Response, framing: Framing, mark: string | undefined): Batches {
  const reader = body?.getReader();
  let decoder = new TextDecoder();
  let isSpent = true;
  let isRead = false;

  // No generator: one takes an eighth longer for events that come one by one.
  async function next(): Promise<readonly ServerEvent<string>[] | undefined> {
    if (isRead) {
      // A reader that has met the mark asks for no more.
      if (mark !== undefined) throw new StreamError("unfinished", `The response ended before its end ${mark}`);
      return undefined;
    }
    let value: Uint8Array | undefined;
    try {
      value = (await reader?.read())?.value;
    } catch (cause) {
      throw new StreamError("interrupted", "The connection broke", { cause });
    }
    // What ends in ASCII, or is the end, ends no character halfway; a chunk may be empty.
    const stream = !!value && !((value[value.length - 1] as number) < 128);
    const events = framing.push(decoder.decode(value, { stream }));
    // The first takes a mark of the byte order off; one that was once told that more will come is slow from then on.
    if (isSpent && !stream) decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    isSpent = stream;
    if (value) return events;
    isRead = true;
    const rest = framing.end(mark);
    if (rest) return rest;
    throw new StreamError("interrupted", "The response ended inside an event");
  }

  return {
    last: framing.last,
    next,
    // Not awaited: where the response was cloned, it settles only when the clone is cancelled too.
    cancel: (reason) => void reader?.cancel(reason).catch(() => {}),
  };
}
