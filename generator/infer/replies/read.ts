import type { Body, Claim, Fact } from "../../ir/index.ts";
import type { DraftModel } from "../../link/draft.ts";
import { claim, decide } from "../decide.ts";
import type { Survey } from "../survey.ts";
import { isFailure } from "../uses.ts";
import { isSentinel, modelBodies } from "./bodies.ts";

/** The bodies of a response of the model, when anything says that it is one. */
export function readOf(model: DraftModel, survey: Survey): Fact<readonly Body[]> | undefined {
  if (isNoAnswer(model, survey)) return undefined;
  const claims = reasons.map((reason) => reason(model, survey)).filter((found) => found !== undefined);
  const operations = survey.uses.answers.get(model.id) ?? [];
  const bodies = modelBodies(model, { operations, via: [] }, survey);
  const [first, ...others] = claims.map((because) => ({ ...because, value: bodies }));
  return first === undefined ? undefined : decide([first, ...others], first);
}

/** Errors are read as errors, and the event that ends a stream is no stream. */
function isNoAnswer(model: DraftModel, survey: Survey): boolean {
  return isFailure(model, survey.uses) || isSentinel(model, survey);
}

type Reason = (model: DraftModel, survey: Survey) => Claim<null> | undefined;

/** An operation's response line names it, itself or as a member of a union. */
const answer: Reason = (model, { uses }) => {
  const operations = uses.answers.get(model.id);
  if (operations === undefined) return undefined;
  const places = operations.flatMap(({ responses }) => responses.map(({ place }) => place));
  return claim("read/answer", "stated", null, places, "An operation answers with it.");
};

/** Envelopes and events exist in responses alone. */
const role: Reason = (model, { roles }) => {
  const fact = roles.get(model.id);
  if (fact === undefined || fact.value === "data") return undefined;
  return claim("read/role", "derived", null, fact.because[0]?.places ?? [], "It is the form of a response.");
};

/**
 * A title that ends in `Response` or `ResponseBody`: 606 of 674 such models in eleven folders of five vendors are what an
 * operation answers with. Wrong where a part of an answer is called so, which costs a function that nobody calls.
 */
const title: Reason = (model) => {
  if (!/Response(?:Body)?\d*$/.test(model.title)) return undefined;
  return claim("read/title", "derived", null, [model.sightings[0].place], "Its title says that it is a response.");
};

/** Without any operation page, what nothing refers to is what somebody receives. */
const root: Reason = (model, { draft, uses }) => {
  if (draft.operations.length > 0 || uses.referred.has(model.id) || model.kind === "enum") return undefined;
  if (/(?:Request|Body|Params)$/.test(model.title)) return undefined;
  const why = "The docs have no operations, and no other model refers to it.";
  return claim("read/root", "assumed", null, [model.sightings[0].place], why);
};

const reasons: readonly Reason[] = [answer, role, title, root];
