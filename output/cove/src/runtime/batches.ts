import { StreamError } from "./errors.ts";
import type { Framing, ServerEvent } from "./framing.ts";

/** The events of a body, as many at a time as have come in. */
export interface Batches {
  readonly events: AsyncIterator<readonly ServerEvent<string>[], void>;
  /** Gives up the body, even while events are awaited: that is then the end. */
  readonly cancel: (reason?: unknown) => void;
  /** See `Framing`. */
  readonly last?: Framing["last"];
}

/** Goes on with the events when those of the first connection have ended; `connect` reads the body of a further one. */
export type GoOn = (first: Batches, connect: (response: Response) => Batches) => Batches;

/**
 * Reads the body of a response. With a mark, the data of the last event, an end without it is an error; without one, the
 * end of the body between two events is the end.
 */
export function batchesOf({ body }: Response, framing: Framing, mark: string | undefined): Batches {
  const reader = body?.getReader();
  return {
    last: framing.last,
    events: eventsOf(reader, framing, mark),
    // Not awaited: where the response was cloned, it settles only when the clone is cancelled too.
    cancel: (reason) => void reader?.cancel(reason).catch(() => {}),
  };
}

async function* eventsOf(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  framing: Framing,
  mark: string | undefined,
): AsyncGenerator<readonly ServerEvent<string>[], void> {
  const decoder = new TextDecoder();
  let value: Uint8Array | undefined;
  do {
    try {
      value = (await reader?.read())?.value;
    } catch (cause) {
      throw new StreamError("interrupted", "The connection broke", { cause });
    }
    yield framing.push(decoder.decode(value, { stream: value !== undefined }));
  } while (value);
  const rest = framing.end(mark);
  if (rest === undefined) throw new StreamError("interrupted", "The response ended inside an event");
  yield rest;
  // A reader that has met the mark asks for no more.
  if (mark !== undefined) throw new StreamError("unfinished", `The response ended before its end ${mark}`);
}
