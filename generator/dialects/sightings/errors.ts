import type { ErrorRow } from "../../docs/page.ts";
import type { ErrorSighting, NeutralType } from "../sighting.ts";
import { type Context, typeOf } from "./context.ts";

/** The rows of an Errors table but for the last, which is the SDK's own class for all other answers. */
export function errorSightings(rows: readonly ErrorRow[], context: Context): readonly ErrorSighting[] {
  return rows.filter((row) => !isCatchAll(row)).map((row) => errorOf(row, context));
}

function errorOf(row: ErrorRow, context: Context): ErrorSighting {
  const type = typeOf(row.type, `${row.place}:type`, context);
  return {
    type,
    title: titleOf(type, row.type),
    statuses: statusesOf(row.status),
    contentType: row.contentType,
    place: row.place,
  };
}

/** Empty where nothing is known of the error but its status. */
function titleOf(type: NeutralType, raw: string): string {
  if (type.kind === "any") return "";
  return type.kind === "name" ? type.name : raw;
}

/** `400, 401`, `4XX, 5XX`, and `4x-5xx` or `400-600` as it was once written. */
function statusesOf(cell: string): readonly string[] {
  if (/^\s*400-600\s*$/.test(cell)) return ["4XX", "5XX"];
  return cell.match(/\d(?:\d\d|xx?)|default/gi)?.map((status) => status.replace(/xx?$/i, "XX")) ?? [];
}

function isCatchAll(row: ErrorRow): boolean {
  return row.contentType.replaceAll("\\", "") === "*/*" && statusesOf(row.status).join() === "4XX,5XX";
}
