import type { JsonValue } from "./json.ts";
import { type QueryParameters, type QueryValue, queryString } from "./query.ts";

/** The body of a request, ready to be sent. */
export interface RequestBody {
  /** Undefined where `fetch` finds it itself, as it does for a `Blob` or a form. */
  readonly contentType: string | undefined;
  readonly content: string | Uint8Array | Blob | FormData | ReadableStream<Uint8Array>;
}

export function jsonBody(value: JsonValue): RequestBody {
  return { contentType: "application/json", content: JSON.stringify(value) };
}

/** A body in `application/x-www-form-urlencoded`, of an object. */
export function formBody(value: QueryValue): RequestBody {
  // The type of an encoded union does not say that its members are objects.
  return { contentType: "application/x-www-form-urlencoded", content: queryString(value as QueryParameters) };
}

/** Bytes as they are. The content type is that of the `Blob`, else `application/octet-stream` unless given. */
export function bytesBody(
  content: Uint8Array | Blob | ReadableStream<Uint8Array>,
  contentType?: string | undefined,
): RequestBody {
  const known = content instanceof Blob && content.type !== "";
  return { contentType: contentType ?? (known ? undefined : "application/octet-stream"), content };
}

/** A body in `multipart/form-data`; `fetch` makes up the boundary, and so writes the content type itself. */
export function multipartBody(form: FormData): RequestBody {
  return { contentType: undefined, content: form };
}
