import type { Operation } from "./operation.ts";

/**
 * What callers call: the operation, and behind it the form of it that always streams, as an operation of its own. On the
 * wire the two are one.
 */
export function callables(operation: Operation): readonly Operation[] {
  const { streamed, deprecated: _deprecated, sample: _sample, ...plain } = operation;
  if (streamed === undefined) return [operation];
  const { folded: _folded, ...form } = streamed;
  return [operation, { ...plain, ...form }];
}
