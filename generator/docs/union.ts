import { type Context, mark, placeOf } from "./context.ts";
import { fencesOf } from "./fences.ts";
import type { Section } from "./outline.ts";
import type { MemberSection, UnionPage } from "./page.ts";
import { partsOf, readSchema, reportText, reportUnread } from "./schema.ts";
import { unticked } from "./text.ts";

/** Reads a page with `## Supported Types`, each a heading; a bare page has none. */
export function readUnion(context: Context, sections: readonly Section[]): UnionPage {
  const parts = partsOf(sections);
  const schema = readSchema(context, sections);
  const { members, others } = divide(parts);
  reportUnread(context, others, "Supported Types");
  return {
    kind: "union",
    path: context.document.path,
    ...schema,
    positions: context.positions,
    members: members.map((section, index) => readMember(context, section, `members/${index + 1}`)),
  };
}

/** The members are the headings below `## Supported Types`. */
function divide(parts: readonly Section[]): {
  readonly members: readonly Section[];
  readonly others: readonly Section[];
} {
  const members: Section[] = [];
  const others: Section[] = [];
  let owner = "";
  for (const part of parts) {
    if (part.depth < 3) owner = part.name;
    (part.depth === 3 && owner === "Supported Types" ? members : others).push(part);
  }
  return { members, others };
}

/** Reads one member, by its heading. */
export function readMember(context: Context, section: Section, key: string): MemberSection {
  const own = mark(context, key, section.from);
  reportText(context, section, ["code"]);
  return {
    heading: unticked(section.name),
    fences: fencesOf(context, section, own),
    place: placeOf(context, own),
  };
}
