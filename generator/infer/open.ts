import type { DialectName, EnumSighting } from "../dialects/sighting.ts";
import type { Claim, Fact } from "../ir/index.ts";
import type { Draft, DraftEnum } from "../link/draft.ts";
import { claim, decide } from "./decide.ts";

/** How the docs of each language mark the enums that are open: beside the values (`stated`), or in samples (`shown`). */
export type OpenMarks = ReadonlyMap<DialectName, ReadonlySet<Claim<boolean>["strength"]>>;

/** The marks that any enum of the docs has. */
export function openMarks({ models }: Draft): OpenMarks {
  const marks = new Map<DialectName, Set<Claim<boolean>["strength"]>>();
  for (const model of models) {
    for (const { dialect, open } of model.kind === "enum" ? model.sightings : []) {
      if (open !== undefined) marks.set(dialect, (marks.get(dialect) ?? new Set()).add(open.strength));
    }
  }
  return marks;
}

/** Whether the server may send values that the enum does not list. */
export function openOf(model: DraftEnum, marks: OpenMarks): Fact<boolean> {
  const { place } = model.sightings[0];
  const stated = model.sightings.map(({ open }) => open).filter((open) => open !== undefined);
  const constant =
    model.values.length === 1
      ? [claim("open/constant", "derived", false, [place], "An enum of one value is a constant.")]
      : [];
  const unmarked = model.sightings.filter((sighting) => isUnmarked(sighting, marks));
  const places = unmarked.map((sighting) => sighting.place);
  const closed =
    unmarked.length === 0
      ? []
      : [claim("open/unmarked", "derived", false, places, "Other enums of these docs say that they are open.")];
  const otherwise = claim(
    "open/unstated",
    "assumed",
    true,
    [place],
    "The docs do not say that the server sends no other value.",
  );
  return decide([...stated, ...constant, ...closed], otherwise);
}

/**
 * Where docs mark open enums, one without the mark is none. In the four folders of thirteen that have marks, 263 of 403
 * enums do; the others are constants, or values of requests, orders and filters. A mark in samples says nothing of a page
 * without a sample. Wrong where an author marked single enums by hand and left the others to a default.
 */
function isUnmarked({ dialect, open, samples }: EnumSighting, marks: OpenMarks): boolean {
  const known = marks.get(dialect);
  if (open !== undefined || known === undefined) return false;
  return known.has("stated") || samples.length > 0;
}
