import type { DialectName, Sighting } from "../../generator/dialects/sighting.ts";
import { infer } from "../../generator/infer/index.ts";
import { link, type Merged, mergeDrafts } from "../../generator/link/index.ts";
import { defaultOptions } from "../../generator/options.ts";

/** Each folder's pages lie below the name of its language. */
export function merged(
  folders: Partial<Record<DialectName, (page: (path: string) => string) => readonly Sighting[]>>,
): Merged {
  return mergeDrafts(
    Object.entries(folders).map(([dialect, sightings]) => ({
      dialect: dialect as DialectName,
      draft: link(sightings((path) => `${dialect}/${path}`).map((one) => spoken(one, dialect as DialectName))).draft,
    })),
  );
}

export function spoken<S extends Sighting>(sighting: S, dialect: DialectName): S {
  return { ...sighting, dialect };
}

/** What the merged docs say, decided. */
export function decided({ draft }: Merged): ReturnType<typeof infer> {
  return infer(draft, { ...defaultOptions, slug: "harbor" });
}
