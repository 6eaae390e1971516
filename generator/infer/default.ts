import { misfit } from "../ir/conform.ts";
import type { Claim, Fact, Model, ModelId, Type } from "../ir/index.ts";
import type { DraftField } from "../link/draft.ts";
import { claim, decide } from "./decide.ts";
import type { Survey } from "./survey.ts";

type Constant = string | number | boolean;

/**
 * What the server takes where the field is left out, as a sentence states it: "Defaults to" or "Default:" and a value in
 * back-ticks, in quotes, or a bare number or boolean. All 31 such values in the folders of five vendors fit the type of
 * their field, as do the nine with a colon of five; "the default is" and words without marks are no values (6 of 11, 0 of
 * 15). Wrong where the update of a thing repeats the sentence of its creation. What a person lists in a column of defaults
 * is one where it fits the type.
 */
export function defaultOf(field: DraftField, type: Type, survey: Survey): Fact<Constant> | undefined {
  const claims = field.sightings.flatMap((sighting): Claim<Constant>[] => {
    const { description, place } = sighting;
    const listed = sighting.default === undefined ? undefined : fitting(sighting.default, type, survey);
    const value = statedValue(description, type, survey);
    return [
      ...(listed === undefined
        ? []
        : [claim("default/column", "stated", listed, [`${place}:default`], "The column of defaults has it.")]),
      ...(value === undefined
        ? []
        : [claim("default/prose", "stated", value, [`${place}:description`], "The description states the default.")]),
    ];
  });
  const [first] = claims;
  return first === undefined ? undefined : decide(claims, first);
}

const stated =
  /\b(?:defaults to:?|default:)\s+(?:`([^`\n]+)`|"([^"\n]+)"|'([^'\n]+)'|(-?\d+(?:\.\d+)?|true|false)\b(?![.\d%\w-]*\w))/i;

function statedValue(description: string, type: Type, survey: Survey): Constant | undefined {
  const found = stated.exec(description);
  const [, ticked, quoted, single, bare] = found ?? [];
  const text = ticked ?? quoted ?? single ?? bare;
  // "Defaults to 7 days" is no text.
  if (text === undefined || (bare !== undefined && type.kind === "string")) return undefined;
  return fitting(text, type, survey);
}

/** The value that a text is for a type. */
function fitting(text: string, type: Type, survey: Survey): Constant | undefined {
  // What the server computes, as `now()`, is no value.
  if (/^[\w.]+\(.*\)$/.test(text)) return undefined;
  return readings(text.replace(/^(["'])(.*)\1$/, "$2")).find((value) => fits(value, type, survey));
}

/** Back-ticks do not tell a number from its digits; the type does. */
function readings(text: string): readonly Constant[] {
  const number = /^-?\d+(?:\.\d+)?$/.test(text) ? [Number(text)] : [];
  const boolean = text === "true" || text === "false" ? [text === "true"] : [];
  return [...number, ...boolean, text];
}

function fits(value: Constant, type: Type, survey: Survey): boolean {
  switch (type.kind) {
    case "string":
    case "boolean":
    case "integer":
    case "number":
    case "literal":
      return misfit(new Map<ModelId, Model>(), type, value) === undefined;
    case "nullable":
      return fits(value, type.of, survey);
    case "union":
      return (
        type.members.every(({ kind }) => kind === "literal") && type.members.some((one) => fits(value, one, survey))
      );
    case "reference": {
      const model = survey.models.get(type.id);
      return model?.kind === "enum" && model.values.some((one) => one.value === value);
    }
    default:
      return false;
  }
}
