import type { Block, Span } from "./blocks.ts";
import { type Context, keyPart, mark, placeOf } from "./context.ts";
import { lineAt, lineNumbers, trimmedLines } from "./document.ts";
import { fenceOf, type SourceFence } from "./fences.ts";
import { notedValue } from "./noted-model.ts";
import type { Section } from "./outline.ts";
import type { EnumPage, Position, ValueRow } from "./page.ts";
import { headingOf, proseOf, textOf } from "./prose.ts";
import { checkCells, isDescription, reportColumns, reportDuplicates } from "./rows.ts";
import { partsOf, readSchema, reportEmpty, reportUnread } from "./schema.ts";
import { type SourceTable, tableOf } from "./table.ts";
import { cellDescription, cellText, plainName, unticked } from "./text.ts";

/** Reads a page with `## Values`: a table, a list of literals, or a fence with a union of literals. */
export function readEnum(context: Context, sections: readonly Section[]): EnumPage {
  const parts = partsOf(sections);
  const schema = readSchema(context, sections);
  const read = parts
    .filter((part) => part.depth === 2 && part.name === "Values")
    .map((part) => readValues(context, part));
  reportUnread(context, parts, "Values");
  const note = read.map((part) => part.note).filter((text) => text !== "");
  const values = read.flatMap((part) => part.values);
  const { path } = context.document;
  return { kind: "enum", path, ...schema, positions: context.positions, note: note.join("\n\n"), values };
}

/** The values of a section and the prose beside them; `prefix` is that of their keys, on a page of several enums. */
export function readValues(
  context: Context,
  section: Section,
  prefix = "",
): { values: readonly ValueRow[]; note: string } {
  const { document } = context;
  const bodies = section.children.flatMap((node): { node: Block; values: () => readonly ValueRow[] }[] => {
    const noted = section.values?.get("value");
    if (node.type === "table" && noted !== undefined)
      return [{ node, values: () => fromNote(context, noted, node.from, prefix) }];
    if (node.type === "table") {
      const table = tableOf(document, node);
      return isValueTable(table) ? [{ node, values: () => fromTable(context, table, prefix) }] : [];
    }
    if (node.type === "list") return [{ node, values: () => fromList(context, node.items, prefix) }];
    if (node.type === "paragraph" && section.isImplied === true)
      return [{ node, values: () => fromSentence(context, node, prefix) }];
    const fence = fenceOf(document, node);
    return fence === null ? [] : [{ node, values: () => fromFence(context, fence, prefix) }];
  });
  const values = bodies.flatMap((body) => body.values());
  if (bodies.length === 0) reportEmpty(context, section, "values", "a table, a list or a fence");
  reportDuplicates(
    context,
    values.map(({ raw, place }) => ({ name: raw, place })),
  );
  const prose = proseOf(context, section, [headingOf(section), ...bodies.map(({ node }) => node)]);
  if (prose[0] !== undefined) mark(context, `${prefix}note`, prose[0].line);
  return { values, note: textOf(prose) };
}

/** The values that the note of the only row of a table lists. */
function fromNote(context: Context, values: readonly string[], line: number, prefix: string): readonly ValueRow[] {
  return values.map((raw) => {
    const key = mark(context, `${prefix}values/${keyPart(raw)}`, line);
    return { raw, form: "table", name: "", description: "", place: placeOf(context, key) };
  });
}

function isValueTable(table: SourceTable): boolean {
  return table.header.some((cell) => cell.text.toLowerCase() === "value");
}

function fromTable(context: Context, table: SourceTable, prefix: string): readonly ValueRow[] {
  const { mdx } = context.document;
  const column = (name: string): number => table.header.findIndex((cell) => cell.text.toLowerCase() === name);
  const names = table.header.findIndex((cell) => /^(?:name|member|constant|label)$/i.test(cell.text));
  const values = column("value");
  const descriptions = table.header.findIndex((cell) => isDescription(cell.text));
  const read = table.header.map((_, index) => ([names, values, descriptions].includes(index) ? index : null));
  reportColumns(context, table, read, `${prefix}values`, ["Name", "Value", "Description"]);
  return table.rows.map((cells) => {
    const cell = cells[values];
    const at = cell === undefined || cell.text === "" ? cells[0] : cell;
    const raw = unticked(cellText(cell?.text ?? "", mdx));
    const key = mark(context, `${prefix}values/${keyPart(raw)}`, at?.line ?? table.line, at?.column);
    checkCells(context, cells.length, table.header.length, key);
    const { name } = plainName(cellText(cells[names]?.text ?? "", mdx));
    const { description } = cellDescription(cellText(cells[descriptions]?.text ?? "", mdx));
    // The row of an open enum has a dash for a name.
    return { raw, form: "table", name: name === "-" ? "" : name, description, place: placeOf(context, key) };
  });
}

