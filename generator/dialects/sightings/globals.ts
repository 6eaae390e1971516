import type { ModelPage } from "../../docs/page.ts";
import type { ReadmeSighting } from "../sighting.ts";
import type { Context } from "./context.ts";

/**
 * Python writes a page of the parameters that the client sends with every operation. It lies among the SDK's own
 * modules, looks like that of a model, and says what the README's table of global parameters says.
 */
export function isGlobals(page: ModelPage): boolean {
  return page.title === "Globals" && /(?:^|\/)internal\/globals\.mdx?$/i.test(page.path);
}

/** The names of such a page, said of the whole API. */
export function globalsSighting(page: ModelPage, { dialect }: Context): ReadmeSighting {
  return {
    kind: "readme",
    dialect: dialect.name,
    page: page.path,
    title: "",
    description: "",
    security: [],
    servers: [],
    resources: [],
    samples: [],
    globals: page.rows.map(({ name, place }) => ({ words: dialect.words(name), place })),
  };
}
