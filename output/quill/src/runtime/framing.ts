/** One event of a stream. A field that the server did not send is absent. */
export interface ServerEvent<T> {
  readonly data: T;
  /** The kind of event. */
  readonly event?: string;
  /** The id of this event, not the last one that was seen. */
  readonly id?: string;
  /** How long to wait before a reconnection, in milliseconds. */
  readonly retry?: number;
}

/** Cuts the text of a body into events, as it comes in. */
export interface Framing {
  /** Takes the next piece of text, of any length, and gives the events that it completes. */
  push(text: string): ServerEvent<string>[];
  /**
   * Gives what is left where the body ends and lacks nothing but its terminator; undefined where it ends inside an event.
   * The mark lacks nothing in any case.
   */
  end(mark: string | undefined): ServerEvent<string>[] | undefined;
  /** The id that a reconnection names, and the time before it, as the server last sent them; with or without data. */
  readonly last?: { readonly id?: string | undefined; readonly retry?: number | undefined };
}
