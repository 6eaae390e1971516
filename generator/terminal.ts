/**
 * Characters that steer a terminal or reorder what a reader sees: controls, zero-width and bidi marks. The documents are
 * not ours, so nothing of them reaches a terminal raw.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unsafe: RegExp = /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The text on one line, with every character that a terminal would act on spelled as `\uXXXX`. */
export function printable(text: string): string {
  return text.replace(unsafe, escaped);
}

/** Like `printable`, for text that is laid out: tabs and line breaks stay. */
export function printableLines(text: string): string {
  return text.replace(unsafe, (character) =>
    character === "\n" || character === "\t" ? character : escaped(character),
  );
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
