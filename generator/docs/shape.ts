import type { Block } from "./blocks.ts";
import { type Document, lineAt, trimmedLines } from "./document.ts";
import { leadingLink } from "./links.ts";
import type { Section } from "./outline.ts";
import { listsFields } from "./rows.ts";
import { type Cell, type SourceTable, tableOf } from "./table.ts";
import { unbulleted, undecorated } from "./text.ts";

export type Shape = "Fields" | "Values" | "Supported Types";

/**
 * What a block of a hand-written page lists, by the heading that the format has for it; undefined for any other block.
 * `isShared` where models stand beside each other on the page, so that links to headings may lead to some.
 */
export function shapeOf(document: Document, section: Section, block: Block, isShared = false): Shape | undefined {
  if (block.type === "list") {
    const items = block.items.map(({ from }) => itemText(document, from));
    const above = document.lines.slice(section.from - 1, block.from - 1).join("\n");
    if (isUnion.test(above) && items.length > 1 && items.every((text) => /^`[A-Z]\w*`/.test(text)))
      return "Supported Types";
    if (items.every((text) => /^`[^`]+`(?!\s*\()/.test(text) && !text.includes("]("))) return "Values";
    return items.length > 1 && items.every((text) => isModel(text, isShared)) ? "Supported Types" : undefined;
  }
  if (block.type === "paragraph") return valuesInText(trimmedLines(document, block).join(" ")) ? "Values" : undefined;
  if (block.type !== "table") return undefined;
  const read = tableOf(document, block);
  if (listsFields(read)) return "Fields";
  if (linkedCells(read, isShared) !== undefined) return "Supported Types";
  const columns = read.header.map(({ text }) => undecorated(text).toLowerCase());
  const isOfValues =
    columns[0] === "value" || (columns.includes("value") && columns.every((column) => besides.has(column)));
  return isOfValues ? "Values" : undefined;
}

/** What is said above a list of names that are types, and no values. */
const isUnion =
  /\bunions?\b|\bdiscriminat|\btold apart\b|\bof (?:the |these )?(?:following )?(?:models|types|objects|shapes|schemas)\b/i;

/** Whether a sentence lists values and says so: "Allowed values: `free`, `taken`." */
function valuesInText(text: string): boolean {
  const [, list] =
    /^[^`]{0,80}\b(?:values|one of)\b[^`]{0,40}((?:`[^`]+`(?:, |,? or |,? and )?){2,})\.?$/i.exec(text) ?? [];
  return list !== undefined;
}

/** The columns of a table of values that begins with their names. */
const besides: ReadonlySet<string> = new Set([
  "value",
  "name",
  "member",
  "constant",
  "label",
  "description",
  "meaning",
]);

function itemText(document: Document, line: number): string {
  return unbulleted(lineAt(document, line).trim());
}

/** The cells of the one column that links to a page of a model in each row, as where a value beside it tells them apart. */
function linkedCells({ header, rows }: SourceTable, isShared = false): readonly Cell[] | undefined {
  const columns = header
    .map((_, index) => rows.flatMap((cells) => cells[index] ?? []))
    .filter(
      (cells) =>
        cells.length === rows.length &&
        cells.every(({ text }) => isModel(text, isShared) && leadingLink(text)?.rest === ""),
    );
  return rows.length > 1 && columns.length === 1 ? columns[0] : undefined;
}

/** The names of the members that a block links to, with their lines. */
export function membersIn(document: Document, block: Block | undefined, isShared = false): readonly Cell[] {
  if (block?.type === "table") return linkedCells(tableOf(document, block), isShared) ?? [];
  const items = block?.type === "list" ? block.items : [];
  return items.map(({ from: line }) => {
    const text = itemText(document, line);
    const link = leadingLink(text);
    const name = link === null ? (/^`[^`]+`/.exec(text)?.[0] ?? text) : text.slice(0, text.length - link.rest.length);
    return { text: name, line, column: 1 };
  });
}

/** Whether a text begins with a link to a page, or to a heading of the same one. */
function isModel(text: string, isShared: boolean): boolean {
  const { href = "" } = leadingLink(text) ?? {};
  return /^[^:#]+\.mdx?(?:#|$)/.test(href) || (isShared && /^#[\w-]+$/.test(href));
}
