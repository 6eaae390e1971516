import { type Scalar, scalarText } from "./query.ts";

/**
 * Builds the path of a request: `` path`/vessels/${mmsi}/events` ``. Each value becomes one segment, or a part of one,
 * whatever characters it holds.
 *
 * @throws {TypeError} a value is empty, `.` or `..`: the path would lead elsewhere
 */
export function path(texts: TemplateStringsArray, ...values: readonly Scalar[]): string {
  return texts.reduce((left, right, index) => left + segment(values[index - 1], index, texts) + right);
}

function segment(value: Scalar | undefined, position: number, texts: TemplateStringsArray): string {
  // A caller without types may leave a value out.
  const text = scalarText(value ?? "");
  if (text === "" || text === "." || text === "..") {
    const template = texts.reduce((left, right, index) => `${left}{${index}}${right}`);
    throw new TypeError(
      `Unexpected ${text === "" ? "empty value" : `value "${text}"`} for parameter {${position}} of the path ${template}`,
    );
  }
  // Allowed in a segment, yet read as delimiters by some servers.
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
