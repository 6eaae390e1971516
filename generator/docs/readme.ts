import type { Place } from "../ir/index.ts";
import type { Span } from "./blocks.ts";
import { type Context, keyPart, mark, placeOf } from "./context.ts";
import { fencesOf } from "./fences.ts";
import { hasMarks, type MarkedSection, markedSections } from "./marked.ts";
import { merge, type Section } from "./outline.ts";
import type { ReadmePage, ReadmeSection, Table } from "./page.ts";
import { headingOf, type Line, proseOf, textOf } from "./prose.ts";
import { linksOf } from "./readme-links.ts";
import { checkCells } from "./rows.ts";
import { readTitle } from "./schema.ts";
import { tableOf } from "./table.ts";
import { cellText } from "./text.ts";
import { toldSections } from "./told.ts";

/** Reads the README of an SDK: the sections between its `<!-- Start … [tag] -->` comments; the rest is a person's. */
export function readReadme(context: Context, sections: readonly Section[]): ReadmePage {
  const { title, heading } = readTitle(context, sections);
  const [first, ...others] = sections;
  const marked = markedSections(context.document, sections);
  const summary = marked.find((section) => section.tag === "summary") ?? null;
  const about = summary?.content ?? aboveSections(context, sections, marked);
  const headings = summary === null ? (heading === null ? [] : [heading]) : summary.headings.slice(0, 1);
  const without = headings.map(headingOf);
  const prose = summary === null ? introduction(context, about, without) : proseOf(context, about, without);
  if (prose[0] !== undefined) mark(context, "description", prose[0].line);
  const headers = headersOf(context);
  const told = hasMarks(context.document, sections)
    ? []
    : toldSections(
        context,
        sections,
        marked.map(({ tag }) => tag),
      );
  return {
    kind: "readme",
    path: context.document.path,
    title,
    description: textOf(prose),
    sections: [...marked.map((section) => readSection(context, section)), ...told],
    fences: first === undefined ? [] : fencesOf(context, merge([first, ...others]), "page"),
    ...(headers.length === 0 ? {} : { headers }),
    positions: context.positions,
  };
}

/** Headers in back-ticks, or as a command sends them, wherever a line has one: most stand in what a person wrote. */
function headersOf(context: Context): readonly { readonly name: string; readonly place: Place }[] {
  const found = context.document.lines.flatMap((line, at) =>
    [...line.matchAll(/(?:`|(?:-H|--header)[ =]?["'])(x-[a-z0-9]+(?:-[a-z0-9]+)+)(?=`|:)/gi)].map(([, name = ""]) => ({
      name,
      line: at + 1,
    })),
  );
  return found.map(({ name, line }, at) => ({
    name,
    place: placeOf(context, mark(context, `headers/${at + 1}`, line)),
  }));
}

/** What stands above the first section, marked or not. */
function aboveSections(context: Context, sections: readonly Section[], marked: readonly MarkedSection[]): Section {
  const second = sections.find((section) => section.depth === 2)?.from ?? context.document.lines.length + 1;
  const to = Math.min(second, marked[0]?.line ?? second) - 1;
  const children = sections.flatMap((section) => section.children).filter((node) => node.from <= to);
  return { type: "section", depth: 0, name: "", from: 1, to, children };
}

/** Without what says nothing of the API: HTML, comments, badges of another package, and what SDKs say of themselves. */
function introduction(context: Context, about: Section, without: readonly Span[]): readonly Line[] {
  const html = about.children.filter((node) => node.type === "html");
  const lines = proseOf(context, about, [...without, ...html]).filter(({ text }) => !ornaments.test(text));
  const isBlank = (at: number): boolean => lines[at]?.text.trim() === "";
  const tidy = lines.filter((_, at) => !isBlank(at) || (at > 0 && !isBlank(at - 1)));
  return tidy.at(-1)?.text.trim() === "" ? tidy.slice(0, -1) : tidy;
}

/** A line of nothing but images and links around images, or one comment; the sentence that generators begin with. */
const ornaments =
  /^\s*(?:(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?\s*)+|<!--.*-->\s*|(?:-\s*){3,})$|^Developer-friendly & type-safe .* SDK specifically catered to leverage .* API\.\s*$/;

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
