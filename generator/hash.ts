import { createHash } from "node:crypto";

/** The SHA-256 of a text's UTF-8 bytes, or of bytes, in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Content behind its own hash: a file of ours that can be damaged. */
export function sealed(content: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(sha256(content)), content]);
}

/**
 * What was sealed; undefined where the file is damaged or there is none. The hash stands for the shape of the content as
 * well: nobody but us seals any.
 */
export function unsealed(file: Uint8Array | undefined): Buffer | undefined {
  const bytes = Buffer.from(file ?? []);
  const content = bytes.subarray(64);
  return bytes.subarray(0, 64).toString() === sha256(content) ? content : undefined;
}
