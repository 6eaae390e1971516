import { misfit } from "../../ir/conform.ts";
import { exampleValue } from "../../ir/example.ts";
import type { Claim, Fact, Model, ModelId, Parameter, Property } from "../../ir/index.ts";
import type { Json } from "./json.ts";
import { type Schema, typeSchema, withNull } from "./schema.ts";
import type { Scope } from "./scope.ts";

type Value = Property | Parameter;

/** The schema of a property's or a parameter's values, with the null that its docs state. */
export function valueSchema(scope: Scope, value: Value, isRead: boolean, base?: Schema): Schema {
  const schema = base ?? typeSchema(scope, value.type.value);
  return mayBeNull(scope, value, isRead) ? withNull(schema) : schema;
}

/** A null that the docs leave open is one that a server may send where it may leave the value out. */
function mayBeNull({ options }: Scope, { nullable, presence }: Value, isRead: boolean): boolean {
  if (nullable.value !== "unstated") return nullable.value === "yes";
  return options.unstatedNull === "include" && isRead && presence.value === "optional";
}

/** The examples of the docs that fit their type; what does not is reported to the author. */
export function fittingExamples({ models }: Scope, { type, nullable, examples }: Value): readonly Json[] {
  const values = examples.map((example) => exampleValue(models, type.value, example));
  return values.filter((value): value is Json => value !== undefined && fits(models, value));

  function fits(known: ReadonlyMap<ModelId, Model>, value: unknown): boolean {
    return value === null && nullable.value !== "no" ? true : misfit(known, type.value, value) === undefined;
  }
}

/** What the docs say in prose; a reason for the deprecation belongs to it. */
export function described(text: string, deprecated: string | undefined): Schema {
  const parts = [text, deprecated === undefined || deprecated === "" ? "" : `Deprecated: ${deprecated}`];
  const description = parts.filter((part) => part !== "").join("\n\n");
  return description === "" ? {} : { description };
}

/** What the server takes where the value is left out. */
export function defaultValue({ default: value }: Value): Schema {
  return value === undefined ? {} : { default: value.value };
}

export function deprecation(deprecated: string | undefined): Schema {
  return deprecated === undefined ? {} : { deprecated: true };
}

/** The claims behind facts, on request. */
export function evidence({ options }: Scope, facts: Readonly<Record<string, Fact<unknown>>>): Schema {
  if (!options.evidence) return {};
  const told = Object.entries(facts).map(([name, { because, against }]) => [
    name,
    { because: because.map(claimOf), against: against.map(claimOf) },
  ]);
  return { "x-evidence": Object.fromEntries(told) };
}

function claimOf({ value, rule, strength, places, why }: Claim<unknown>): Json {
  return { value: JSON.stringify(value), rule, strength, places, why };
}
