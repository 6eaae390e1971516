import type { Model, Nullable, Type } from "../../generator/ir/index.ts";
import { letters } from "./docs-text.ts";

// What type cells say, by the words of the languages alone.

type Models = ReadonlyMap<string, Model>;

const words: Readonly<Partial<Record<Type["kind"], RegExp>>> = {
  string: /str(?:ing)?\b|String/i,
  boolean: /bool/i,
  integer: /\b(?:int\w*|long|Integer|Long|number)\b/i,
  number: /\b(?:float\w*|double|number|Float|Double)\b/i,
  "date-time": /date|time/i,
  date: /date|time/i,
  decimal: /decimal/i,
  bytes: /byte|Uint8Array|Stream|\bIO\b|Blob|File|binary|Response|content/i,
  list: /\[\]|list|array|sequence|set\b/i,
  map: /map|dict|record|hash|array<string|\{ ?\[/i,
  stream: /stream|generator|iterator|list/i,
  nullable: /null|optional|nil|none|\?|\*/i,
  unknown: /any|object|mixed|interface|Response|\]\(/i,
};

/** Whether a text has something for each part of a type: a word of the language, a literal, the name or the link of a model. */
export function says(text: string, type: Type, models: Models): boolean {
  const has = (kind: Type["kind"]): boolean => words[kind]?.test(text) ?? false;
  switch (type.kind) {
    case "literal":
      return type.value === null
        ? /none|null|nil|void/i.test(text)
        : text.includes(String(type.value)) || /true|false/i.test(text);
    case "list":
      return has("list") && says(text, type.item, models);
    case "map":
      return has("map") && says(text, type.value, models);
    case "stream":
      return has("stream") && says(text, type.item, models);
    case "nullable":
      return says(text, type.of, models);
    case "union":
      return type.members.every((member) => says(text, member, models));
    case "reference":
      return names(text, models.get(type.id));
    default:
      return has(type.kind);
  }
}

/** By its title, or by a link to its page. */
export function names(text: string, model: Model | undefined): boolean {
  return model !== undefined && namedIn(text, [model]).length > 0;
}

/** The models that a text names. */
export function namedIn(text: string, models: readonly Model[]): readonly Model[] {
  const plain = letters(text);
  const lower = text.toLowerCase();
  return models.filter(
    ({ title, page }) =>
      lower.includes(page.slice(page.lastIndexOf("/") + 1).toLowerCase()) || plain.includes(letters(title)),
  );
}

/** What a cell says of null, by the marks of its language; several where the docs have more than one reading. */
export function nullsIn(cell: string, isRequired: boolean, dialect: string): readonly Nullable[] {
  const bare = cell.replace(/^[\W_]+/, "");
  switch (dialect) {
    case "python":
      return /^(?:Optional)?Nullable\[/.test(bare) || cell.includes("Literal[None]") ? ["yes"] : unmarked(cell);
    case "java":
      if (/^JsonNullable\b/.test(bare)) return ["yes"];
      if (/^Optional\b/.test(bare)) return isRequired ? ["yes"] : ["no", "unstated"];
      return isRequired ? unmarked(cell) : ["unstated"];
    case "go":
      if (!isRequired) return ["unstated"];
      return /^(?:`\*|\[\*|\*\*)/.test(cell) ? ["yes"] : unmarked(cell);
    case "ruby":
      if (!isRequired) return ["unstated"];
      return /^(?:T\.nilable|Crystalline::Nilable)/.test(bare) ? ["yes"] : unmarked(cell);
    default:
      return /\bnull\b/.test(cell) && isRequired ? ["yes", "unstated"] : ["unstated"];
  }
}

/** Without a mark: no, where the language has one; lists, maps, dates and what is not constrained have none. */
function unmarked(spelled: string): readonly Nullable[] {
  const cell = spelled.replaceAll(/"[^"]*"/g, "");
  const isContainer = /^(?:\W*(?:list|dict|map|set|T::(?:Array|Hash)|Crystalline::(?:Array|Hash))\b|\[\])/i.test(cell);
  if (isContainer) return ["unstated"];
  // What a document is called says nothing, unless it is one of the language's own.
  const isModel = /\]\([^)]*\.mdx?\)/.test(cell) && !/^\W*(?:types\.)?(?:RFC)?Date(?:Time)?\]/.test(cell);
  if (isModel) return ["no"];
  if (/\b(?:any|object)\b|interface|Response/i.test(cell)) return ["unstated"];
  return /date|time/i.test(cell) ? ["unstated", "no"] : ["no"];
}
