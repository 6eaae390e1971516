/// <reference lib="esnext.disposable" preserve="true" />
import { StreamError } from "./errors.ts";
import type { Framing, ServerEvent } from "./framing.ts";

/** The data that says that a stream is over. */
export interface EndMark {
  readonly data: string;
  /** Whether the mark is an item itself, the last one. */
  readonly yielded: boolean;
}

export interface EventStreamOptions<T> {
  readonly framing: Framing;
  /** Turns an event into an item. It is called with the end mark too, where that is yielded. */
  readonly read: (event: ServerEvent<string>) => T;
  /** Without one, the end of the body between two events is the end of the stream. */
  readonly end?: EndMark | undefined;
  /** Whether events of the kind `error` end the stream with a `StreamError`; true by default. */
  readonly errorEvents?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The items of a response, as the server sends them. Read once, by one reader. Nothing is read ahead of the reader, and
 * leaving the loop closes the connection; a stream that is not read to its end has to be closed, by `await using` or
 * `close()`.
 *
 * Reading throws a `StreamError` where the stream does not end as documented, a `DecodeError` where an item does not
 * fit the documentation in strict mode, and the reason of the signal once that is aborted.
 */
export class EventStream<T> implements AsyncIterable<T>, AsyncDisposable {
  /** What the server answered; this stream consumes its body. */
  readonly response: Response;
  /** Same as `close()`. Absent in engines that do not know `Symbol.asyncDispose`. */
  declare readonly [Symbol.asyncDispose]: () => Promise<void>;

  readonly #options: EventStreamOptions<T>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #decoder: TextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #taken = false;
  /** The read that every waiting `next()` waits for. */
  #reading: ReturnType<ReadableStreamDefaultReader<Uint8Array>["read"]> | undefined;
  /** Events that have arrived; those before `#at` are delivered. */
  #queue: ServerEvent<string>[] = [];
  #at = 0;
  /** No more is read from the body. */
  #over = false;
  /** What the reader learns, once, when the queue is empty. */
  #failure: { readonly error: unknown } | undefined;

  constructor(response: Response, options: EventStreamOptions<T>) {
    this.response = response;
    this.#options = options;
    this.#reader = response.body?.getReader();
    // A method with this name would be called "undefined" in an engine that lacks the symbol.
    if (Symbol.asyncDispose) this[Symbol.asyncDispose] = () => this.close();
    options.signal?.addEventListener("abort", this.#abort);
    if (options.signal?.aborted) this.#abort();
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<T, void, undefined> {
    return this.#iterate(this.#options.read);
  }

  /** The items with what the server sent around them: kind, id, time to reconnect. */
  messages(): AsyncIterable<ServerEvent<T>> {
    const { read } = this.#options;
    return { [Symbol.asyncIterator]: () => this.#iterate((event) => ({ ...event, data: read(event) })) };
  }

  /** The items as a web stream: `tee()` serves several readers, `pipeThrough()` transforms. */
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

  /** Closes the connection, even while an item is awaited: the stream is then done. */
  async close(): Promise<void> {
    this.#stop();
  }

  #iterate<U>(pick: (event: ServerEvent<string>) => U): AsyncIterableIterator<U, void, undefined> {
    if (this.#taken) {
      throw new TypeError("This EventStream has a reader already: use toReadableStream().tee() to read it twice");
    }
    this.#taken = true;
    return {
      next: () => this.#next(pick),
      return: async () => {
        await this.close();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  async #next<U>(pick: (event: ServerEvent<string>) => U): Promise<IteratorResult<U, void>> {
    for (;;) {
      const event = this.#queue[this.#at++];
      if (event !== undefined) {
        const { end, errorEvents } = this.#options;
        try {
          if (event.data === end?.data) {
            this.#stop();
            if (!end.yielded) continue;
          } else if (event.event === "error" && errorEvents !== false) {
            throw new StreamError("error-event", "The server sent an error in the stream", { data: event.data });
          }
          return { done: false, value: pick(event) };
        } catch (error) {
          this.#stop();
          throw error;
        }
      }
      if (this.#over) {
        const failure = this.#failure;
        this.#stop();
        if (failure !== undefined) throw failure.error;
        return { done: true, value: undefined };
      }
      await this.#fill();
    }
  }

  /** Waits for the next piece of the body. Of several that wait, the first takes it. */
  async #fill(): Promise<void> {
    this.#reading ??= this.#reader?.read() ?? Promise.resolve({ done: true, value: undefined });
    const reading = this.#reading;
    try {
      const { done, value } = await reading;
      if (this.#over || this.#reading !== reading) return;
      this.#reading = undefined;
      this.#at = 0;
      if (done) this.#finish();
      else this.#queue = this.#options.framing.push(this.#decoder.decode(value, { stream: true }));
    } catch (cause) {
      if (this.#over) return;
      this.#stop({
        error: new StreamError("interrupted", "The connection broke before the end of the stream", { cause }),
      });
    }
  }

  /** The body has ended: decides whether the stream has. */
  #finish(): void {
    const { framing, end } = this.#options;
    this.#over = true;
    this.#queue = framing.push(this.#decoder.decode());
    const rest = framing.end();
    const ended = rest !== undefined && rest.event.data === end?.data;
    if (rest !== undefined && (ended || rest.complete)) this.#queue.push(rest.event);
    if (rest !== undefined && !ended && !rest.complete) {
      this.#failure = { error: new StreamError("interrupted", "The response ended inside an event") };
    } else if (end !== undefined && !ended) {
      this.#failure = { error: new StreamError("unfinished", `The response ended before its end mark ${end.data}`) };
    }
  }

  readonly #abort = (): void => this.#stop({ error: this.#options.signal?.reason });

  /** Drops what has arrived, cancels the body, and leaves a failure for the reader to find. */
  #stop(failure?: { readonly error: unknown }): void {
    this.#over = true;
    this.#queue = [];
    this.#failure = failure;
    this.#options.signal?.removeEventListener("abort", this.#abort);
    // Not awaited: where the response was cloned, it settles only when the clone is cancelled too.
    this.#reader?.cancel(failure?.error).catch(() => {});
  }
}
