/** The answer that the name of a body in an envelope spells. */
export interface Spelled {
  /** `404`, or `default`. */
  readonly status: string;
  /** Empty where the name spells none, or one that is not known. */
  readonly contentType: string;
}

/**
 * What an SDK calls a body by where an operation has several of one type: `twoHundredAndOneApplicationJsonObject`,
 * `fourHundredApplicationProblemPlusJsonClasses`, `defaultApplicationJsonObject`, as in the docs of seven vendors. Wrong where
 * a body is called so for another reason.
 */
export function spelledBy(words: readonly string[]): Spelled | undefined {
  const { status, rest } = statusIn(words);
  if (status === undefined) return undefined;
  const contentType = contentTypeIn(rest);
  // `default` alone is a common name.
  return status === "default" && contentType === "" ? undefined : { status, contentType };
}

/** Whether the answer is an error; a default is one beside answers that are none. */
export function isErrorStatus({ status }: Spelled): boolean {
  return /^[45]|^default$/.test(status);
}

export function isJson(contentType: string): boolean {
  return /^application\/(?:.+\+)?json$/.test(contentType);
}

const hundreds: ReadonlyMap<string, number> = new Map([
  ["two", 200],
  ["three", 300],
  ["four", 400],
  ["five", 500],
]);

const units: ReadonlyMap<string, number> = new Map(
  [
    ...["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"],
    ...["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
  ].map((word, index) => [word, index + 1]),
);

const tens: ReadonlyMap<string, number> = new Map(
  ["twenty", "thirty", "forty", "fifty"].map((word, index) => [word, 20 + 10 * index]),
);

/** `two hundred and one` is 201; the words behind it follow. */
function statusIn(words: readonly string[]): { readonly status?: string; readonly rest: readonly string[] } {
  const [first = "", second, third, fourth = "", fifth = ""] = words;
  if (first === "default") return { status: first, rest: words.slice(1) };
  const hundred = hundreds.get(first);
  if (hundred === undefined || second !== "hundred") return { rest: [] };
  const unit = units.get(fourth);
  if (third === "and" && unit !== undefined) return { status: String(hundred + unit), rest: words.slice(4) };
  const ten = third === "and" ? tens.get(fourth) : undefined;
  if (ten === undefined) return { status: String(hundred), rest: words.slice(2) };
  const digit = units.get(fifth) ?? 0;
  return { status: String(hundred + ten + digit), rest: words.slice(digit === 0 ? 4 : 5) };
}

const types: ReadonlySet<string> = new Set(["application", "audio", "image", "text", "video"]);
const subtypes: ReadonlySet<string> = new Set([
  "csv",
  "gif",
  "html",
  "jpeg",
  "json",
  "pdf",
  "plain",
  "png",
  "xml",
  "yaml",
  "zip",
]);

/** `application problem plus json` and more words is `application/problem+json`. */
function contentTypeIn([type = "", ...words]: readonly string[]): string {
  if (!types.has(type)) return "";
  if (words[0] === "octet" && words[1] === "stream") return `${type}/octet-stream`;
  const end = words.findIndex((word, index) => subtypes.has(word) && (index === 0 || words[index - 1] === "plus"));
  if (end < 0) return words[0] === "x" && words[1] !== undefined ? `${type}/x-${words[1]}` : "";
  return `${type}/${words
    .slice(0, end + 1)
    .join(".")
    .replace(".plus.", "+")}`;
}
