/** One event of a stream. A field that the server did not send is absent. */
export interface ServerEvent<T> {
  readonly data: T;
  /** The kind of event. */
  readonly event?: string | undefined;
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
  /**
   * The id that a reconnection names, and the time before it, as the server last sent them; with or without data. The end
   * of a body may leave the id of an event that has not ended.
   */
  readonly last?: { readonly id?: string | undefined; readonly retry?: number | undefined };
}

type Pending = { -readonly [Field in keyof ServerEvent<string>]?: ServerEvent<string>[Field] | undefined };

/**
 * Reads an event stream (`text/event-stream`) as the HTML standard parses one.
 *
 * Each piece of text is scanned once, and an unfinished line is only added to until it ends, so that time and memory grow
 * with the bytes alone, however they are cut.
 */
export function eventFraming(): Framing {
  /** Whether a CR came last: an LF after it says nothing. */
  let isReturned = false;
  let line = "";
  let pending: Pending = {};
  const last: { id?: string | undefined; retry?: number } = {};

  function push(text: string): ServerEvent<string>[] {
    const events: ServerEvent<string>[] = [];
    let rest = isReturned ? text.replace(/^\n/, "") : text;
    if (text) isReturned = text.endsWith("\r");
    if (rest.includes("\r")) rest = rest.replace(/\r\n?/g, "\n");
    const lines = rest.split("\n");
    lines[0] = line + lines[0];
    line = lines.pop() as string;
    for (const whole of lines) {
      if (whole) {
        readField(whole);
      } else {
        last.id = pending.id ?? last.id;
        if (pending.data !== undefined) events.push(pending as ServerEvent<string>);
        pending = {};
      }
    }
    return events;
  }

  function readField(text: string): void {
    const colon = text.indexOf(":");
    const name = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? "" : text.slice(colon + (text[colon + 1] === " " ? 2 : 1));
    if (name === "data") {
      pending.data = pending.data === undefined ? value : `${pending.data}\n${value}`;
    } else if (name === "event") {
      pending.event = value || undefined;
    } else if (name === "id" && !value.includes("\0")) {
      pending.id = value;
    } else if (name === "retry" && /^\d+$/.test(value)) {
      last.retry = pending.retry = Number(value);
    }
  }

  return {
    push,
    last,
    end(mark) {
      // Without data it is no event, and its id does not count.
      if (!line && pending.data === undefined) return [];
      const events = push("\n\n");
      return events.some(({ data }) => data === mark) ? events : undefined;
    },
  };
}

/**
 * Reads JSON Lines: one JSON text a line; blank lines are skipped. Each piece of text is scanned once, and an unfinished
 * line is only added to until it ends, so that time and memory grow with the bytes alone.
 */
export function lineFraming(): Framing {
  let line = "";

  function push(text: string): ServerEvent<string>[] {
    const lines = text.split("\n");
    lines[0] = line + lines[0];
    line = lines.pop() ?? "";
    // `trim` takes the CR of a CRLF for white space.
    return lines.map((whole) => ({ data: whole.trim() })).filter(({ data }) => data !== "");
  }

  return {
    push,
    end(mark) {
      const rest = push("\n");
      return rest.every(({ data }) => data === mark || isJson(data)) ? rest : undefined;
    },
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
