import { StreamError } from "../../templates/typescript/runtime/errors.ts";
import { batchesOf, EventStream, type Items, itemsOf } from "../../templates/typescript/runtime/event-stream.ts";
import type { Framing, ServerEvent } from "../../templates/typescript/runtime/framing.ts";
import { eventFraming } from "../../templates/typescript/runtime/framing.ts";
import type { EndMark } from "../../templates/typescript/runtime/stream-reply.ts";

/** A body in given pieces, and what became of it. */
export function bodyOf(...pieces: (string | Uint8Array)[]): {
  response: Response;
  state: { pulled: number; isCancelled: boolean };
} {
  const state = { pulled: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[state.pulled++];
        if (piece === undefined) controller.close();
        else controller.enqueue(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
      },
      cancel() {
        state.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(body), state };
}

/** A body that gives these pieces and then stays open. */
export function openBody(...pieces: string[]): {
  response: Response;
  state: { isCancelled: boolean; cancelled: unknown };
  fail: (reason: unknown) => void;
} {
  const state = { isCancelled: false, cancelled: undefined as unknown };
  let fail: (reason: unknown) => void = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      fail = (reason) => controller.error(reason);
    },
    cancel(reason) {
      state.isCancelled = true;
      state.cancelled = reason;
    },
  });
  return { response: new Response(body), state, fail };
}

export interface Options {
  readonly framing?: Framing;
  readonly idleTimeout?: number;
  readonly end?: EndMark;
  readonly signal?: AbortSignal;
  readonly read?: (event: ServerEvent<string>) => string;
}

export function streamOf(response: Response, options: Options = {}): EventStream<string> {
  return new EventStream(response, itemsIn(response, options));
}

export function itemsIn(response: Response, options: Options): Items<string> {
  const { framing = eventFraming(), idleTimeout, end, read: readItem = ({ data }) => data, signal } = options;
  const read = (event: ServerEvent<string>): string | undefined =>
    event.data === end?.data && !end.yielded ? undefined : readItem(event);
  return itemsOf(batchesOf(response, framing, end?.data), read, end?.data, signal, idleTimeout);
}

/** The items up to the end, and how that was. */
export async function outcome(stream: AsyncIterable<unknown>): Promise<{ items: unknown[]; end: unknown }> {
  const items: unknown[] = [];
  try {
    for await (const item of stream) items.push(item);
    return { items, end: "done" };
  } catch (error) {
    return { items, end: error instanceof StreamError ? error.code : error };
  }
}
