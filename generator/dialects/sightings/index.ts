import type { OperationsPage, Page, ReadmeSection, Row } from "../../docs/page.ts";
import type { Sighting } from "../sighting.ts";
import type { Context } from "./context.ts";
import { enumSighting } from "./enum.ts";
import { globalsSighting, isGlobals } from "./globals.ts";
import { modelSightings, objectSightings } from "./model.ts";
import { isCredential } from "./plumbing.ts";
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

/** What a page of operations says of the whole API, as a README would: above them, and in their rows for credentials. */
function aboutSightings(
  { about = [], operations, path, positions }: OperationsPage,
  context: Context,
): readonly Sighting[] {
  const rows = operations.flatMap(({ parameters }) => parameters.filter(isCredential));
  const known = new Map([...rows].reverse().map((row) => [row.name.toLowerCase(), row]));
  const sections = [
    ...about,
    ...rows.filter((row) => known.get(row.name.toLowerCase()) === row).map(credentialsSection),
  ];
  if (sections.length === 0) return [];
  const page = { kind: "readme", path, title: "", description: "", sections, fences: [], positions } as const;
  return [readmeSighting(page, context)];
}

/** A row for credentials as a section on how to authenticate: what it does not tell is a key. */
function credentialsSection({ name, description, place }: Row): ReadmeSection {
  const told = /\b(?:bearer|basic auth)/i.exec(description)?.[0];
  const text = told ?? (/key$/i.test(name) ? `\`${name}\`` : "bearer");
  return { tag: "security", title: "", text, tables: [], fences: [], links: [], place };
}
