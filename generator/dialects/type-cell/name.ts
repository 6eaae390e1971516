import type { NeutralType } from "../sighting.ts";

/**
 * A reference to a document. Without a link there is nothing but the look to tell a name from a slip of the pen: it has
 * a namespace or begins with a capital.
 */
export function referenceTo(text: string, href?: string): NeutralType | undefined {
  const [name = "", namespace = ""] = text.split(/\.|::|\\|\//).reverse();
  if (href !== undefined) return { kind: "name", namespace: namespace.toLowerCase(), name, href };
  const isName = namespace !== "" || /^\p{Lu}/u.test(name);
  return isName ? { kind: "name", namespace: namespace.toLowerCase(), name } : undefined;
}
