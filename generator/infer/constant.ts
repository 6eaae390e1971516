import type { Claim, Type } from "../ir/index.ts";
import type { LinkedField, LinkedType } from "../link/draft.ts";
import { norm } from "../link/words.ts";
import { claim } from "./decide.ts";
import type { Survey } from "./survey.ts";

/** A constant that no cell says, and as a cell with literals would say it. */
export interface Constant {
  readonly claim: Claim<Type>;
  readonly literal: Extract<Type, { readonly kind: "literal" }>;
}

/** The constant of a field, for languages that have no literals in their cells. */
export function constantOf(
  field: LinkedField,
  type: LinkedType,
  { memberKeys }: Pick<Survey, "memberKeys">,
): Constant | undefined {
  const claim = described(field, type) ?? keyed(field, type, memberKeys);
  return claim?.value.kind === "literal" ? { claim, literal: claim.value } : undefined;
}

/**
 * "Always `card`.", "The type, which is always set to `card`.", "Always `true` for successful answers": in the APIs of
 * three vendors that have such a sentence the languages with literals have one for each such field (208 fields), as the
 * contract of a fourth has. In quotes it says less: three such fields of one vendor are plain texts. Wrong where the
 * sentence speaks of one version of the API; an example of another value proves that it means something else.
 */
function described({ description, examples, place }: LinkedField, type: LinkedType): Claim<Type> | undefined {
  const text = always.exec(description)?.[1];
  const value = text === undefined ? undefined : typedValue(text.replace(/^(["'])(.*)\1$/, "$2"), type);
  if (value === undefined || examples.some((example) => example !== String(value))) return undefined;
  const why = "The description says that it is always this value.";
  return claim<Type>("type/constant", "stated", { kind: "literal", value }, [`${place}:description`], why);
}

/**
 * Alone or at the end of a sentence that has no other code in it. A condition may be that it is this, or an answer. "Always set
 * to" says what senders ought to do.
 */
const always =
  /^(?:[^`]*[.,] )?(?:(?:which|this|it) is always set to |(?:(?:which|this|it) is )?always )`([^`\s]+)`(?: for (?:this \w+|successful \w+))?\.?\s*$/i;

/**
 * The only example of a text is what a union calls the model: the value of its discriminator, as 5 of 163 suffixes of Go
 * and 10 of 93 headings of C# are. Wrong where a union calls a member so for another reason.
 */
function keyed(
  { examples, place }: LinkedField,
  { kind }: LinkedType,
  memberKeys: Survey["memberKeys"],
): Claim<Type> | undefined {
  const [value, second] = examples;
  const keys = memberKeys.get(place.slice(0, place.indexOf("#")));
  if (kind !== "string" || value === undefined || second !== undefined || !keys?.has(norm(value))) return undefined;
  const why = "A union calls the model so, and its title is another.";
  return claim<Type>("type/member-key", "shown", { kind: "literal", value }, [`${place}:example`], why);
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
