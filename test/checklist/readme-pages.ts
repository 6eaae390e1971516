import type { DialectName } from "../../generator/dialects/sighting.ts";
import type { Api } from "../../generator/ir/index.ts";
import { type Docs, resource, section, understood } from "./docs.ts";

/** A README of one marked section. */
export function readme(tag: string, ...lines: readonly string[]): string {
  return [
    "# Harbour SDK",
    "",
    `<!-- Start Title [${tag}] -->`,
    "## Title",
    "",
    ...lines,
    `<!-- End Title [${tag}] -->`,
    "",
  ].join("\n");
}

export const ships: { readonly "docs/sdks/ships/README.md": string } = {
  "docs/sdks/ships/README.md": resource("Ships", { list: section({ route: "GET /ships" }) }),
};

/** What a README beside one operation says of the API. */
export function read(text: string, dialect: DialectName = "python", docs: Docs = ships): Api {
  return understood({ "README.md": text, ...docs }, { dialect }).api;
}
