import type { ModelPage, Row } from "../../docs/page.ts";
import type { NeutralType, ObjectSighting } from "../sighting.ts";
import { type Context, typeOf } from "./context.ts";
import { fieldOf } from "./field.ts";
import { schemaOf } from "./schema.ts";

/** A page with a Fields table. */
export function objectSighting(page: ModelPage, context: Context): ObjectSighting {
  const additional = additionalOf(page.rows, context);
  const rows = additional === undefined ? page.rows : page.rows.slice(0, -1);
  return {
    kind: "object",
    ...schemaOf(page, context),
    fields: rows.map((row) => fieldOf(row, context, page.title)),
    ...(additional === undefined ? {} : { additional }),
  };
}

/**
 * The type of undocumented properties: a last row of a fixed name that is a map and may be missing. A property of the
 * API may have that name too, but is of another type.
 */
function additionalOf(rows: readonly Row[], context: Context): NeutralType | undefined {
  const last = rows.at(-1);
  if (last === undefined || last.required !== false || !context.rules.additional.has(last.name)) return undefined;
  const type = typeOf(last.type, `${last.place}:type`, context);
  return type.kind === "map" ? type.value : undefined;
}
