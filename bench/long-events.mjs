import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { built } from "./build.mjs";
import { cutInto, encoder, end, eventOf, responseOf } from "./events.mjs";
import { race, ratio, spreadOf, takeTurns } from "./measure.mjs";
import { figure, heading } from "./report.mjs";

const growthBar = { bar: 3, digits: 1 };

/** What one long event costs when it arrives in many chunks: a reader that begins again at each is quadratic. */
export async function measureLongEvents() {
  const whole = [encoder.encode(eventOf("x".repeat(2 ** 21)) + end)];
  const cut = cutInto(whole[0], 1024);
  const read = await readers();

  heading("one event of 2 MiB in 1 KiB chunks, over the same in one chunk");
  const growth = await raced("ours", { rounds: 15, batch: 60, warmUp: 300 });
  figure("ours", ratio(growth.cut, growth.whole), growthBar);
  for (const peer of ["eventsource-parser 3", "openai 6", "@mistralai/mistralai 2"]) {
    // Some of them take many seconds for a call: two are enough to see it.
    const peerGrowth = await raced(peer, { rounds: 2, batch: 1, warmUp: 0 });
    figure(`  ${peer}`, ratio(peerGrowth.cut, peerGrowth.whole), { digits: 1 });
    figure("    the same in milliseconds", spreadOf(peerGrowth.cut), { unit: "ms", digits: 0 });
  }
  figure("  ours in milliseconds", spreadOf(growth.cut), { unit: "ms", digits: 0 });

  heading("one event of 50 MB in 16 KiB chunks, in a process of its own");
  const results = await takeTurns(["ours"], 5, () =>
    JSON.parse(execFileSync(process.execPath, [script, built("quill")], { encoding: "utf8" })),
  );
  figure("processor time", spreadOf(results.ours.map(({ time }) => time)), { unit: "ms", digits: 0, bar: 1000 });
  figure("peak memory", spreadOf(results.ours.map(({ memory }) => memory)), { unit: "MB", digits: 0, bar: 300 });

  function raced(name, options) {
    const one = read[name];
    return race({ whole: () => one(responseOf(whole)), cut: () => one(responseOf(cut)) }, options);
  }
}

const script = fileURLToPath(new URL("long-event.mjs", import.meta.url));

async function readers() {
  const { readChatCompletionEvent } = await import(built("quill", "dist/models/index.js"));
  const { readWithEventSourceParser } = await import("./peers/eventsource-parser.mjs");
  const { readWithMistral, readWithOpenAi } = await import("./peers/sdk-streams.mjs");
  return {
    ours: async (response) => {
      for await (const _ of await readChatCompletionEvent(response, { validate: "lenient" }));
    },
    "eventsource-parser 3": readWithEventSourceParser,
    "openai 6": readWithOpenAi,
    "@mistralai/mistralai 2": readWithMistral,
  };
}
