import type { Page } from "../../docs/page.ts";
import type { Sighting } from "../sighting.ts";
import type { Context } from "./context.ts";
import { enumSighting } from "./enum.ts";
import { globalsSighting, isGlobals } from "./globals.ts";
import { objectSighting } from "./model.ts";
import { readmeSighting } from "./readme.ts";
import { resourceSighting } from "./resource.ts";
import { unionSighting } from "./union.ts";

/** What a page says in neutral terms; utility and hand-written pages say nothing. */
export function sightingOf(page: Page, context: Context): Sighting | undefined {
  switch (page.kind) {
    case "model":
      return isGlobals(page) ? globalsSighting(page, context) : objectSighting(page, context);
    case "enum":
      return enumSighting(page, context);
    case "union":
      return unionSighting(page, context);
    case "operations":
      return resourceSighting(page, context);
    case "readme":
      return readmeSighting(page, context);
    case "other":
      return undefined;
  }
}
