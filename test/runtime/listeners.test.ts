import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { createClient } from "../../templates/typescript/runtime/client.ts";
import { jsonReply, readReply, textReply } from "../../templates/typescript/runtime/reply.ts";
import { eventReply } from "../../templates/typescript/runtime/stream-reply.ts";
import { failureOf, serve } from "./server.ts";

const json = [jsonReply((input) => input, "Item")];
const events = [eventReply("text", { name: "Item", end: { data: "[DONE]", yielded: false } })];

describe("a thousand calls with one signal leave no listener on it", async () => {
  const baseUrl = await serve(({ url = "" }, response) => {
    response.writeHead(url.includes("fails") ? 404 : 200, {
      "content-type": url.includes("events") ? "text/event-stream" : "application/json",
    });
    response.end(
      url.includes("events") ? `data: a\n\ndata: b\n\n${url.includes("cut") ? "data" : "data: [DONE]\n\n"}` : "{}",
    );
  });
  const client = createClient({ baseUrl });
  const call = { operation: "call", method: "GET", path: "/" } as const;

  test.each<{ name: string; make: (signal: AbortSignal) => Promise<unknown> }>([
    { name: "JSON", make: (signal) => client.call({ ...call, replies: json }, { signal }) },
    {
      name: "JSON within a time limit",
      make: (signal) => client.call({ ...call, replies: json }, { signal, timeout: 60_000 }),
    },
    {
      name: "an error status",
      make: (signal) => failureOf(client.call({ ...call, path: "/fails", replies: json }, { signal })),
    },
    {
      name: "a stream, read to its end",
      make: async (signal) => {
        for await (const _ of await client.call({ ...call, path: "/events", replies: events }, { signal }));
      },
    },
    {
      name: "a stream, left",
      make: async (signal) => {
        for await (const _ of await client.call({ ...call, path: "/events", replies: events }, { signal })) break;
      },
    },
    {
      name: "a stream, closed before it was read",
      make: async (signal) =>
        (await client.call({ ...call, path: "/events", replies: events }, { signal, timeout: 60_000 })).close(),
    },
    {
      name: "a stream that ends inside an event",
      make: (signal) =>
        failureOf(
          (async () => {
            for await (const _ of await client.call({ ...call, path: "/events/cut", replies: events }, { signal }));
          })(),
        ),
    },
    {
      name: "a response from elsewhere",
      make: (signal) => readReply(new Response("a"), { replies: [textReply()] }, { signal }),
    },
  ])("$name", async ({ make }) => {
    const { signal } = new AbortController();
    for (let round = 0; round < 250; round += 1) {
      await Promise.all(Array.from({ length: 4 }, () => make(signal)));
    }
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
