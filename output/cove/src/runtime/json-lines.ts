import type { Framing, ServerEvent } from "./framing.ts";

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
