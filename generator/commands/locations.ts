import { displayPath, fileOf } from "../folders.ts";
import type { Place } from "../ir/index.ts";
import type { Job } from "../jobs.ts";
import { type Location, nowhere } from "../located.ts";
import type { SourcePosition } from "../toolchain.ts";
import { isFile, readText } from "../workspace.ts";

/** Where places stand for people: files as a terminal can open them, and lines. */
export function locationsOf(
  job: Job,
  cwd: string,
  positionOf: (place: Place) => SourcePosition | undefined,
): (place: Place) => Location {
  return (place) => {
    const stated = statedSubject(place);
    if (stated !== undefined) return statedLocation(job.stated, stated, cwd);
    const position = positionOf(place);
    // Keys never hold a `#`, and paths may.
    const path = position?.path ?? place.slice(0, place.lastIndexOf("#"));
    const file = displayPath(cwd, fileOf(job.folders, path));
    return { file, line: position?.line ?? null, column: position?.column ?? null };
  };
}

/** What a place in the config is about: the subject of an override, or a key; undefined for the places of the docs. */
export function statedSubject(place: Place): string | undefined {
  return place.startsWith("docsdk.config#") ? place.slice("docsdk.config#".length) : undefined;
}

/** A config is a program, so that a subject is looked for in its text; where it is made up, the file must do. */
function statedLocation(files: readonly string[], subject: string, cwd: string): Location {
  for (const file of files.filter(isFile)) {
    const lines = readText(file).split(/\r?\n/);
    for (const spelled of [`"${subject}"`, `'${subject}'`, `\`${subject}\``, `${subject}:`]) {
      const line = lines.findIndex((text) => text.includes(spelled));
      const column = lines[line]?.indexOf(spelled) ?? -1;
      if (column >= 0) return { file: displayPath(cwd, file), line: line + 1, column: column + 1 };
    }
  }
  const config = files.at(-1);
  return config === undefined ? nowhere : { file: displayPath(cwd, config), line: null, column: null };
}
