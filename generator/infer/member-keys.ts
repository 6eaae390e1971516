import type { Draft, DraftModel, LinkedType } from "../link/draft.ts";
import { norm } from "../link/words.ts";

/**
 * The keys by which unions call a model, in normal form, by the model's page. Some languages call the constructor of a
 * member after the value of the discriminator where there is one; a label that repeats the title says nothing.
 */
export function memberKeys(
  { models }: Draft,
  byId: ReadonlyMap<string, DraftModel>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const model of models) {
    for (const { label, type } of model.kind === "union" ? model.members : []) {
      const member = byId.get(idOf(type));
      if (label === undefined || member?.kind !== "object" || norm(label) === norm(member.title)) continue;
      for (const { page } of member.sightings) keys.set(page, (keys.get(page) ?? new Set()).add(norm(label)));
    }
  }
  return keys;
}

function idOf(type: LinkedType): string {
  return type.kind === "reference" ? type.id : "";
}