/** Bullets like `` - `"auto"` ``; what follows the code span describes the value. */
function fromList(context: Context, items: readonly Span[], prefix: string): readonly ValueRow[] {
  const { document } = context;
  return items.map(({ from, to }) => {
    const first = lineAt(document, from);
    const text = first.trimStart().replace(/^(?:[-*+]|\d+[.)])\s*/, "");
    const more = trimmedLines(document, { from: from + 1, to });
    const { raw, rest } = codeSpan(text);
    const noted = notedValue(text);
    if (noted !== undefined) {
      const column = first.lastIndexOf(noted.value) + 1;
      const key = mark(context, `${prefix}values/${keyPart(noted.value)}`, from, column);
      return { raw: noted.value, form: "table", name: noted.name, description: "", place: placeOf(context, key) };
    }
    const description = [rest.replace(/^[-:–—]\s+/, ""), ...more].join("\n").trim();
    return literal(context, { prefix, raw, description, line: from, column: first.length - text.length + 1 });
  });
}

/** The code span that begins a text, and what stands behind it; a text without one is itself the value. */
function codeSpan(text: string): { readonly raw: string; readonly rest: string } {
  const ticks = /^`+/.exec(text)?.[0] ?? "";
  // A back-tick in a string does not end the span.
  const close = text[ticks.length] === '"' ? `"${ticks}` : ticks;
  const end = text.indexOf(close, ticks.length + 1) + close.length;
  if (ticks === "" || end < close.length) return { raw: text.trim(), rest: "" };
  return { raw: text.slice(ticks.length, end - ticks.length).trim(), rest: text.slice(end).trim() };
}

/** The code spans of a sentence. */
function fromSentence(context: Context, span: Span, prefix: string): readonly ValueRow[] {
  return lineNumbers(span).flatMap((line) =>
    [...lineAt(context.document, line).matchAll(/`([^`]+)`/g)].map(({ 1: raw = "", index }) =>
      literal(context, { prefix, raw, description: "", line, column: index + 1 }),
    ),
  );
}

/** A union of literals on one line or several: `"a" | "b" | Unrecognized<string>`. */
function fromFence(context: Context, fence: SourceFence, prefix: string): readonly ValueRow[] {
  return fence.texts.flatMap((_, index) => {
    const line = fence.line + 1 + index;
    return members(lineAt(context.document, line)).map(({ raw, column }) =>
      literal(context, { prefix, raw, description: "", line, column }),
    );
  });
}

/** Divides at the bars that stand in no string. */
function members(line: string): readonly { readonly raw: string; readonly column: number }[] {
  const cuts = [-1];
  let quote: string | null = null;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? "";
    if (quote !== null && character === "\\") at += 1;
    else if (quote !== null) quote = character === quote ? null : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "|") cuts.push(at);
  }
  return cuts.flatMap((cut, index) => {
    const text = line.slice(cut + 1, cuts[index + 1]);
    const raw = text.trim();
    return raw === "" ? [] : [{ raw, column: cut + 2 + text.length - text.trimStart().length }];
  });
}

function literal(
  context: Context,
  found: Readonly<Record<"prefix" | "raw" | "description", string>> & Position,
): ValueRow {
  const bare = /^(?:".*"|'.*')$/s.test(found.raw) ? found.raw.slice(1, -1) : found.raw;
  const key = mark(context, `${found.prefix}values/${keyPart(bare)}`, found.line, found.column);
  return { raw: found.raw, form: "literal", name: "", description: found.description, place: placeOf(context, key) };
}
