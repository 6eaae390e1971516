import assert from "node:assert";
import { built } from "./build.mjs";
import { times as many } from "./chats.mjs";
import { cutInto, encoder, end, eventOf, responseOf } from "./events.mjs";
import { race, ratio } from "./measure.mjs";
import { figure, heading } from "./report.mjs";

const slow = { rounds: 5, batch: 1, warmUp: 500 };

/** Event streams from their bytes to decoded items. */
export async function measureStreams() {
  // Loaded when they are there: the run that installs the peers is the run that measures them.
  const peers = { ...(await import("./peers/eventsource-parser.mjs")), ...(await import("./peers/sdk-streams.mjs")) };
  const { readChatCompletionEvent } = await import(built("quill", "dist/models/index.js"));
  const readers = {
    ours: async (response) => {
      let count = 0;
      for await (const item of await readChatCompletionEvent(response, { validate: "lenient" })) {
        count += item.choices.length;
      }
      return count;
    },
    parser: peers.readWithEventSourceParser,
    zod: peers.readWithZod,
    openai: peers.readWithOpenAi,
    mistral: peers.readWithMistral,
  };

  heading("100,000 events, over JSON.parse of their data alone");
  const events = many(100_000, (index) => eventOf(` word${index % 1000}`));
  const data = events.map((event) => event.slice("data: ".length, -2));
  const chunks = cutInto(encoder.encode(events.join("") + end), 16 * 1024);
  const single = [...events, end].map((event) => encoder.encode(event));
  const contenders = {
    parse: () => {
      let count = 0;
      for (const text of data) count += JSON.parse(text).choices.length;
      return count;
    },
    bytes: () => drain(responseOf(single)),
  };
  for (const [name, read] of Object.entries(readers)) {
    assert.equal(await read(responseOf(chunks)), data.length, name);
    contenders[`${name}, chunks`] = () => read(responseOf(chunks));
    contenders[`${name}, single`] = () => read(responseOf(single));
  }
  const times = await race(contenders, slow);

  const over = (name) => ratio(times[name], times.parse);
  figure("in 16 KiB chunks", over("ours, chunks"), { bar: 2, aim: 1.5 });
  printPeers((name) => over(`${name}, chunks`));
  figure("one event per chunk", over("ours, single"));
  printPeers((name) => over(`${name}, single`));
  figure("  reading the chunks alone", over("bytes"));
  figure("one event per chunk, over openai", ratio(times["ours, single"], times["openai, single"]), {
    bar: 0.5,
    aim: 0.33,
  });
}

function printPeers(figureOf) {
  figure("  eventsource-parser 3 + JSON.parse, unchecked", figureOf("parser"));
  figure("  eventsource-parser 3 + JSON.parse + zod 4", figureOf("zod"));
  figure("  openai 6, unchecked", figureOf("openai"));
  figure("  @mistralai/mistralai 2, with zod", figureOf("mistral"));
}

async function drain(response) {
  const reader = response.body.getReader();
  while (!(await reader.read()).done);
}
