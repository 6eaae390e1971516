import { createParser } from "eventsource-parser";
import { decodeChunk } from "./zod.mjs";

/** Parses the JSON of every event up to the end mark, and counts the choices. */
export function readWithEventSourceParser(response) {
  return read(response, (data) => JSON.parse(data));
}

/** The same, and every item is checked and renamed. */
export function readWithZod(response) {
  return read(response, (data) => decodeChunk(JSON.parse(data)));
}

async function read(response, itemOf) {
  let count = 0;
  const parser = createParser({
    onEvent({ data }) {
      if (data !== "[DONE]") count += itemOf(data).choices.length;
    },
  });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return count;
    parser.feed(decoder.decode(value, { stream: true }));
  }
}
