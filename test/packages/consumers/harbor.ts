// A program of someone who uses the package. It is never run: each line has to compile, or has to fail where it says so.
import { createClient } from "../../../output/harbor/src/client.ts";
import {
  ApiError,
  type CallInfo,
  type EventStream,
  type FilePart,
  Harbor,
  type HarborOptions,
  type Middleware,
  NotFound,
  type Pages,
  retry,
  unrecognized,
} from "../../../output/harbor/src/index.ts";
import type { Event, Vessel, VesselPage, VesselUpdate } from "../../../output/harbor/src/models/index.ts";
import { listVesselsAll, updateVessel, uploadVesselPhoto, watchVessel } from "../../../output/harbor/src/vessels.ts";

const harbor = new Harbor({ token: "token" });

export const regional: HarborOptions = { server: "regional", region: "us", retries: { retries: 3, maxDelay: 1000 } };
export const newer: HarborOptions = { server: "regional", region: unrecognized("mars"), retries: 0 };
// @ts-expect-error A typo is no region.
export const typo: HarborOptions = { server: "regional", region: "su" };
// @ts-expect-error The documentation has no such server.
export const elsewhere: HarborOptions = { server: "sandbox" };

/** A middleware may leave out what it does not need. */
export const middlewares: readonly Middleware[] = [
  retry(3),
  (request, next) => next(request),
  async (request, next, call: CallInfo) => (call.idempotent ? next(request) : Response.error()),
];

export async function upload(file: File, bytes: Uint8Array): Promise<string> {
  const parts: readonly FilePart[] = [file, bytes, { content: bytes, fileName: "dawn.png" }];
  for (const part of parts)
    await harbor.vessels.uploadPhoto({ mmsi: "244660000", requestBody: { file: part, caption: "At dawn" } });
  // @ts-expect-error A path is no file.
  await harbor.vessels.uploadPhoto({ mmsi: "244660000", requestBody: { file: "dawn.png" } });
  return (await uploadVesselPhoto(createClient(), { mmsi: "244660000", requestBody: { file } })).id;
}

/** What only some of the seven languages can say: null empties a field, and a name cannot be emptied. */
export async function change(): Promise<Vessel> {
  const update: VesselUpdate = { callSign: null, remarks: null, draught: 7.5 };
  // @ts-expect-error Null is refused.
  await harbor.vessels.update({ mmsi: "244660000", vesselUpdate: { name: null } });
  return updateVessel(createClient({ token: "token" }), { mmsi: "244660000", vesselUpdate: update });
}

export async function page(): Promise<VesselPage> {
  return harbor.vessels.list();
}

export async function names(): Promise<string[]> {
  const all: Pages<VesselPage, Vessel> = harbor.vessels.listAll({ limit: 50 }, { timeout: 1000 });
  // @ts-expect-error There is one answer a page, so none to hand over.
  harbor.vessels.listAll({}, { rawResponse: true });
  const names: string[] = [];
  for await (const vessel of all) names.push(vessel.name);
  for await (const page of all.pages()) names.push(page.vessels[0]?.name ?? "");
  for await (const vessel of listVesselsAll(createClient())) names.push(vessel.name);
  return names;
}

export async function watch(): Promise<EventStream<Event>> {
  const events = await watchVessel(createClient(), { mmsi: "244660000" });
  for await (const event of events) console.log(told(event));
  return events;
}

/** The response of a call beside its data. */
export async function raw(isRaw: boolean): Promise<string | null> {
  const { data, response } = await harbor.vessels.retrieve({ mmsi: "244660000" }, { rawResponse: true });
  const events: EventStream<Event> = (await harbor.vessels.watch({ mmsi: data.mmsi }, { rawResponse: true })).data;
  await events.close();
  const either = await harbor.vessels.list({}, { rawResponse: isRaw });
  // @ts-expect-error It may be the page itself.
  console.log(either.response);
  // @ts-expect-error There is no such option.
  await harbor.vessels.list({}, { rawRespond: true });
  return response.headers.get("etag");
}

/** Bytes at once, and as they come. */
export async function report(): Promise<number> {
  const whole: Uint8Array = await harbor.reports.download({ reportId: "rep_6" });
  const { data, response } = await harbor.reports.download({ reportId: "rep_6" }, { rawResponse: "stream" });
  const stream: ReadableStream<Uint8Array> = data;
  await stream.cancel();
  // @ts-expect-error What is JSON comes as a whole.
  await harbor.vessels.list({}, { rawResponse: "stream" });
  return whole.length + Number(response.headers.get("content-length"));
}

function told(event: Event): string {
  switch (event.type) {
    case "arrived":
      return event.port.name;
    case "departed":
    case "position_changed":
      return event.type;
    case "$unknown":
      return JSON.stringify(event.value);
  }
}

export function reason(error: unknown): string {
  // @ts-expect-error Nothing is known of the body of an error that the documentation does not tell of.
  if (error instanceof ApiError) console.log(error.requestId, error.body.message);
  return error instanceof NotFound ? (error.body.requestId ?? "") : "";
}
