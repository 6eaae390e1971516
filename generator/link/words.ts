/** A name without case and separators, by which spellings of one name are the same. */
export function norm(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** The key by which fields of several sightings are one field. */
export function wordsKey(words: readonly string[]): string {
  return words.join(" ");
}

/** The normal form of the name that the words make, without what a language adds to it. */
export function nameKey(words: readonly string[]): string {
  return norm(words.join(""));
}

/** `api_key`, `apiKey`, `APIKey` and `API key` → `["api", "key"]`. */
export function splitWords(name: string): readonly string[] {
  const words = name
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter((word) => word !== "");
  return words.map((word) => word.toLowerCase());
}

/** `["chat", "complete"]` → `chatComplete`. */
export function camelCase(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : capital(word))).join("");
}

/** `["chat", "complete"]` → `ChatComplete`. */
export function pascalCase(words: readonly string[]): string {
  return words.map(capital).join("");
}

/** Orders by code units, which no locale changes. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
