import { callables } from "../../ir/callables.ts";
import type { Fact, FirstCall, Model, Operation } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { claim, decide } from "../decide.ts";
import { groupBy } from "../group-by.ts";
import { callsIn } from "./call.ts";
import { requestIn } from "./request.ts";

/**
 * What a README shows first: of the calls in its samples the first that is one of a documented operation. 12 of 13
 * folders of five vendors have one, and the README of the 13th shows no call. Wrong where a README begins with what only
 * few need.
 */
export function firstCallOf(
  draft: Draft,
  operations: readonly Operation[],
  models: readonly Model[],
): Fact<FirstCall> | undefined {
  const called = operations.flatMap(callables).filter(({ route }) => route !== null);
  const byName = groupBy(called, ({ words }) => norm(words.join("")));
  for (const { text, place } of draft.readmes.flatMap(({ samples }) => samples)) {
    for (const { head, names } of callsIn(text)) {
      const known = names.flatMap((name) => byName.get(name) ?? []);
      const [best] = known.filter((one) => isCalledOn(one, head)).sort((a, b) => b.group.length - a.group.length);
      if (best === undefined) continue;
      const byId = new Map(models.map((model) => [model.id, model]));
      const drafted = draft.operations.find((operation) => operation.place === best.place);
      const sample = drafted?.sightings
        .map((sighting) => requestIn(text, best, sighting, byId))
        .find((found) => found !== undefined);
      const call: FirstCall = { operation: best.id, ...(sample === undefined ? {} : { sample }) };
      const shown = claim("first-call/readme", "shown", call, [place], "The first call of the README is one of it.");
      return decide([shown], shown);
    }
  }
  return undefined;
}

/** Whether a call is made on the resource of an operation, which may be the client itself. */
function isCalledOn({ group }: Operation, head: string): boolean {
  return group.length === 0 ? /^\$?\w+$/.test(head) : norm(head).endsWith(norm(group.join("")));
}
