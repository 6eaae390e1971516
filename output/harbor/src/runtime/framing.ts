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
  /** Tells what is left where the body ends: undefined between two events. */
  end(): Rest | undefined;
  /** The id that a reconnection names, and the time before it, as the server last sent them; with or without data. */
  readonly last?: { readonly id?: string; readonly retry?: number };
}

/** What stands after the last whole event of a body. */
export interface Rest {
  /** The event as far as it came; its data is empty where none came. */
  readonly event: ServerEvent<string>;
  /** Whether the event is whole, and only its terminator is missing. */
  readonly complete: boolean;
}
