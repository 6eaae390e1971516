import assert from "node:assert";
import { built } from "./build.mjs";
import { race, ratio } from "./measure.mjs";
import { figure, heading } from "./report.mjs";
import { times as many } from "./texts.mjs";

const slow = { rounds: 7, batch: 1, warmUp: 500 };
const encoder = new TextEncoder();

/** Event streams from their bytes to decoded items. */
export async function measureStreams() {
  const { readWithEventSourceParser } = await import("./peers/eventsource-parser.mjs");
  const { readChatCompletionEvent } = await import(built("quill", "dist/models/index.js"));
  const read = async (chunks) => {
    let count = 0;
    const stream = await readChatCompletionEvent(responseOf(chunks), { validate: "lenient" });
    for await (const item of stream) count += item.choices.length;
    return count;
  };

  heading("one event of 2 MiB");
  const long = encoder.encode(`${eventOf("x".repeat(2 ** 21))}data: [DONE]\n\n`);
  const cut = cutInto(long, 1024);
  const growth = await race(
    { whole: () => read([long]), cut: () => read(cut) },
    { rounds: 15, batch: 60, warmUp: 300 },
  );
  figure("in 1 KiB chunks, over the same in one chunk", ratio(growth.cut, growth.whole), { bar: 3, digits: 1 });

  heading("100,000 events, over JSON.parse of their data alone");
  const events = many(100_000, (index) => eventOf(` word${index % 1000}`));
  const data = events.map((event) => event.slice("data: ".length, -2));
  const bytes = encoder.encode(`${events.join("")}data: [DONE]\n\n`);
  const chunks = cutInto(bytes, 16 * 1024);
  const single = [...events, "data: [DONE]\n\n"].map((event) => encoder.encode(event));
  assert.equal(await read(chunks), data.length);
  assert.equal(await readWithEventSourceParser(responseOf(chunks)), data.length);
  const times = await race(
    {
      parse: () => {
        let count = 0;
        for (const text of data) count += JSON.parse(text).choices.length;
        return count;
      },
      chunks: () => read(chunks),
      chunksPeer: () => readWithEventSourceParser(responseOf(chunks)),
      single: () => read(single),
      singlePeer: () => readWithEventSourceParser(responseOf(single)),
      bytes: () => drain(responseOf(single)),
    },
    slow,
  );
  figure("in 16 KiB chunks", ratio(times.chunks, times.parse), { bar: 2, aim: 1.5 });
  figure("  eventsource-parser 3 + JSON.parse, unchecked", ratio(times.chunksPeer, times.parse));
  figure("one event per chunk", ratio(times.single, times.parse));
  figure("  eventsource-parser 3 + JSON.parse, unchecked", ratio(times.singlePeer, times.parse));
  figure("  reading the chunks alone", ratio(times.bytes, times.parse));
}

function eventOf(content) {
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

function cutInto(bytes, size) {
  return many(Math.ceil(bytes.length / size), (index) => bytes.subarray(index * size, (index + 1) * size));
}

function responseOf(chunks) {
  let next = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (next === chunks.length) controller.close();
      else controller.enqueue(chunks[next++]);
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

async function drain(response) {
  const reader = response.body.getReader();
  while (!(await reader.read()).done);
}
