import type { Fact, Presence } from "../ir/index.ts";
import type { DraftField } from "../link/draft.ts";
import { claim, decide } from "./decide.ts";
import type { Survey } from "./survey.ts";

/**
 * Whether the field may be left out: what the mark of its row says. A required field that has a default is marked
 * optional (355 of 361), so `optional` is what a sender may rely on, not what the server does.
 */
export function presenceOf(field: DraftField, { declared }: Survey): Fact<Presence> {
  const { place } = field.sightings[0];
  const own = declared.fields.get(place)?.presence;
  const marks = field.sightings.map(({ presence }) => presence);
  const otherwise = claim<Presence>(
    "presence/none",
    "assumed",
    "optional",
    [place],
    "No mark says that it is required.",
  );
  return decide(own === undefined ? marks : [own, ...marks], otherwise);
}
