import type { Framing, Rest, ServerEvent } from "./framing.ts";

const lineFeed = 10;
const space = 32;
const colon = 58;

/**
 * Reads an event stream (`text/event-stream`) as the HTML standard parses one.
 *
 * Each piece of text is scanned once and an unfinished line is kept in pieces, so that time and memory grow with the
 * bytes alone, however they are cut.
 */
export function eventFraming(): Framing {
  let started = false;
  let afterReturn = false;
  let line: string[] = [];
  let data: string[] = [];
  let event = "";
  let id: string | undefined;
  let retry: number | undefined;

  function push(text: string): ServerEvent<string>[] {
    const events: ServerEvent<string>[] = [];
    if (text === "") return events;
    let start = 0;
    if (!started && text.charCodeAt(0) === 0xfeff) start = 1;
    started = true;
    // The other half of a CRLF whose CR has already ended the line.
    if (afterReturn && text.charCodeAt(0) === lineFeed) start = 1;
    afterReturn = false;

    let feed = text.indexOf("\n", start);
    let carriageReturn = text.indexOf("\r", start);
    while (feed !== -1 || carriageReturn !== -1) {
      let end = feed;
      let next = feed + 1;
      if (carriageReturn !== -1 && (feed === -1 || carriageReturn < feed)) {
        end = carriageReturn;
        next = end + (feed === end + 1 ? 2 : 1);
        afterReturn = next === text.length && feed === -1;
      }
      if (line.length === 0) {
        readLine(text, start, end, events);
      } else {
        line.push(text.slice(start, end));
        const whole = line.join("");
        line = [];
        readLine(whole, 0, whole.length, events);
      }
      start = next;
      // Each is looked for only once it is passed: a body without CR is not searched for one at every line.
      if (feed !== -1 && feed < start) feed = text.indexOf("\n", start);
      if (carriageReturn !== -1 && carriageReturn < start) carriageReturn = text.indexOf("\r", start);
    }
    if (start < text.length) line.push(text.slice(start));
    return events;
  }

  /** Reads the line between two positions of a text: most lines need no string of their own. */
  function readLine(text: string, start: number, end: number, events: ServerEvent<string>[]): void {
    if (start === end) {
      if (data.length > 0) events.push(pending());
      forget();
      return;
    }
    let at = findValue("data", text, start, end);
    if (at !== -1) {
      data.push(text.slice(at, end));
      return;
    }
    at = findValue("event", text, start, end);
    if (at !== -1) {
      event = text.slice(at, end);
      return;
    }
    at = findValue("id", text, start, end);
    if (at !== -1) {
      const value = text.slice(at, end);
      if (!value.includes("\0")) id = value;
      return;
    }
    at = findValue("retry", text, start, end);
    if (at !== -1) {
      const value = text.slice(at, end);
      if (/^\d+$/.test(value)) retry = Number(value);
    }
  }

  function pending(): ServerEvent<string> {
    const [first = ""] = data;
    return {
      data: data.length > 1 ? data.join("\n") : first,
      ...(event !== "" && { event }),
      ...(id !== undefined && { id }),
      ...(retry !== undefined && { retry }),
    };
  }

  function forget(): void {
    data = [];
    event = "";
    id = undefined;
    retry = undefined;
  }

  function end(): Rest | undefined {
    if (line.length === 0 && data.length === 0) return undefined;
    const whole = line.join("");
    if (whole !== "") readLine(whole, 0, whole.length, []);
    return { event: pending(), complete: false };
  }

  return { push, end };
}

/** Where the value of the field begins if the line has this name, else -1. */
function findValue(name: string, text: string, start: number, end: number): number {
  // No name holds a line end, so what is found here cannot reach past the line.
  if (!text.startsWith(name, start)) return -1;
  const at = start + name.length;
  if (at === end) return at;
  if (text.charCodeAt(at) !== colon) return -1;
  return text.charCodeAt(at + 1) === space ? at + 2 : at + 1;
}
