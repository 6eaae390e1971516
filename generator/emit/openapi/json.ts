/** JSON before it is printed. A Map is an object that keeps the order of all its keys: an object moves `404` to its front. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }
  | ReadonlyMap<string, Json>;

/** JSON with two spaces a level, and with scalars of a list in one line where they fit. */
export function printJson(value: Json, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (isList(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    if (value.every(isScalar) && indent.length + line.length <= 100) return line;
    return wrapped(
      "[",
      "]",
      indent,
      value.map((item) => printJson(item, deeper)),
    );
  }
  const members = entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${printJson(item, deeper)}`);
  return members.length === 0 ? "{}" : wrapped("{", "}", indent, members);
}

function wrapped(open: string, close: string, indent: string, items: readonly string[]): string {
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}

function entriesOf(value: { readonly [key: string]: Json | undefined } | ReadonlyMap<string, Json>): [string, Json][] {
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return entries.flatMap(([key, item]): [string, Json][] => (item === undefined ? [] : [[key, item]]));
}

function isScalar(value: Json): boolean {
  return typeof value !== "object" || value === null;
}

/** `Array.isArray` does not narrow to a readonly list. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
