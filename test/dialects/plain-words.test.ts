import { expect, test } from "vitest";
import { go } from "../../generator/dialects/go.ts";
import { java } from "../../generator/dialects/java.ts";
import { python } from "../../generator/dialects/python.ts";
import { typescript } from "../../generator/dialects/typescript.ts";
import { meaningOf } from "./cells.ts";

test.each([
  ["string", "string"],
  ["`string`", "string"],
  ["*integer*", "integer"],
  ["int64", "integer"],
  ["double", "number"],
  ["boolean", "boolean"],
  ["datetime", "date-time"],
  ["date-time", "date-time"],
  ["string (date-time)", "date-time"],
  ["string<date>", "date"],
  ["string (uuid)", "string"],
  ["integer (int64)", "integer"],
  ["binary", "bytes"],
  ["array", "list(any)"],
  ["string[]", "list(string)"],
  ["array of string", "list(string)"],
  ["Array of strings", "list(string)"],
  ["a list of  [Port](port.md)", "list(Port@port.md)"],
  ["list of Berths", "list(Berths)"],
  ["array of array of booleans", "list(list(boolean))"],
  ["array<string>", "list(string)"],
  ["array[integer]", "list(integer)"],
  ["map<string, Port>", "map(Port)"],
  ["map of string to integers", "map(integer)"],
  ["object<string, string[]>", "map(list(string))"],
  ["JSON lines of [Port](port.md)", "json-lines(Port@port.md)"],
  ["const `tern`", '"tern"'],
  ["[`Port`](port.md)`[]`", "list(Port@port.md)"],
  ["`Array<`[`Port`](port.md)`>`", "list(Port@port.md)"],
  ["`string` (date)", "date"],
  ["`[string, string]`", "list(string)"],
  ["`Stream<Port>`", "sse(Port)"],
  ['constant "tern"', '"tern"'],
  ["string, always `tern`", '"tern"'],
  ["`tern` | `gull`", 'union("tern", "gull")'],
  ["`text`, `json`", 'union("text", "json")'],
  ["`tern` / `gull` / null", 'nullable(union("tern", "gull"))'],
  ["`string` | `integer`", "union(string, integer)"],
  ["`string` or null", "nullable(string)"],
  ["integer, nullable", "nullable(integer)"],
  ["string (nullable)", "nullable(string)"],
  ["integer &#124; null", "nullable(integer)"],
  ["map&lt;string, Port&gt;", "map(Port)"],
  ["JSON object", "map(any)"],
  ["[Port](port.md) | stream of [Berth](berth.md)", "union(Port@port.md, sse(Berth@berth.md))"],
  ["string or null", "nullable(string)"],
  ["?integer", "nullable(integer)"],
  ["string | null", "nullable(string)"],
  ["string or integer", "union(string, integer)"],
  ['"tern" | "gull"', 'union("tern", "gull")'],
  ["enum: `tern`, `gull`", 'union("tern", "gull")'],
  ['string, one of "tern" or "gull"', 'union("tern", "gull")'],
  ["string (`tern`)", '"tern"'],
  ["integer (0-100)", "integer"],
  ["string (at most 3)", "string"],
  ["string array", "list(string)"],
  ["integers list", "list(integer)"],
  ["stream of [Port](port.md)", "sse(Port@port.md)"],
])("%s is %s in any language", (cell, want) => {
  for (const dialect of [python, go, java, typescript]) expect(meaningOf(cell, dialect)).toBe(want);
});

test.each([
  [python, "List[string]", "list(string)"],
  [python, "Dict[str, integer]", "map(integer)"],
  [typescript, "Array<uuid>", "list(string)"],
] as const)("a word stands in a form of the language: %#", (dialect, cell, want) => {
  expect(meaningOf(cell, dialect)).toBe(want);
});

test.each([
  [python, "object", "any"],
  [java, "Object", "any"],
  [typescript, "Date", "date-time"],
] as const)("a word of the language keeps its meaning: %#", (dialect, cell, want) => {
  expect(meaningOf(cell, dialect)).toBe(want);
});

test.each([
  "",
  "the port",
  "array of",
  "string of pearls",
  "map of string to",
  "str()",
  "array of array of array of array of array of array of string",
])("%j is no type", (cell) => {
  for (const dialect of [python, go, java, typescript]) expect(meaningOf(cell, dialect)).toBe("unread");
});
