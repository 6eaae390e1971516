import { expect, test } from "vitest";
import { fact, json, object, optional, property, reference, stream, text, union } from "./api.ts";
import { emitted } from "./emitted.ts";

const vessel = object("Vessel", [property("name", text)]);
const event = object(
  "VesselEvent",
  [
    property("data", reference("Vessel")),
    property("id", text, optional),
    property("retry", { kind: "integer" }, optional),
  ],
  { role: fact("event"), read: fact([stream(reference("Vessel"), "[DONE]")]) },
);

test("an event", () => {
  expect(emitted("src/models/vessel-event.ts", { models: [vessel, event] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, integer, isObject, type Key, string } from "../runtime/decode.ts";
    import type { EventStream } from "../runtime/event-stream.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";
    import { withUnknown } from "../runtime/model.ts";
    import { type ReadOptions, readReply } from "../runtime/reply.ts";
    import { eventReply } from "../runtime/stream-reply.ts";
    import { decodeVessel, encodeVessel, parseVessel, type Vessel } from "./vessel.ts";

    export interface VesselEvent {
      data: Vessel;
      id?: string | undefined;
      retry?: number | undefined;
    }

    /** Reads a \`VesselEvent\` out of parsed JSON. */
    export function decodeVesselEvent(input: unknown, options?: DecodeOptions): VesselEvent {
      return decode("VesselEvent", parseVesselEvent, input, options);
    }

    /** Writes a \`VesselEvent\` as the JSON that the server reads. */
    export function encodeVesselEvent(value: VesselEvent): JsonObject {
      return withUnknown(value, {
        data: encodeVessel(value.data),
        id: value.id,
        retry: value.retry,
      });
    }

    /**
     * Reads an answer that the documentation calls a \`VesselEvent\`.
     *
     * @throws {ApiError} the status is not a success
     * @throws {DecodeError} the body does not fit the documentation
     */
    export function readVesselEvent(response: Response, options?: ReadOptions): Promise<EventStream<Vessel>> {
      return readReply(
        response,
        { accept: "text/event-stream", replies: [eventReply(decodeVessel, { name: "Vessel", end: { data: "[DONE]" } })] },
        options,
      );
    }

    /** Reads a \`VesselEvent\` inside another value. */
    export function parseVesselEvent(input: unknown, at: Decoding, key: Key): VesselEvent {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: VesselEvent = {
        data: parseVessel(input.data, at, "data"),
      };
      if (input.id !== undefined) value.id = string(input.id, at, "id");
      if (input.retry !== undefined) value.retry = integer(input.retry, at, "retry");
      if (at.close(value, input)) return value;
      return at.keep(value, input, ["data", "id", "retry"]);
    }
    "
  `);
});

test("an envelope is the union of its bodies", () => {
  const envelope = object(
    "ListVesselsResponse",
    [property("statusCode", { kind: "integer" }), property("vessel", reference("Vessel"), optional)],
    { role: fact("envelope"), read: fact([json(reference("Vessel")), stream(reference("Vessel")), { kind: "bytes" }]) },
  );
  expect(emitted("src/models/list-vessels-response.ts", { models: [vessel, envelope] })).toMatchInlineSnapshot(`
    "import type { EventStream } from "../runtime/event-stream.ts";
    import { bytesReply, jsonReply, type ReadOptions, readReply } from "../runtime/reply.ts";
    import { eventReply } from "../runtime/stream-reply.ts";
    import { decodeVessel, type Vessel } from "./vessel.ts";

    export type ListVesselsResponse = Vessel | EventStream<Vessel> | Uint8Array;

    /**
     * Reads an answer that the documentation calls a \`ListVesselsResponse\`, in the form that its content type tells.
     *
     * @throws {ApiError} the status is not a success
     * @throws {DecodeError} the body does not fit the documentation
     */
    export function readListVesselsResponse(response: Response, options?: ReadOptions): Promise<ListVesselsResponse> {
      return readReply(
        response,
        {
          accept: "application/json, text/event-stream, */*",
          replies: [jsonReply(decodeVessel, "Vessel"), eventReply(decodeVessel, { name: "Vessel" }), bytesReply()],
        },
        options,
      );
    }
    "
  `);
});

test("events that are told apart by their names", () => {
  const port = object("Port", [property("code", text)]);
  const item = { kind: "union" as const, members: [reference("Vessel"), reference("Port"), text] };
  const events = [
    { name: "arrived", item: reference("Vessel") },
    { name: "port-closed", item: reference("Port") },
    { name: "note", item: text },
  ];
  const answer = object("Watch", [property("statusCode", { kind: "integer" })], {
    role: fact("envelope"),
    read: fact([{ kind: "stream" as const, framing: "sse" as const, item, events, end: fact(null) }]),
  });
  expect(emitted("src/models/watch.ts", { models: [vessel, port, answer] })).toContain(
    'name: "Watch", events: byName({ arrived: decodeVessel, "port-closed": decodePort, note: "text" })',
  );
});

test("a response that is a model or a stream", () => {
  const watch = union(
    "WatchResponse",
    [{ type: reference("Vessel") }, { type: { kind: "stream", framing: "sse", item: reference("Vessel") } }],
    { read: fact([json(reference("Vessel")), stream(reference("Vessel"), "[DONE]")]) },
  );
  expect(emitted("src/models/watch-response.ts", { models: [vessel, watch] })).toMatchInlineSnapshot(`
    "import type { EventStream } from "../runtime/event-stream.ts";
    import { jsonReply, type ReadOptions, readReply } from "../runtime/reply.ts";
    import { eventReply } from "../runtime/stream-reply.ts";
    import { decodeVessel, type Vessel } from "./vessel.ts";

    export type WatchResponse = Vessel | EventStream<Vessel>;

    /**
     * Reads an answer that the documentation calls a \`WatchResponse\`, in the form that its content type tells.
     *
     * @throws {ApiError} the status is not a success
     * @throws {DecodeError} the body does not fit the documentation
     */
    export function readWatchResponse(response: Response, options?: ReadOptions): Promise<WatchResponse> {
      return readReply(
        response,
        {
          accept: "application/json, text/event-stream",
          replies: [
            jsonReply(decodeVessel, "Vessel"),
            eventReply(decodeVessel, { name: "Vessel", end: { data: "[DONE]" } }),
          ],
        },
        options,
      );
    }
    "
  `);
});

test("a model that a response holds", () => {
  const port = object("Port", [property("code", text)], { read: fact([json(reference("Port"))]) });
  expect(emitted("src/models/port.ts", { models: [port] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, isObject, type Key, string } from "../runtime/decode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";
    import { withUnknown } from "../runtime/model.ts";
    import { jsonReply, type ReadOptions, readReply } from "../runtime/reply.ts";

    export interface Port {
      code: string;
    }

    /** Reads a \`Port\` out of parsed JSON. */
    export function decodePort(input: unknown, options?: DecodeOptions): Port {
      return decode("Port", parsePort, input, options);
    }

    /** Writes a \`Port\` as the JSON that the server reads. */
    export function encodePort(value: Port): JsonObject {
      return withUnknown(value, {
        code: value.code,
      });
    }

    /**
     * Reads an answer that the documentation calls a \`Port\`.
     *
     * @throws {ApiError} the status is not a success
     * @throws {DecodeError} the body does not fit the documentation
     */
    export function readPort(response: Response, options?: ReadOptions): Promise<Port> {
      return readReply(response, { accept: "application/json", replies: [jsonReply(decodePort, "Port")] }, options);
    }

    /** Reads a \`Port\` inside another value. */
    export function parsePort(input: unknown, at: Decoding, key: Key): Port {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: Port = {
        code: string(input.code, at, "code"),
      };
      if (at.close(value, input)) return value;
      return at.keep(value, input, ["code"]);
    }
    "
  `);
});
