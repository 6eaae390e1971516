import { expect, test } from "vitest";
import { pairUp } from "../../generator/diff/pair.ts";

// Each is `id/route`; a dash stands for no key.
const keys = [0, 1].map((at) => (one: string) => {
  const key = one.split("/")[at];
  return key === "-" ? undefined : key;
});

test.each([
  ["by the first key, and what is left over by the next", "a/1 b/2", "c/2 a/3", "a/1=a/3 b/2=c/2", "", ""],
  ["several with one key, each once and in their order", "a/1 a/2", "a/3 a/4", "a/1=a/3 a/2=a/4", "", ""],
  ["no key is none that two share", "a/- b/-", "c/- b/-", "b/-=b/-", "a/-", "c/-"],
])("%s", (_what, before, after, kept, gone, come) => {
  const pairs = pairUp(before.split(" "), after.split(" "), keys);
  expect(pairs.kept.map(([was, is]) => `${was}=${is}`).join(" ")).toBe(kept);
  expect([pairs.gone.join(" "), pairs.come.join(" ")]).toEqual([gone, come]);
});
