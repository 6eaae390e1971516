// Run by itself: every rejection and exception that nobody handles ends up on stderr.
import { createServer, type ServerResponse } from "node:http";
import { createClient } from "../../templates/typescript/runtime/client.ts";
import { reconnect } from "../../templates/typescript/runtime/reconnect.ts";
import { eventReply } from "../../templates/typescript/runtime/stream-reply.ts";

process.on("unhandledRejection", (reason) => console.error("unhandled rejection:", reason));
process.on("uncaughtException", (error) => console.error("uncaught exception:", error));
process.on("warning", (warning) => console.error("warning:", warning));

const open = new Set<ServerResponse>();
const server = createServer((request, response) => {
  open.add(response);
  response.on("close", () => open.delete(response));
  response.writeHead(200, { "content-type": "text/event-stream" });
  if (request.url !== "/silent") response.write("data: 1\n\ndata: 2\n\n");
  else response.write(": nothing\n\n");
  if (request.url === "/broken") setTimeout(() => response.destroy(), 10);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = server.address();
const client = createClient({ baseUrl: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}` });
const replies = [eventReply("text", { name: "Item" })];
const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

function watch(path = "/", options = {}) {
  return client.call({ operation: "watch", method: "GET", path, replies }, options);
}

/** Takes the two items that come, and asks for a third, whose failure nobody awaits at first. */
async function third(path?: string, options?: object) {
  const stream = await watch(path, options);
  const items = stream[Symbol.asyncIterator]();
  await items.next();
  await items.next();
  const next = items.next();
  return {
    stream,
    settled: next.then(
      () => "done",
      () => "failed",
    ),
  };
}

const ways: Record<string, () => Promise<unknown>> = {
  async abandoned() {
    await (await watch()).close();
    await watch("/broken");
    const stream = await watch("/broken");
    await stream[Symbol.asyncIterator]().next();
    await pause(50);
  },
  async aborted() {
    const controller = new AbortController();
    await watch("/", { signal: controller.signal });
    const { settled } = await third("/", { signal: controller.signal });
    controller.abort();
    return settled;
  },
  async broken() {
    return (await third("/broken")).settled;
  },
  async closed() {
    const { stream, settled } = await third();
    await stream.close();
    return settled;
  },
  async left() {
    for await (const _ of await watch()) break;
    for await (const _ of (await watch()).messages()) break;
  },
  async opening() {
    const controller = new AbortController();
    const opened = watch("/silent", { signal: controller.signal }).catch(() => {});
    const late = watch("/silent", { timeout: 20 }).catch(() => {});
    await pause(50);
    controller.abort(null);
    await Promise.all([opened, late]);
  },
  async reconnecting() {
    const controller = new AbortController();
    const options = { reconnect: reconnect({ delay: 5, attempts: 2 }), idleTimeout: 30, signal: controller.signal };
    const { settled } = await third("/broken", options);
    await pause(60);
    controller.abort();
    return settled;
  },
  async tee() {
    const [left, right] = (await watch("/broken")).tee();
    await left.getReader().read();
    const reader = right.getReader();
    await reader.read();
    await reader.read();
    await reader.read().catch(() => {});
  },
};

for (const [name, run] of Object.entries(ways)) {
  await run();
  await pause(20);
  globalThis.gc?.();
  console.log(name);
}
await pause(100);
// Nothing but our streams held the connections open.
console.log(open.size === 0 ? "the server has seen every connection close" : `${open.size} connections are open`);
server.closeAllConnections();
server.close();
