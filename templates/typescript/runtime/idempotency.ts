/** A key by which the server knows that requests are one and the same call. */
export function newKey(): string {
  // Only a page from a safe origin has `randomUUID`.
  return crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");
}
