/** A plural of initials (`IDs`), initials (the `URL` of `viewURL`), a word, or a word that begins with digits (`3ds`). */
const wordPattern =
  /\p{Lu}{2,}s(?!\p{Ll})\d*|\p{Lu}+(?!\p{Ll})\d*|\p{Lu}?[\p{Ll}\p{Lo}]+(?:\d+[\p{Ll}\p{Lo}]*)*|\d+(?:[\p{Ll}\p{Lo}]+\d*)*/gu;

/**
 * The words of a name in lower case, so that `finishReason`, `FinishReason` and `finish_reason` are one name. Digits stay
 * with the word before them (`line1`), and what escapes a reserved word is gone (`from_`).
 */
export function wordsOf(name: string): readonly string[] {
  const words = name.match(wordPattern)?.map((word) => word.toLowerCase()) ?? [];
  return words.length > 0 ? words : [name.toLowerCase()];
}

/** The words as the title of a model: `FinishReason`. */
export function titleCase(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** The segments of a dotted path (`Chat.Completions`, `client().chat()`), each in words joined by a space. */
export function segmentsOf(path: string): readonly string[] {
  return path
    .split(/\.|->|::/)
    .map((segment) => segment.split("(", 1)[0] ?? "")
    .filter((segment) => /[\p{L}\p{N}]/u.test(segment))
    .map((segment) => wordsOf(segment).join(" "));
}

/** The path of a resource from the client on: the client itself (`client.chat`, `client().chat()`) is no part of it. */
export function resourcePathOf(path: string): readonly string[] {
  const segments = segmentsOf(path);
  return segments[0] === "client" ? segments.slice(1) : segments;
}
