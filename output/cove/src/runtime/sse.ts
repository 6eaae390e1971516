import type { Framing, ServerEvent } from "./framing.ts";

type Pending = { -readonly [Field in keyof ServerEvent<string>]?: ServerEvent<string>[Field] };

/**
 * Reads an event stream (`text/event-stream`) as the HTML standard parses one.
 *
 * Each piece of text is scanned once, and an unfinished line is only added to until it ends, so that time and memory grow
 * with the bytes alone, however they are cut.
 */
export function eventFraming(): Framing {
  /** What says nothing at the start of the next piece: the LF of a CRLF. */
  let ignored = "";
  let line = "";
  let pending: Pending = {};
  const last: { id?: string | undefined; retry?: number } = {};

  function push(text: string): ServerEvent<string>[] {
    const events: ServerEvent<string>[] = [];
    let rest = text.startsWith(ignored) ? text.slice(ignored.length) : text;
    if (text !== "") ignored = text.endsWith("\r") ? "\n" : "";
    if (rest.includes("\r")) rest = rest.replace(/\r\n?/g, "\n");
    const lines = rest.split("\n");
    lines[0] = line + lines[0];
    line = lines.pop() ?? "";
    for (const whole of lines) {
      if (whole !== "") {
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
      delete pending.event;
      if (value !== "") pending.event = value;
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
      const isPartial = line !== "" || pending.data !== undefined;
      const { id } = last;
      const events = push("\n\n");
      // An event that has not ended does not count.
      last.id = id;
      return isPartial && !events.some(({ data }) => data === mark) ? undefined : events;
    },
  };
}
