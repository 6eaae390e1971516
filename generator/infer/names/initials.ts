import { keptInitials } from "../../dialects/initials.ts";
import type { DialectName } from "../../dialects/sighting.ts";
import type { Place } from "../../ir/index.ts";
import type { DraftField } from "../../link/draft.ts";

/** A name with initials in capitals, as the wire has it. */
export interface Initials {
  readonly form: string;
  readonly dialect: DialectName;
  readonly place: Place;
}

/**
 * Upper-case initials inside a camel-case name (`statementID`) come from the wire: 910 of 910, and none of 3,965 names
 * of snake-case APIs has them. Python and Ruby write none; Go writes those that it knows in capitals whatever the wire has,
 * and leaves all others as they are: 24 of 24 names of three vendors, one of which has both `CPM` and `Cpm`, and none of
 * the 609 names of ten others has any. Wrong for initials that Go knows and the list does not.
 */
export function initialsIn({ sightings }: DraftField, words: readonly string[]): Initials | undefined {
  const telling = sightings.find(({ name, dialect }) => keepers.has(dialect) && /[a-z0-9][A-Z]{2}/.test(name));
  if (telling !== undefined) {
    const { name, dialect, place } = telling;
    const form = dialect === "csharp" ? name.charAt(0).toLowerCase() + name.slice(1) : name;
    return { form, dialect, place };
  }
  const go = sightings.find(({ dialect }) => dialect === "go");
  const form = go && keptInitials(go.name, words);
  return form === undefined || go === undefined ? undefined : { form, dialect: go.dialect, place: go.place };
}

const keepers: ReadonlySet<DialectName> = new Set(["typescript", "java", "csharp", "php"]);
