import { expect } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { cellIn, type Docs, enumeration, folders, model } from "./docs.ts";

/** A cell, the mark of its row, and what the two say. */
export type Case = readonly [cell: string, mark: "✓" | "–", want: string];

const utilities: Docs = {
  "docs/types/rfcdate.md": "# RFCDate\n\nA date.\n",
  "docs/types/date.md": "# Date\n\nA date.\n",
};

/** The documents that the cells below link to, where the language keeps them. */
function around(dialect: DialectName): Docs {
  const folder = folders[dialect];
  const isExact = ["java", "csharp", "php"].includes(dialect);
  const file = (title: string) => `${folder}/${isExact ? title : title.toLowerCase()}.md`;
  return {
    ...utilities,
    [file("Berth")]: model("Berth"),
    [file("Flag")]: enumeration("Flag", ["NL", "nl"], ["BE", "be"]),
    [file("Cargo")]: "# Cargo\n\n\n## Supported Types\n\n### `Berth`\n",
  };
}

/** Holds a cell of a language against what it should say. */
export function check(dialect: DialectName): (cell: string, mark: "✓" | "–", want: string) => void {
  return (cell: string, mark: "✓" | "–", want: string): void => {
    const { text, found } = cellIn(dialect, cell, mark, around(dialect));
    expect({ text, found }).toEqual({ text: want, found: [] });
  };
}
