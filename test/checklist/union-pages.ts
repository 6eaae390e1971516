import type { DialectName } from "../../generator/dialects/sighting.ts";
import { type Docs, enumeration, folders, model, partsOf, type Understood, understood } from "./docs.ts";

/** A page of a union: each member is a heading and what stands in its fence. */
export function union(
  title: string,
  language: string,
  ...members: readonly (readonly [heading: string, code: string])[]
): string {
  const parts = members.map(([heading, code]) =>
    code === "" ? `### ${heading}\n` : `### ${heading}\n\n\`\`\`${language}\n${code}\n\`\`\`\n`,
  );
  return `# ${title}\n\nA cargo.\n\n\n## Supported Types\n\n${parts.join("\n")}`;
}

interface Members {
  readonly members: ReturnType<typeof partsOf>;
  readonly found: readonly string[];
  readonly from: Understood;
  readonly id: string;
}

/** The members of the union `Cargo`; pages of `Box`, `Bag` and the enum `Kind` lie beside it. */
export function members(dialect: DialectName, text: string, more: Docs = {}): Members {
  const folder = folders[dialect];
  const file = (title: string) =>
    `${folder}/${["java", "csharp", "php"].includes(dialect) ? title : title.toLowerCase()}.md`;
  const from = understood(
    {
      [file("Cargo")]: text,
      [file("Box")]: model("Box"),
      [file("Bag")]: model("Bag"),
      [file("Kind")]: enumeration("Kind", ["A", "a"], ["B", "b"]),
      ...more,
    },
    { dialect },
  );
  const cargo = from.api.models.find(({ title }) => title === "Cargo");
  return { members: partsOf(from, cargo?.id ?? ""), found: from.found, from, id: cargo?.id ?? "" };
}
