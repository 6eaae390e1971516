import type { Block } from "./blocks.ts";
import { type Context, keyPart, mark, placeOf } from "./context.ts";
import type { Document } from "./document.ts";
import { readValues } from "./enum.ts";
import type { Section } from "./outline.ts";
import type { ModelSection, ModelsPage } from "./page.ts";
import { headingOf, proseOf, textOf } from "./prose.ts";
import { readRows } from "./rows.ts";
import { readTitle } from "./schema.ts";
import { membersIn, type Shape, shapeOf } from "./shape.ts";
import { tableOf } from "./table.ts";
import { plainName, typeTitle } from "./text.ts";
import { readMember } from "./union.ts";

/** The sections of a hand-written page that describe a model, an enum or a union each, and the block that lists its parts. */
export interface WrittenModel {
  readonly section: Section;
  readonly title: string;
  readonly shape: Shape;
  readonly block: Block;
}

/**
 * The models of a page that lists several: below a heading that a type may be called stands one table of fields. A heading
 * of the format, or one that many pages have, is no type; the name of an event is that of what is sent. Beside two models,
 * values and links to members are those of an enum or a union.
 */
export function writtenModels(document: Document, sections: readonly Section[]): readonly WrittenModel[] {
  const all = sections.flatMap((section) => modelIn(document, section) ?? []);
  const isShared = all.filter(({ shape }) => shape === "Fields").length > 1;
  return all.filter(({ shape }) => isShared || shape === "Fields");
}

function modelIn(document: Document, section: Section): WrittenModel | undefined {
  const { name } = plainName(section.name);
  const title = eventTitle(name) ?? typeTitle(name);
  if (section.depth < 2 || !/^\p{Lu}[\p{L}\p{N}]*$/u.test(title) || common.has(title.toLowerCase())) return undefined;
  const all = section.children.flatMap((block) => {
    const shape = shapeOf(document, section, block, true);
    return block.type === "table" || shape !== undefined ? [{ block, shape }] : [];
  });
  const blocks = all.filter(({ block }) => block.type !== "paragraph");
  const listed = blocks.length > 0 ? blocks : all;
  const [{ block, shape } = {}, ...others] = listed;
  return block === undefined || shape === undefined || others.length > 0 ? undefined : { section, title, shape, block };
}

/** What an event is called that is sent by its name: `ship.left_port` is a `ShipLeftPortEvent`. */
function eventTitle(name: string): string | undefined {
  if (!/^[a-z\d]+(?:_[a-z\d]+)*(?:[.:/][a-z\d]+(?:_[a-z\d]+)*)+$/.test(name)) return undefined;
  const words = name.split(/[._:/]/);
  return `${words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("")}Event`;
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

function readOne(context: Context, { section, title, shape, block }: WrittenModel): ModelSection {
  const key = mark(context, keyPart(title), section.from);
  const description = textOf(proseOf(context, section, [headingOf(section), block]));
  const own = { title, description, place: placeOf(context, key) };
  switch (shape) {
    case "Fields":
      return { kind: "model", ...own, rows: readRows(context, tableOf(context.document, block), `${key}/fields`) };
    case "Values":
      return {
        kind: "enum",
        ...own,
        values: readValues(context, { ...section, children: [block], isImplied: true }, `${key}/`).values,
      };
    case "Supported Types":
      return {
        kind: "union",
        ...own,
        members: membersIn(context.document, block, true).map(({ text: name, line }, index) =>
          readMember(context, { ...section, name, from: line, to: line, children: [] }, `${key}/members/${index + 1}`),
        ),
      };
  }
}
