import { type Context, type DocsCode, keyPart, mark, report } from "./context.ts";
import { fencesOf } from "./fences.ts";
import { join, merge, type Section } from "./outline.ts";
import type { Fence } from "./page.ts";
import { type Described, describe, headingOf } from "./prose.ts";
import { folded, plainName, typeTitle } from "./text.ts";

/** What the pages of models, enums and unions have in common. */
export interface Schema extends Described {
  readonly title: string;
  readonly samples: readonly Fence[];
}

const samplesName = "Example Usage";
/** Samples, and how two languages tell the members of a union apart, which their samples show as well. */
const proseParts: readonly string[] = [samplesName, "Union Discrimination", "Consumption Patterns"];
const knownParts: readonly string[] = ["Fields", "Values", "Supported Types", ...proseParts];

/** Reads what every schema page may have; the description is all that stands above the first known heading. */
export function readSchema(context: Context, sections: readonly Section[]): Schema {
  const first = sections.findIndex(isKnown);
  const [head, ...rest] = first < 0 ? sections : sections.slice(0, first);
  const { title: read, struck, heading } = readTitle(context, sections);
  const title = titleAs(read, fileName(context.document.path));
  if (read === "") report(context, "docs/missing-title", "Unexpected page without a title, expected `# Name`", "title");
  const described =
    head === undefined
      ? { description: "" }
      : describe(context, merge([head, ...rest]), heading === null ? [] : [headingOf(heading)], {
          key: "description",
          struck,
        });
  const samples = partsOf(sections).filter((part) => part.name === samplesName);
  for (const part of samples) reportText(context, part, ["code"]);
  return { title, ...described, samples: samples.flatMap((part) => fencesOf(context, part, "usage")) };
}

/** The title without the kind of type, where the page is called so; a page without a title is called after its file. */
function titleAs(title: string, base: string): string {
  const named = typeTitle(title);
  return title === "" ? base : folded(title) !== folded(base) && folded(named) === folded(base) ? named : title;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.mdx?$/i, "");
}

/** The sections behind the description. Deeper headings are text of their section, but for the members of a union. */
export function partsOf(sections: readonly Section[]): readonly Section[] {
  const first = sections.findIndex(isKnown);
  if (first < 0) return [];
  return join(sections.slice(first), (section, above) => section.depth < 3 || (section.depth === 3 && !isProse(above)));
}

/** The first heading is the title where it is of depth 1; front matter may have it instead. */
export function readTitle(
  context: Context,
  sections: readonly Section[],
): { readonly title: string; readonly struck: boolean; readonly heading: Section | null } {
  const { frontTitle } = context.document;
  const first = sections.find((section) => section.depth > 0);
  const heading = frontTitle === null && first?.depth === 1 ? first : null;
  mark(context, "title", heading?.from ?? 1);
  const { name, struck } = plainName(heading?.name ?? frontTitle ?? "");
  return { title: name, struck, heading };
}

/** Reports the sections that a layout has no place for. */
export function reportUnread(context: Context, parts: readonly Section[], wanted: string): void {
  for (const part of parts) {
    if (isKnown(part) && (part.name === wanted || isProse(part))) continue;
    reportSection(context, part, `section \`${part.name.slice(0, 60)}\``, `\`${wanted}\` alone`);
  }
}

/** Reports a section, or what stands in it, as not read. */
export function reportSection(
  context: Context,
  section: Section,
  found: string,
  wanted: string,
  code: DocsCode = "docs/unread-section",
): void {
  const key = mark(context, `section/${keyPart(section.name)}`, section.from);
  report(context, code, `Unexpected ${found}, expected ${wanted}`, key);
}

/** Reports a section below which nothing stands that its reader takes. */
export function reportEmpty(context: Context, section: Section, lacking: string, wanted: string): void {
  reportSection(context, section, `section \`${section.name}\` without ${lacking}`, wanted, "docs/empty-section");
}

/** Reports what stands in a section beside the blocks that its reader takes. */
export function reportText(
  context: Context,
  section: Section,
  read: readonly Section["children"][number]["type"][],
): void {
  const stray = section.children.find((node) => !read.includes(node.type));
  if (stray === undefined) return;
  const key = mark(context, `section/${keyPart(section.name)}`, stray.from);
  report(
    context,
    "docs/unread-section",
    `Unexpected text in section \`${section.name}\`, expected a ${read.join(" or a ")}`,
    key,
  );
}

function isKnown(section: Section): boolean {
  return section.depth === 2 && knownParts.includes(section.name);
}

function isProse(section: Section): boolean {
  return section.depth === 2 && proseParts.includes(section.name);
}
