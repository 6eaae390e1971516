import type { Framing, Rest, ServerEvent } from "./framing.ts";

/**
 * Reads JSON Lines: one JSON text a line; blank lines are skipped. Each piece of text is scanned once and an unfinished
 * line is kept in pieces, so that time and memory grow with the bytes alone.
 */
export function lineFraming(): Framing {
  let line: string[] = [];

  function push(text: string): ServerEvent<string>[] {
    const events: ServerEvent<string>[] = [];
    let start = 0;
    for (let feed = text.indexOf("\n"); feed !== -1; feed = text.indexOf("\n", start)) {
      line.push(text.slice(start, feed));
      const data = takeLine();
      if (data !== "") events.push({ data });
      start = feed + 1;
    }
    if (start < text.length) line.push(text.slice(start));
    return events;
  }

  function end(): Rest | undefined {
    const data = takeLine();
    return data === "" ? undefined : { event: { data }, complete: isJson(data) };
  }

  /** The line so far, without what `trim` takes for white space: the CR of a CRLF, and a byte order mark. */
  function takeLine(): string {
    const data = line.join("").trim();
    line = [];
    return data;
  }

  return { push, end };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
