import type { Body, Model } from "./model.ts";
import type { Operation } from "./operation.ts";
import { sameTypes } from "./same.ts";
import type { ModelId } from "./type.ts";

type Models = ReadonlyMap<ModelId, Model>;

/** The id of an operation that generators of docs make of one content type, and what the others are called after. */
export const typedId: RegExp = /^(.+)_(form|json|multipart|raw)$/;

/** Whether two operations take the same parameters, whatever these are described as. */
export function sameParameters(one: Operation, other: Operation, models: Models): boolean {
  return (
    one.parameters.length === other.parameters.length &&
    one.parameters.every((parameter) =>
      other.parameters.some(
        (twin) =>
          parameter.location.value === twin.location.value &&
          parameter.wireName.value === twin.wireName.value &&
          parameter.presence.value === twin.presence.value &&
          sameTypes(models, parameter.type.value, twin.type.value),
      ),
    )
  );
}

/** Whether two operations fail in the same ways. */
export function sameErrors({ errors }: Operation, other: Operation, models: Models): boolean {
  return (
    errors.length === other.errors.length &&
    errors.every((error) =>
      other.errors.some((twin) => error.status === twin.status && sameTypes(models, error.type, twin.type)),
    )
  );
}

/** Whether two operations answer alike. */
export function sameReplies({ replies }: Operation, other: Operation, models: Models): boolean {
  return (
    replies.value.length === other.replies.value.length &&
    replies.value.every((body) => other.replies.value.some((twin) => sameBodies(body, twin, models)))
  );
}

function sameBodies(one: Body, other: Body, models: Models): boolean {
  if (one.kind === "json" && other.kind === "json") return sameTypes(models, one.type, other.type);
  return one.kind === other.kind && one.kind !== "stream";
}
