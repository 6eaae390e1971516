import type { Block } from "./blocks.ts";
import { type Context, keyPart, mark, placeOf } from "./context.ts";
import type { Document } from "./document.ts";
import type { Section } from "./outline.ts";
import type { ModelSection, ModelsPage } from "./page.ts";
import { headingOf, proseOf, textOf } from "./prose.ts";
import { listsFields, readRows } from "./rows.ts";
import { readTitle } from "./schema.ts";
import { tableOf } from "./table.ts";
import { plainName } from "./text.ts";

/** The sections of a hand-written page that describe a model each, and the table of its fields. */
export interface WrittenModel {
  readonly section: Section;
  readonly title: string;
  readonly table: Block;
}

/**
 * The models of a page that lists several: below a heading that a type may be called stands one table of fields. A heading
 * of the format, or one that many pages have, is no type.
 */
export function writtenModels(document: Document, sections: readonly Section[]): readonly WrittenModel[] {
  return sections.flatMap((section) => {
    const { name: title } = plainName(section.name);
    if (section.depth < 2 || !/^\p{Lu}[\p{L}\p{N}]*$/u.test(title) || common.has(title.toLowerCase())) return [];
    const [table, ...others] = section.children.filter(({ type }) => type === "table");
    if (table === undefined || others.length > 0 || !listsFields(tableOf(document, table))) return [];
    return [{ section, title, table }];
  });
}

const common: ReadonlySet<string> = new Set([
  ...["arguments", "attributes", "body", "errors", "events", "fields", "headers", "methods", "models", "options"],
  ...["parameters", "payload", "properties", "query", "request", "requests", "response", "responses", "returns"],
  ...["schema", "schemas", "settings", "types", "usage", "values", "variables", "configuration", "environment"],
]);

/** Reads such a page. */
export function readModels(context: Context, sections: readonly Section[]): ModelsPage {
  const { document } = context;
  const { title } = readTitle(context, sections);
  const models = writtenModels(document, sections).map((model) => readOne(context, model));
  return { kind: "models", path: document.path, title, models, positions: context.positions };
}

function readOne(context: Context, { section, title, table }: WrittenModel): ModelSection {
  const key = mark(context, keyPart(title), section.from);
  return {
    title,
    description: textOf(proseOf(context, section, [headingOf(section), table])),
    rows: readRows(context, tableOf(context.document, table), `${key}/fields`),
    place: placeOf(context, key),
  };
}
