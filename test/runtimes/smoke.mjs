// Calls a package as its user would, in whichever runtime runs this file, and tells what came of it: one line of JSON a
// call. Nothing here differs from runtime to runtime but how the address of the server is learned.
import { Harbor, NotFound } from "harbor-traffic";
import { createClient } from "harbor-traffic/client";
import { exportEvents } from "harbor-traffic/reports";
import { DecodeError } from "harbor-traffic/runtime";

const baseUrl = globalThis.document ? location.origin : process.argv.at(-1);
const options = { baseUrl, token: "key", validate: "strict" };
const harbor = new Harbor(options);

await tell("json", async () => {
  const cargo = ["coal", { kind: "ore", tonnes: 2.5 }];
  const vesselCreate = { mmsi: "1", name: "Zeevonk é🦀", type: "tug", grossTonnage: 28372, cargo };
  const vessel = await harbor.vessels.create({ vesselCreate });
  return [vessel.name, vessel.grossTonnage, vessel.lastSeenAt.toISOString(), [...vessel.fingerprint]];
});

await tell("an answer that does not fit", async () => {
  const error = await failureOf(harbor.vessels.retrieve({ mmsi: "misfit" }));
  return [error instanceof DecodeError, error.issues?.map(({ path }) => path)];
});

await tell("an error class", async () => {
  const error = await failureOf(harbor.vessels.retrieve({ mmsi: "missing" }));
  return [error instanceof NotFound, error instanceof Error, error.name, error.status, error.body];
});

await tell("sse", async () => {
  const events = await harbor.vessels.watch({ mmsi: "ending" });
  return (await all(events)).map(({ departedAt, ...event }) => ({ ...event, departedAt: departedAt.getTime() }));
});

await tell("json lines", async () => {
  const events = await exportEvents(createClient(options), { since: new Date(0) });
  return (await all(events)).map(({ mmsi, portId }) => [mmsi, portId]);
});

await tell("leaving the loop", async () => {
  const mmsis = [];
  for await (const event of await harbor.vessels.watch({ mmsi: "left" })) {
    mmsis.push(event.mmsi);
    break;
  }
  return [mmsis, await server("left", "closed")];
});

await tell("abort during a stream", async () => {
  const controller = new AbortController();
  const mmsis = [];
  const events = await harbor.vessels.watch({ mmsi: "aborted" }, { signal: controller.signal });
  const reading = async () => {
    for await (const event of events) {
      mmsis.push(event.mmsi);
      setTimeout(() => controller.abort(new RangeError("enough")));
    }
  };
  const error = await failureOf(reading());
  return [mmsis, error === controller.signal.reason, await server("aborted", "closed")];
});

await tell("abort during a call", async () => {
  const controller = new AbortController();
  const failure = failureOf(harbor.vessels.retrieve({ mmsi: "silent" }, { signal: controller.signal }));
  const arrived = await server("silent", "arrived");
  controller.abort();
  const error = await failure;
  return [arrived, error.name, error === controller.signal.reason, await server("silent", "closed")];
});

await tell("a timeout", async () => {
  const error = await failureOf(harbor.vessels.retrieve({ mmsi: "late" }, { timeout: 50 }));
  return [error.name, await server("late", "closed")];
});

await tell("upload", async () => {
  const content = new Uint8Array([0, 13, 10, 255]);
  const requestBody = { file: { content, fileName: "dawn é.png" }, caption: "at dawn" };
  return (await harbor.vessels.uploadPhoto({ mmsi: "1", requestBody })).caption;
});

await tell("bytes", async () => {
  const bytes = await harbor.reports.download({ reportId: "r" });
  return [bytes instanceof Uint8Array, bytes.length, bytes[0], bytes.at(-1)];
});

async function tell(what, run) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("It does not end")), 10_000);
  });
  const got = await Promise.race([run(), late]).catch((error) => `${error.stack}`);
  clearTimeout(timer);
  console.log(JSON.stringify([what, got]));
}

/** Asks the server about an earlier request; it answers when it has seen that. */
async function server(name, what) {
  return (await fetch(`${baseUrl}/seen/${name}/${what}`)).text();
}

async function all(items) {
  const list = [];
  for await (const item of items) list.push(item);
  return list;
}

async function failureOf(promise) {
  return promise.then(
    () => new Error("It did not fail"),
    (error) => error,
  );
}
