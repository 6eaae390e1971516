import type { Claim, Type } from "../ir/index.ts";
import type { LinkedField, LinkedType } from "../link/draft.ts";
import { claim } from "./decide.ts";

/**
 * The constant that a description states: "Always `card`." Some languages have no literals in their cells; the others
 * agree with the sentence wherever an API has it. An example of another value proves that it means something else.
 */
export function constantOf({ description, examples, place }: LinkedField, type: LinkedType): Claim<Type> | undefined {
  const text = /^Always `([^`\s]+)`\.?\s*$/.exec(description)?.[1];
  const value = text === undefined ? undefined : typedValue(text.replace(/^(["'])(.*)\1$/, "$2"), type);
  if (value === undefined || examples.some((example) => example !== String(value))) return undefined;
  const why = "The description says that it is always this value.";
  return claim<Type>("type/constant", "stated", { kind: "literal", value }, [`${place}:description`], why);
}

/** The value as the type carries it; nothing where the text is none of the type. */
function typedValue(text: string, { kind }: LinkedType): string | number | boolean | undefined {
  switch (kind) {
    case "string":
      return text;
    case "boolean":
      return text === "true" || text === "false" ? text === "true" : undefined;
    case "integer":
    case "number":
      return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
    default:
      return undefined;
  }
}
