import { createParser } from "eventsource-parser";

/** Parses the JSON of every event up to the end mark, and counts them. */
export async function readWithEventSourceParser(response) {
  let count = 0;
  const parser = createParser({
    onEvent({ data }) {
      if (data === "[DONE]") return;
      JSON.parse(data);
      count += 1;
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
