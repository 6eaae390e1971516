import type { Plugin } from "unified";
import type { VFile } from "vfile";
import type { PageTree } from "./blocks.ts";
import { type Context, report } from "./context.ts";
import { documentOf } from "./document.ts";
import { readEnum } from "./enum.ts";
import type { Layout } from "./layout.ts";
import { readModel } from "./model.ts";
import { readModels } from "./models.ts";
import { readOperations } from "./operations.ts";
import type { Section } from "./outline.ts";
import type { OtherPage, Page } from "./page.ts";
import { readReadme } from "./readme.ts";
import { readTitle } from "./schema.ts";
import { reportUnclosed } from "./unclosed.ts";
import { readUnion } from "./union.ts";

/** A plugin: the compiler from sections to a `Page`. */
export const compilePage: Plugin<[], PageTree<Section>, Page> = function () {
  this.compiler = (tree, file) => compile((tree as PageTree<Section>).children, file);
};

function compile(sections: readonly Section[], file: VFile): Page {
  const context: Context = { document: documentOf(file), positions: new Map(), uses: new Map(), file };
  const page = readAs(file.data.layout ?? "foreign", context, sections);
  reportUnclosed(context, sections);
  return file.data.isNoted === true ? { ...page, isNoted: true } : page;
}

function readAs(layout: Layout, context: Context, sections: readonly Section[]): Page {
  switch (layout) {
    case "model":
      return readModel(context, sections);
    case "models":
      return readModels(context, sections);
    case "enum":
      return readEnum(context, sections);
    case "union":
    case "bare":
      return readUnion(context, sections);
    case "operations":
      return readOperations(context, sections);
    case "readme":
      return readReadme(context, sections);
    case "utility":
      return readOther(context, sections, layout);
    case "foreign":
      return readOther(context, sections, layout);
  }
}

function readOther(context: Context, sections: readonly Section[], reason: OtherPage["reason"]): OtherPage {
  const { title } = readTitle(context, sections);
  if (reason === "foreign") {
    report(context, "docs/unread-page", "Unexpected page, expected a model, an enum, a union or a resource", "title");
  }
  return { kind: "other", path: context.document.path, title, reason, positions: context.positions };
}
