import type { MemberSection, UnionPage } from "../../docs/page.ts";
import type { NeutralType, UnionSighting } from "../sighting.ts";
import { type Context, typeOf } from "./context.ts";
import { schemaOf } from "./schema.ts";

/** A page with Supported Types, in their order. */
export function unionSighting(page: UnionPage, context: Context): UnionSighting {
  return {
    kind: "union",
    ...schemaOf(page, context),
    ...(page.discriminator === undefined ? {} : { discriminator: page.discriminator }),
    members: page.members.map((member) => ({
      type: memberType(member, context),
      ...labelOf(member, page.title),
      samples: member.fences,
      place: member.place,
    })),
  };
}

/** Docs that state the value, and the languages whose unions have a constructor for each: `Loc.CreateChat(…)`. */
function labelOf({ value, fences }: MemberSection, title: string): { readonly label?: string } {
  if (value !== undefined) return { label: value };
  for (const { text } of fences) {
    const own = [`${title}.Create`, `.Create${title}`, `.New${title}`].find((start) => text.includes(start));
    if (own === undefined) continue;
    const label = /^\w+(?=\()/.exec(text.slice(text.indexOf(own) + own.length))?.[0];
    if (label !== undefined) return { label };
  }
  return {};
}

/** The heading names the type, or the sample where the heading does not. */
function memberType(member: MemberSection, context: Context): NeutralType {
  const spellings = context.dialect.member(member).filter((spelling) => spelling !== "");
  for (const spelling of spellings) {
    const cell = context.read(spelling);
    if (cell !== undefined) return cell.type;
  }
  return typeOf(spellings[0] ?? member.heading, `${member.place}:type`, context);
}
