import type { Property } from "../model.ts";

/**
 * Whether a text is a name, which is sent once or again and again, and not a text that grows. No type tells: the last
 * word of the field's name does. It is right for the 16 texts below the chunks that three vendors and one more API pair
 * with an answer (`role`, `id`, `tool_call_id`, `name`; `content`, `arguments`, `text`, `reasoning_content`). Wrong for a
 * name that a server sends in pieces, and for a text that is called so.
 */
export function isLabel(words: readonly string[]): boolean {
  return labels.has(words.at(-1) ?? "");
}

const labels: ReadonlySet<string> = new Set(
  [
    "id ids key name role type kind object model index status state reason code format language locale version",
    "fingerprint signature url uri tier mime author at date time timestamp",
  ].flatMap((line) => line.split(" ")),
);

/** Whether a property says which item of a list an object is. */
export function isIndex({ wireName, type }: Property): boolean {
  return wireName.value === "index" && (type.value.kind === "integer" || type.value.kind === "number");
}
