import { type Bullet, bulletsOf } from "./bullets.ts";
import { type Context, keyPart, mark, report } from "./context.ts";
import { lineAt } from "./document.ts";
import { readOperation } from "./operation.ts";
import { isOperationList, merge, type Section } from "./outline.ts";
import type { OperationSection, OperationsPage } from "./page.ts";
import { describe, headingOf } from "./prose.ts";
import { readTitle, reportSection, reportText } from "./schema.ts";
import { plainName } from "./text.ts";
import { toldSections } from "./told.ts";
import { usageName } from "./usage.ts";
import { writtenOperations } from "./written.ts";

/** Reads the README of a resource. Of its headings of depth 2 the listed ones are operations, all others prose. */
export function readOperations(context: Context, sections: readonly Section[]): OperationsPage {
  const { document } = context;
  const isListed = sections.some(isOperationList);
  const { above, below, bullets } = isListed ? listed(context, sections) : written(sections);
  const { title, ...intro } = readIntro(context, sections, above);
  // Samples and lists of resources tell how a group is reached; a page without them has nothing but its title.
  const accessor = isListed || intro.accessor !== "" ? intro.accessor : title;
  const about = isListed ? [] : toldSections(context, above, []);
  const { stray, repeated, found } = divide(below, bullets);
  for (const section of stray) {
    const code = section.depth === 2 ? "docs/unlisted-operation" : "docs/unread-section";
    reportSection(context, section, `section \`${section.name}\``, "a listed operation", code);
  }
  for (const section of repeated) {
    const what = `second section \`${section.name}\``;
    reportSection(context, section, what, "one for each bullet", "docs/unlisted-operation");
  }
  const operations = bullets.flatMap((bullet): readonly OperationSection[] => {
    const own = found.get(bullet);
    if (own !== undefined && own[0].isMissing !== true) return [readOperation(context, bullet, own, !isListed)];
    const key = mark(context, keyPart(bullet.name), bullet.line);
    report(context, "docs/missing-operation", `Unexpected end of page, expected a section \`${bullet.name}\``, key);
    return [];
  });
  return {
    kind: "operations",
    path: document.path,
    title,
    ...intro,
    accessor,
    positions: context.positions,
    ...(about.length === 0 ? {} : { about }),
    operations,
  };
}

/** The operations of a page, and what stands above and below their list. */
interface Listed {
  readonly above: readonly Section[];
  readonly below: readonly Section[];
  readonly bullets: readonly Bullet[];
}

function listed(context: Context, sections: readonly Section[]): Listed {
  const start = sections.findIndex(isOperationList);
  const [list, ...below] = listAndRest(sections.slice(start));
  const names = new Set(below.filter(({ depth }) => depth === 2).map(({ name }) => plainName(name).name));
  if (list !== undefined) reportText(context, aboveList(list), ["list"]);
  const bullets = list === undefined ? [] : bulletsOf(context.document, list, names);
  const end = sections.findIndex(({ group }, at) => at === start || group === "");
  return { above: sections.slice(0, Math.max(end, 0)), below, bullets };
}

function written(sections: readonly Section[]): Listed {
  const bullets = writtenOperations(sections);
  const start = sections.findIndex(({ from }) => from === bullets[0]?.line);
  const below = sections.slice(start).filter(({ group }) => group !== "");
  const end = sections.findIndex(({ group }, at) => at === start || group === "");
  return { above: sections.slice(0, Math.max(end, 0)), below, bullets };
}

/** A summary in the list may have headings, too; those of operations have depth 2. */
function listAndRest([list, ...rest]: readonly Section[]): readonly Section[] {
  if (list === undefined) return [];
  const end = rest.findIndex(({ depth }) => depth === 2);
  const count = end < 0 ? rest.length : end;
  return [merge([list, ...rest.slice(0, count)]), ...rest.slice(count)];
}

/** What stands below the first bullet goes on with a summary. */
function aboveList(section: Section): Section {
  const first = section.children.findIndex(({ type }) => type === "list");
  return first < 0 ? section : { ...section, children: section.children.slice(0, first) };
}

/** The title, the accessor that older pages print below it, and the description, under `## Overview` or without it. */
function readIntro(
  context: Context,
  sections: readonly Section[],
  above: readonly Section[],
): Pick<OperationsPage, "title" | "accessor" | "description" | "deprecated"> {
  const { document } = context;
  const { title, struck, heading } = readTitle(context, sections);
  const [head, ...rest] = above;
  if (head === undefined) return { title, accessor: "", description: "" };
  const overview = above.find((section) => section.depth === 2 && section.name === "Overview");
  const accessor = above
    .flatMap((section) => section.children)
    .filter((node) => node.type === "paragraph")
    .map((node) => ({ node, text: /^\(\*(.+)\*\)$/.exec(lineAt(document, node.from).trim())?.[1] }))
    .find(({ text }) => text !== undefined);
  const without = [heading, overview].flatMap((section) => (section ? [headingOf(section)] : []));
  if (accessor !== undefined) {
    const { from } = accessor.node;
    without.push({ from, to: from });
  }
  const described = describe(context, merge([head, ...rest]), without, { key: "description", struck });
  return { title, accessor: accessor?.text ?? "", ...described };
}

/**
 * Gives each bullet the sections from its heading up to the next one that is listed. A heading that comes once more is
 * another operation where a sample stands below it, else it is text.
 */
function divide(
  sections: readonly Section[],
  bullets: readonly Bullet[],
): {
  readonly stray: readonly Section[];
  readonly repeated: readonly Section[];
  readonly found: ReadonlyMap<Bullet, readonly [Section, ...Section[]]>;
} {
  const waiting = new Map<string, Bullet[]>();
  for (const bullet of bullets) {
    const same = waiting.get(bullet.name);
    if (same === undefined) waiting.set(bullet.name, [bullet]);
    else same.push(bullet);
  }
  const found = new Map<Bullet, [Section, ...Section[]]>();
  const stray: Section[] = [];
  const repeated: Section[] = [];
  let own: [Section, ...Section[]] | undefined;
  for (const [index, section] of sections.entries()) {
    const named = section.depth === 2 ? waiting.get(plainName(section.name).name) : undefined;
    const bullet = named?.shift();
    if (bullet !== undefined) {
      own = [section];
      found.set(bullet, own);
    } else if (named !== undefined && hasSample(sections, index)) {
      own = [section];
      repeated.push(section);
    } else if (own === undefined) stray.push(section);
    else own.push(section);
  }
  return { stray, repeated, found };
}

/** Whether a sample stands below a heading of depth 2. */
function hasSample(sections: readonly Section[], index: number): boolean {
  const next = sections.findIndex((section, at) => at > index && section.depth <= 2);
  return sections.slice(index + 1, next < 0 ? undefined : next).some((section) => usageName(section) !== null);
}
