import { EventStream } from "@mistralai/mistralai/lib/event-streams.js";
import { CompletionEvent$inboundSchema } from "@mistralai/mistralai/models/components/completionevent.js";
import { Stream } from "openai/core/streaming";

/** As that SDK reads the answer of a chat that streams: nothing is checked. */
export async function readWithOpenAi(response) {
  let count = 0;
  for await (const item of Stream.fromSSEResponse(response, new AbortController())) count += item.choices.length;
  return count;
}

/** As the function `chatStream` of that SDK reads its answer. */
export async function readWithMistral(response) {
  let count = 0;
  const events = new EventStream(response.body, (event) =>
    event.data === "[DONE]"
      ? { done: true, value: undefined }
      : { done: false, value: CompletionEvent$inboundSchema.parse(event) },
  );
  for await (const { data } of events) count += data.choices.length;
  return count;
}
