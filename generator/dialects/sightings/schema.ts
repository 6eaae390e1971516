import type { EnumPage, ModelPage, UnionPage } from "../../docs/page.ts";
import type { Place } from "../../ir/index.ts";
import { namespaceOf } from "../namespace.ts";
import type { ObjectSighting } from "../sighting.ts";
import { type Context, deprecation } from "./context.ts";

/** What pages of models, enums and unions have in common. */
export function schemaOf(
  page: ModelPage | EnumPage | UnionPage,
  { dialect }: Context,
): Omit<ObjectSighting, "kind" | "fields" | "additional"> {
  return {
    dialect: dialect.name,
    page: page.path,
    title: page.title,
    namespace: namespaceOf(page.path),
    description: page.description,
    ...deprecation(page),
    samples: page.samples,
    place: placeOf(page),
  };
}

/** The place of a page as a whole. */
export function placeOf(page: { readonly path: string }): Place {
  return `${page.path}#title`;
}
