import type { Operation, Parameter } from "../../ir/index.ts";

/**
 * Whether a parameter is the header by which a server knows a call that it gets twice. The client makes the key where the
 * caller gives none, so that a call can be repeated. One in the body is data of the API, and means what its docs say.
 */
export function isIdempotencyKey({ location, words, type }: Parameter): boolean {
  const isNamed = /^(x )?idempotency key$/.test(words.join(" ").toLowerCase());
  return location.value === "header" && type.value.kind === "string" && isNamed;
}

/** Whether the server does the same when it gets the operation's request twice, whatever the method promises. */
export function hasIdempotencyKey({ parameters }: Operation): boolean {
  return parameters.some(isIdempotencyKey);
}

/** The key as callers see it: they need not give it. */
export function optionalKey(parameter: Parameter): Parameter {
  const { presence, description } = parameter;
  const text = "Made for each call that gives none, and kept when the call is repeated.";
  return {
    ...parameter,
    presence: { ...presence, value: "optional" },
    description: description === "" ? text : `${description}\n\n${text}`,
  };
}
