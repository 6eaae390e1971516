import type { Fact } from "../ir/index.ts";
import type { DraftEnum } from "../link/draft.ts";
import { claim, decide } from "./decide.ts";

/** Whether the server may send values that the enum does not list. */
export function openOf(model: DraftEnum): Fact<boolean> {
  const { place } = model.sightings[0];
  const stated = model.sightings.map(({ open }) => open).filter((open) => open !== undefined);
  const constant =
    model.values.length === 1
      ? [claim("open/constant", "derived", false, [place], "An enum of one value is a constant.")]
      : [];
  const otherwise = claim(
    "open/unstated",
    "assumed",
    true,
    [place],
    "The docs do not say that the server sends no other value.",
  );
  return decide([...stated, ...constant], otherwise);
}
