import type { OperationsPage, Page } from "../../docs/page.ts";
import type { Sighting } from "../sighting.ts";
import type { Context } from "./context.ts";
import { enumSighting } from "./enum.ts";
import { globalsSighting, isGlobals } from "./globals.ts";
import { modelSightings, objectSightings } from "./model.ts";
import { readmeSighting } from "./readme.ts";
import { resourceSightings } from "./resource.ts";
import { unionSighting } from "./union.ts";

/** What a page says in neutral terms; utility and hand-written pages say nothing. */
export function sightingsOf(page: Page, context: Context): readonly Sighting[] {
  switch (page.kind) {
    case "model":
      return isGlobals(page) ? [globalsSighting(page, context)] : objectSightings(page, context);
    case "models":
      return modelSightings(page, context);
    case "enum":
      return [enumSighting(page, context)];
    case "union":
      return [unionSighting(page, context)];
    case "operations":
      return [...aboutSightings(page, context), ...resourceSightings(page, context)];
    case "readme":
      return [readmeSighting(page, context)];
    case "other":
      return [];
  }
}

/** What a page of operations says of the whole API, as a README would. */
function aboutSightings({ about, path, positions }: OperationsPage, context: Context): readonly Sighting[] {
  if (about === undefined) return [];
  const page = { kind: "readme", path, title: "", description: "", sections: about, fences: [], positions } as const;
  return [readmeSighting(page, context)];
}
