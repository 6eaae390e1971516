import type { JsonValue } from "./json.ts";
import { scalarText } from "./query.ts";

/**
 * A file of a form: its bytes, or these with a name. A `File` brings its own name; where there is none, the platform
 * calls it `blob`.
 */
export type FilePart = Blob | Uint8Array | { readonly content: Blob | Uint8Array; readonly fileName: string };

/** What another part of a form holds; where the documentation does not describe it, that may be a file. */
export type PartValue = JsonValue | Date | Blob | undefined;

/** Adds a file, or one part for each of several; what is absent or null is no part. */
export function addFile(form: FormData, name: string, file: FilePart | readonly FilePart[] | null | undefined): void {
  if (file === undefined || file === null) return;
  if (isList(file)) for (const one of file) addFile(form, name, one);
  else if (file instanceof Blob) form.append(name, file);
  else if (file instanceof Uint8Array) form.append(name, blobOf(file));
  else form.append(name, blobOf(file.content), file.fileName);
}

/** Adds a value as text: a list is one part an item, an object is JSON. What is absent or null is no part. */
export function addPart(form: FormData, name: string, value: PartValue | readonly PartValue[]): void {
  if (value === undefined || value === null) return;
  if (isList(value)) for (const item of value) addPart(form, name, item);
  else if (value instanceof Blob) form.append(name, value);
  else if (typeof value !== "object" || value instanceof Date) form.append(name, scalarText(value));
  else form.append(name, JSON.stringify(value));
}

function blobOf(content: Blob | Uint8Array): Blob {
  // The type of the platform leaves out bytes in shared memory, which nobody sends.
  return content instanceof Blob ? content : new Blob([content as Uint8Array<ArrayBuffer>]);
}

/** `Array.isArray` does not narrow to a readonly list. */
function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
