/// <reference lib="esnext.disposable" preserve="true" />
import type { ServerEvent } from "./framing.ts";
import type { Items } from "./items.ts";

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
  messages(): AsyncIterable<ServerEvent<T>> {
    return { [Symbol.asyncIterator]: () => this.#items.iterate((data, event) => ({ ...event, data })) };
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
