import { times } from "./chats.mjs";

export const encoder = new TextEncoder();

export const end = "data: [DONE]\n\n";

export function eventOf(content) {
  const chunk = {
    id: "chat-7f3a",
    object: "chat.completion.chunk",
    created: 1709294400,
    model: "quill-large",
    system_fingerprint: "fp_29c1",
    choices: [{ index: 0, delta: { content }, finish_reason: null }],
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

export function cutInto(bytes, size) {
  return times(Math.ceil(bytes.length / size), (index) => bytes.subarray(index * size, (index + 1) * size));
}

/** Hands a chunk to every read, as they come from a network. */
export function responseOf(chunks) {
  const iterator = chunks[Symbol.iterator]();
  const body = new ReadableStream({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}
