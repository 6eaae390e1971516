import type { Row } from "../../docs/page.ts";
import type { Claim, Nullable, Presence } from "../../ir/index.ts";
import type { FieldCell } from "../dialect.ts";
import type { FieldSighting } from "../sighting.ts";
import { type Context, cellOf, deprecation } from "./context.ts";

/** A row of a Fields or Parameters table; `owner` is the title of the model that it is a field of. */
export function fieldOf(row: Row, context: Context, owner?: string): FieldSighting {
  const cell = { ...cellOf(row.type, `${row.place}:type`, context), required: row.required };
  return {
    name: row.name,
    words: context.dialect.words(row.name, owner),
    type: cell.type,
    presence: presenceOf(row),
    nullable: nullableOf(row, cell, context),
    description: row.description,
    examples: row.examples,
    ...deprecation(row),
    ...(row.location === undefined ? {} : { location: row.location }),
    ...(row.default === undefined ? {} : { default: row.default }),
    place: row.place,
  };
}

function presenceOf({ required, notes, optionalBy, place }: Row): Claim<Presence> {
  const rule = "presence/required-mark";
  const places = [`${place}:required`];
  if (optionalBy !== undefined) {
    const why = "A sample calls it optional.";
    return { value: "optional", rule: "presence/sample", strength: "shown", places: [optionalBy], why };
  }
  if (notes !== undefined) {
    const why = required ? "The notes do not call it optional." : "The notes call it optional.";
    return { value: required ? "required" : "optional", rule: "presence/notes", strength: "stated", places, why };
  }
  if (required === null) {
    const why = "The Required cell has no mark, so that the value may be missing.";
    return { value: "optional", rule, strength: "assumed", places, why };
  }
  return required
    ? { value: "required", rule, strength: "stated", places, why: "The Required cell is marked." }
    : { value: "optional", rule, strength: "stated", places, why: "The Required cell is marked as optional." };
}

/** Where neither the row nor the cell can say, the claim is the weakest, so that whatever does say counts. */
function nullableOf(row: Row, cell: FieldCell, { rules }: Context): Claim<Nullable> {
  if (row.nullable !== undefined) {
    const places = [`${row.place}:nullable`];
    const value = row.nullable ? "yes" : "no";
    return { value, rule: "nullable/column", strength: "stated", places, why: "The column of nulls says so." };
  }
  if (row.takesNull) {
    const places = [`${row.place}:description`];
    return {
      value: "yes",
      rule: "nullable/told",
      strength: "stated",
      places,
      why: "A sentence says how null is sent.",
    };
  }
  const { value, why } = rules.nullable(cell);
  const strength = value === "unstated" ? "assumed" : "stated";
  return { value, rule: "nullable/type-cell", strength, places: [`${row.place}:type`], why };
}
