import type { NeutralType } from "../sighting.ts";

/**
 * The union of what a cell lists. Members that say the same are one: `Union[bytes, IO[bytes]]` is bytes, a stream for
 * synchronous and asynchronous callers is one stream. A null among them is the null of the union; and whatever a file
 * may be given as, it is a file.
 */
export function unionOf(listed: readonly NeutralType[], href?: string): NeutralType | undefined {
  const members = distinct(listed.filter((member) => member.kind !== "null"));
  const union = joined(members, href);
  return union !== undefined && members.length > 0 && listed.some((member) => member.kind === "null")
    ? { kind: "nullable", of: union }
    : union;
}

function joined(members: readonly NeutralType[], href: string | undefined): NeutralType | undefined {
  const [only, second] = members;
  const file = members.find((member) => member.kind === "file");
  if (only === undefined) return { kind: "null" };
  if (file !== undefined) return file;
  if (href !== undefined) return { kind: "union", members, href };
  return second === undefined ? only : { kind: "union", members };
}

function distinct(members: readonly NeutralType[]): readonly NeutralType[] {
  const byText = new Map(members.map((member) => [JSON.stringify(member), member]));
  return [...byText.values()];
}
