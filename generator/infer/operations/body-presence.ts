import type { Claim, Fact, Presence } from "../../ir/index.ts";
import type { DraftField, DraftOperation } from "../../link/draft.ts";
import { claim, decide } from "../decide.ts";
import { presenceOf } from "../presence.ts";
import type { Survey } from "../survey.ts";
import type { DraftBody } from "./request.ts";

/** Whether a request may be sent without its body. A row of the body's own says so; else a sample, then the other rows. */
export function bodyPresenceOf(body: DraftBody, operation: DraftOperation, survey: Survey): Fact<Presence> {
  const { field } = body;
  if (field !== null && field !== operation.request) return presenceOf(field, survey);
  const otherwise = field === null ? ofRows(body) : ofWhole(field);
  const fact = field === null ? undefined : presenceOf(field, survey);
  if (fact?.because[0]?.strength === "declared") return fact;
  return decide([...ofSamples(operation), otherwise], otherwise);
}

/**
 * A usage sample that hands nothing over: generators of samples leave out what is not needed. 30 operations in the
 * folders of three languages of one vendor have such a sample, none of the 380 with a body in the seven folders of four
 * others. Wrong where a sample was cut short by hand.
 */
function ofSamples({ sightings }: DraftOperation): readonly Claim<Presence>[] {
  const places = sightings.flatMap(({ emptyCall }) => (emptyCall === undefined ? [] : [emptyCall]));
  return places.length === 0
    ? []
    : [claim<Presence>("presence/empty-call", "shown", "optional", places, "A sample hands nothing over.")];
}

/** The mark of the one row for everything tells little: 519 of 519 are marked, also those of nothing but optional fields. */
function ofWhole({ sightings: [{ presence }] }: DraftField): Claim<Presence> {
  return { ...presence, strength: "derived" };
}

/**
 * A body whose fields are rows is needed when one of them is: 62 bodies of three vendors. Wrong where a server takes no
 * body for one of its defaults.
 */
function ofRows({ rows, place }: DraftBody): Claim<Presence> {
  const required = rows.filter(({ sightings: [{ presence }] }) => presence.value === "required");
  const places = required.length > 0 ? required.map((row) => row.sightings[0].place) : [place];
  const value = required.length > 0 ? "required" : "optional";
  const why = required.length > 0 ? "Some of its fields are required." : "None of its fields is required.";
  return claim<Presence>("presence/rows", "derived", value, places, why);
}
