import type { Dialect } from "../../generator/dialects/dialect.ts";
import type { NeutralType } from "../../generator/dialects/sighting.ts";
import { readCell } from "../../generator/dialects/type-cell/index.ts";

/**
 * A neutral type as one line, so that a test's table shows cell and meaning side by side: `list(map(string))`,
 * `"lit"`, `shared.Chat@chat.md`, and the wrappers around the whole cell in front.
 */
export function meaningOf(raw: string, dialect: Dialect): string {
  const cell = readCell(raw, dialect.types);
  if (cell === undefined) return "unread";
  return [...cell.wrappers, shown(cell.type)].join(" ");
}

function shown(type: NeutralType): string {
  switch (type.kind) {
    case "literal":
      return JSON.stringify(type.value);
    case "list":
      return `list(${shown(type.item)})`;
    case "map":
      return `map(${shown(type.value)})`;
    case "nullable":
      return `nullable(${shown(type.of)})`;
    case "union":
      return `union(${type.members.map(shown).join(", ")})${at(type.href)}`;
    case "stream":
      return `${type.framing}(${shown(type.item)})`;
    case "name":
      return [...(type.namespace === "" ? [] : [type.namespace]), type.name].join(".") + at(type.href);
    default:
      return type.kind;
  }
}

function at(href: string | undefined): string {
  return href === undefined ? "" : `@${href.slice(href.lastIndexOf("/") + 1)}`;
}
