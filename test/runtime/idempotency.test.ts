import { afterEach, expect, test, vi } from "vitest";
import { newKey } from "../../templates/typescript/runtime/idempotency.ts";

afterEach(() => vi.unstubAllGlobals());

test("a key is a new one each time", () => {
  expect(newKey()).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(new Set(Array.from({ length: 1000 }, newKey)).size).toBe(1000);
});

test("also on a page that has no `randomUUID`", () => {
  const { crypto } = globalThis;
  vi.stubGlobal("crypto", { getRandomValues: (array: Uint32Array<ArrayBuffer>) => crypto.getRandomValues(array) });
  expect(newKey()).toMatch(/^\d+(-\d+){3}$/);
  expect(new Set(Array.from({ length: 1000 }, newKey)).size).toBe(1000);
});
