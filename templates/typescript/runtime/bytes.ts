import type { Decoding, Key } from "./decode.ts";

/** Reads bytes that JSON carries in base64, with or without padding, in either alphabet. */
export function bytes(input: unknown, at: Decoding, key: Key): Uint8Array {
  if (typeof input !== "string") return at.mismatch(input, key, "base64");
  try {
    return Uint8Array.from(atob(input.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  } catch {
    return at.mismatch(input, key, "base64", "format");
  }
}

/** Writes bytes in base64. What the lenient mode delivered as received goes back as received. */
export function encodeBytes(value: Uint8Array): string {
  if (!(value instanceof Uint8Array)) return value;
  let binary = "";
  for (const byte of value) binary += String.fromCharCode(byte);
  return btoa(binary);
}
