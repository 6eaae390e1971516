// Reads one event of 50 MB with a built package, and tells how long the processor worked for it (ms) and how much memory the process ever
// had (MB). The event is made as it is read: it is not in memory beforehand.
import { pathToFileURL } from "node:url";
import { encoder, end, eventOf, responseOf } from "./events.mjs";

const length = 50_000_000;
const [folder] = process.argv.slice(2);
const { readChatCompletionEvent } = await import(pathToFileURL(`${folder}/dist/models/index.js`).href);

function* chunks() {
  const [before, after] = eventOf("|").split("|");
  const filling = encoder.encode("x".repeat(16 * 1024));
  yield encoder.encode(before);
  for (let rest = length; rest > 0; rest -= filling.length) yield filling.subarray(0, rest);
  yield encoder.encode(after + end);
}

const start = process.cpuUsage();
let read = 0;
for await (const item of await readChatCompletionEvent(responseOf(chunks()))) {
  read += item.choices[0].delta.content.length;
}
const { user, system } = process.cpuUsage(start);
if (read !== length) throw new Error(`Expected ${length} letters, received ${read}`);
console.log(JSON.stringify({ time: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1000 }));
