import { type Context, keyPart, mark, placeOf } from "./context.ts";
import { fencesOf } from "./fences.ts";
import { type MarkedSection, markedSections } from "./marked.ts";
import { merge, type Section } from "./outline.ts";
import type { ReadmePage, ReadmeSection, Table } from "./page.ts";
import { headingOf, proseOf, textOf } from "./prose.ts";
import { linksOf } from "./readme-links.ts";
import { checkCells } from "./rows.ts";
import { readTitle } from "./schema.ts";
import { tableOf } from "./table.ts";
import { cellText } from "./text.ts";

/** Reads the README of an SDK: the sections between its `<!-- Start … [tag] -->` comments; the rest is a person's. */
export function readReadme(context: Context, sections: readonly Section[]): ReadmePage {
  const { title, heading } = readTitle(context, sections);
  const [first, ...others] = sections;
  const marked = markedSections(context.document, sections);
  const summary = marked.find((section) => section.tag === "summary") ?? null;
  const about = summary?.content ?? aboveSections(context, sections, marked);
  const headings = summary === null ? (heading === null ? [] : [heading]) : summary.headings.slice(0, 1);
  const prose = proseOf(context, about, headings.map(headingOf));
  if (prose[0] !== undefined) mark(context, "description", prose[0].line);
  return {
    kind: "readme",
    path: context.document.path,
    title,
    description: textOf(prose),
    sections: marked.map((section) => readSection(context, section)),
    fences: first === undefined ? [] : fencesOf(context, merge([first, ...others]), "page"),
    positions: context.positions,
  };
}

/** What stands above the first section, marked or not. */
function aboveSections(context: Context, sections: readonly Section[], marked: readonly MarkedSection[]): Section {
  const second = sections.find((section) => section.depth === 2)?.from ?? context.document.lines.length + 1;
  const to = Math.min(second, marked[0]?.line ?? second) - 1;
  return { type: "section", depth: 0, name: "", from: 1, to, children: [] };
}

function readSection(context: Context, section: MarkedSection): ReadmeSection {
  const { content, tag, title } = section;
  const key = mark(context, keyPart(tag), section.line);
  return {
    tag,
    title,
    text: textOf(proseOf(context, content, [])),
    tables: readTables(context, content, key),
    fences: fencesOf(context, content, key),
    links: linksOf(context.document, section),
    place: placeOf(context, key),
  };
}

/** The rows of all tables of a section are counted through, so that each has its own key. */
function readTables(context: Context, content: Section, key: string): readonly Table[] {
  const { document } = context;
  let count = 0;
  const nodes = content.children.filter((node) => node.type === "table");
  return nodes.map((node) => {
    const { header, rows } = tableOf(document, node);
    return {
      header: header.map((cell) => cellText(cell.text, document.mdx)),
      rows: rows.map((cells) => {
        count += 1;
        const own = mark(context, `${key}/${count}`, cells[0]?.line ?? content.from, cells[0]?.column);
        checkCells(context, cells.length, header.length, own);
        return { cells: cells.map((cell) => cellText(cell.text, document.mdx)), place: placeOf(context, own) };
      }),
    };
  });
}
