/** What is in both states, and what is in one of them. */
export interface Pairs<T> {
  readonly kept: readonly (readonly [T, T])[];
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/**
 * Pairs what has one key in both states: by the first key, then what is left over by the next one. Of several with one
 * key the first goes with the first, and nothing is paired twice; what has no key is not paired by it.
 */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((one: T) => string | undefined)[],
): Pairs<T> {
  return keys.reduce<Pairs<T>>(
    ({ kept, gone, come }, keyOf) => {
      const waiting = new Map<string, T[]>();
      for (const is of come) {
        const key = keyOf(is);
        if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), is]);
      }
      const found = gone.flatMap((was): (readonly [T, T])[] => {
        const key = keyOf(was);
        const is = key === undefined ? undefined : waiting.get(key)?.shift();
        return is === undefined ? [] : [[was, is]];
      });
      const [old, taken] = [new Set(found.map(([was]) => was)), new Set(found.map(([, is]) => is))];
      return {
        kept: [...kept, ...found],
        gone: gone.filter((one) => !old.has(one)),
        come: come.filter((one) => !taken.has(one)),
      };
    },
    { kept: [], gone: before, come: after },
  );
}
