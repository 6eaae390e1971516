import type { ObjectModel } from "./model.ts";

/**
 * Whether the docs name no field of an object: its contract says no more than that it is one, as for the arguments of a
 * tool, the inputs of an app, the details of an error, and what callers give in it is all that there is to send.
 */
export function isFreeObject({ properties, additional }: ObjectModel): boolean {
  return properties.length === 0 && additional === undefined;
}
