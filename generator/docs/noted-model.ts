import type { Block } from "./blocks.ts";
import { type Document, lineAt, lineNumbers } from "./document.ts";
import { hasNotes } from "./noted-rows.ts";
import { notesIn } from "./notes.ts";
import type { Section } from "./outline.ts";
import { type Cell, type SourceTable, tableOf } from "./table.ts";
import { folded, undecorated, unescaped, unquoted } from "./text.ts";

/**
 * The sections of a page of one type that has notes in place of marks, with the headings that the format has for them;
 * undefined for any other page. `## Properties` lists fields, `## Enum` values, and `## Enum: StateEnum` those of a type that
 * the page's own fields have. What else stands there is about the language.
 */
export function notedModel(document: Document, sections: readonly Section[]): readonly Section[] | undefined {
  const [title, ...below] = sections.filter(({ depth }) => depth > 0);
  if (title?.depth !== 1) return undefined;
  const own = { ...title, name: lastName(title.name) };
  const listed = below.find(({ depth, name }) => depth === 2 && name === "Properties");
  const table = listed?.children.find(({ type }) => type === "table");
  const members = membersIn(document, below);
  if (members.length > 0) return [own, section("Supported Types", 2, members[0]?.from ?? title.to), ...members];
  const values = withLists(
    document,
    below.find(({ depth, name }) => depth === 2 && name === "Enum"),
  );
  if (values !== undefined && valuesIn(document, values).length > 0) return [own, { ...values, name: "Values" }];
  const variants = variantsIn(document, below);
  if (variants !== undefined) return [own, ...variants];
  const fields = table === undefined ? undefined : tableOf(document, table);
  if (listed === undefined || table === undefined || fields === undefined || !hasNotes(fields)) return undefined;
  // A page of values has the table as well; some languages list none of them.
  if (fields.rows.length === 0) return [own, { ...listed, name: "Supported Types", children: [] }];
  const only = onlyValues(fields);
  if (only.length > 0)
    return [own, { ...listed, name: "Values", children: [table], values: new Map([["value", only]]) }];
  return [own, { ...listed, name: "Fields", children: [table], values: valuesBelow(document, below) }];
}

/** The values of a type that one language wraps in a class: `**value** | **str** | | must be one of ["a", "b", ]` alone. */
function onlyValues({ header, rows }: SourceTable): readonly string[] {
  const [row] = rows.length === 1 ? rows : [];
  const note = row?.[header.length - 1]?.text ?? "";
  return row?.[0]?.text === "**value**" && /\bmust be one of \[/.test(note) ? notesIn(note).values : [];
}

/** `Harbor::Model::Ship`, `# Ship`, `Harbor.Model.Ship` and `Harbor.Harbor/Api.Ship` are `Ship`. */
export function lastName(title: string): string {
  const name = undecorated(title.replace(/^#+\s*/, ""), "*`\\");
  return /^[\w.:\\/]+$/.test(name) ? name.slice(name.search(/[^.:\\/]+$/)) : name;
}

/** A section with the lists that one language indents, so that they are code to Markdown. */
function withLists(document: Document, section: Section | undefined): Section | undefined {
  const children = section?.children.map((block): Block => {
    const lines =
      block.type === "code" ? lineNumbers(block).filter((line) => /^ {4}\* /.test(lineAt(document, line))) : [];
    return lines.length === 0
      ? block
      : { ...block, type: "list", items: lines.map((line) => ({ from: line, to: line })) };
  });
  return section === undefined || children === undefined ? section : { ...section, children };
}

function section(name: string, depth: 2 | 3, from: number): Section {
  return { type: "section", depth, name, from, to: from, children: [] };
}

/**
 * The values of each type that a heading of its own lists, by its name: `## Enum: StateEnum`, `## Enum: List<StateEnum>`. One
 * language calls it like the field is called in JSON, and has all values in a cell.
 */
function valuesBelow(document: Document, sections: readonly Section[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    sections.flatMap((one) => {
      const [, title = ""] = /^Enum: (?:\w+<)?([\w-]+)>?$/.exec(unescaped(one.name)) ?? [];
      const values = title === "" ? [] : valuesIn(document, one, title);
      return values.length === 0 ? [] : [[title, values] as const];
    }),
  );
}

/** `` * `OPEN` (value: `"open"`) ``, or a table of names and values. */
function valuesIn(document: Document, { children }: Section, title = ""): readonly string[] {
  return children.flatMap((block) => {
    if (block.type === "list")
      return block.items.flatMap(({ from }) => notedValue(lineAt(document, from))?.value ?? []);
    if (block.type !== "table") return [];
    const { header, rows } = tableOf(document, block);
    const column = header.findIndex(({ text }) => text.toLowerCase() === "value");
    const inCell = (cells: readonly Cell[] | undefined): string => unescaped(cells?.[column]?.text ?? "");
    const [only] = rows;
    if (rows.length === 1 && only !== undefined && folded(only[0]?.text ?? "") === folded(title))
      return inCell(only)
        .split(", ")
        .map((value) => unquoted(value.trim()))
        .filter((value) => value !== "");
    return rows.flatMap((cells) => unquoted(inCell(cells).trim()) || []);
  });
}

/** The value behind a name: `` `OPEN` (value: `"open"`) ``. */
export function notedValue(text: string): { readonly name: string; readonly value: string } | undefined {
  const [, name = "", value = ""] = /`([^`]+)` \(value: `([^`]*)`\)/.exec(text) ?? [];
  return name === "" ? undefined : { name, value: unquoted(value.trim()) };
}

/** The members of a union: below a heading of their own, or below what a method of the type returns. */
function membersIn(document: Document, sections: readonly Section[]): readonly Section[] {
  const named = sections.find(({ name }) => /^(?:one|any)Of schemas$/.test(name));
  const isUnion = sections.some(({ name }) => /^`openapi_(?:one|any)_of`$/.test(name));
  const listed = named ?? (isUnion ? sections.find(({ name }) => name === "Return type") : undefined);
  const items = listed?.children.flatMap((block) => (block.type === "list" ? block.items : [])) ?? [];
  return items.flatMap(({ from }) => {
    const line = lineAt(document, from);
    const [, linked, name = linked ?? ""] = /(?:\[([^\]]+)\]\([^()]*\)|`([^`]+)`)\s*$/.exec(line) ?? [];
    return name === "" || /^null$/i.test(name) ? [] : [section(unescaped(name), 3, from)];
  });
}

/**
 * What one language heads `## Enum Variants`: values by their names, or the members of a union, with a description each or
 * with the value that tells them apart and a table of fields below.
 */
function variantsIn(document: Document, sections: readonly Section[]): readonly Section[] | undefined {
  const listed = sections.find(({ depth, name }) => depth === 2 && name === "Enum Variants");
  const block = listed?.children.find(({ type }) => type === "table");
  if (listed === undefined || block === undefined) return undefined;
  const { header, rows } = tableOf(document, block);
  const names = new Set(rows.map(([name]) => name?.text ?? ""));
  const isUnion =
    !header.some(({ text }) => text.toLowerCase() === "value") ||
    sections.some(({ depth, name }) => depth === 2 && names.has(name));
  if (!isUnion) return [{ ...listed, name: "Values" }];
  const members = rows.map(([name]) => section(unescaped(name?.text ?? ""), 3, name?.line ?? block.from));
  return [section("Supported Types", 2, listed.from), ...members];
}
