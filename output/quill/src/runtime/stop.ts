import { TimeoutError } from "./errors.ts";

/**
 * Calls `stop` with the reason when the signal is aborted, or with an error when the time is over without what was awaited.
 * What it gives lets go of both.
 */
export function stopOn(
  stop: (reason: unknown) => void,
  signal: AbortSignal | undefined,
  time: number = Infinity,
  awaited: string = "",
): () => void {
  const abort = (): void => stop(signal?.reason);
  const expire = (): void => stop(new TimeoutError(`No ${awaited} within ${time} ms`));
  // A timer that is set for longer than this fires at once.
  const timer = time < 2 ** 31 ? setTimeout(expire, time) : undefined;
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort);
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  };
}
