/** A value that JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object that JSON can carry; what is undefined in it is left out. */
export interface JsonObject {
  [key: string]: JsonValue | undefined;
}
