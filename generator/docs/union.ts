import { type Context, mark, placeOf } from "./context.ts";
import { lineAt } from "./document.ts";
import { fencesOf } from "./fences.ts";
import type { Section } from "./outline.ts";
import type { Discriminator, MemberSection, UnionPage } from "./page.ts";
import { partsOf, readSchema, reportText, reportUnread } from "./schema.ts";
import { unticked } from "./text.ts";

/** Reads a page with `## Supported Types`, each a heading; a bare page has none. */
export function readUnion(context: Context, sections: readonly Section[]): UnionPage {
  const parts = partsOf(sections);
  const schema = readSchema(context, sections);
  const { members, others, discriminator } = divide(parts);
  reportUnread(context, others, "Supported Types");
  return {
    kind: "union",
    path: context.document.path,
    ...schema,
    positions: context.positions,
    ...(discriminator === undefined ? {} : { discriminator: readDiscriminator(context, discriminator) }),
    members: members.map((section, index) => readMember(context, section, `members/${index + 1}`)),
  };
}

/**
 * The members are the headings below `## Supported Types`. A table of the values of a discriminator may stand above them,
 * which each member repeats.
 */
function divide(parts: readonly Section[]): {
  readonly members: readonly Section[];
  readonly others: readonly Section[];
  readonly discriminator: Section | undefined;
} {
  const members: Section[] = [];
  const others: Section[] = [];
  let discriminator: Section | undefined;
  let owner = "";
  for (const part of parts) {
    if (part.depth < 3) owner = part.name;
    if (part.depth === 3 && discriminates.test(part.name)) discriminator = part;
    else (part.depth === 3 && owner === "Supported Types" ? members : others).push(part);
  }
  return { members, others, discriminator };
}

const discriminates = /^Discriminator: /;

function readDiscriminator(context: Context, { name, from }: Section): Discriminator {
  return {
    name: unticked(name.replace(discriminates, "")),
    place: placeOf(context, mark(context, "discriminator", from)),
  };
}

/** Reads one member, by its heading. */
export function readMember(context: Context, section: Section, key: string): MemberSection {
  const own = mark(context, key, section.from);
  const value = statedValue(context, section);
  reportText(context, withoutNotes(context, section), ["code"]);
  return {
    heading: unticked(section.name),
    ...(value === undefined ? {} : { value }),
    fences: fencesOf(context, section, own),
    place: placeOf(context, own),
  };
}

/** ``Discriminator value: `"salt"` ``. */
function statedValue({ document }: Context, section: Section): string | undefined {
  const values = section.children.flatMap(({ from }) => {
    const [, value] = /^Discriminator value: `"(.*)"`$/.exec(lineAt(document, from).trim()) ?? [];
    return value ?? [];
  });
  return values[0];
}

/** A member without the notes on its sample: the value that tells it, and links to the types that the sample names. */
function withoutNotes({ document }: Context, section: Section): Section {
  const texts = section.children.map(({ from }) => lineAt(document, from).trim());
  const isNote = (at: number): boolean => /^(?:Discriminator value:|\*\*Referred Types:\*\*)/.test(texts[at] ?? "");
  const isList = (at: number): boolean => section.children[at]?.type === "list" && isNote(at - 1);
  return { ...section, children: section.children.filter((_, at) => !isNote(at) && !isList(at)) };
}
